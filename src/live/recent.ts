import type { Signal } from './signal.ts';

type Told = Extract<Signal, { kind: 'ticket' | 'presence' }>;

const kept = 2 * 60_000;
const most = 2_000;

/**
 * The signals of the last minutes: a page that was drawn, or a stream that broke off, before one of them came
 * hears of it when it opens its stream.
 */
export class Recent {
  #told: { at: number; signal: Told }[] = [];
  /** From here on nothing was missed; a page that is older is fetched again in any case. */
  #knownFrom: number;

  constructor(now: number) {
    this.#knownFrom = now;
  }

  add(signal: Told, now: number): void {
    this.#told.push({ at: now, signal });
    const first = this.#told.findIndex(({ at }) => at > now - kept);
    const dropped = this.#told.splice(0, Math.max(first, this.#told.length - most, 0));
    if (dropped.length) this.#knownFrom = dropped.at(-1)!.at + 1;
  }

  /** Forgets all: something was missed just now. */
  restart(now: number): void {
    this.#told = [];
    this.#knownFrom = now;
  }

  /** What was told since this moment, or null when that is not known. */
  since(moment: number): Told[] | null {
    if (moment < this.#knownFrom) return null;
    return this.#told.filter(({ at }) => at >= moment).map(({ signal }) => signal);
  }
}
