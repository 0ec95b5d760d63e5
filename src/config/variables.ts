import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { readProxies } from '#lib/proxies.ts';
import { ConfigError, reason } from './error.ts';

/** The variables of the environment: what each is for, what makes sense, and how one is read. */

export type LogLevel = (typeof logLevels)[number];

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

function variable<T>(definition: Variable<T>): Variable<T> {
  return definition;
}

/**
 * What a variable says, or what the file says that `NAME_FILE` names; nothing when it is not set, or empty.
 * @throws {ConfigError} when it does not make sense
 */
export function read<N extends keyof typeof settings>(env: NodeJS.ProcessEnv, name: N) {
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
