import type { Db } from './open.ts';
import { endPipeline, pipeline } from './sharing.ts';

/** Enqueues work for later as part of whatever transaction `db` is in. */
export type Enqueue = (db: Db, name: string, data: object, options?: { startAfter?: Date }) => Promise<void>;

/**
 * What an operation works in: one database handle (the pool, or the transaction it runs in), and time and
 * chance passed in, so that a test is exact and a demo can start on any day.
 */
export interface Scope {
  readonly db: Db;
  readonly now: () => Date;
  /** A UUID that begins with the moment (version 7): what is written next stands beside it in every index. */
  readonly newId: () => string;
  readonly enqueue: Enqueue;
  /** The program's own address, without a slash at the end: every link in a mail starts with it. */
  readonly baseUrl: string;
  /** Whether mails leave the building; without it they are kept and shown at the desk. */
  readonly delivers: boolean;
  /** The API token through which somebody acts who is not that token itself: the history keeps it. */
  readonly via?: { readonly id: string; readonly name: string };
}

/** Runs `work` in one transaction: all of it happens, or nothing. Within one already, it joins that. */
export function inTransaction<T>(scope: Scope, work: (scope: Scope) => Promise<T>): Promise<T> {
  if (scope.db.isTransaction) return work(scope);
  return scope.db.transaction().execute(async (db) => {
    await pipeline(db);
    try {
      return await work({ ...scope, db });
    } finally {
      endPipeline(db);
    }
  });
}

/**
 * Does several things of one transaction at once, and waits for all of them, also when one fails: nothing may go on
 * in a transaction that is over. Throws what the first that failed threw.
 */
export async function together<T extends readonly unknown[]>(
  works: {
    readonly [Each in keyof T]: Promise<T[Each]>;
  },
): Promise<T> {
  const ended = await Promise.allSettled(works);
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
  return ended.map((each) => (each as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
