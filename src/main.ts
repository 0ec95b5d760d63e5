import { randomUUIDv7 } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { type Logger, pino } from 'pino';
import { apiJobs, apiQueues } from '#api/jobs.ts';
import { createHealth } from '#app/health.ts';
import { createApp } from '#app.tsx';
import { createAuth } from '#auth/auth.ts';
import { authJobs, authQueues } from '#auth/jobs.ts';
import { sendSignInLink } from '#auth/mail.ts';
import type { Config } from '#config.ts';
import { connectDatabase } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import type { Scope } from '#db/scope.ts';
import { type FileStore, folderStore } from '#files/store.ts';
import { importJobs, importQueues } from '#import/jobs.ts';
import { startJobs } from '#jobs/jobs.ts';
import { listen as listenForChanges } from '#live/listen.ts';
import { createLive } from '#live/live.ts';
import { mailJobs, mailQueues } from '#mail/jobs.ts';
import { quoteJobs, quoteQueues } from '#quotes/jobs.ts';
import { createSetupLink } from '#settings/setup.ts';
import { ticketJobs, ticketQueues } from '#tickets/jobs.ts';

export interface Program {
  readonly url: string;
  readonly scope: Scope;
  /** Finishes what is in flight, then lets go of everything. */
  stop(): Promise<void>;
}

export interface ProgramOptions {
  /** Runs once the tables are there and before anybody is answered: for the demo. */
  readonly prepare?: (scope: Scope, files: FileStore) => Promise<void>;
  readonly log?: Logger;
}

const createLog = (config: Config): Logger =>
  pino({
    level: config.logLevel,
    base: null,
    redact: { paths: ['*.password', '*.token', '*.cookie'], remove: true },
  });

/** Starts the whole program: database, migrations, workers, web. Answers once it serves. */
export async function startProgram(config: Config, options: ProgramOptions = {}): Promise<Program> {
  const log = options.log ?? createLog(config);
  const undo: (() => unknown)[] = [];
  const letGo = async () => {
    for (const each of undo.reverse()) await each();
  };
  try {
    const program = await assemble(config, { ...options, log }, (close) => undo.push(close));
    return { ...program, stop: () => letGo().then(() => log.info('stopped')) };
  } catch (error) {
    await letGo();
    throw error;
  }
}

type Assembled = Omit<Program, 'stop'>;
type OnStop = (close: () => unknown) => void;

/** Puts the parts together; what each has to let go of at the end it says to `onStop`, undone last to first. */
async function assemble(
  config: Config,
  { log, prepare }: ProgramOptions & { log: Logger },
  onStop: OnStop,
): Promise<Assembled> {
  const { dataDir, databaseUrl, databasePrepares: prepares } = config;
  const database = await connectDatabase({ dataDir, log, prepares, ...(databaseUrl ? { databaseUrl } : {}) });
  onStop(database.close);
  // after the workers, who may be handing over a mail
  let closeMail = () => {};
  onStop(() => closeMail());
  const { applied } = await migrate(database.pool);
  if (applied.length) log.info({ applied }, 'the database is up to date');
  const jobs = await startJobs({
    url: database.url,
    queues: [...mailQueues, ...ticketQueues, ...quoteQueues, ...apiQueues, ...authQueues, ...importQueues],
    onError: (error) => log.warn({ reason: error.message }, 'the queue met an error'),
    workers: true,
  });
  onStop(jobs.stop);
  const scope: Scope = {
    db: database.db,
    now: () => new Date(),
    newId: randomUUIDv7,
    enqueue: jobs.enqueue,
    baseUrl: config.baseUrl,
    delivers: Boolean(config.smtpUrl),
  };
  const files = await folderStore(join(dataDir, 'files'));
  await prepare?.(scope, files);
  closeMail = await mailJobs(jobs, scope, files, config);
  await ticketJobs(jobs, scope, files);
  await quoteJobs(jobs, scope);
  await apiJobs(jobs, scope);
  await authJobs(jobs, scope);
  await importJobs(jobs, scope);

  const health = createHealth(async () => {
    if (!jobs.running()) return 'The workers have stopped.';
    return database.pool.query('select 1').then(
      () => null,
      () => 'The database does not answer.',
    );
  });
  const auth = createAuth({
    db: database.db,
    baseUrl: config.baseUrl,
    secret: config.secret,
    sendLink: (email, token, next) => sendSignInLink(scope, email, token, next),
  });
  const live = createLive(scope, log);
  const listenUrl = config.databaseListenUrl ?? database.url;
  onStop(await listenForChanges({ url: listenUrl, onSignal: live.tell, log }));
  const { secret, trustedProxies: proxies } = config;
  const app = createApp({ scope, auth, secret, files, log, health, live, proxies });
  const url = await listen(app.fetch, config, onStop);
  // first of all at the end: a server waits for every answer that is not complete
  onStop(live.close);
  log.info({ url }, 'ready');
  return { url, scope };
}

type Fetch = Parameters<typeof serve>[0]['fetch'];

/** Answers requests; at the end it takes no new ones and finishes those in flight. Answers its address. */
async function listen(fetch: Fetch, { port, host, baseUrl }: Config, onStop: OnStop): Promise<string> {
  const server = serve({ fetch, port, hostname: host });
  await once(server, 'listening');
  onStop(async () => {
    const closed = once(server, 'close');
    server.close();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await closed;
  });
  return port === 0 ? `http://${host}:${(server.address() as AddressInfo).port}` : baseUrl;
}

/** Runs the program until it is told to stop (SIGTERM, SIGINT); the second time it leaves at once. */
export async function run(config: Config, options: ProgramOptions = {}): Promise<void> {
  const program = await startProgram(config, options);
  const link = await createSetupLink(program.scope);
  if (link)
    process.stdout.write(
      `\nNazorg is not set up yet. Open this link to begin; it works once:\n\n  ${link}\n\n`,
    );
  await new Promise<void>((resolve) => {
    let stopping = false;
    const stop = () => {
      if (stopping) process.exit(1);
      stopping = true;
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
  await program.stop();
}
