import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { isRunning, readPostmaster } from '#db/embedded/postmaster.ts';
import { type EmbeddedDatabase, startEmbedded } from '#db/embedded.ts';

const log = { info() {}, warn() {}, error() {} };
const isRoot = process.getuid?.() === 0;
let base: string;
let dataDir: string;
const open: EmbeddedDatabase[] = [];
// Made once: most tests are about what happens to a database, not about its making.
let made: string;

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'nazorg-keeper-made-'));
  await chmod(made, 0o711);
  const server = await startEmbedded({ dataDir: made, log, durable: false });
  await server.stop();
});

afterAll(() => rm(made, { recursive: true, force: true }));

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'nazorg-keeper-'));
  dataDir = await makeDataDir(base);
});

afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
  await rm(base, { recursive: true, force: true });
});

describe('a folder', () => {
  test('is made once, keeps its rows, and is left by the last program', async () => {
    const first = await start();
    await query(first.url, 'create table kept (id int); insert into kept values (7)');
    await first.stop();
    expect(await readPostmaster(join(dataDir, 'pg'))).toBeNull();
    const second = await start();
    expect(second).toMatchObject({ adopted: false, url: first.url });
    expect(await query(second.url, 'table kept')).toEqual([{ id: 7 }]);
  });

  test('listens to nobody outside, in UTF-8 and UTC, with durable commits', async () => {
    await useMade();
    const { url } = await startEmbedded({ dataDir, log }).then(remember);
    const [settings] = await query(
      url,
      `select current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
         current_setting('synchronous_commit') as commits, current_setting('server_encoding') as encoding,
         current_setting('timezone') as zone, lower('ÀÉÏ') as lowered`,
    );
    expect(settings).toEqual({
      listens: '',
      fsync: 'on',
      commits: 'on',
      encoding: 'UTF8',
      zone: 'UTC',
      lowered: 'àéï',
    });
    expect((await stat(join(dataDir, 'pg'))).mode & 0o077).toBe(0);
  });

  test('is shared by programs that start at once; the last of them stops the server', async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(servers.filter(({ adopted }) => !adopted)).toHaveLength(1);
    const { pid } = (await readPostmaster(join(dataDir, 'pg')))!;
    await servers[0]!.stop();
    await servers[1]!.stop();
    expect(await query(servers[2]!.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await servers[2]!.stop();
    await vi.waitUntil(() => !isRunning(pid), { timeout: 5_000 });
  });

  test('is stopped when all leave at the same time', async () => {
    await useMade();
    const servers = await Promise.all([start(), start()]);
    const { pid } = (await readPostmaster(join(dataDir, 'pg')))!;
    await Promise.all(servers.map((server) => server.stop()));
    await vi.waitUntil(() => !isRunning(pid), { timeout: 5_000 });
  });

  test('of a killed initdb is cleared and made anew', async () => {
    const killed = spawn(process.execPath, ['--eval', '']);
    await once(killed, 'exit');
    const rubbish = join(dataDir, `pg.init-${killed.pid}-abc`);
    await mkdir(rubbish);
    await writeFile(join(rubbish, 'PG_VERSION'), '18\n');
    await start();
    expect((await readdir(dataDir)).filter((name) => name !== 'pg')).toEqual([]);
  });

  test('of another major version, or with strange files, is left as it is', async () => {
    await useMade();
    const server = await start();
    await server.stop();
    await writeFile(join(dataDir, 'pg', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow(
      /is of PostgreSQL 17, and this Nazorg brings 18; nothing was changed/,
    );
    expect(await readFile(join(dataDir, 'pg', 'PG_VERSION'), 'utf8')).toBe('17\n');

    const other = await makeDataDir(join(base, 'other'));
    await mkdir(join(other, 'pg'));
    await writeFile(join(other, 'pg', 'thesis.doc'), 'mine');
    await expect(start(other)).rejects.toThrow(/holds files but no database/);
    expect(await readdir(join(other, 'pg'))).toEqual(['thesis.doc']);
  });

  test('with a path too long for a socket, or with odd letters, works', async () => {
    const long = await makeDataDir(join(base, 'é %20 '.repeat(4), 'x'.repeat(90)));
    const server = await start(long);
    const second = await start(long);
    expect(second).toMatchObject({ adopted: true, url: server.url });
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const { socketDir, pid } = (await readPostmaster(join(long, 'pg')))!;
    process.kill(pid, 'SIGKILL');
    await vi.waitUntil(() => answers(server.url), { timeout: 15_000, interval: 50 });
    await server.stop();
    await second.stop();
    await expect(stat(socketDir)).rejects.toThrow(/ENOENT/);
  });

  test.runIf(isRoot)(
    'that only root may enter is served in a user namespace, and handed over later',
    async () => {
      const closed = await makeDataDir(join(base, 'closed'), 0o700);
      const server = await start(closed);
      expect(await query(server.url, 'create table kept (id int)')).toEqual([]);
      expect((await stat(join(closed, 'pg'))).uid).toBe(0);
      await server.stop();
      await chmod(dirname(closed), 0o711);
      const again = await start(closed);
      // The same as for any open folder: root, too, where nobody else may enter the checkout.
      const usual = await stat(join(made, 'pg'));
      expect((await stat(join(closed, 'pg'))).uid).toBe(usual.uid);
      expect(await query(again.url, 'table kept')).toEqual([]);
    },
  );
});

describe('a server', () => {
  test('whose program was killed is adopted by the next, which stops it in the end', async () => {
    const holder = await spawnHolder();
    const { pid } = (await readPostmaster(join(dataDir, 'pg')))!;
    await kill(holder);
    const heir = await start();
    expect(heir.adopted).toBe(true);
    expect((await readPostmaster(join(dataDir, 'pg')))!.pid).toBe(pid);
    await heir.stop();
    await vi.waitUntil(() => !isRunning(pid), { timeout: 5_000 });
  });

  test('that is killed under two living programs comes back for both, with what was committed', async () => {
    const holder = await spawnHolder();
    const server = await start();
    await query(server.url, 'create table kept (id int); insert into kept values (7)');
    await query(server.url, 'checkpoint');
    const { pid } = (await readPostmaster(join(dataDir, 'pg')))!;
    process.kill(pid, 'SIGKILL');
    await vi.waitUntil(() => answers(server.url), { timeout: 15_000, interval: 50 });
    expect(await query(server.url, 'table kept')).toEqual([{ id: 7 }]);
    holder.kill('SIGTERM');
    await once(holder, 'exit');
    // It may have left before our keeper was back, and have stopped the server once more.
    await vi.waitUntil(() => answers(server.url), { timeout: 15_000, interval: 50 });
    expect(await query(server.url, 'table kept')).toEqual([{ id: 7 }]);
  });

  test('that was killed together with its program does not block the next start', async () => {
    const holder = await spawnHolder();
    const { pid } = (await readPostmaster(join(dataDir, 'pg')))!;
    process.kill(pid, 'SIGKILL');
    await kill(holder);
    expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('is not taken for alive when its number belongs to another process by now', async () => {
    const holder = await spawnHolder();
    await kill(holder);
    const { pid } = (await readPostmaster(join(dataDir, 'pg')))!;
    process.kill(pid, 'SIGKILL');
    await vi.waitUntil(() => !isRunning(pid), { timeout: 5_000 });
    const stranger = await spawnStranger();
    for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
      const path = join(dataDir, 'pg', name);
      await writeFile(path, (await readFile(path, 'utf8')).replace(/^\d+/, String(stranger.pid)));
    }
    expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(stranger.exitCode).toBeNull();
  });

  test('that lost its power while it began does not block the next start', async () => {
    await useMade();
    await writeFile(join(dataDir, 'pg', 'postmaster.pid'), '');
    expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

/** A folder that the server's user can reach, as the program makes it. */
async function makeDataDir(parent: string, mode = 0o711): Promise<string> {
  await mkdir(parent, { recursive: true });
  if (parent !== base) await chmod(base, 0o711);
  await chmod(parent, mode);
  const path = join(parent, 'data');
  await mkdir(path, { mode: 0o711 });
  return path;
}

/** Puts a database into the folder that was made before. */
async function useMade(): Promise<void> {
  await cp(join(made, 'pg'), join(dataDir, 'pg'), { recursive: true });
}

function remember(server: EmbeddedDatabase): EmbeddedDatabase {
  open.push(server);
  return server;
}

function start(folder = dataDir): Promise<EmbeddedDatabase> {
  return startEmbedded({ dataDir: folder, log, durable: false }).then(remember);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  const result = await client.query(sql).finally(() => client.end());
  return [result].flat().at(-1)!.rows;
}

function answers(url: string): Promise<boolean> {
  return query(url, 'select').then(
    () => true,
    () => false,
  );
}

async function spawnHolder(): Promise<ChildProcess> {
  await useMade();
  const fixture = join(import.meta.dirname, 'embedded.fixture.ts');
  const child = spawn(process.execPath, [fixture, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('{')) return child;
  }
  throw new Error('The holder ended before its server was up.');
}

async function spawnStranger(): Promise<ChildProcess> {
  const child = spawn('sleep', ['60'], isRoot ? { uid: (await stat(join(dataDir, 'pg'))).uid } : {});
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'spawn');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
