import type { Child } from 'hono/jsx';
import { Via } from '#events/via.tsx';
import { Prose } from '#ui/prose.tsx';
import { Moment } from '#ui/time.tsx';
import { wordsCalled } from '../called.ts';
import type { InternalEntry, PublicEntry, StoryEntry } from '../story.ts';
import { ticketTexts } from '../texts.ts';
import { FileList } from '../view/file-list.tsx';
import type { ActProps } from './act-form.tsx';
import { entriesOf, HistoryParts } from './history.tsx';
import { LockIcon } from './icons.tsx';
import { entryTexts, entryWords } from './story-words.ts';

/** What was reported: the questions of the report form with their answers. */
export const Reported = ({ view }: ActProps) => {
  const say = ticketTexts(view.page.language);
  const { ticket, story, page } = view;
  const report = story.find(({ type }) => type === 'reported');
  const enteredBy = report?.by && report.by.id !== ticket.reporter_id ? report.by.name : null;
  const fill = { who: ticket.reporter, channel: say(`desk.ticket.channel.${ticket.channel}`) };
  const answers = [
    [say('desk.ticket.did'), ticket.did],
    [say('desk.ticket.happened'), ticket.happened],
    [say('desk.ticket.expected'), ticket.expected],
  ].filter(([, text]) => text) as [string, string][];
  return (
    <section class="mb-6 rounded-box border border-base-300 bg-base-100 p-4">
      <p class="mb-3 text-sm text-secondary">
        {enteredBy
          ? say('desk.ticket.entered_by', { ...fill, by: enteredBy })
          : say('desk.ticket.reported_by', fill)}
        {' · '}
        <Moment at={ticket.reported_at} page={page} />
      </p>
      {answers.map(([question, answer]) => (
        <>
          <h2 class="font-semibold">{question}</h2>
          <Prose text={answer} class="mb-3" />
        </>
      ))}
      <FileList files={report?.files ?? []} page={page} />
    </section>
  );
};

/** Everything that happened, oldest first: what the client reads, and what only colleagues read. */
export const Story = ({ view }: ActProps) => {
  if (entriesOf('all', view).length === 0) return null;
  const say = ticketTexts(view.page.language);
  const entries = entriesOf(view.part, view);
  return (
    <section aria-labelledby="story" class="mb-6">
      <h2 id="story" class="mb-3 text-lg font-semibold">
        {say('desk.ticket.conversation')}
      </h2>
      <HistoryParts view={view} />
      {entries.length === 0 && <p class="text-secondary">{say('desk.history.nothing')}</p>}
      <ol class="grid gap-3">
        {entries.map((entry) => (
          <li id={`event-${entry.id}`}>
            {entry.internal ? <Internal entry={entry} view={view} /> : <Public entry={entry} view={view} />}
          </li>
        ))}
      </ol>
    </section>
  );
};

/** What both sides read: from the client on the left, from the agency on the right. */
export const Public = ({ entry, view }: ActProps & { entry: PublicEntry }) => {
  const say = ticketTexts(view.page.language);
  const fromClient = entry.by?.kind === 'contact';
  const texts = entryTexts(entry, view);
  if (entry.body === null && texts.length === 0) return <Line entry={entry} view={view} />;
  return (
    <article
      class={`rounded-box border border-base-300 bg-base-100 p-4 ${fromClient ? 'mr-4 sm:mr-16' : 'ml-4 border-r-4 border-r-primary sm:ml-16'}`}
    >
      <EntryHead entry={entry} view={view}>
        {say(fromClient ? 'desk.ticket.from_client' : 'desk.ticket.from_agency')}
      </EntryHead>
      {entry.body !== null && <Prose text={entry.body} />}
      <Texts texts={texts} />
      <FileList files={entry.files} page={view.page} />
    </article>
  );
};

const Internal = ({ entry, view }: ActProps & { entry: InternalEntry }) => {
  const say = ticketTexts(view.page.language);
  const texts = entryTexts(entry, view);
  if (entry.note === null && texts.length === 0) return <Line entry={entry} view={view} />;
  return (
    <article class="rounded-box border-2 border-dashed border-secondary bg-base-300/20 p-4">
      <p class="mb-2 flex items-center gap-2 text-sm font-semibold">
        <LockIcon />
        {say('desk.ticket.internal')}
      </p>
      <EntryHead entry={entry} view={view} />
      {entry.note !== null && <Prose text={entry.note} called={wordsCalled(entry.data)} />}
      <Texts texts={texts} />
      <FileList files={entry.files} page={view.page} />
    </article>
  );
};

type Shown = ActProps & { readonly entry: StoryEntry; readonly children?: Child };

const EntryHead = ({ entry, view, children }: Shown) => (
  <p class="mb-2 flex flex-wrap gap-x-2 text-sm text-secondary">
    {children && <span class="font-semibold text-base-content">{children}</span>}
    <span>
      {entryWords(entry, view)}
      <Via data={entry.data} page={view.page} />
    </span>
    <Moment at={entry.at} page={view.page} />
  </p>
);

/** An event without a text of its own. */
const Line = ({ entry, view }: Shown) => (
  <p class="flex items-baseline gap-2 px-1 text-sm text-secondary">
    {entry.internal ? (
      <span class="self-center">
        <LockIcon />
        <span class="sr-only">{ticketTexts(view.page.language)('desk.ticket.internal')}: </span>
      </span>
    ) : (
      <span aria-hidden="true" class="w-4 shrink-0 text-center">
        ·
      </span>
    )}
    <span class="min-w-0">
      {entryWords(entry, view)}
      <Via data={entry.data} page={view.page} /> · <Moment at={entry.at} page={view.page} />
    </span>
  </p>
);

const Texts = ({ texts }: { texts: readonly { label?: string; text: string }[] }) => (
  <>
    {texts.map(({ label, text }) => (
      <>
        {label && <p class="mt-2 font-medium">{label}</p>}
        <Prose text={text} />
      </>
    ))}
  </>
);
