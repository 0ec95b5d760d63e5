import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type ArchiveWriter, BackupError, type Summary, writeArchive } from '#backup/archive.ts';
import { columnList, listSequences, listTables, quoted } from '#backup/tables.ts';

// An entry's size stands before its content: a table is cut into pieces that fit into memory.
const pieceBytes = 4 * 1024 * 1024;

/**
 * Writes the whole installation into one file: every table as it was at one moment, the counters, the version
 * of the tables and the attachments in `filesDir`. The program may go on meanwhile.
 *
 * Left out: the queue of jobs, which the program fills again from its rows when it starts; and the secret,
 * which does not belong beside what it protects.
 * @throws {BackupError} when the database was never set up, or the file cannot be written
 */
export async function backup(options: {
  pool: pg.Pool;
  filesDir: string;
  path: string;
  now: Date;
}): Promise<Summary> {
  const { pool, filesDir, path, now } = options;
  const client = await pool.connect();
  try {
    // Read-only and at one moment: whatever is written meanwhile is not in it.
    await client.query('begin isolation level repeatable read read only');
    const migrations = await appliedMigrations(client);
    const tables = await listTables(client);
    const sequences = await listSequences(client);
    const summary: Summary = { rows: {}, files: 0 };
    await writeArchive(path, async (archive) => {
      const manifest = { format: 1, madeAt: now.toISOString(), migrations, tables, sequences };
      await archive.add('manifest.json', JSON.stringify(manifest));
      for (const table of tables) summary.rows[table.name] = await addTable(client, archive, table);
      // After the rows, which name them: a file is there before its row, and never changes.
      for (const file of await listFiles(filesDir)) summary.files += await addFile(archive, filesDir, file);
      await archive.add('summary.json', JSON.stringify(summary));
    });
    await client.query('commit');
    client.release();
    return summary;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function appliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const there = await client.query(`select to_regclass('public.schema_migrations') is not null as there`);
  if (!there.rows[0].there) {
    throw new BackupError('There is nothing to back up: this database was never set up.');
  }
  const { rows } = await client.query<{ name: string }>('select name from schema_migrations order by name');
  return rows.map(({ name }) => name);
}

async function addTable(
  client: pg.ClientBase,
  archive: ArchiveWriter,
  { name, columns }: { name: string; columns: string[] },
): Promise<number> {
  const rows = client.query(copyTo(`copy (select ${columnList(columns)} from ${quoted(name)}) to stdout`));
  let piece: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    if (size > 0) await archive.add(`tables/${name}`, Buffer.concat(piece, size));
    piece = [];
    size = 0;
  };
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    piece.push(chunk);
    size += chunk.length;
    if (size >= pieceBytes) await flush();
  }
  await flush();
  return rows.rowCount;
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return (
    entries
      // A dot begins what is still being written.
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort()
  );
}

async function addFile(archive: ArchiveWriter, folder: string, file: string): Promise<number> {
  const path = join(folder, file);
  const found = await stat(path).catch(() => null);
  // Removed since the folder was listed.
  if (!found) return 0;
  await archive.addStream(`files/${file.split(sep).join('/')}`, found.size, createReadStream(path));
  return 1;
}
