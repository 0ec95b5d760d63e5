import type { StoryEntry } from '../story.ts';
import { ticketTexts } from '../texts.ts';
import { type ActProps, pathOf } from './act-form.tsx';
import { entryTexts } from './story-words.ts';

/** What of a ticket's history is shown. */
export const historyParts = ['all', 'conversation', 'notes', 'steps'] as const;
export type HistoryPart = (typeof historyParts)[number];

/** What the address asks for; what makes no sense in it is everything. */
export const historyPart = (asked: string | undefined): HistoryPart =>
  historyParts.find((each) => each === asked) ?? 'all';

/** What an address says to show that part. */
export const historyQuery = (part: HistoryPart): string => (part === 'all' ? '' : `?show=${part}`);

/** The entries of one part: what was said to and by the client, what colleagues wrote, or what was done. */
export function entriesOf(part: HistoryPart, view: ActProps['view']): StoryEntry[] {
  const entries = view.story.filter(({ type }) => type !== 'reported');
  return part === 'all' ? entries : entries.filter((entry) => partOf(entry, view) === part);
}

function partOf(entry: StoryEntry, view: ActProps['view']): HistoryPart {
  const text = entry.internal ? entry.note : entry.body;
  if (text === null && entryTexts(entry, view).length === 0) return 'steps';
  return entry.internal ? 'notes' : 'conversation';
}

/** The parts as links, each an address of its own, with how much each holds. */
export const HistoryParts = ({ view }: ActProps) => {
  const say = ticketTexts(view.page.language);
  return (
    <nav aria-label={say('desk.history.label')} class="mb-3 flex flex-wrap gap-1 text-sm">
      {historyParts.map((part) => (
        <a
          href={`${pathOf(view)}${historyQuery(part)}#story`}
          class="rounded-field border border-transparent px-2 py-1 aria-[current=true]:border-base-300 aria-[current=true]:bg-base-100 aria-[current=true]:font-semibold"
          aria-current={view.part === part ? 'true' : undefined}
        >
          {say(`desk.history.${part}`)}{' '}
          <span class="text-secondary tabular-nums">{entriesOf(part, view).length}</span>
        </a>
      ))}
    </nav>
  );
};
