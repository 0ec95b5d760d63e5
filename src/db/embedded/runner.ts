import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Binaries } from '#db/embedded/binaries.ts';
import { DatabaseError } from '#db/errors.ts';

/** Starts PostgreSQL's programs as somebody that PostgreSQL accepts, which root is not. */
export interface Runner {
  /** Who must own the database's files; null: whoever runs this program. */
  readonly owner: { uid: number; gid: number } | null;
  /** Major version of the programs. */
  readonly major: number;
  run(program: string, args: string[], options?: SpawnOptions): ChildProcess;
}

interface Way {
  owner: Runner['owner'];
  prefix: string[];
  ids: { uid?: number; gid?: number };
}

// High enough to collide with nobody's account; `nobody` itself is shared by other services.
const spareId = 61_780;

/**
 * Chooses how to run PostgreSQL so that it reaches its programs and `dataDir`: as ourselves; under root as
 * another user; and where that user may not enter, in a user namespace in which root has another number.
 * @throws {DatabaseError} when no way works here
 */
export async function chooseRunner(binaries: Binaries, dataDir: string): Promise<Runner> {
  const tried: string[] = [];
  for (const way of await waysHere()) {
    try {
      const major = await probe(way, binaries.postgres, dataDir);
      return { owner: way.owner, major, run: (program, args, options) => start(way, program, args, options) };
    } catch (error) {
      tried.push(error instanceof Error ? error.message.trim() : String(error));
    }
  }
  if (process.getuid?.() !== 0) {
    throw new DatabaseError(
      `The embedded PostgreSQL does not run on this machine (${tried.join('; ')}): set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  throw new DatabaseError(
    `PostgreSQL refuses to run as root, and no other user may enter ${dataDir} and the folder of the program: start Nazorg as an ordinary user, move both out of private folders such as /root, or set DATABASE_URL.`,
  );
}

async function waysHere(): Promise<Way[]> {
  if (process.getuid?.() !== 0) return [{ owner: null, prefix: [], ids: {} }];
  const other = await unprivilegedIds();
  const unshare = ['unshare', '--user', `--map-user=${other.uid}`, `--map-group=${other.gid}`, '--'];
  return [
    { owner: other, prefix: [], ids: other },
    { owner: { uid: 0, gid: 0 }, prefix: unshare, ids: {} },
  ];
}

async function unprivilegedIds(): Promise<{ uid: number; gid: number }> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(accounts) ?? [];
  return { uid: Number(uid ?? spareId), gid: Number(gid ?? spareId) };
}

async function probe(way: Way, postgres: string, dataDir: string): Promise<number> {
  const script = 'test -x "$1" && exec "$0" --version';
  const [program, ...args] =
    process.platform === 'win32'
      ? [postgres, '--version']
      : [...way.prefix, '/bin/sh', '-c', script, postgres, dataDir];
  const { stdout } = await promisify(execFile)(program!, args, { ...way.ids, cwd: '/' });
  return Number(/\) (\d+)/.exec(stdout)?.[1]);
}

function start(way: Way, program: string, args: string[], options: SpawnOptions = {}): ChildProcess {
  const [first, ...rest] = [...way.prefix, program, ...args];
  // Not our environment: it holds secrets and settings that are no business of the server.
  const { PATH, SystemRoot, TEMP } = process.env;
  const env = { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot && { SystemRoot, TEMP }) };
  return spawn(first!, rest, { ...way.ids, cwd: '/', env, ...options });
}
