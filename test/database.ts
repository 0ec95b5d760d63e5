import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type Database, openDatabase } from '#db/open.ts';
import { withDatabase } from './cluster.ts';

/**
 * A database of one's own with every table and no rows, for one test file; `close` drops it.
 * @param options.empty without any table, for tests of migrations
 */
export async function openTestDatabase({ empty = false } = {}): Promise<Database & { url: string }> {
  const { url, template } = inject('cluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name} template ${empty ? 'template0' : template}`);
  const own = withDatabase(url, name);
  const database = await openDatabase(own, { max: 5 });
  return {
    ...database,
    url: own,
    close: async () => {
      await database.close();
      await onServer(url, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const { pool, close } = await openDatabase(url, { max: 1 });
  await pool.query(sql).finally(close);
}
