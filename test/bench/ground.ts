import { randomUUIDv7 } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Connected, connectDatabase } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import type { Scope } from '#db/scope.ts';
import { seed } from './seed/seed.ts';

/** Where the measuring takes place: a database full of tickets, and a folder for the program. */
export interface Ground {
  readonly database: Connected;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly token: string;
  /** Null where it was there before. */
  readonly seededIn: number | null;
  close(): Promise<void>;
}

const quiet = { info() {}, warn: console.error, error: console.error };

/** Fills the database that DATABASE_URL names, which has to be empty, or an embedded one. */
export async function prepareGround(options: { tickets: number; data: string | undefined }): Promise<Ground> {
  const databaseUrl = process.env.DATABASE_URL;
  const kept = options.data && !databaseUrl ? resolve(options.data) : null;
  const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'nazorg-bench-')));
  await mkdir(dataDir, { recursive: true });
  // The embedded server of a program started by root runs as another user, who must get through.
  if (process.getuid?.() === 0) await chmod(dataDir, 0o711);
  const remove = () => (kept ? undefined : rm(dataDir, { recursive: true, force: true }));
  const database = await connectDatabase({ dataDir, log: quiet, ...(databaseUrl ? { databaseUrl } : {}) });
  const close = async () => {
    await database.close();
    await remove();
  };
  try {
    const note = join(dataDir, 'seeded');
    const before = kept ? await readFile(note, 'utf8').catch(() => null) : null;
    if (before) {
      const { tickets, token } = JSON.parse(before);
      if (tickets !== options.tickets)
        throw new Error(`${dataDir} holds a desk of ${tickets} tickets: take another folder.`);
      return { database, dataDir, databaseUrl, token, seededIn: null, close };
    }
    await mustBeEmpty(database);
    const begun = performance.now();
    await migrate(database.pool);
    const { token } = await seed(database, scopeOn(database), {
      tickets: options.tickets,
      progress: (done) => process.stderr.write(`\rSeeding … ${done}`),
    });
    process.stderr.write('\n');
    await database.pool.query('create table bench_floor (id uuid primary key, body text not null)');
    await database.pool.query('vacuum (analyze)');
    await database.pool.query('checkpoint').catch(() => {});
    if (kept) await writeFile(note, JSON.stringify({ tickets: options.tickets, token }));
    const seededIn = (performance.now() - begun) / 1000;
    return { database, dataDir, databaseUrl, token, seededIn, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function mustBeEmpty({ pool }: Connected): Promise<void> {
  const { rows } = await pool.query(
    `select count(*)::int from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind in ('r', 'p') and nspname not like 'pg\\_%' and nspname != 'information_schema'`,
  );
  if (rows[0].count > 0)
    throw new Error(
      'The database that DATABASE_URL names holds tables: the benchmark takes an empty one only.',
    );
}

const scopeOn = ({ db }: Connected): Scope => {
  const now = new Date();
  return {
    db,
    now: () => now,
    newId: randomUUIDv7,
    enqueue: async () => {},
    baseUrl: 'http://localhost:3000',
    delivers: false,
  };
};
