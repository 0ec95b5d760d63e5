import type { Db } from '#db/open.ts';
import { isAscii } from '#lib/ascii.ts';
import { knownWords, type SoughtWord } from './sought.ts';

/** A piece of a text; `hit` where it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

const bases = new Map<string, string>();

/** A letter without its accent, as long as it was before. */
function baseOf(letter: string): string {
  let base = bases.get(letter);
  if (base === undefined) {
    const plain = letter.toLowerCase().normalize('NFD')[0] ?? letter;
    base = plain.length === letter.length ? plain : letter;
    if (bases.size < 5_000) bases.set(letter, base);
  }
  return base;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII
const beyondAscii = /[^\x00-\x7f]/g;

/** The text in small letters without accents, each at the place where it was. */
const lettersOf = (text: string): string =>
  (isAscii(text) ? text : text.replace(beyondAscii, baseOf)).toLowerCase();

const isInWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}\p{M}]/u.test(letter);

function wordAround(letters: string, at: number): Range {
  let [from, to] = [at, at];
  while (from > 0 && isInWord(letters[from - 1])) from -= 1;
  while (to < letters.length && isInWord(letters[to])) to += 1;
  return { from, to };
}

const beginning = 3;
const shortestPart = 4;

/** The words of a text that begin as one that is sought, or contain it. */
function likely(letters: string, words: readonly SoughtWord[]): Range[] {
  const found = new Map<number, Range>();
  for (const word of words) {
    const begin = word.letters.slice(0, beginning);
    if (begin === '') continue;
    for (let at = letters.indexOf(begin); at >= 0; at = letters.indexOf(begin, at + 1)) {
      const range = wordAround(letters, at);
      const within = word.letters.length >= shortestPart && letters.startsWith(word.letters, at);
      if (range.from === at || within) found.set(range.from, range);
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from);
}

/** A word of a text that may be meant, without accents and in small letters. */
interface Found extends Range {
  readonly letters: string;
}

function candidatesIn(text: string, words: readonly SoughtWord[]): Found[] {
  const letters = lettersOf(text);
  return likely(letters, words).map(({ from, to }) => ({ from, to, letters: letters.slice(from, to) }));
}

const isPlainly = (found: string, { letters, unfinished }: SoughtWord) =>
  found === letters ||
  (unfinished && found.startsWith(letters)) ||
  (letters.length >= shortestPart && found.includes(letters));

/** Marks in texts what was sought, by the same stems by which it was found. */
export interface Marker {
  /** The places of the words that were sought. */
  ranges(text: string): readonly Range[];
}

/** A marker for these texts; asks the database for the stems of the words in them that may be meant. */
export async function markerFor(
  db: Db,
  words: readonly SoughtWord[],
  texts: readonly string[],
): Promise<Marker> {
  const unsure = new Set<string>();
  const read = new Map<string, readonly Found[]>();
  for (const text of texts) {
    const candidates = candidatesIn(text, words);
    read.set(text, candidates);
    for (const { letters } of candidates)
      if (letters.length <= 100 && !words.some((word) => isPlainly(letters, word))) unsure.add(letters);
  }
  const known = await knownWords(db, [...unsure]);
  const stems = new Set(words.flatMap((word) => word.stems));
  const isHit = (found: string) =>
    words.some((word) => isPlainly(found, word)) ||
    (known.get(found)?.stems.some((stem) => stems.has(stem)) ?? false);
  return {
    ranges: (text) => (read.get(text) ?? candidatesIn(text, words)).filter(({ letters }) => isHit(letters)),
  };
}

/** The whole text in pieces. */
export function marked(text: string, marker: Marker): Piece[] {
  return cut(text, marker.ranges(text), { from: 0, to: text.length });
}

const before = 70;
const shown = 220;

/** What stands in a line of ASCII that is not yet one, and may be shown as it is without. */
const breaks = ['  ', '\n', '\r', '\t', '\v', '\f'];

const needsWork = (text: string) => !isAscii(text) || breaks.some((each) => text.includes(each));

/** A text as one line, as it is shown in a list of what was found. */
export function oneLine(text: string): string {
  // to look whether there is anything to do takes less time than doing it
  return (needsWork(text) ? text.normalize('NFC').replace(/\s+/gu, ' ') : text).trim();
}

/** The part of a line around the first words that were sought, in pieces; its beginning where there are none. */
export function excerpt(line: string, marker: Marker): Piece[] {
  const ranges = marker.ranges(line);
  const first = ranges[0]?.from ?? 0;
  const from = first <= before ? 0 : afterSpace(line, first - before, first);
  const to = from + shown >= line.length ? line.length : beforeSpace(line, from + shown, first);
  const pieces = cut(line, ranges, { from, to });
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...pieces,
    ...(to < line.length ? [{ text: ' …', hit: false }] : []),
  ];
}

/** The beginning of the first word from `at` on, at most at `limit`. */
function afterSpace(line: string, at: number, limit: number): number {
  const space = line.indexOf(' ', at);
  return space < 0 || space >= limit ? limit : space + 1;
}

/** The end of the last word before `at`; within one endless word simply there, between two characters. */
function beforeSpace(line: string, at: number, limit: number): number {
  const space = line.lastIndexOf(' ', at);
  if (space > limit) return space;
  return /[\uD800-\uDBFF]/.test(line[at - 1] ?? '') ? at - 1 : at;
}

function cut(text: string, ranges: readonly Range[], { from, to }: Range): Piece[] {
  const pieces: Piece[] = [];
  let done = from;
  for (const range of ranges) {
    if (range.from < done) continue;
    if (range.from >= to) break;
    if (range.from > done) pieces.push({ text: text.slice(done, range.from), hit: false });
    done = Math.min(range.to, to);
    pieces.push({ text: text.slice(range.from, done), hit: true });
  }
  if (done < to) pieces.push({ text: text.slice(done, to), hit: false });
  return pieces;
}
