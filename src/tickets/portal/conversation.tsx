import { Section } from '#ui/parts.tsx';
import { Prose } from '#ui/prose.tsx';
import { Moment } from '#ui/time.tsx';
import type { PublicEntry } from '../story.ts';
import { ticketTexts } from '../texts.ts';
import { FileList } from '../view/file-list.tsx';
import { Deed } from './deed.tsx';
import type { Shown } from './shown.ts';

/** What the rest of the page tells already, or what concerns the mails only. */
const toldElsewhere = new Set(['reported', 'watching', 'unwatched']);

/** What happened since the report, oldest first: what was said as cards, the steps between them as lines. */
export const Conversation = ({ page, contact, story }: Shown) => {
  const say = ticketTexts(page.language);
  const entries = story.filter(({ type }) => !toldElsewhere.has(type));
  return (
    <Section title={say('portal.ticket.conversation')} id="conversation">
      {entries.length === 0 && <p class="text-secondary">{say('portal.ticket.nothing_yet')}</p>}
      <ol class="grid gap-4">
        {entries.map((entry) => (
          <li id={`event-${entry.id}`}>
            <Entry page={page} contact={contact} entry={entry} />
          </li>
        ))}
      </ol>
    </Section>
  );
};

export interface EntryProps extends Pick<Shown, 'page' | 'contact'> {
  readonly entry: PublicEntry;
}

/** One thing that happened: something said, or a step. */
export const Entry = (props: EntryProps) => {
  const { body, data } = props.entry;
  const said = body !== null || (typeof data.reason === 'string' && data.reason !== '');
  return said ? <Message {...props} /> : <StepLine {...props} />;
};

/** Something written: the agency's stand left with its colour, the client's are set in and grey. */
const Message = (props: EntryProps) => {
  const { page, entry } = props;
  const ours = entry.by?.kind !== 'contact';
  const text = entry.body ?? String(entry.data.reason);
  return (
    <article
      class={`rounded-box p-3 sm:p-4 ${ours ? 'mr-4 border border-base-300 border-l-4 border-l-primary sm:mr-10' : 'ml-4 bg-base-200 sm:ml-10'}`}
    >
      <header class="mb-2 flex flex-wrap items-baseline gap-x-2 text-sm">
        <Deed {...props} />
        <span class="text-secondary sm:ml-auto">
          <Moment at={entry.at} page={page} />
        </span>
      </header>
      {text && <Prose text={text} />}
      <FileList files={entry.files} page={page} />
    </article>
  );
};

/** A step without words of its own. */
const StepLine = (props: EntryProps) => (
  <p class="flex flex-wrap items-baseline gap-x-2 px-1 text-sm text-secondary">
    <Deed {...props} />
    <span class="sm:ml-auto">
      <Moment at={props.entry.at} page={props.page} />
    </span>
  </p>
);
