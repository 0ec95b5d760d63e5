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
    const done = await readApplied(client);
    checkHistory(known, done);
    const due = known.filter(({ name }) => !done.has(name) && (only?.includes(name) ?? true));
    const applied: string[] = [];
    for (const migration of due) if (await apply(client, migration)) applied.push(migration.name);
    client.release();
    return { applied };
  } catch (error) {
    // Closing the connection ends the transaction, in whatever state it is.
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
  await begin(client);
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
  await client.query('commit');
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

/**
 * Begins a transaction for which others that migrate wait. The lock is the transaction's, not the connection's: a
 * pooler may hand each transaction to another connection.
 */
async function begin(client: pg.PoolClient): Promise<void> {
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock($1)', [lock]);
}

/** Applies one file; false when another program was first. */
async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<boolean> {
  try {
    await begin(client);
    const { rowCount } = await client.query('select from schema_migrations where name = $1', [name]);
    if (rowCount === 0) {
      await client.query(sql);
      await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [name, checksum]);
    }
    await client.query('commit');
    return rowCount === 0;
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
