import type { Present } from '#live/presence.ts';
import { ticketTexts } from '../texts.ts';
import type { ActProps } from './act-form.tsx';

/** Which colleagues have this ticket open too, and who of them is writing; read out when it changes. */
export const Presence = ({ view }: ActProps) => (
  <p role="status" id="presence" class="mt-1 flex flex-wrap gap-x-4 text-sm">
    {view.present.map((each) => (
      <span class="flex items-baseline gap-2">
        <span aria-hidden="true" class="size-2 shrink-0 rounded-full bg-primary" />
        {wordsFor(each, view)}
      </span>
    ))}
  </p>
);

function wordsFor({ name, writing }: Present, { page }: ActProps['view']): string {
  const say = ticketTexts(page.language);
  if (!writing) return say('desk.presence.reads', { name });
  return say(writing === 'note' ? 'desk.presence.writes_note' : 'desk.presence.writes', { name });
}
