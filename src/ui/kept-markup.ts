import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

interface Made {
  readonly of: readonly unknown[];
  readonly markup: HtmlEscapedString;
}

/**
 * Markup that is made again only when something that it was made of is another value. What is kept says nothing by
 * itself: whoever asks has read everything that it was made of, and may read it.
 */
export class KeptMarkup {
  readonly #kept = new Map<string, Made>();
  readonly #most: number;

  /** Keeps at most so many pieces; the one that was first made goes first. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The piece at a place: as it was made `of` the same values, else made now. */
  of(place: string, of: readonly unknown[], make: () => { toString(): string | Promise<string> }) {
    const known = this.#kept.get(place);
    if (known && of.every((value, at) => value === known.of[at])) return known.markup;
    const made = make().toString();
    if (typeof made !== 'string') throw new Error('Markup that is kept is made at once.');
    const markup = raw(made);
    if (!known && this.#kept.size >= this.#most) this.#kept.delete(this.#kept.keys().next().value!);
    this.#kept.set(place, { of, markup });
    return markup;
  }
}
