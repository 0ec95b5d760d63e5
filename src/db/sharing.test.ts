import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isUnavailable } from '#db/open.ts';
import { openTestDatabase } from '../../test/database.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;

beforeEach(async () => {
  database = await openTestDatabase({ empty: true });
});

afterEach(() => database.close());

const pidFor = async (value: number) =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid, ${value}::int`.execute(database.db)).rows[0]!
    .pid;

test('what is read in one moment shares a connection, and each gets its own answer', async () => {
  for (let time = 0; time < 3; time++) {
    const pids = await Promise.all([1, 2, 3, 4].map(pidFor));
    expect(new Set(pids).size).toBe(1);
  }
  const answers = await Promise.allSettled(
    [2, 0, 4].map((by) => sql<{ part: number }>`select 8 / ${by}::int as part`.execute(database.db)),
  );
  expect(answers.map((each) => (each.status === 'fulfilled' ? each.value.rows : 'failed'))).toEqual([
    [{ part: 4 }],
    'failed',
    [{ part: 2 }],
  ]);
});

test('a transaction and a write have a connection to themselves, and hold up no reader', async () => {
  await sql`create table things (a int)`.execute(database.db);
  await sql`insert into things values (1)`.execute(database.db);
  await database.db.transaction().execute(async (tx) => {
    await sql`update things set a = 2`.execute(tx);
    const waits = sql`update things set a = a + 1`.execute(database.db);
    const [own, { rows }] = await Promise.all([
      sql<{ a: number }>`select a from things`.execute(tx),
      sql<{ a: number }>`select a from things`.execute(database.db),
    ]);
    expect([own.rows, rows]).toEqual([[{ a: 2 }], [{ a: 1 }]]);
    waits.catch(() => {});
  });
  await expect
    .poll(async () => (await sql`select a from things`.execute(database.db)).rows)
    .toEqual([{ a: 3 }]);
});

test('a lost connection fails what was asked on it, and is opened again', async () => {
  const pid = await pidFor(1);
  const slow = sql`select pg_sleep(${20}::int)`.execute(database.db).catch((error: unknown) => error);
  const beside = pidFor(2).catch((error: unknown) => error);
  await database.pool.query('select pg_terminate_backend($1)', [pid]);
  expect(isUnavailable(await slow)).toBe(true);
  expect(isUnavailable(await beside)).toBe(true);
  expect(await pidFor(3)).not.toBe(pid);
});
