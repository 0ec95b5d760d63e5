import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

/** What a server writes down about itself in its own folder. */
export interface Postmaster {
  pid: number;
  port: number;
  /** Empty where there are no unix sockets. */
  socketDir: string;
}

/** The server that runs on this folder, or ran there when it was killed; null when it stopped in order. */
export async function readPostmaster(folder: string): Promise<Postmaster | null> {
  const content = await readFile(pidFile(folder), 'utf8').catch(() => '');
  const [pid, , , port, socketDir = ''] = content.split('\n');
  return pid && port ? { pid: Number(pid), port: Number(port), socketDir } : null;
}

/**
 * What has become of that server. `other`: its number now belongs to some other program, which PostgreSQL
 * cannot tell from a living server.
 */
export async function fateOf(
  postmaster: Postmaster,
  folder: string,
): Promise<'alive' | 'dying' | 'gone' | 'other'> {
  if (!isRunning(postmaster.pid)) return 'gone';
  const command = await commandOf(postmaster.pid);
  if (command === undefined) return isRunning(postmaster.pid) ? 'alive' : 'gone';
  if (command.length === 0) return 'dying';
  if (!/^postgres(\.exe)?$/.test(basename(command[0]!))) return 'other';
  return (await servesFolder(postmaster.pid, command, folder)) ? 'alive' : 'other';
}

/**
 * Takes away the notes of a server that is no more, unless another has just begun and written its own.
 * @param stale null: what a crash left is empty
 */
export async function discardPostmaster(folder: string, stale: Postmaster | null): Promise<void> {
  await discard(pidFile(folder), stale?.pid);
  if (stale?.socketDir) await discard(join(stale.socketDir, `.s.PGSQL.${stale.port}.lock`), stale.pid);
}

async function discard(path: string, pid: number | undefined): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}`;
  await rename(path, aside).catch(() => {});
  const taken = await readFile(aside, 'utf8').catch(() => '');
  if (taken !== '' && Number(taken.split('\n')[0]) !== pid) await link(aside, path);
  await rm(aside, { force: true });
}

function pidFile(folder: string): string {
  return join(folder, 'postmaster.pid');
}

/** Whether a process of this number is there, even as a zombie or under another user. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The words of a process; none for a zombie, undefined where this machine does not say. */
async function commandOf(pid: number): Promise<string[] | undefined> {
  if (process.platform === 'win32') return undefined;
  if (process.platform === 'linux') {
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
    return words?.split('\0').filter(Boolean);
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'state=,command=', '-p', String(pid)]).catch(
    () => ({ stdout: '' }),
  );
  const [state, ...words] = stdout.trim().split(/\s+/);
  if (!state) return undefined;
  return state.startsWith('Z') ? [] : words;
}

async function servesFolder(pid: number, command: string[], folder: string): Promise<boolean> {
  const [own, its] = await Promise.all([
    stat(folder).catch(() => null),
    // A server works from inside its folder, whatever the folder is called by now.
    stat(`/proc/${pid}/cwd`).catch(() => null),
  ]);
  if (own && its) return own.dev === its.dev && own.ino === its.ino;
  return command.join(' ').includes(folder);
}
