import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { openTestDatabase } from '../../test/database.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;

beforeEach(async () => {
  database = await openTestDatabase({ empty: true });
  folder = await mkdtemp(join(tmpdir(), 'nazorg-migrations-'));
  await write('0001_first.sql', 'create table first (id int primary key);');
});

afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

test('applies what is new, in order, once', async () => {
  expect(await migrate(database.pool, { folder })).toEqual({ applied: ['0001_first.sql'] });
  await write('0003_third.sql', 'insert into second values (2);');
  await write(
    '0002_second.sql',
    'create table second (id int references first); insert into first values (2);',
  );
  await write('notes.txt', 'not a migration');
  expect((await migrate(database.pool, { folder })).applied).toEqual(['0002_second.sql', '0003_third.sql']);
  expect(await migrate(database.pool, { folder })).toEqual({ applied: [] });
  expect((await database.pool.query('table second')).rows).toEqual([{ id: 2 }]);
});

test('two programs that start at once apply each file once', async () => {
  const runs = await Promise.all([1, 2, 3].map(() => migrate(database.pool, { folder })));
  expect(runs.flatMap(({ applied }) => applied)).toEqual(['0001_first.sql']);
});

test('a file that fails leaves no trace of itself and keeps those before it', async () => {
  await write('0002_broken.sql', 'create table half (id int);\nselect nonsense;');
  await expect(migrate(database.pool, { folder })).rejects.toThrow(
    /0002_broken.sql failed at line 2 .*nonsense/,
  );
  await write('0002_broken.sql', 'create table half (id int);');
  expect((await migrate(database.pool, { folder })).applied).toEqual(['0002_broken.sql']);
});

test('a changed file and a database of a newer program stop with a sentence', async () => {
  await write('0002_second.sql', 'select 1;');
  await migrate(database.pool, { folder });
  await write('0001_first.sql', 'create table other (id int);');
  await expect(migrate(database.pool, { folder })).rejects.toThrow(/0001_first.sql was changed after/);
  await write('0001_first.sql', 'create table first (id int primary key);');
  await rm(join(folder, '0002_second.sql'));
  await expect(migrate(database.pool, { folder })).rejects.toThrow(/newer Nazorg \(0002_second.sql\)/);
});

async function write(name: string, sql: string): Promise<void> {
  await writeFile(join(folder, name), sql);
}
