import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Address, forgetAddress, urlOf } from '#db/embedded/address.ts';
import { findBinaries } from '#db/embedded/binaries.ts';
import { initialise, type Place, readPassword } from '#db/embedded/initialise.ts';
import { fateOf, readPostmaster } from '#db/embedded/postmaster.ts';
import { chooseRunner } from '#db/embedded/runner.ts';
import { presenceName, type Reached, reachServer } from '#db/embedded/server.ts';

export interface EmbeddedDatabase {
  /** The PostgreSQL address of the database `nazorg`; it stays the same when the server is started again. */
  readonly url: string;
  /** Whether the server ran before: another program's, or the orphan of a killed one. */
  readonly adopted: boolean;
  /** Lets go of the server, and stops it when no other program needs it. Close pools before. */
  stop(): Promise<void>;
}

export interface KeeperLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

const leavingName = 'nazorg leaving';
const longestBackoff = 10_000;
const stopLimit = 30_000;

/**
 * Runs PostgreSQL in `dataDir/pg`, and looks after it: shares the server that already runs there, starts it
 * again when it dies, and stops it when the last program leaves. A connection of its own both shows the others
 * that this program is there, and tells at once when the server dies.
 * @throws {DatabaseError} when the server cannot be had, with a sentence that says what to do
 */
export async function startEmbedded(options: {
  dataDir: string;
  log: KeeperLog;
  /** False gives up safety against a power cut for speed: for tests. */
  durable?: boolean;
}): Promise<EmbeddedDatabase> {
  const { log, durable = true } = options;
  const dataDir = await realpath(options.dataDir);
  const binaries = await findBinaries();
  const runner = await chooseRunner(binaries, dataDir);
  const place: Place = { folder: join(dataDir, 'pg'), binaries, runner, durable };
  await initialise(place);

  let current = await reachServer(place, null);
  await createDatabase(current);
  const leaving = new AbortController();
  let recovery: Promise<void> | undefined;
  watch();

  return {
    url: urlOf(current.address, 'nazorg', await readPassword(place.folder)),
    adopted: current.adopted,
    async stop() {
      if (leaving.signal.aborted) return;
      leaving.abort();
      await recovery;
      await leave(place, current);
    },
  };

  function watch(): void {
    current.presence.once('end', () => {
      if (!leaving.signal.aborted) recovery = recover(current.address);
    });
  }

  async function recover(before: Address): Promise<void> {
    log.warn('The database server went away; reaching it again.');
    for (let backoff = 200; !leaving.signal.aborted; backoff = Math.min(backoff * 2, longestBackoff)) {
      try {
        current = await reachServer(place, before);
        watch();
        log.info('The database server is back.');
        return;
      } catch (error) {
        log.error(`${error instanceof Error ? error.message : error} Trying again.`);
        await sleep(backoff, undefined, { signal: leaving.signal }).catch(() => {});
      }
    }
  }
}

async function createDatabase({ presence }: Reached): Promise<void> {
  const { rowCount } = await presence.query(`select from pg_database where datname = 'nazorg'`);
  if (rowCount) return;
  await presence.query('create database nazorg').catch((error: { code?: string }) => {
    // Another program that started at the same time made it.
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
}

async function leave(place: Place, { presence, address }: Reached): Promise<void> {
  // A connection that broke says nothing about the others; the next start adopts what is left running.
  const needed = await isNeeded(presence).catch(() => true);
  const postmaster = await readPostmaster(place.folder);
  if (!needed && postmaster && (await fateOf(postmaster, place.folder)) === 'alive') {
    // A fast shutdown: open connections are closed, everything is written, nothing needs recovery.
    process.kill(postmaster.pid, 'SIGINT');
    const begun = Date.now();
    while ((await fateOf(postmaster, place.folder)) === 'alive' && Date.now() - begun < stopLimit) {
      await sleep(20);
    }
    await forgetAddress(address);
  }
  await presence.end().catch(() => {});
}

/**
 * Whether another program is there. Each first says that it leaves and then looks: of two that leave at the
 * same time, at least one sees nobody left.
 */
async function isNeeded(presence: Reached['presence']): Promise<boolean> {
  await presence.query(`set application_name = '${leavingName}'`);
  const { rowCount } = await presence.query(
    'select from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
    [presenceName],
  );
  return rowCount !== 0;
}
