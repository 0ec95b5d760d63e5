import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  type ArchiveEntry,
  BackupError,
  explainDamage,
  type Manifest,
  manifestSchema,
  readArchive,
  type Summary,
  summarySchema,
} from '#backup/archive.ts';
import { columnList, looseTies, quoted, setSequences } from '#backup/tables.ts';
import { migrate, migrationsFolder } from '#db/migrate.ts';

export interface RestoreOptions {
  pool: pg.Pool;
  filesDir: string;
  path: string;
  /** The folder of the migrations, if not the program's own. */
  migrations?: string;
}

/**
 * Loads a backup into an empty installation, an older one by way of its own version of the tables. Rows come
 * all or not at all; attachments that came before a failure are found and written again the next time.
 * @throws {BackupError} when there are people in the installation already, or the file is damaged or too new
 */
export async function restore(options: RestoreOptions): Promise<Summary> {
  const { pool, path } = options;
  await refuseUnlessEmpty(pool);
  try {
    return await restoreFrom(readArchive(path), options);
  } catch (error) {
    throw explainDamage(error, path);
  }
}

async function restoreFrom(entries: AsyncGenerator<ArchiveEntry>, options: RestoreOptions): Promise<Summary> {
  const { pool, filesDir, path, migrations: folder = migrationsFolder } = options;
  const manifest = await readManifest(entries, path);
  await reachVersion(pool, manifest, folder);
  const client = await pool.connect();
  try {
    await client.query('begin');
    const tie = await looseTies(client);
    const names = manifest.tables.map(({ name }) => quoted(name));
    // What the migrations themselves put in is in the backup, too, perhaps changed since.
    if (names.length > 0) await client.query(`truncate ${names.join(', ')}`);
    const summary = await load(client, manifest, entries, filesDir);
    await setSequences(client, manifest.sequences);
    await tie();
    await client.query('commit');
    client.release();
    await migrate(pool, { folder });
    return summary;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function refuseUnlessEmpty(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(`select to_regclass('public.people') is not null as there`);
  if (!rows[0].there) return;
  if ((await pool.query('select from people limit 1')).rowCount === 0) return;
  throw new BackupError(
    'There are people in this installation already: restore into an empty one (another DATA_DIR, or another database).',
  );
}

async function readManifest(entries: AsyncGenerator<ArchiveEntry>, path: string): Promise<Manifest> {
  const { value: first } = await entries.next();
  const content = first?.name === 'manifest.json' ? await text(first.content) : 'null';
  const manifest = manifestSchema.safeParse(JSON.parse(content));
  if (manifest.success) return manifest.data;
  throw new BackupError(`${path} is no backup that this version of Nazorg can read.`);
}

async function reachVersion(pool: pg.Pool, { migrations }: Manifest, folder: string): Promise<void> {
  await migrate(pool, { folder, only: migrations });
  const { rows } = await pool.query<{ name: string }>('select name from schema_migrations order by name');
  const applied = rows.map(({ name }) => name);
  const missing = migrations.find((name) => !applied.includes(name));
  if (missing) {
    throw new BackupError(
      `The backup was made by a newer Nazorg (${missing}): restore it with that version or a later one.`,
    );
  }
  if (applied.length === migrations.length) return;
  throw new BackupError(
    'The backup is of an older version, and this database was already set up by this one: restore into a database that was never used (another DATA_DIR, or another database).',
  );
}

async function load(
  client: pg.ClientBase,
  { tables }: Manifest,
  entries: AsyncGenerator<ArchiveEntry>,
  filesDir: string,
): Promise<Summary> {
  const counted: Summary = { rows: Object.fromEntries(tables.map(({ name }) => [name, 0])), files: 0 };
  let written: unknown;
  for await (const { name, content } of entries) {
    const [kind, ...rest] = name.split('/');
    const table = kind === 'tables' && tables.find((each) => each.name === rest[0]);
    if (table) {
      const rows = client.query(
        copyFrom(`copy ${quoted(table.name)} (${columnList(table.columns)}) from stdin`),
      );
      await pipeline(content, rows);
      counted.rows[table.name]! += rows.rowCount;
    } else if (kind === 'files') {
      await writeFileEntry(filesDir, rest.join(sep), content);
      counted.files += 1;
    } else {
      written = summarySchema.safeParse(JSON.parse(await text(content))).data;
    }
  }
  if (isDeepStrictEqual(written, counted)) return counted;
  throw new BackupError('The backup is incomplete: nothing was restored; take another one.');
}

async function writeFileEntry(folder: string, name: string, content: ArchiveEntry['content']): Promise<void> {
  const path = resolve(folder, name);
  if (!path.startsWith(folder + sep))
    throw new BackupError(`The backup holds a file outside its folder: ${name}`);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(content, createWriteStream(path, { mode: 0o600, flush: true }));
}
