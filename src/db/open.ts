import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { DatabaseError, isUnavailable } from '#db/errors.ts';
import { PreparingClient } from '#db/prepared.ts';
import { Readers } from '#db/readers.ts';
import { SharingDialect } from '#db/sharing.ts';
import type { DB } from '#db/types.ts';
import { getTypeParser } from '#db/values.ts';

export { DatabaseError, isUnavailable };

/** The one database handle in scope: the pool, or a transaction that shadows it. */
export type Db = Kysely<DB>;

export interface Database {
  readonly db: Db;
  readonly pool: pg.Pool;
  /** Waits for running queries, then closes every connection. */
  close(): Promise<void>;
}

interface OpenOptions {
  readonly max?: number;
  /** Whether statements are prepared on each connection. */
  readonly prepares?: boolean;
  readonly log?: { warn(message: string): void };
}

const oldest = 15;
const mostReaders = 4;

/**
 * Opens a pool on a PostgreSQL address. Connecting is bounded to 5 s; a lost idle connection is logged,
 * never thrown. `date` and `numeric` come as strings, `int8` as number, `timestamptz` as Date.
 * @throws {DatabaseError} when it is no PostgreSQL 15 or later, or refuses us
 */
export async function openDatabase(
  url: string,
  { max = 10, prepares = true, log = console }: OpenOptions = {},
): Promise<Database> {
  const settings = {
    connectionString: url,
    max,
    Client: prepares ? PreparingClient : pg.Client,
    connectionTimeoutMillis: 5_000,
    application_name: 'nazorg',
    types: { getTypeParser },
  };
  let closing = false;
  const listening = (pool: pg.Pool): pg.Pool => {
    // A connection that breaks while a transaction holds it but asks nothing (it waits for a mail server) has
    // no other listener, and would take the whole program down; its next query is rejected anyway.
    pool.on('connect', (client) => client.on('error', () => {}));
    pool.on('error', (error) => {
      // While everything stops, the server may be quicker than the goodbye of the pool.
      if (!closing) log.warn(`A database connection was lost: ${error.message}`);
    });
    return pool;
  };
  const pool = listening(new pg.Pool(settings));
  try {
    await checkVersion(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const pipelined = prepares
    ? listening(new pg.Pool({ ...settings, pipeline: true } as pg.PoolConfig))
    : undefined;
  const db = new Kysely<DB>({
    dialect: pipelined ? sharing(pipelined, settings) : new PostgresDialect({ pool }),
  });
  return {
    db,
    pool,
    close: async () => {
      closing = true;
      await db.destroy();
      if (pipelined) await pool.end();
    },
  };
}

/** A pooler that knows no prepared statements would not know several of them in one message, either. */
function sharing(pool: pg.Pool, settings: pg.PoolConfig & { max: number }): SharingDialect {
  const most = Math.max(1, Math.min(mostReaders, settings.max - 1));
  const readers = new pg.Pool({ ...settings, max: most, pipeline: true } as pg.PoolConfig);
  // its next query is rejected, and another connection opened
  readers.on('error', () => {});
  return new SharingDialect(pool, new Readers(readers, most));
}

async function checkVersion(pool: pg.Pool): Promise<void> {
  const number = await pool
    .query<{ server_version_num: string }>('show server_version_num')
    .then(({ rows }) => Number(rows[0]?.server_version_num))
    .catch((error: Error) => {
      const remedy = isUnavailable(error)
        ? 'see that it runs, and that DATABASE_URL names it'
        : 'correct DATABASE_URL';
      throw new DatabaseError(
        `The database cannot be reached (${error.message || 'no answer'}): ${remedy}.`,
        {
          cause: error,
        },
      );
    });
  if (number >= oldest * 10_000) return;
  const major = Math.floor(number / 10_000);
  throw new DatabaseError(
    `The database is PostgreSQL ${major}, and Nazorg needs ${oldest} or later: upgrade it, or leave out DATABASE_URL to use the embedded one.`,
  );
}
