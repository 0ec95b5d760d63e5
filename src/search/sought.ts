import { sql } from 'kysely';
import type { Db } from '#db/open.ts';

/** One word that is looked for, as what is written is compared with it. */
export interface SoughtWord {
  readonly word: string;
  /** Without accents and in small letters. */
  readonly letters: string;
  /** Its stems in both languages; none for a word that only holds sentences together. */
  readonly stems: readonly string[];
  /** Still being typed: longer words that begin with it are meant, too. */
  readonly unfinished: boolean;
}

/** What somebody looks for. */
export interface Sought {
  readonly typed: string;
  /** The words by which it is looked for. */
  readonly words: readonly SoughtWord[];
  /** A number of a ticket, where that is all that was typed. */
  readonly number: number | null;
  /** Whether there were more words than are looked for. */
  readonly cut: boolean;
  /** Whether anything was typed that could be a word at all. */
  readonly hasWords: boolean;
}

export const mostWords = 10;
const longestWord = 60;
const shortestBeginning = 3;

/** Reads what was typed: its words in their order, each once, whatever stands between them. */
export async function readSought(db: Db, typed: string): Promise<Sought> {
  const all = [
    ...new Set(
      typed
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [],
    ),
  ];
  const taken = all.slice(0, mostWords).map((word) => word.slice(0, longestWord).toWellFormed());
  const known = await knownWords(db, taken);
  const last = all.length <= mostWords && /[\p{L}\p{N}\p{M}]$/u.test(typed) ? taken.at(-1) : undefined;
  const words = taken.map((word) => {
    const { letters, stems } = known.get(word)!;
    const unfinished = word.length >= longestWord || (word === last && letters.length >= shortestBeginning);
    return { word, letters, stems, unfinished };
  });
  const number = /^\s*#?\s*(\d{1,9})\s*$/.exec(typed)?.[1];
  return {
    typed,
    words: words.filter(({ stems }) => stems.length > 0),
    number: number ? Number(number) : null,
    cut: all.length > mostWords,
    hasWords: all.length > 0,
  };
}

interface Known {
  readonly letters: string;
  readonly stems: readonly string[];
}

/** The stems of words never change, so those that were asked for are kept. */
const kept = new Map<string, Known>();
const keptAtMost = 20_000;

/** The letters and stems of words, as the database makes them. */
export async function knownWords(db: Db, words: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const missing = [...new Set(words)].filter((word) => !kept.has(word));
  const found = new Map(words.flatMap((word) => (kept.has(word) ? [[word, kept.get(word)!]] : [])));
  if (missing.length === 0) return found;
  const { rows } = await sql<Known & { word: string }>`
    select word, trim(search_letters(word)) as letters, tsvector_to_array(search_words(word)) as stems
    from unnest(${missing}::text[]) as word`.execute(db);
  if (kept.size + rows.length > keptAtMost) kept.clear();
  for (const { word, letters, stems } of rows) {
    kept.set(word, { letters, stems });
    found.set(word, { letters, stems });
  }
  return found;
}
