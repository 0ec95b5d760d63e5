/** How often something may be tried within how long. */
export interface Limit {
  readonly times: number;
  readonly milliseconds: number;
}

interface Count {
  tries: number;
  readonly until: number;
}

const keptAtMost = 10_000;

/**
 * Counts tries by key in the memory of this process: enough to make guessing hopeless, without a write to
 * the database for every knock. Bounded, so that knocking with ever new keys costs no more memory; the oldest
 * are forgotten first. Several processes each count for themselves.
 */
export class Throttle {
  readonly #counts = new Map<string, Count>();
  readonly #limit: Limit;

  constructor(limit: Limit) {
    this.#limit = limit;
  }

  /** Whether `key` has used up its tries. */
  refuses(key: string, now: Date): boolean {
    const count = this.#counts.get(key);
    return count !== undefined && count.until > now.getTime() && count.tries >= this.#limit.times;
  }

  /** Counts one try. */
  count(key: string, now: Date): void {
    const known = this.#counts.get(key);
    if (known && known.until > now.getTime()) {
      known.tries++;
      return;
    }
    this.#counts.delete(key);
    this.#counts.set(key, { tries: 1, until: now.getTime() + this.#limit.milliseconds });
    for (const oldest of this.#counts.keys()) {
      if (this.#counts.size <= keptAtMost) break;
      this.#counts.delete(oldest);
    }
  }

  /** Forgets the tries of `key`: it was who it said to be. */
  forget(key: string): void {
    this.#counts.delete(key);
  }
}
