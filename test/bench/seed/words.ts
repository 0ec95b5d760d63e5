import type { Chance } from '#demo/chance.ts';

const starts = [
  'b',
  'd',
  'f',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'w',
  'z',
  'st',
  'tr',
  'kl',
  'br',
];
const middles = ['a', 'e', 'i', 'o', 'u', 'aa', 'ee', 'oo', 'ie', 'oe', 'ui', 'ij'];
const ends = ['', 'n', 'r', 's', 't', 'l', 'k', 'm', 'p', 'ng', 'st', 'rt'];
const vocabulary = 8_000;

/** Stands in exactly so many tickets as `marked` in `plan.ts` says, and sounds like none of the others. */
export const rareWord = 'kwartelkoning';

/** Made-up words, of which a few are used all the time and most seldom, as in any language. */
export class Words {
  readonly #chance: Chance;
  readonly #known: readonly string[];

  constructor(chance: Chance) {
    this.#chance = chance;
    const known = new Set<string>();
    while (known.size < vocabulary) {
      const syllables = known.size < 100 ? 1 : 2 + Math.floor(chance.next() * 2);
      const syllable = () => chance.pick(starts) + chance.pick(middles) + chance.pick(ends);
      known.add(Array.from({ length: syllables }, syllable).join(''));
    }
    this.#known = [...known];
  }

  word(chance = this.#chance): string {
    // the n-th word about 1/n as often as the first
    return this.#known[Math.floor(vocabulary ** chance.next()) - 1]!;
  }

  /** Sentences on one line; without a character that HTML or COPY writes in another way. */
  text(chance: Chance, length: number): string {
    const words: string[] = [];
    for (let at = 0; at < length; at++) {
      const begins = at % 12 === 0;
      const word = this.word(chance);
      words.push((begins ? capital(word) : word) + (at % 12 === 11 || at === length - 1 ? '.' : ''));
    }
    return words.join(' ');
  }
}

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
