import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { packageRoot } from '#lib/root.ts';
import { type Cast, seedCast } from './cast.ts';
import { freePort, type MailServer, startMailServer } from './mailbox.ts';

const quiet = { info() {}, warn() {}, error() {} };
const password = 'alleen-voor-tests';

let dataDir: string;
let post: MailServer;
let port: number;
let cast: Cast;
let program: ChildProcess;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'nazorg-kill-'));
  [post, port] = [await startMailServer(), await freePort()];
  const database = await connectDatabase({ dataDir, log: quiet });
  await migrate(database.pool);
  const scope = {
    db: database.db,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    enqueue: async () => {},
    baseUrl: `http://localhost:${port}`,
    delivers: true,
  };
  cast = await seedCast(scope);
  const hash = await hashPassword(password);
  const accounts = reporters().map(({ id }) => ({
    user_id: id,
    account_id: id,
    provider_id: 'credential',
    password: hash,
    created_at: new Date(),
    updated_at: new Date(),
  }));
  await scope.db.insertInto('auth_accounts').values(accounts).execute();
  await database.close();
  program = start();
});
afterAll(async () => {
  await stop();
  await post.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Several of them, since nobody reports dozens of tickets in a minute. */
const reporters = () => [cast.contacts.roos, cast.contacts.kees, cast.contacts.cora];

function start(): ChildProcess {
  return spawn(process.execPath, ['dist/cli.js', 'start'], {
    cwd: packageRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      BASE_URL: `http://localhost:${port}`,
      SMTP_URL: post.url,
      MAIL_FROM: 'hulp@bureau.test',
      LOG_LEVEL: 'fatal',
      NODE_ENV: 'production',
    },
  });
}

async function stop(): Promise<number | null> {
  if (program.exitCode !== null) return program.exitCode;
  const ended = once(program, 'exit');
  program.kill('SIGTERM');
  await ended;
  return program.exitCode;
}

async function killProgram(): Promise<void> {
  const ended = once(program, 'exit');
  program.kill('SIGKILL');
  await ended;
}

async function killDatabase(): Promise<void> {
  const pid = Number((await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  process.kill(pid, 'SIGKILL');
}

const address = (path: string) => `http://localhost:${port}${path}`;

/** Waits until something holds, for a minute at most. */
async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const limit = Date.now() + 60_000;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > limit) throw new Error(`Within a minute it did not come to pass that ${what}.`);
    await wait(50);
  }
}

const healthy = () =>
  until(async () => (await fetch(address('/healthz'))).status === 200, 'the program is healthy');

async function signIn(name: string): Promise<string> {
  const answer = await fetch(address('/sign-in'), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address('') },
    body: new URLSearchParams({ email: `${name.split(' ')[0]!.toLowerCase()}@example.test`, password }),
  });
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

/** Reports tickets one after the other; answers the subjects of those that were acknowledged. */
async function reportMany(
  cookies: readonly string[],
  name: string,
  count: number,
  atEach: (number: number) => void,
) {
  const acknowledged: string[] = [];
  for (let number = 1; number <= count; number++) {
    const subject = `${name} ${number}`;
    const answer = await fetch(address('/report'), {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin: address(''),
        'sec-fetch-site': 'same-origin',
        cookie: cookies[number % cookies.length]!,
      },
      body: new URLSearchParams({
        once: crypto.randomUUID(),
        siteId: cast.sites.shop,
        subject,
        did: 'Ik klikte.',
        happened: 'Er gebeurde niets.',
        expected: '',
        urgency: 'low',
        impact: 'small',
      }),
    }).catch(() => null);
    if (answer?.status === 303 && answer.headers.get('location')?.startsWith('/tickets/'))
      acknowledged.push(subject);
    else {
      // out of reach, or the database is: never a fault, which would say that it is to blame itself
      expect(answer?.status ?? 503).toBe(503);
      await wait(20);
    }
    atEach(number);
  }
  return acknowledged;
}

const asked = { each: 24, killAt: 12 };

test('killed in every way in the middle of work, it loses no acknowledged ticket and no mail', async () => {
  await healthy();
  const cookies = await Promise.all(reporters().map(({ name }) => signIn(name)));
  const acknowledged: string[] = [];

  const killings: [string, () => Promise<void>][] = [
    ['program', killProgram],
    ['database', killDatabase],
    ['both', async () => void (await Promise.all([killProgram(), killDatabase()]))],
  ];
  for (const [name, kill] of killings) {
    let killed: Promise<void> | undefined;
    acknowledged.push(
      ...(await reportMany(cookies, name, asked.each, (number) => {
        if (number === asked.killAt) killed = kill();
      })),
    );
    await killed;
    if (program.exitCode !== null || program.signalCode) program = start();
    await healthy();
    acknowledged.push(...(await reportMany(cookies, `${name} afterwards`, 5, () => {})));
  }
  expect(acknowledged.length).toBeGreaterThan(killings.length * (asked.killAt - 1));

  const sentAll = async () => {
    const database = await connectDatabase({ dataDir, log: quiet });
    const { count } = await database.db
      .selectFrom('mails')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('state', '<>', 'sent')
      .executeTakeFirstOrThrow();
    await database.close();
    return Number(count) === 0;
  };
  await until(sentAll, 'every mail is sent');
  expect(await stop()).toBe(0);

  const database = await connectDatabase({ dataDir, log: quiet });
  const tickets = await database.db.selectFrom('tickets').select(['id', 'subject']).execute();
  const mails = await database.db.selectFrom('mails').select(['ticket_id', 'message_id']).execute();
  await database.close();

  const subjects = tickets.map(({ subject }) => subject);
  expect(acknowledged.filter((subject) => !subjects.includes(subject))).toEqual([]);
  expect(new Set(subjects).size).toBe(subjects.length);
  for (const { id, subject } of tickets)
    expect(mails.filter((mail) => mail.ticket_id === id).length, subject).toBe(1);

  const delivered = post.mails.map(({ messageId }) => messageId);
  expect(mails.filter(({ message_id }) => !delivered.includes(message_id))).toEqual([]);
  // A mail that the server had taken when the program was killed may go out again: with the same Message-ID,
  // by which the receiving side knows it, and no more of them than kills.
  expect(delivered.length - new Set(delivered).size).toBeLessThanOrEqual(killings.length);
});
