import type pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { openTestDatabase } from '../../test/database.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let client: pg.PoolClient;

beforeEach(async () => {
  database = await openTestDatabase({ empty: true });
  client = await database.pool.connect();
});

afterEach(async () => {
  client.release();
  await database.close();
});

const prepared = async (on: pg.PoolClient) =>
  (await on.query<{ statement: string }>('select statement from pg_prepared_statements')).rows.map(
    ({ statement }) => statement,
  );

async function thrice(on: pg.PoolClient, text: string, values: unknown[]) {
  for (let time = 0; time < 3; time++) await on.query(text, values);
}

test('prepares what is asked for again, but nothing that looks for words', async () => {
  const counted = 'select count(*) from pg_class where oid > $1';
  await thrice(client, counted, [0]);
  await thrice(client, 'select relname from pg_class where relname like $1', ['pg%']);
  await client.query('select $1::int as once', [1]);
  expect(await prepared(client)).toEqual([counted]);
});

test('goes on when another program changes a table', async () => {
  await client.query('create table things (a int); insert into things values (1)');
  const read = 'select * from things where a >= $1';
  await thrice(client, read, [1]);
  await client.query('alter table things add column b int not null default 2');
  expect((await client.query(read, [1])).rows).toEqual([{ a: 1, b: 2 }]);

  await thrice(client, read, [1]);
  await client.query('alter table things add column c int not null default 3');
  await client.query('begin');
  await expect(client.query(read, [1])).rejects.toThrow('cached plan');
  await client.query('rollback');
  await client.query('begin');
  expect((await client.query(read, [1])).rows).toEqual([{ a: 1, b: 2, c: 3 }]);
  await client.query('commit');
});

test('prepares nothing for a pooler that does not know it', async () => {
  const pooled = await openDatabase(database.url, { max: 1, prepares: false });
  const other = await pooled.pool.connect();
  await thrice(other, 'select $1::int as number', [1]);
  expect(await prepared(other)).toEqual([]);
  other.release();
  await pooled.close();
});
