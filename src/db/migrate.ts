import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { DatabaseError } from '#db/errors.ts';
import { packageRoot } from '#lib/root.ts';

/** Where the program's own migrations lie. */
export const migrationsFolder = join(packageRoot, 'migrations');

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

// Any number will do, as long as every version of the program takes the same one.
const lock = 7_245_902_314;

/**
 * Brings the database's tables up to this program: applies the files of `folder` (`NNNN_name.sql`) that it
 * has not seen, in order, each in its own transaction. Programs that start at once wait for each other.
 * @param options.only apply just these, as for a backup of an older version
 * @throws {DatabaseError} when an applied file was changed, is unknown here, or fails
 */
export async function migrate(
  pool: pg.Pool,
  { folder = migrationsFolder, only }: { folder?: string; only?: readonly string[] } = {},
): Promise<{ applied: string[] }> {
  const known = await readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    const done = await readApplied(client);
    checkHistory(known, done);
    const due = known.filter(({ name }) => !done.has(name) && (only?.includes(name) ?? true));
    for (const migration of due) await apply(client, migration);
    await client.query('select pg_advisory_unlock($1)', [lock]);
    client.release();
    return { applied: due.map(({ name }) => name) };
  } catch (error) {
    // Closing the connection gives the lock back, in whatever state it is.
    client.release(true);
    throw error;
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      // Git may have turned the ends of lines into those of Windows.
      const checksum = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
      return { name, sql, checksum };
    }),
  );
}

async function readApplied(client: pg.PoolClient): Promise<Map<string, string>> {
  await client.query(
    `create table if not exists schema_migrations (
       name text primary key,
       checksum text not null,
       applied_at timestamptz not null default now()
     )`,
  );
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migrations',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function checkHistory(known: Migration[], done: Map<string, string>): void {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of done) {
    const here = checksums.get(name);
    if (here === undefined) {
      throw new DatabaseError(
        `The database was already changed by a newer Nazorg (${name}): start that version, or restore a backup from before.`,
      );
    }
    if (here !== checksum) {
      throw new DatabaseError(
        `The migration ${name} was changed after it was applied: put the file back as it was, and write a new migration for the change.`,
      );
    }
  }
}

async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    const { code, message, position } = error as Error & { code?: string; position?: string };
    // The migration itself says what it lacks, and what to do.
    if (code === 'P0001') throw new DatabaseError(message, { cause: error });
    const line = position ? ` at line ${sql.slice(0, Number(position)).split('\n').length}` : '';
    throw new DatabaseError(
      `The migration ${name} failed${line} (${message}): the database is as it was before it; go back to the previous version of Nazorg and report this.`,
      { cause: error },
    );
  }
}
