import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Sought, SoughtWord } from './sought.ts';

/**
 * How often words stand in what is searched, as PostgreSQL counted when it last looked through it. By that it plans, but of
 * a word that is not among the commonest it believes that it stands in one of a hundred texts, however many there
 * are; so in a large desk it read all texts from the newest on, to find a hundred.
 */
export interface Frequencies {
  readonly texts: number;
  /** The part of the texts in which each of the commonest stems and marks stands. */
  readonly shares: ReadonlyMap<string, number>;
  /** Any other stands in less than this part. */
  readonly least: number;
}

const readFrequencies = statement(
  () => sql<{ texts: number; stems: string[] | null; shares: number[] | null }>`
    select class.reltuples::float8 as texts, stats.most_common_elems::text::text[] as stems,
      stats.most_common_elem_freqs::float8[] as shares
    from pg_class as class
      left join pg_stats as stats on stats.schemaname = current_schema()
        and stats.tablename = 'search_texts' and stats.attname = 'words'
    where class.oid = 'search_texts'::regclass`,
);

const askedAgainAfter = 100;
let kept: Frequencies | null = null;
let asked = 0;

/** The frequencies, asked anew with every hundredth search: a wrong one costs time and finds the same. */
export async function frequencies(db: Db): Promise<Frequencies> {
  if (kept && asked++ % askedAgainAfter !== 0) return kept;
  const [row] = await readFrequencies(db);
  const { texts = 0, stems, shares } = row ?? {};
  const known = (stems ?? []).map((stem, nth) => [stem, shares?.[nth] ?? 0] as const);
  const least = known.reduce((least, [, share]) => Math.min(least, share), 1);
  kept = { texts: Math.max(0, texts), shares: new Map(known), least: known.length > 0 ? least : 0 };
  return kept;
}

/** The part of the texts in which this word, what begins with it, or one of these marks stands; not too little. */
export function shareOf(
  { shares, least }: Frequencies,
  word: SoughtWord,
  marks: readonly string[] = [],
): number {
  let share = 0;
  for (const stem of word.stems) share += shares.get(stem) ?? least / 2;
  // a client, a site or a person has few tickets unless it is among the commonest
  for (const mark of marks) share += shares.get(mark) ?? 0;
  if (word.unfinished)
    for (const [stem, each] of shares)
      if (stem.startsWith(word.letters) && !word.stems.includes(stem)) share += each;
  return Math.min(1, share);
}

/** The part of the texts in which all of the words stand, as far as they do not follow each other; with a mark. */
export const shareOfAll = (often: Frequencies, { words }: Sought, mark?: string): number =>
  words.reduce(
    (share, word) => share * shareOf(often, word),
    mark ? (often.shares.get(mark) ?? often.least) : 1,
  );

/**
 * Whether so many of the newest texts are found sooner by reading from the newest on than by the index of words, which
 * knows all texts but not which are new: where it would give more rows than would have to be read.
 */
export const isCommon = ({ texts }: Frequencies, share: number, most: number): boolean =>
  share * share * texts > most;
