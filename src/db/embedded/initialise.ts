import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { lchown, lstat, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from '#db/embedded/binaries.ts';
import { isRunning } from '#db/embedded/postmaster.ts';
import type { Runner } from '#db/embedded/runner.ts';
import { DatabaseError } from '#db/errors.ts';

/** What it takes to run a server on a folder. */
export interface Place {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly runner: Runner;
  /** False gives up safety against a power cut for speed: for tests. */
  readonly durable: boolean;
}

/**
 * Makes sure that `folder` holds a database of our major version. `initdb` is not atomic: it works in a
 * folder beside, which is then renamed, so that a killed attempt leaves only rubbish, cleared here.
 * @throws {DatabaseError} when the folder holds something else
 */
export async function initialise(place: Place): Promise<void> {
  await clearRubbish(place.folder);
  if (!(await holdsDatabase(place.folder))) await create(place);
  await checkMajor(place);
  await checkOwner(place);
}

/** The server's password: only where there are no unix sockets, whose folder keeps others out. */
export async function readPassword(folder: string): Promise<string | undefined> {
  if (process.platform !== 'win32') return undefined;
  return (await readFile(join(folder, 'nazorg-password'), 'utf8')).trim();
}

async function clearRubbish(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.init-`;
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length).split('-')[0]))) continue;
    // What an orphaned initdb still writes to goes at the next start.
    await rm(join(dirname(folder), name), { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}

async function holdsDatabase(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw notOurs(folder, error.code);
  });
  if (names.length === 0) return false;
  if (names.includes('PG_VERSION')) return true;
  throw new DatabaseError(`${folder} holds files but no database: move them elsewhere and start again.`);
}

async function create({ folder, binaries, runner, durable }: Place): Promise<void> {
  const draft = `${folder}.init-${process.pid}-${randomBytes(4).toString('hex')}`;
  await mkdir(draft, { mode: 0o700 });
  try {
    if (runner.owner) await lchown(draft, runner.owner.uid, runner.owner.gid);
    await initdb(runner, binaries.initdb, [`--pgdata=${draft}`, ...(durable ? [] : ['--no-sync'])]);
    await rename(draft, folder);
    await syncFolder(dirname(folder));
  } catch (error) {
    await rm(draft, { recursive: true, force: true, maxRetries: 3 });
    // Another program was faster; its database is as good as ours.
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      if (await holdsDatabase(folder)) return;
    }
    throw error;
  }
}

async function initdb(runner: Runner, program: string, args: string[]): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const common = ['--username=nazorg', ...locale, '--no-instructions', ...args];
  const folder = args[0]!.slice('--pgdata='.length);
  const secret = process.platform === 'win32' ? `${folder}.password` : null;
  if (secret) await writeFile(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const access = secret ? ['--auth=scram-sha-256', `--pwfile=${secret}`] : ['--auth=trust'];
  const child = runner.run(program, [...common, ...access], { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr?.on('data', (chunk) => {
    words += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) {
    throw new DatabaseError(
      `The embedded database could not be created: ${words.trim() || `initdb ${code}`}`,
    );
  }
  if (secret) await rename(secret, join(folder, 'nazorg-password'));
}

async function checkMajor({ folder, runner }: Place): Promise<void> {
  const major = Number(
    await readFile(join(folder, 'PG_VERSION'), 'utf8').catch((error) => {
      throw notOurs(folder, error.code);
    }),
  );
  if (major === runner.major) return;
  throw new DatabaseError(
    `The database in ${folder} is of PostgreSQL ${major}, and this Nazorg brings ${runner.major}; nothing was changed. Make a backup with the Nazorg that you had (nazorg backup FILE), then restore it with this one into an empty DATA_DIR (nazorg restore FILE).`,
  );
}

async function checkOwner({ folder, runner }: Place): Promise<void> {
  const { uid } = await lstat(folder);
  const wanted = runner.owner?.uid ?? process.getuid?.() ?? uid;
  if (uid !== wanted && !runner.owner) throw notOurs(folder, `it belongs to user ${uid}`);
}

/** Hands the files to the user that the server runs as; it changes when a checkout moves out of /root. */
export async function handOver({ folder, runner }: Place): Promise<void> {
  if (!runner.owner || (await lstat(folder)).uid === runner.owner.uid) return;
  const { uid, gid } = runner.owner;
  for (const name of await readdir(folder, { recursive: true }))
    await lchown(join(folder, name), uid, gid).catch((error: NodeJS.ErrnoException) => {
      // the server of another program may already run on it, and has done with one of its files meanwhile
      if (error.code !== 'ENOENT') throw error;
    });
  // Last: the folder's own owner says whether this was done.
  await lchown(folder, uid, gid);
}

function notOurs(folder: string, why = 'no access'): DatabaseError {
  return new DatabaseError(
    `The database in ${folder} cannot be opened (${why}): start Nazorg as the user who made it, or as root.`,
  );
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}
