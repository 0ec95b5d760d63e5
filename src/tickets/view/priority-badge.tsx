import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Priority } from '#db/types.ts';
import type { Language } from '#lib/language.ts';
import { numbered } from '#ui/numbered.ts';
import { ticketTexts } from '../texts.ts';

/** Weight, not colour: the three signal colours are kept for running out, missed and done. */
const looks: Record<Priority, { mark: JSX.Element; look: string }> = {
  high: { mark: numbered('▲'), look: 'badge-neutral' },
  medium: { mark: numbered('◆'), look: 'badge-outline' },
  low: { mark: numbered('▽'), look: 'badge-outline border-base-300' },
};

/** A priority as a mark and a word. */
export const PriorityBadge = ({ priority, language }: { priority: Priority; language: Language }) => {
  const say = ticketTexts(language);
  const { mark, look } = looks[priority];
  return (
    <span class={`badge gap-1 whitespace-nowrap ${look}`}>
      <span aria-hidden="true">{mark}</span>
      <span class="sr-only">{say('view.priority')}: </span>
      {say(`priority.${priority}`)}
    </span>
  );
};
