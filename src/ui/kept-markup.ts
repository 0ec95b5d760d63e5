import type { JSX } from 'hono/jsx/jsx-runtime';
import { flat } from './jsx/runtime.ts';

interface Made {
  readonly of: readonly unknown[];
  readonly markup: JSX.Element;
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
  of(place: string, of: readonly unknown[], make: () => JSX.Element): JSX.Element {
    const known = this.#kept.get(place);
    if (known && of.every((value, at) => value === known.of[at])) return known.markup;
    const markup = flat(make());
    if (!known && this.#kept.size >= this.#most) this.#kept.delete(this.#kept.keys().next().value!);
    this.#kept.set(place, { of, markup });
    return markup;
  }
}
