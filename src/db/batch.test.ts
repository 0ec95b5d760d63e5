import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PreparingClient } from '#db/prepared.ts';
import { openTestDatabase } from '../../test/database.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let client: pg.PoolClient;

beforeEach(async () => {
  database = await openTestDatabase({ empty: true });
  client = await database.pool.connect();
  await client.query('create table things (id int primary key, at timestamptz, name text)');
});

afterEach(async () => {
  client.release();
  await database.close();
});

const add = 'insert into things (id, at, name) values ($1, $2, $3)';
const list = 'select id, at, name from things where id >= $1 order by id';
const count = 'select count(*) from things where id >= $1';

/** From its second asking on a statement is prepared. */
async function prepare() {
  for (const id of [1, 2, 3]) await client.query(add, [id, null, 'x']);
  for (const _ of [1, 2]) for (const text of [list, count]) await client.query(text, [0]);
  await client.query('delete from things where id > $1', [0]);
}

test('what is asked in one moment is answered each by itself, in turn', async () => {
  await prepare();
  const at = new Date('2026-11-23T09:00:00Z');
  const answers = await Promise.all([
    client.query(add, [1, at, 'één']),
    client.query(list, [0]),
    client.query(add, [2, null, null]),
    client.query(count, [2]),
    client.query(list, [9]),
  ]);
  expect(answers.map(({ command, rowCount, rows }) => [command, rowCount, rows])).toEqual([
    ['INSERT', 1, []],
    ['SELECT', 1, [{ id: 1, at, name: 'één' }]],
    ['INSERT', 1, []],
    ['SELECT', 1, [{ count: 1 }]],
    ['SELECT', 0, []],
  ]);
});

test('what is refused refuses nothing else that was asked in the same moment', async () => {
  await prepare();
  await client.query(add, [1, null, 'a']);
  const answers = await Promise.allSettled([
    client.query(add, [5, null, 'b']),
    client.query(add, [1, null, 'twice']),
    client.query('select 1 / $1::int as never', [0]),
    client.query(list, [0]),
    client.query(count, ['no number']),
    client.query(count, [0]),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect((await client.query(list, [0])).rows).toEqual([
    { id: 1, at: null, name: 'a' },
    { id: 5, at: null, name: 'b' },
  ]);
});

test('what is refused only when it is committed is not said to be done', async () => {
  await prepare();
  await client.query('alter table things add constraint once unique (name) deferrable initially deferred');
  await client.query(add, [1, null, 'a']);
  const [other, same] = await Promise.allSettled([
    client.query(add, [2, null, 'b']),
    client.query(add, [3, null, 'a']),
  ]);
  expect(other.status).toBe('fulfilled');
  expect(same).toMatchObject({ status: 'rejected', reason: { code: '23505' } });
  expect((await client.query(count, [0])).rows).toEqual([{ count: 2 }]);
});

test('in a transaction nothing of it remains, nor of what was asked with it', async () => {
  await prepare();
  await client.query('begin');
  const asked = Promise.allSettled([
    client.query(add, [1, null, 'a']),
    client.query(add, [1, null, 'twice']),
    client.query(add, [2, null, 'b']),
  ]);
  // the way out is asked for as soon as one is refused, as a transaction does
  const out = client.query(add, [1, null, 'late']).catch(() => client.query('rollback'));
  const answers = await asked;
  await out;
  expect(answers.map((each) => (each.status === 'rejected' ? each.reason.code : 'done'))).toEqual([
    'done',
    '23505',
    '25P02',
  ]);
  expect((await client.query(count, [0])).rows).toEqual([{ count: 0 }]);
});

test('a value that cannot be sent is refused alone, and nothing hangs', async () => {
  await prepare();
  const endless: Record<string, unknown> = {};
  endless.self = endless;
  const [bad, good] = await Promise.allSettled([client.query(count, [endless]), client.query(count, [0])]);
  expect(bad.status).toBe('rejected');
  expect(good).toMatchObject({ status: 'fulfilled', value: { rows: [{ count: 0 }] } });
});

test('a connection that is lost refuses all that it was asked', async () => {
  await prepare();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  client.on('error', () => {});
  const asked = Promise.allSettled([
    client.query(count, [0]),
    client.query('select pg_sleep($1)', [30]),
    client.query(count, [0]),
  ]);
  await database.pool.query('select pg_terminate_backend($1)', [rows[0].pid]);
  expect((await asked).map(({ status }) => status).slice(1)).toEqual(['rejected', 'rejected']);
});

test('what goes along with the beginning of a transaction belongs to it', async () => {
  const piped = new pg.Pool({
    connectionString: database.url,
    max: 1,
    Client: PreparingClient,
    pipeline: true,
  } as pg.PoolConfig);
  const own = await piped.connect();
  try {
    for (const id of [11, 12, 13]) await own.query(add, [id, null, 'x']);
    for (const _ of [1, 2]) await own.query('select * from things where id >= $1', [0]);
    await client.query('alter table things add column later int');
    // PostgreSQL has not answered the first yet, and refuses the second: its plan is of no use any more
    const [, read, written] = await Promise.allSettled([
      own.query('begin'),
      own.query('select * from things where id >= $1', [0]),
      own.query(add, [14, null, 'y']),
    ]);
    expect(read).toMatchObject({ status: 'rejected', reason: { code: '0A000' } });
    expect(written).toMatchObject({ status: 'rejected', reason: { code: '25P02' } });
    await own.query('rollback');
    expect((await own.query('select * from things where id >= $1', [14])).rows).toEqual([]);
  } finally {
    own.release();
    await piped.end();
  }
});
