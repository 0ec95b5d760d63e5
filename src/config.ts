import { existsSync } from 'node:fs';
import type { BlockList } from 'node:net';
import { join, resolve } from 'node:path';
import { keptSecret, openDataDir } from './config/data-dir.ts';
import { type LogLevel, read } from './config/variables.ts';

export { ConfigError } from './config/error.ts';
export { variables } from './config/variables.ts';

/** Everything the program is told from outside, checked. */
export type Config = Readonly<{
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** Without a slash at its end; the only source of links in mails. */
  baseUrl: string;
  /** Absolute; exists and may be written. */
  dataDir: string;
  /** Absent: the program runs its own PostgreSQL in `dataDir`. */
  databaseUrl?: string;
  /** Whether statements are prepared on its connections. */
  databasePrepares: boolean;
  /** Where changes are listened for, when a pooler stands before `databaseUrl`. */
  databaseListenUrl?: string;
  /** Absent: nothing that a request says of whom it is made for is believed. */
  trustedProxies?: BlockList;
  secret: string;
  /** Absent: mails are kept and shown, not sent. */
  smtpUrl?: string;
  mailFrom?: string;
  logLevel: LogLevel;
}>;

/**
 * Reads the configuration; creates `DATA_DIR` and the secret in it when they are missing.
 * An empty variable counts as not set; each may also come as `NAME_FILE`.
 * @throws {ConfigError} when something is wrong
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const port = read(env, 'PORT') ?? 3000;
  const databaseUrl = read(env, 'DATABASE_URL');
  const databaseListenUrl = read(env, 'DATABASE_LISTEN_URL');
  const trustedProxies = read(env, 'TRUSTED_PROXIES');
  const smtpUrl = read(env, 'SMTP_URL');
  const mailFrom = read(env, 'MAIL_FROM');
  const given = {
    port,
    host: read(env, 'HOST') ?? '127.0.0.1',
    baseUrl: read(env, 'BASE_URL') ?? `http://localhost:${port}`,
    ...(databaseUrl && { databaseUrl }),
    databasePrepares: read(env, 'DATABASE_PREPARE') !== 'no',
    ...(databaseListenUrl && { databaseListenUrl }),
    ...(trustedProxies && { trustedProxies }),
    ...(smtpUrl && { smtpUrl }),
    ...(mailFrom && { mailFrom }),
    logLevel: read(env, 'LOG_LEVEL') ?? 'info',
  };
  const ownSecret = read(env, 'SECRET');
  // Last, so that a typing error elsewhere leaves no folder behind.
  const dataDir = openDataDir(read(env, 'DATA_DIR') ?? resolve('data'));
  return { ...given, dataDir, secret: ownSecret ?? keptSecret(dataDir) };
}

/** Whether there is an installation to ask: a database of one's own, or one in `DATA_DIR`. Creates nothing. */
export function isInstalled(env: NodeJS.ProcessEnv = process.env): boolean {
  if (read(env, 'DATABASE_URL')) return true;
  return existsSync(join(read(env, 'DATA_DIR') ?? resolve('data'), 'pg', 'PG_VERSION'));
}
