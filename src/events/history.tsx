import type { Db } from '#db/open.ts';
import type { Page } from '#ui/page.ts';
import { Section } from '#ui/parts.tsx';
import { Moment } from '#ui/time.tsx';
import type { Happening } from './events.ts';
import { Via } from './via.tsx';

const shownAtMost = 20;

/** What happened to a subject, the latest first. For staff: internal events are among it. */
export const historyOf = (db: Db, subject: Happening['subject']) =>
  db
    .selectFrom('events')
    .leftJoin('people', 'people.id', 'events.actor_id')
    .select(['events.id', 'events.at', 'events.type', 'events.data', 'people.name as actor'])
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .orderBy('events.id', 'desc')
    .limit(shownAtMost)
    .execute();

export type History = Awaited<ReturnType<typeof historyOf>>;

interface Props {
  readonly page: Page;
  readonly title: string;
  readonly history: History;
  /** What happened, by the event's type, as «gegevens gewijzigd». */
  readonly say: (type: string, data: Readonly<Record<string, unknown>>) => string;
}

/** Who did what and when, a line each; nothing at all where nothing happened yet. */
export const HistorySection = ({ page, title, history, say }: Props) =>
  history.length === 0 ? null : (
    <Section title={title}>
      <ol class="grid gap-1">
        {history.map(({ at, type, data, actor }) => (
          <li class="flex flex-wrap gap-x-3">
            <span class="w-40 text-secondary">
              <Moment at={at} page={page} />
            </span>
            <span>
              {say(type, data as Record<string, unknown>)}{' '}
              <span class="text-secondary">
                · {actor ?? 'Nazorg'}
                <Via data={data as Record<string, unknown>} page={page} />
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
