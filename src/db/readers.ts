import type { DialectAdapter } from 'kysely';
import type pg from 'pg';
import type { Db } from './open.ts';
import { searches } from './prepared.ts';

/**
 * A page asks a dozen small things at once. Sent one by one over a connection each, most of the time goes into
 * writing to sockets and waking each other. What is only read and asked for in the same moment therefore goes in one
 * message to one of a few connections that answer in turn. Transactions, and whatever may hold others up (a write, a
 * search), have a connection to themselves as before.
 */
const reads = /^\s*(select|with)\b/i;
const holdsUp = /\b(for|insert|update|delete|merge)\s/i;

const known = new Map<string, boolean>();
const knownAtMost = 2_000;

/** Whether a statement only reads, and is soon done with it. */
export function mayShare(text: string): boolean {
  const before = known.get(text);
  if (before !== undefined) return before;
  const shared = reads.test(text) && !holdsUp.test(text) && !searches.test(text);
  if (known.size >= knownAtMost) known.clear();
  known.set(text, shared);
  return shared;
}

/** By the adapter, which a handle has in common with those made of it. */
export const readersOf = new WeakMap<DialectAdapter, Readers>();

/** Who reads such a statement for a handle straight away; undefined in a transaction, and for what is not only read. */
export const readersFor = (db: Db, text: string): Readers | undefined =>
  db.isTransaction || !mayShare(text) ? undefined : readersOf.get(db.getExecutor().adapter);

interface Reader {
  readonly opening: Promise<pg.PoolClient>;
  client: pg.PoolClient | null;
  waiting: number;
  /** When it was last idle, or last answered. */
  moved: number;
}

/** A connection that answers, or began to less than so many milliseconds ago, can be expected to answer soon. */
const soon = 2;

/** The connections that are shared; each is opened when it is needed, and again when it was lost. */
export class Readers {
  readonly #pool: pg.Pool;
  readonly #most: number;
  #open: Reader[] = [];
  #chosen: Reader | null = null;

  /** @param pool of connections in pipeline mode, all of which are for sharing */
  constructor(pool: pg.Pool, most: number) {
    this.#pool = pool;
    this.#most = most;
  }

  async query(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    const reader = this.#choose();
    if (reader.waiting++ === 0) reader.moved = performance.now();
    try {
      const client = reader.client ?? (await reader.opening);
      return await client.query(text, values as unknown[]);
    } finally {
      reader.waiting--;
      reader.moved = performance.now();
    }
  }

  /** Lets go of every connection; what was asked has been answered. */
  async close(): Promise<void> {
    for (const { client } of this.#open) client?.release();
    this.#open = [];
    await this.#pool.end();
  }

  /**
   * One for all that is asked in this moment: one that is at work and answers, since to wake another takes longer than to
   * ask one more thing of it; else the one with the least to do.
   */
  #choose(): Reader {
    if (this.#chosen) return this.#chosen;
    const chosen = this.#awake() ?? this.#idlest();
    this.#chosen = chosen;
    process.nextTick(() => {
      this.#chosen = null;
    });
    return chosen;
  }

  #awake(): Reader | undefined {
    const since = performance.now() - soon;
    return this.#open.find(({ client, waiting, moved }) => client && waiting > 0 && moved > since);
  }

  #idlest(): Reader {
    const least = this.#open.toSorted((a, b) => a.waiting - b.waiting)[0];
    return !least || (least.waiting > 0 && this.#open.length < this.#most) ? this.#add() : least;
  }

  #add(): Reader {
    const reader: Reader = { opening: this.#pool.connect(), client: null, waiting: 0, moved: 0 };
    this.#open.push(reader);
    const drop = (error: Error) => {
      if (!this.#open.includes(reader)) return;
      this.#open = this.#open.filter((each) => each !== reader);
      if (this.#chosen === reader) this.#chosen = null;
      reader.client?.release(error);
    };
    reader.opening.then((client) => {
      reader.client = client;
      client.on('error', drop);
      client.on('end', () => drop(new Error('The connection was closed.')));
    }, drop);
    return reader;
  }
}
