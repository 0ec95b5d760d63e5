import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatabaseError, isUnavailable, openDatabase } from '#db/open.ts';
import { openTestDatabase } from '../../test/database.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;

beforeEach(async () => {
  database = await openTestDatabase({ empty: true });
});

afterEach(() => database.close());

test('gives days as text, counts as numbers, amounts as text and moments as dates, alone and in lists', async () => {
  const { rows } = await database.pool.query(`
    select '2026-03-29'::date as day, 9007199254740991 as count, 0.10 as amount,
      '2026-03-29T01:00:00Z'::timestamptz as moment, array['2026-03-29'::date, null] as days,
      array[1::bigint, null] as counts, array[0.10] as amounts`);
  expect(rows).toEqual([
    {
      day: '2026-03-29',
      count: 9007199254740991,
      amount: '0.10',
      moment: new Date('2026-03-29T01:00:00Z'),
      days: ['2026-03-29', null],
      counts: [1, null],
      amounts: ['0.10'],
    },
  ]);
});

test('outlives lost connections, and knows them from mistakes', async () => {
  const lost = await database.pool
    .query('select pg_terminate_backend(pg_backend_pid())')
    .catch((error: unknown) => error);
  expect(isUnavailable(lost)).toBe(true);
  const mistake = await database.pool.query('select nonsense').catch((error: unknown) => error);
  expect(isUnavailable(mistake)).toBe(false);
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test.each([
  ['a port where nobody listens', 'postgres://nazorg@127.0.0.1:1/nazorg'],
  ['a socket that is not there', 'postgres://nazorg@localhost/nazorg?host=/none'],
  ['a host that does not exist', 'postgres://nazorg@none.invalid/nazorg'],
])('says so at %s', async (_, url) => {
  const error = await openDatabase(url).catch((reason: Error) => reason);
  expect(error).toBeInstanceOf(DatabaseError);
  expect((error as Error).message).toMatch(
    /^The database cannot be reached \(.+\): see that it runs, and that DATABASE_URL names it\.$/,
  );
  expect(isUnavailable((error as Error).cause)).toBe(true);
});

test('gives up on a server that never answers', { timeout: 10_000 }, async () => {
  const silent = createServer((socket) => socket.resume().on('error', () => {})).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const { port } = silent.address() as { port: number };
  await expect(openDatabase(`postgres://nazorg@127.0.0.1:${port}/nazorg`)).rejects.toThrow(
    /cannot be reached/,
  );
  await new Promise((resolve) => silent.close(resolve));
});

test('asks for a correct address where we are refused', async () => {
  await expect(openDatabase(database.url.replace(/\/test_\w+/, '/none'))).rejects.toThrow(
    /correct DATABASE_URL/,
  );
});
