import { type RawBuilder, sql } from 'kysely';
import { type Frequencies, isCommon, shareOf } from './frequency.ts';
import type { Sought, SoughtWord } from './sought.ts';

/** How what is sought is asked of the database. */

const quoted = (lexeme: string) => `'${lexeme.replace(/['\\]/g, '$&$&')}'`;

/** One word as a `tsquery`: any of its stems, what begins with it while it is typed, or one of these marks. */
function queryOf({ stems, letters, unfinished }: SoughtWord, marks: readonly string[]): string {
  const any = [...stems, ...marks].map(quoted);
  if (unfinished) any.push(`${quoted(letters)}:*`);
  return any.join(' | ');
}

/** All words as one `tsquery`; with a mark only in texts that carry it. */
export const queryOfAll = ({ words }: Sought, mark?: string): string =>
  [...words.map((word) => `(${queryOf(word, [])})`), ...(mark ? [quoted(mark)] : [])].join(' & ');

/** Any of the words as one `tsquery`. */
export const queryOfAny = (words: readonly SoughtWord[]): string =>
  words.map((word) => `(${queryOf(word, [])})`).join(' | ');

/** The mark on everything that was written about an organisation's tickets. */
export const markOf = (organisationId: string) => `/o/${organisationId}`;

/** Dutch puts words together: what is found within another word. Short parts stand in every other word. */
export const shortestPart = 4;

/** Looks at so many texts with each word, the newest first: of a common word only these, of a rare one all. */
const mostWithWord = 2_000;

interface Newest {
  readonly from: 'search_texts' | 'search_notes';
  /** With `ticket_id`, and the id as `nth`. */
  readonly columns: RawBuilder<unknown>;
  /** As a `tsquery`. */
  readonly query: string;
  /** One more condition, begun with «and». */
  readonly only?: RawBuilder<unknown>;
  readonly most: number;
  /** Whether so many of its texts are found sooner by reading from the newest on. */
  readonly common: boolean;
}

/**
 * The newest rows of a table that hold what is asked; of a rare word all are looked up first, by the index of words. That
 * is the way for every rare word, so its plan is made once: `cast` is `::`, of which `#db/prepared.ts` has to think
 * that the plan depends on the words.
 */
export function newest({ from, columns, query, only = sql``, most, common }: Newest): RawBuilder<unknown> {
  const [table, limit] = [sql.table(from), sql.lit(most)];
  if (common)
    return sql`(select ${columns} from ${table} where words @@ ${query}::tsquery ${only}
      order by id desc limit ${limit})`;
  return sql`(with holding as materialized (select ${columns} from ${table} where words @@ cast(${query} as tsquery))
    select * from holding where true ${only} order by nth desc limit ${limit})`;
}

interface Place {
  /** Also in notes: for staff only. */
  readonly internal: boolean;
  /** Marks of the clients, sites and people that are called so. */
  readonly marks: readonly string[];
  /** Only in texts with this mark. */
  readonly mark: string | undefined;
  readonly often: Frequencies;
}

/** The tickets about which one word was written, as far as is looked at: rows of `ticket_id`. */
export function ticketsWith(word: SoughtWord, { internal, marks, mark, often }: Place): RawBuilder<unknown> {
  const query = `(${queryOf(word, marks)})${mark ? ` & ${quoted(mark)}` : ''}`;
  const share = shareOf(often, word, marks) * (mark ? (often.shares.get(mark) ?? often.least) : 1);
  const common = isCommon(often, share, mostWithWord);
  const texts = { columns: sql`ticket_id, id as nth`, query, most: mostWithWord, common };
  const part = partOf(word);
  return sql.join(
    [
      newest({ from: 'search_texts', ...texts }),
      ...(part
        ? [
            sql`(select ticket_id, id from search_texts where letters like ${part} order by id desc limit ${mostWithWord})`,
          ]
        : []),
      ...(internal ? [newest({ from: 'search_notes', ...texts })] : []),
    ],
    sql` union all `,
  );
}

/** One row when the word was written about the ticket of `candidate`, else none. */
export function hasWord(
  word: SoughtWord,
  { internal, marks }: Pick<Place, 'internal' | 'marks'>,
): RawBuilder<unknown> {
  const query = queryOf(word, marks);
  const part = partOf(word);
  return sql`(
    (select from search_texts as text where text.ticket_id = candidate.ticket_id
      and (text.words @@ ${query}::tsquery ${part ? sql`or text.letters like ${part}` : sql``}))
    ${
      internal
        ? sql`union all (select from search_notes as note where note.ticket_id = candidate.ticket_id
          and note.words @@ ${query}::tsquery)`
        : sql``
    } limit 1)`;
}

const partOf = ({ letters }: SoughtWord): string | null =>
  letters.length >= shortestPart ? `%${letters.replace(/[\\%_]/g, '\\$&')}%` : null;
