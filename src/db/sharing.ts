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
import { mayShare, type Readers, readersOf } from './readers.ts';

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
