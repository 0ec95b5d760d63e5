import { lchown, lstat, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Place } from '#db/embedded/initialise.ts';
import type { Postmaster } from '#db/embedded/postmaster.ts';

/** Where a server listens: a port that is only a name inside a private folder, or, on Windows, a loopback port. */
export type Address = Pick<Postmaster, 'port' | 'socketDir'>;

// The kernel keeps 108 bytes for the path of a unix socket; the name of ours takes 18 of them.
const longestFolder = 107 - '/.s.PGSQL.5432'.length - 4;
const temporary = 'nazorg-pg-';

/**
 * Chooses where a server shall listen: inside its own folder, which nobody else may enter. Where that path is
 * too long, in a private folder under the temporary one; the server notes it in its folder, so that
 * `before`, the address it last had, keeps it findable and is used again.
 */
export async function chooseAddress({ folder, runner }: Place, before: Address | null): Promise<Address> {
  if (process.platform === 'win32') return { port: before?.port ?? (await freePort()), socketDir: '' };
  if (Buffer.byteLength(folder) <= longestFolder) return { port: 5432, socketDir: folder };
  const owner = runner.owner ?? { uid: process.getuid!(), gid: process.getgid!() };
  if (before && (await isPrivate(before.socketDir, owner.uid)))
    return { port: 5432, socketDir: before.socketDir };
  const parent = Buffer.byteLength(tmpdir()) <= longestFolder - 20 ? tmpdir() : '/tmp';
  const socketDir = await mkdtemp(join(parent, temporary));
  await lchown(socketDir, owner.uid, owner.gid);
  return { port: 5432, socketDir };
}

/** Removes the folder of the socket, if it was a temporary one. */
export async function forgetAddress({ socketDir }: Address): Promise<void> {
  if (basename(socketDir).startsWith(temporary)) await rm(socketDir, { recursive: true, force: true });
}

/** The address as a PostgreSQL URL of a database there. */
export function urlOf({ port, socketDir }: Address, database: string, password = ''): string {
  if (socketDir === '') return `postgres://nazorg:${password}@127.0.0.1:${port}/${database}`;
  return `postgres://nazorg@localhost:${port}/${database}?host=${encodeURIComponent(socketDir)}`;
}

async function isPrivate(path: string, uid: number): Promise<boolean> {
  // Its name was known before a reboot emptied the temporary folder: somebody else may hold it now.
  const found = await lstat(path).catch(() => null);
  return found?.isDirectory() === true && found.uid === uid && (found.mode & 0o077) === 0;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
