import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { BlockList } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readProxies } from '#lib/proxies.ts';

export type LogLevel = (typeof logLevels)[number];

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

/** A setting that does not make sense; the message is one sentence that names it and says the remedy. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const mailAddress = /^(?:[^<>\r\n]*<([^<>\s]+)>|([^<>\s]+))$/;

interface Variable<T> {
  readonly explain: string;
  /** What holds when it is not set, in words. */
  readonly otherwise: string;
  readonly remedy: string;
  readonly secret?: boolean;
  readonly schema: z.ZodType<T, string>;
}

const settings = {
  PORT: variable({
    explain: 'the port that the program listens on; 0 takes any free one',
    otherwise: '3000',
    remedy: 'give a whole number from 0 to 65535',
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535),
  }),
  HOST: variable({
    explain: 'the address that the program listens on; 0.0.0.0 is every network of this machine',
    otherwise: '127.0.0.1',
    remedy: 'give a host name or an IP address without a port',
    schema: z.string().regex(/^[\w.:%-]+$/),
  }),
  BASE_URL: variable({
    explain: 'the address at which people reach the program; links in mails begin with it',
    otherwise: 'http://localhost:$PORT',
    remedy: 'give an address such as https://desk.example.nl, without ? or #',
    schema: z
      .url({ protocol: /^https?$/ })
      .refine((url) => !/[?#]/.test(url))
      .transform((url) => url.replace(/\/+$/, '')),
  }),
  DATA_DIR: variable({
    explain: 'the folder of the embedded database, the attachments and the generated secret',
    otherwise: './data',
    remedy: 'give the path of a folder',
    schema: z.string().transform((path) => resolve(path)),
  }),
  DATABASE_URL: variable({
    explain: "a PostgreSQL (15 or later) of one's own; without it the program runs one in DATA_DIR",
    otherwise: 'the embedded database',
    remedy: 'give an address such as postgres://user:password@host:5432/nazorg',
    secret: true,
    schema: z.string().refine((url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url)),
  }),
  DATABASE_PREPARE: variable({
    explain:
      'whether statements are prepared once on each connection; `no` is for a pooler that hands each transaction to another connection and does not know them (PgBouncer before 1.21)',
    otherwise: 'yes',
    remedy: 'give yes or no',
    schema: z.enum(['yes', 'no']),
  }),
  DATABASE_LISTEN_URL: variable({
    explain:
      'the same database without the pooler that stands before DATABASE_URL: there the program listens for changes, on one connection that stays open',
    otherwise: 'DATABASE_URL',
    remedy: 'give an address such as postgres://user:password@host:5432/nazorg',
    secret: true,
    schema: z.string().refine((url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url)),
  }),
  TRUSTED_PROXIES: variable({
    explain:
      'the addresses of the proxies in front, as seen from here; only their X-Forwarded-For is believed, from the right',
    otherwise: 'none is believed',
    remedy: 'give addresses or networks with commas between them, such as 127.0.0.1, ::1, 10.0.0.0/8',
    schema: z.string().transform((text, context) => {
      const proxies = readProxies(text);
      if (!proxies) context.addIssue({ code: 'custom' });
      return proxies ?? z.NEVER;
    }),
  }),
  SECRET: variable({
    explain: 'signs sessions and links; whoever has it can sign in as anyone',
    otherwise: 'generated once into DATA_DIR/secret',
    remedy: 'give at least 32 characters, for example from `openssl rand -hex 32`',
    secret: true,
    schema: z.string().min(32),
  }),
  SMTP_URL: variable({
    explain: 'the server that takes outgoing mail; without it mails are kept and shown at the desk, not sent',
    otherwise: 'no mail is sent',
    remedy: 'give an address such as smtps://user:password@mail.example.nl',
    secret: true,
    schema: z.string().refine((url) => /^smtps?:\/\/[^/]/.test(url) && URL.canParse(url)),
  }),
  MAIL_FROM: variable({
    explain: 'the sender of outgoing mail',
    otherwise: 'no mail is sent',
    remedy: 'give an address such as "Support <support@example.nl>"',
    schema: z.string().refine((text) => {
      const match = mailAddress.exec(text);
      return z.email().safeParse(match?.[1] ?? match?.[2]).success;
    }),
  }),
  LOG_LEVEL: variable({
    explain: 'the least important message that is logged',
    otherwise: 'info',
    remedy: `give one of ${logLevels.join(', ')}`,
    schema: z.enum(logLevels),
  }),
};

/** Each variable of the environment with a sentence, for `--help` and the documentation. */
export const variables: readonly { name: string; explain: string; otherwise: string }[] = Object.entries(
  settings,
).map(([name, { explain, otherwise }]) => ({ name, explain, otherwise }));

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

function variable<T>(definition: Variable<T>): Variable<T> {
  return definition;
}

function read<N extends keyof typeof settings>(env: NodeJS.ProcessEnv, name: N) {
  const setting = settings[name] as Variable<z.output<(typeof settings)[N]['schema']>>;
  const text = textOf(env, name);
  if (text === undefined) return undefined;
  const result = setting.schema.safeParse(text);
  if (result.success) return result.data;
  const shown = setting.secret ? '' : ` (${JSON.stringify(text)})`;
  throw new ConfigError(`${name} does not make sense${shown}: ${setting.remedy}.`);
}

function textOf(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const direct = env[name]?.trim() || undefined;
  const path = env[`${name}_FILE`] || undefined;
  if (!path) return direct;
  if (direct !== undefined) {
    throw new ConfigError(`${name} and ${name}_FILE are both set: remove one of them.`);
  }
  try {
    return readFileSync(path, 'utf8').trim() || undefined;
  } catch (error) {
    throw new ConfigError(`${name}_FILE names a file that cannot be read (${reason(error)}): correct it.`);
  }
}

function openDataDir(path: string): string {
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

function keptSecret(dataDir: string): string {
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

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
