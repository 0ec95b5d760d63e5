import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backup } from '#backup/backup.ts';
import { restore } from '#backup/restore.ts';
import { migrate } from '#db/migrate.ts';
import type { Database } from '#db/open.ts';
import { openTestDatabase } from '../../test/database.ts';

let base: string;
let migrations: string;
let path: string;
const open: Database[] = [];
const now = new Date('2026-10-16T07:30:00Z');

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'nazorg-backup-'));
  migrations = join(base, 'migrations');
  path = join(base, 'backup.tar.gz');
  await mkdir(migrations);
  await addMigration('0001_people.sql', firstSchema);
});

afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
  await rm(base, { recursive: true });
});

// What makes loading hard: rows that point at their own table and in a circle, a trigger, a generated column,
// counters, names that need quotes, partitions, and rows that a migration puts in.
const firstSchema = `
  create type mood as enum ('glad', 'cross');
  create table people (id bigint primary key generated always as identity, name text not null,
    boss bigint references people, team int, mood mood, shout text generated always as (upper(name)) stored);
  create table teams (id serial primary key, lead bigint not null references people);
  alter table people add foreign key (team) references teams;
  create table "Odd ""Names" ("Select" int primary key, "a b" jsonb, bytes bytea, moment timestamptz, tags text[]);
  create table parts (day date not null, n numeric) partition by range (day);
  create table parts_2026 partition of parts for values from ('2026-01-01') to ('2027-01-01');
  create table defaults (key text primary key, value text);
  insert into defaults values ('language', 'nl');
  create table changes (person bigint);
  create function note() returns trigger language plpgsql as $$
    begin insert into changes values (new.id); return new; end $$;
  create trigger noted after insert on people for each row execute function note();`;

const rows = `
  insert into people (name, mood) values ('Ada', 'glad'), (E'tab\\t\\\\N "x"\\n', null), ('Zoë', 'cross');
  insert into people (name, boss) select 'many ' || n, case when n % 2 = 0 then 1 + n else null end
    from generate_series(1, 5000) n;
  update people set boss = 3 where id = 1;
  insert into teams (lead) values (2);
  update people set team = 1;
  insert into "Odd ""Names" values (1, '{"a": [null, "ü"]}', '\\x00ff', '2026-03-29T01:00:00.123456Z', '{a,"b,c",NULL}');
  insert into parts values ('2026-05-05', 12345678901234567890.123456789);
  update defaults set value = 'en';
  delete from changes where person > 10;`;

test('brings back every row, counter and attachment, as they were', async () => {
  const source = await installation('source');
  await source.pool.query(rows);
  await writeFile(join(source.filesDir, '.half-written'), 'no');
  await mkdir(join(source.filesDir, 'ab'));
  await writeFile(join(source.filesDir, 'ab', 'abcd'), Buffer.alloc(300_000, 'attachment'));
  await writeFile(join(source.filesDir, 'empty'), '');
  const written = await backup({ ...source, path, now });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await readdir(base)).filter((name) => name.endsWith('.part'))).toEqual([]);

  const target = await installation('target', { set: false });
  const read = await restore({ ...target, path, migrations });
  expect(read).toEqual(written);
  expect(read).toMatchObject({
    files: 2,
    rows: { people: 5003, teams: 1, 'Odd "Names': 1, parts: 1, changes: 10 },
  });
  expect(await contents(target)).toEqual(await contents(source));
  expect(await readFile(join(target.filesDir, 'ab', 'abcd'))).toEqual(Buffer.alloc(300_000, 'attachment'));
  expect(await readdir(target.filesDir)).toEqual(['ab', 'empty']);

  // Counters go on, and what was taken away for loading is there again.
  const { rows: next } = await target.pool.query(`insert into people (name) values ('new') returning id`);
  expect(next).toEqual([{ id: 5004 }]);
  expect((await target.pool.query('select from changes where person = 5004')).rowCount).toBe(1);
  await expect(target.pool.query('insert into teams (lead) values (99999)')).rejects.toThrow(/foreign key/);
});

test('takes the tables as they were at one moment', async () => {
  const source = await installation('source');
  await source.pool.query(`insert into people (name) values ('before')`);
  const writing = backup({ ...source, path, now });
  const busy = Promise.all(
    Array.from({ length: 50 }, () =>
      source.pool.query(`with p as (insert into people (name) values ('during') returning id)
        insert into teams (lead) select id from p`),
    ),
  );
  const { rows: counts } = await writing;
  await busy;
  expect(counts.people! - 1).toBe(counts.teams);
});

test('of an older version goes forward from its own tables', async () => {
  const source = await installation('source');
  await source.pool.query(`insert into people (name) values ('Ada')`);
  await backup({ ...source, path, now });
  await addMigration(
    '0002_more.sql',
    `alter table people add greeting text; update people set greeting = 'Hi ' || name;`,
  );
  const target = await installation('target', { set: false });
  await restore({ ...target, path, migrations });
  expect((await target.pool.query('select greeting from people')).rows).toEqual([{ greeting: 'Hi Ada' }]);

  const used = await installation('used');
  await expect(restore({ ...used, path, migrations })).rejects.toThrow(/is of an older version/);
});

test('of a newer version, or where people are, is refused', async () => {
  const source = await installation('source');
  await source.pool.query(`insert into people (name) values ('Ada')`);
  await backup({ ...source, path, now });
  await expect(restore({ ...source, path, migrations })).rejects.toThrow(/There are people/);
  await rm(join(migrations, '0001_people.sql'));
  const target = await installation('target', { set: false });
  await expect(restore({ ...target, path, migrations })).rejects.toThrow(/newer Nazorg \(0001_people.sql\)/);
});

test('that is cut short, or none, restores nothing and says so', async () => {
  const source = await installation('source');
  await source.pool.query(rows);
  await backup({ ...source, path, now });
  await truncate(path, (await stat(path)).size - 200);
  const target = await installation('target', { set: false });
  await expect(restore({ ...target, path, migrations })).rejects.toThrow(/damaged or no backup/);
  expect((await target.pool.query('select from people')).rowCount).toBe(0);
  await writeFile(path, 'not a backup');
  await expect(restore({ ...target, path, migrations })).rejects.toThrow(/damaged or no backup/);
  await expect(restore({ ...target, path: join(base, 'none'), migrations })).rejects.toThrow(
    /cannot be opened/,
  );
});

test('of a database that was never set up, or to a folder that is not there, is refused', async () => {
  const never = await installation('never', { set: false });
  await expect(backup({ ...never, path, now })).rejects.toThrow(/never set up/);
  const source = await installation('source');
  await expect(backup({ ...source, path: join(base, 'none', 'x'), now })).rejects.toThrow(
    /could not be written/,
  );
});

async function addMigration(name: string, sql: string): Promise<void> {
  await writeFile(join(migrations, name), sql);
}

async function installation(name: string, { set = true } = {}) {
  const database = await openTestDatabase({ empty: true });
  open.push(database);
  if (set) await migrate(database.pool, { folder: migrations });
  const filesDir = join(base, name);
  await mkdir(filesDir);
  return { pool: database.pool, filesDir };
}

async function contents({ pool }: Pick<Database, 'pool'>): Promise<Record<string, unknown>> {
  const tables = ['people', 'teams', '"Odd ""Names"', 'parts', 'defaults', 'changes'];
  const found: Record<string, unknown> = {};
  for (const table of tables) {
    // As text: the driver would round microseconds.
    found[table] = (await pool.query(`select t::text as row from ${table} t order by 1`)).rows;
  }
  return found;
}
