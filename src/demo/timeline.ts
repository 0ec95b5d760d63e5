import { sql } from 'kysely';
import type { Scope } from '#db/scope.ts';
import { runNextQuoteTimer } from '#quotes/timers.ts';
import { runNextTimer } from '#tickets/timers.ts';

/** Something that somebody does at a moment. */
export interface Act {
  /** Epoch ms. */
  readonly at: number;
  readonly take: () => Promise<unknown>;
}

/** A clock that stands until it is moved on; never back. */
export class DemoClock {
  #now: number;
  constructor(start: number) {
    this.#now = start;
  }

  readonly now = (): Date => new Date(this.#now);

  moveTo(at: number): void {
    this.#now = Math.max(this.#now, at);
  }
}

/** Lets time pass until `at`: whatever is to happen by itself meanwhile happens at its own moment. */
export async function advanceTo(at: number, scope: Scope, clock: DemoClock): Promise<void> {
  for (;;) {
    const next = await scope.db
      .selectFrom('timers')
      .select(['at', sql<boolean>`false`.as('ofQuote')])
      .where('at', '<=', new Date(at))
      .unionAll(({ selectFrom }) =>
        selectFrom('quote_timers')
          .select(['at', sql<boolean>`true`.as('ofQuote')])
          .where('at', '<=', new Date(at)),
      )
      .orderBy('at')
      .limit(1)
      .executeTakeFirst();
    if (!next) break;
    clock.moveTo(next.at.getTime());
    await (next.ofQuote ? runNextQuoteTimer(scope) : runNextTimer(scope));
  }
  clock.moveTo(at);
}

export interface Playing {
  readonly end: number;
  readonly scope: Scope;
  readonly clock: DemoClock;
  readonly signal?: AbortSignal;
}

/** Does all acts in the order of their moments, and lets time pass until `end`. */
export async function play(acts: readonly Act[], { end, scope, clock, signal }: Playing): Promise<void> {
  for (const { at, take } of acts.toSorted((a, b) => a.at - b.at)) {
    signal?.throwIfAborted();
    await advanceTo(at, scope, clock);
    await take();
  }
  await advanceTo(end, scope, clock);
}
