import { writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { coldQueue } from './browser.ts';
import { type Running, startBuilt, startFloor, startLoad } from './children.ts';
import { deadlinesPerSecond } from './deadlines.ts';
import { readFacts } from './facts.ts';
import { type Ground, prepareGround } from './ground.ts';
import { growthTable, readEarlier } from './growth.ts';
import { jobsFor } from './jobs.ts';
import { timesOf } from './limits.ts';
import { type Measured, measure } from './measure.ts';
import { type Options, readOptions } from './options.ts';
import { jobTable, singlesOf, singleTable } from './report.ts';
import { signInContacts } from './sessions.ts';
import { signIn } from './visit.ts';

/** `npm run bench`: how fast the program is on a desk of this size, beside what this machine can do at best. */

const concurrencies = [1, 8];
const laterStarts = 3;
const settles = 3_000;

const say = (line: string) => process.stderr.write(`${line}\n`);

async function bench(options: Options): Promise<number> {
  const earlier = options.against ? await readEarlier(options.against) : null;
  const ground = await prepareGround(options);
  if (ground.seededIn) say(`Seeded ${options.tickets} tickets in ${ground.seededIn.toFixed(1)} s.`);
  try {
    const wanted = (name: string) => options.only?.includes(name) ?? true;
    const starts = wanted('start') ? await startTimes(ground) : [];
    const program = await startBuilt({ ...ground, profiles: options.profile });
    try {
      await sleep(settles);
      const idle = await program.memory();
      const staff = await doorsOf(program, ground);
      const browser = wanted('browser') ? await coldQueue(program.url, staff.staffCookie) : null;
      const { measured, loaded } = await measureJobs(program, ground, options, jobsFor(staff));
      const deadlines = wanted('deadlines') ? deadlinesPerSecond(Math.min(2, options.seconds)) : null;
      const singles = singlesOf({ idle, loaded, starts, browser, deadlines, seededIn: ground.seededIn });
      const machine = await machineOf(ground);
      console.log(`\n${options.tickets.toLocaleString('en')} tickets, a fifth of them open. ${machine}\n`);
      if (measured.length) console.log(`${jobTable(measured)}\n`);
      if (earlier) console.log(`${growthTable(measured, earlier, options.tickets)}\n`);
      console.log(singleTable(singles));
      for (const { title, connections, faults } of measured)
        for (const fault of faults) console.log(`\nWrong (${title}, ${connections} connections): ${fault}`);
      if (options.json) await writeFile(options.json, resultOf(options, { machine, measured, singles }));
      return measured.some(({ faults }) => faults.length) ? 1 : 0;
    } finally {
      await program.stop();
    }
  } finally {
    await ground.close();
  }
}

const resultOf = (
  { tickets, seconds }: Options,
  { measured, ...rest }: { machine: string; measured: readonly Measured[]; singles: unknown },
) => {
  const jobs = measured.map((each) => ({ ...each, timesTheFloor: timesOf(each) }));
  return `${JSON.stringify({ at: new Date(), tickets, seconds, ...rest, jobs }, null, 2)}\n`;
};

/** The first start makes the tables of the queue; the later ones find everything there. */
async function startTimes(ground: Ground): Promise<number[]> {
  const times: number[] = [];
  for (let start = 0; start <= laterStarts; start++) {
    const program = await startBuilt(ground);
    times.push(program.startedIn);
    await program.stop();
  }
  return times;
}

async function doorsOf({ url }: Running, { database, dataDir, token }: Ground) {
  const facts = await readFacts(database.pool);
  const [staffCookie, contactCookie] = [
    await signIn(url, facts.staff.email),
    await signIn(url, facts.contact.email),
  ];
  const isThere = async (path: string, headers: Record<string, string>) =>
    (await fetch(`${url}${path}a`, { headers, redirect: 'manual' })).ok ? path : null;
  return {
    ...{ facts, url, token, staffCookie, contactCookie },
    visitors: () => signInContacts(database.db, { url, dataDir }),
    searchPage:
      (await isThere('/desk/search?q=', { cookie: staffCookie })) ??
      (await isThere('/desk?words=', { cookie: staffCookie })),
    searchApi: await isThere('/api/v1/search?q=', { authorization: `Bearer ${token}` }),
  };
}

async function measureJobs(
  program: Running,
  { database }: Ground,
  { only, seconds }: Options,
  jobs: ReturnType<typeof jobsFor>,
): Promise<{ measured: Measured[]; loaded: number | null }> {
  const [load, floor] = [startLoad(), startFloor(database.url)];
  const measured: Measured[] = [];
  let loaded: number | null = null;
  const watch = async () => {
    const now = await program.memory();
    if (now !== null) loaded = Math.max(loaded ?? 0, now);
  };
  const setting = { pool: database.pool, program, load, floor, seconds, watch };
  try {
    for (const job of jobs.filter(({ name }) => only?.includes(name) ?? true)) {
      for (const connections of concurrencies) {
        const figures = await measure(setting, job, connections);
        measured.push(figures);
        const { ours } = figures;
        say(
          `${job.name}, ${connections}: ${ours.perSecond.toFixed(0)}/s, p95 ${ours.p95.toFixed(1)} ms, ` +
            `${figures.processor?.toFixed(2) ?? '?'} ms of a core, ` +
            `× ${timesOf(figures).toFixed(1)} the floor${figures.faults.length ? ', WRONG ANSWERS' : ''}`,
        );
      }
    }
    return { measured, loaded };
  } finally {
    load.stop();
    floor.stop();
  }
}

async function machineOf({ database, databaseUrl }: Ground): Promise<string> {
  const { rows } = await database.pool.query('show server_version');
  const all = cpus();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return [
    `${all.length} cores (${all[0]?.model.trim()}), ${gibibytes} GiB`,
    `${process.platform} ${release()}`,
    `Node.js ${process.versions.node}`,
    `PostgreSQL ${rows[0].server_version}${databaseUrl ? '' : ', embedded'}`,
  ].join('; ');
}

try {
  process.exitCode = await bench(readOptions());
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
