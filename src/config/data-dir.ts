import { randomBytes } from 'node:crypto';
import { accessSync, constants, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, reason } from './error.ts';

/**
 * Makes the folder that holds all that the program keeps, when it is missing.
 * @throws {ConfigError} when it cannot be written
 */
export function openDataDir(path: string): string {
  try {
    // The embedded server of a program started by root runs as another user, who must get through.
    mkdirSync(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return path;
  } catch (error) {
    throw new ConfigError(
      `DATA_DIR cannot be written (${reason(error)}): make it writable or name another folder.`,
    );
  }
}

/**
 * The secret that is kept in this folder; made when there is none.
 * @throws {ConfigError} when it cannot be kept, or is damaged
 */
export function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret');
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    if (!tryRead(path)) {
      writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
      // A link fails when the name is taken: of two programs starting at once, both read the first one's.
      linkSync(draft, path);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new ConfigError(`The secret cannot be kept in DATA_DIR (${reason(error)}): set SECRET instead.`);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  const secret = tryRead(path) ?? '';
  if (secret.length >= 32) return secret;
  throw new ConfigError(`The secret in ${path} is damaged: remove the file (everyone signs in again).`);
}

function tryRead(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
