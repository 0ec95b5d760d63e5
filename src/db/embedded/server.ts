import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Address, chooseAddress, forgetAddress, urlOf } from '#db/embedded/address.ts';
import { handOver, type Place, readPassword } from '#db/embedded/initialise.ts';
import { discardPostmaster, fateOf, readPostmaster } from '#db/embedded/postmaster.ts';
import { DatabaseError, isUnavailable } from '#db/errors.ts';

/** A server that answers, and our connection to it. */
export interface Reached {
  address: Address;
  presence: pg.Client;
  /** Whether it ran before we came. */
  adopted: boolean;
}

/** Under this name a living keeper is connected, for others to see that the server is needed. */
export const presenceName = 'nazorg keeper';

const pause = 50;
// Each limit in milliseconds: a killed server can stay a zombie for 2 s; recovery after a crash takes its time.
const dyingLimit = 3_000;
const clashLimit = 30_000;
const answerLimit = 300_000;

/**
 * Reaches the server of this folder: adopts a living one, waits out a dying one, else starts one. Several
 * programs may do so at once: PostgreSQL itself lets only one server onto a folder, the others adopt it.
 * @throws {DatabaseError} when no server can be had
 */
export async function reachServer(place: Place, before: Address | null): Promise<Reached> {
  const begun = Date.now();
  for (;;) {
    const noted = await readPostmaster(place.folder);
    const fate = noted ? await fateOf(noted, place.folder) : 'gone';
    const waited = Date.now() - begun;
    if (noted && fate === 'alive') {
      const presence = await tryConnect(place, noted);
      if (presence) return { address: noted, presence, adopted: true };
      if (waited > answerLimit) throw silent(noted.pid);
      await sleep(pause);
    } else if (fate === 'dying' && waited < dyingLimit) {
      await sleep(pause);
    } else {
      // PostgreSQL would take a zombie or a stranger of the same number for a living server, and a note that
      // is still empty for one that just begins.
      if (noted ? fate !== 'gone' : waited > dyingLimit) await discardPostmaster(place.folder, noted);
      const started = await startServer(place, noted ?? before);
      if (started) return started;
      if (waited > clashLimit) throw new DatabaseError(clash(place.folder));
      await sleep(pause * 4);
    }
  }
}

/** Starts a server; null when another was there first, or is not quite gone. */
async function startServer(place: Place, before: Address | null): Promise<Reached | null> {
  await handOver(place);
  const address = await chooseAddress(place, before);
  const child = place.runner.run(place.binaries.postgres, serverArguments(place, address), {
    // In a group of its own: Ctrl-C must reach the program alone, which then stops the server in order.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const words = listen(child);
  const begun = Date.now();
  for (;;) {
    await sleep(pause / 2);
    if (child.exitCode !== null || child.signalCode !== null) break;
    const noted = await readPostmaster(place.folder);
    const presence = noted && (await tryConnect(place, noted));
    if (noted && presence) return { address: noted, presence, adopted: noted.pid !== child.pid };
    if (Date.now() - begun > answerLimit) throw silent(child.pid);
  }
  const said = words();
  if (/lock file ".*" (already exists|is empty)|still in use/.test(said)) return null;
  await forgetAddress(address);
  const last = said.match(/FATAL: +(.*)/)?.[1] ?? said.trim().split('\n').at(-1);
  throw new DatabaseError(
    `The embedded database in ${place.folder} does not start (${last}): what it logged is in its folder log.`,
  );
}

function serverArguments({ folder, durable }: Place, { port, socketDir }: Address): string[] {
  const settings = {
    listen_addresses: socketDir ? '' : '127.0.0.1',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    max_connections: 60,
    shared_buffers: '128MB',
    // In files: /dev/shm is tiny in a container, and logging out of a session can empty it.
    dynamic_shared_memory_type: process.platform === 'win32' ? 'windows' : 'mmap',
    jit: 'off',
    // A row looked up in a table that is in memory costs little more than one that is read past: at 4, as it comes,
    // whole tables are read for one name.
    random_page_cost: '1.1',
    timezone: 'UTC',
    // A week of files that overwrite each other, so that an adopted server logs and nothing fills the disk.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'server-%a.log',
    log_truncate_on_rotation: 'on',
    log_timezone: 'UTC',
    ...(!durable && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: 100,
    }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', folder, '-p', String(port), ...flags];
}

/** Keeps the last words of a server that fails; and lets this program end without waiting for it. */
function listen(child: ChildProcess): () => string {
  let words = '';
  child.on('error', (error) => {
    words += error.message;
  });
  child.stderr?.on('data', (chunk) => {
    words = (words + chunk).slice(-4_000);
  });
  child.unref();
  (child.stderr as { unref?(): void } | null)?.unref?.();
  return () => words;
}

async function tryConnect(place: Place, address: Address): Promise<pg.Client | null> {
  const client = new pg.Client({
    connectionString: urlOf(address, 'postgres', await readPassword(place.folder)),
    application_name: presenceName,
    connectionTimeoutMillis: 5_000,
  });
  // Without a listener an error outside of a query would end the program.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    if (isUnavailable(error)) return null;
    throw error;
  }
}

function silent(pid: number | undefined): DatabaseError {
  return new DatabaseError(
    `The embedded database (process ${pid}) runs but does not answer: what it logged is in the folder log of DATA_DIR/pg; if it hangs, end that process and start again.`,
  );
}

function clash(folder: string): string {
  return `Another database server holds ${folder} and does not let go: end it and start again.`;
}
