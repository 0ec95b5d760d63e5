import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PgBoss } from 'pg-boss';
import type { TestProject } from 'vitest/node';
import { isRunning } from '#db/embedded/postmaster.ts';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the run's server; its template has every table, and no rows. */
    cluster: { url: string; template: string };
  }
}

const prefix = 'nazorg-test-';
const template = 'template_nazorg';
const quiet = { info() {}, warn() {}, error: console.error };

/** One server for the whole run, in a temporary folder, with a migrated template to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearKilledRuns();
  const dataDir = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  const server = await startEmbedded({ dataDir, log: quiet, durable: false });
  await makeTemplate(server.url);
  project.provide('cluster', { url: server.url, template });
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function makeTemplate(url: string): Promise<void> {
  const server = await openDatabase(url, { max: 1 });
  await server.pool.query(`create database ${template}`);
  await server.close();
  const target = withDatabase(url, template);
  const { pool, close } = await openDatabase(target, { max: 1 });
  await migrate(pool);
  await close();
  const boss = new PgBoss({ connectionString: target, schema: 'pgboss', supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false });
  // A database that somebody is connected to cannot be cloned, and the queue lets go only in its own time.
  const after = await openDatabase(url, { max: 1 });
  await after.pool.query(`alter database ${template} allow_connections false`);
  await after.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    template,
  ]);
  await after.close();
}

/** The same server's address with another database in it. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** A run that was killed leaves its server; nobody else would ever stop it. */
async function clearKilledRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
    if (!pid || isRunning(pid)) continue;
    const dataDir = join(tmpdir(), name);
    const server = await startEmbedded({ dataDir, log: quiet, durable: false }).catch(() => null);
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
