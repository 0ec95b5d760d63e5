import { crossedEntries, lastPublic } from '../crossing.ts';
import { ticketTexts } from '../texts.ts';
import { Entry } from './conversation.tsx';
import type { Again, Shown } from './shown.ts';

/** What the writer of a form has seen; and what came in meanwhile, where that is to be read before it is sent. */
export const Seen = ({ page, contact, story, again, from }: Shown & { from: Again['from'] }) => {
  const say = ticketTexts(page.language);
  const entries = again?.from === from ? crossedEntries(story, again.conflict, contact) : [];
  return (
    <>
      <input type="hidden" name="seen" value={lastPublic(story)} />
      {entries.length > 0 && (
        <section
          class="mb-5 grid gap-3 rounded-box border border-warning p-3"
          aria-label={say('conflict.crossed_title')}
        >
          <p class="font-semibold">{say('conflict.crossed_title')}</p>
          {entries.map((entry) => (
            <Entry page={page} contact={contact} entry={entry} />
          ))}
          <p>{say('conflict.crossed_again')}</p>
        </section>
      )}
    </>
  );
};
