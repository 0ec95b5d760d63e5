import { crossedEntries } from '../crossing.ts';
import { ticketTexts } from '../texts.ts';
import type { ActProps } from './act-form.tsx';
import { Public } from './story.tsx';

/** What was said while somebody wrote, above what they wrote. */
export const Crossed = ({ view }: ActProps) => {
  const say = ticketTexts(view.page.language);
  const entries = crossedEntries(view.story, view.attempt?.conflict, view.me);
  if (entries.length === 0) return null;
  return (
    <section
      class="mb-4 grid gap-3 rounded-box border border-warning p-3"
      aria-label={say('conflict.crossed_title')}
    >
      <p class="font-semibold">{say('conflict.crossed_title')}</p>
      {entries.map((entry) => (
        <Public entry={entry} view={view} />
      ))}
      <p>{say('conflict.crossed_again')}</p>
    </section>
  );
};
