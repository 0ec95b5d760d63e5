import {
  type CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  PostgresDialect,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
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

function mayShare(text: string): boolean {
  const before = known.get(text);
  if (before !== undefined) return before;
  const shared = reads.test(text) && !holdsUp.test(text) && !searches.test(text);
  if (known.size >= knownAtMost) known.clear();
  known.set(text, shared);
  return shared;
}

/** By the adapter, which a handle has in common with those made of it. */
const readersOf = new WeakMap<DialectAdapter, Readers>();

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

/** PostgreSQL, with readings shared among a few connections. */
export class SharingDialect extends PostgresDialect {
  readonly #readers: Readers;

  constructor(pool: pg.Pool, readers: Readers) {
    super({ pool });
    this.#readers = readers;
  }

  override createAdapter(): DialectAdapter {
    const adapter = super.createAdapter();
    readersOf.set(adapter, this.#readers);
    return adapter;
  }

  override createDriver(): Driver {
    return new SharingDriver(super.createDriver(), this.#readers);
  }
}

/** The connections of transactions that are under way. */
const connectionsOf = new WeakMap<Db, DatabaseConnection>();

/**
 * Lets what is asked of a transaction in one moment go to its connection in one message too, and be answered in turn;
 * the query builder by itself waits for each answer before it asks the next.
 */
export const pipeline = (db: Db): Promise<void> =>
  db.getExecutor().provideConnection(async (connection) => {
    if (connection instanceof SharingConnection) connectionsOf.set(db, connection);
  });

/** Ends what `pipeline` began: the connection will be another's. */
export const endPipeline = (db: Db): void => void connectionsOf.delete(db);

/** The connection of a transaction that may be asked several things at once. */
export const pipelineOf = (db: Db): DatabaseConnection | undefined => connectionsOf.get(db);

/** A connection that takes one of its own once it is needed. */
class SharingConnection implements DatabaseConnection {
  readonly #driver: Driver;
  readonly #readers: Readers;
  #own: Promise<DatabaseConnection> | null = null;
  /** The beginning of a transaction, which goes along with what is first asked in it. */
  begun: Promise<void> | null = null;

  constructor(driver: Driver, readers: Readers) {
    this.#driver = driver;
    this.#readers = readers;
  }

  own(): Promise<DatabaseConnection> {
    this.#own ??= this.#driver.acquireConnection();
    return this.#own;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#own || !mayShare(query.sql)) return (await this.own()).executeQuery(query);
    const { rows } = await this.#readers.query(query.sql, query.parameters);
    return { rows };
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    yield* (await this.own()).streamQuery<R>(query, chunkSize);
  }

  async release(): Promise<void> {
    if (this.#own) await this.#driver.releaseConnection(await this.#own);
  }
}

class SharingDriver implements Driver {
  readonly #driver: Driver;
  readonly #readers: Readers;

  constructor(driver: Driver, readers: Readers) {
    this.#driver = driver;
    this.#readers = readers;
  }

  init = () => this.#driver.init();
  acquireConnection = async () => new SharingConnection(this.#driver, this.#readers);
  beginTransaction = async (connection: SharingConnection, settings: TransactionSettings) => {
    connection.begun = this.#driver.beginTransaction(await connection.own(), settings);
    // told when it is committed; what is asked meanwhile fails with the connection that could not begin
    connection.begun.catch(() => {});
  };
  commitTransaction = async (connection: SharingConnection) => {
    await connection.begun;
    return this.#driver.commitTransaction(await connection.own());
  };
  rollbackTransaction = async (connection: SharingConnection) => {
    await connection.begun;
    return this.#driver.rollbackTransaction(await connection.own());
  };
  releaseConnection = (connection: SharingConnection) => connection.release();
  destroy = async () => {
    await this.#readers.close();
    await this.#driver.destroy();
  };
}
