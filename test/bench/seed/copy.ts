import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Filled } from './fill.ts';

export interface Target {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A connection that fills some tables, in one transaction with one batch after the other. */
export interface Lane {
  /** Takes the next rows of each of its tables; resolves once those before them are written. */
  write(rows: readonly Filled[][]): Promise<void>;
  /** Resolves when all is written. */
  close(): Promise<void>;
}

/** Begins to fill tables, which are empty and to which none refers. */
export async function openLane(pool: pg.Pool, tables: readonly Target[]): Promise<Lane> {
  const client = await pool.connect();
  let last: Promise<void> = begin(client, tables);
  last.catch(() => {});
  return {
    async write(rows) {
      const before = last;
      last = before.then(() => copyAll(client, tables, rows));
      last.catch(() => {});
      await before;
    },
    async close() {
      try {
        await last;
        await client.query('commit');
        client.release();
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
  };
}

async function begin(client: pg.ClientBase, tables: readonly Target[]): Promise<void> {
  await client.query('begin');
  // so that the rows can be written as VACUUM would leave them
  for (const { name } of tables) await client.query(`truncate ${name}`);
}

async function copyAll(
  client: pg.ClientBase,
  tables: readonly Target[],
  rows: readonly Filled[][],
): Promise<void> {
  for (const [index, { name, columns }] of tables.entries()) {
    const sorted = rows[index]!.sort((a, b) => a.at - b.at);
    const quoted = columns.map((column) => `"${column}"`).join(', ');
    const target = client.query(copyFrom(`copy ${name} (${quoted}) from stdin (freeze)`));
    await pipeline(Readable.from(chunksOf(sorted)), target);
  }
}

function* chunksOf(rows: readonly Filled[], size = 200): Generator<string> {
  for (let at = 0; at < rows.length; at += size)
    yield `${rows
      .slice(at, at + size)
      .map(({ line }) => line)
      .join('\n')}\n`;
}
