import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigError, readConfig, variables } from '#config.ts';

let base: string;
let DATA_DIR: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'nazorg-config-'));
  DATA_DIR = join(base, 'a', 'data');
});

afterEach(() => rmSync(base, { recursive: true }));

test('has a default for everything, and empty means not set', () => {
  const config = readConfig({ DATA_DIR, PORT: '', SMTP_URL: ' ', SECRET_FILE: '' });
  expect(config).toEqual({
    port: 3000,
    host: '127.0.0.1',
    baseUrl: 'http://localhost:3000',
    dataDir: DATA_DIR,
    databasePrepares: true,
    secret: readFileSync(join(DATA_DIR, 'secret'), 'utf8').trim(),
    logLevel: 'info',
  });
});

test('takes each variable from the environment or from a file', () => {
  const secret = 's'.repeat(32);
  const given = {
    PORT: '0',
    HOST: '::1',
    BASE_URL: 'https://desk.example.nl/nazorg/',
    DATABASE_URL: 'postgres://u:p@db:5432/nazorg',
    DATABASE_PREPARE: 'no',
    DATABASE_LISTEN_URL: 'postgres://u:p@db:5433/nazorg',
    SECRET: secret,
    SMTP_URL: 'smtps://u:p@mail.example.nl:465',
    MAIL_FROM: 'Support <support@example.nl>',
    LOG_LEVEL: 'debug',
  };
  const expected = {
    port: 0,
    host: '::1',
    baseUrl: 'https://desk.example.nl/nazorg',
    dataDir: DATA_DIR,
    databaseUrl: given.DATABASE_URL,
    databasePrepares: false,
    databaseListenUrl: given.DATABASE_LISTEN_URL,
    secret,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    logLevel: 'debug',
  };
  expect(readConfig({ ...given, DATA_DIR })).toEqual(expected);
  const files = Object.entries({ ...given, DATA_DIR }).map(([name, value]) => {
    writeFileSync(join(base, name), `${value}\n`);
    return [`${name}_FILE`, join(base, name)];
  });
  expect(readConfig(Object.fromEntries(files))).toEqual(expected);
  expect(readdirSync(DATA_DIR)).toEqual([]);
});

test.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80a'],
  ['HOST', 'local host'],
  ['BASE_URL', 'desk.example.nl'],
  ['BASE_URL', 'ftp://desk.example.nl'],
  ['BASE_URL', 'https://desk.example.nl/?a=1'],
  ['DATABASE_URL', 'mysql://db/nazorg'],
  ['DATABASE_LISTEN_URL', 'db:5432'],
  ['TRUSTED_PROXIES', 'proxy.local'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['SECRET', 'short'],
  ['SMTP_URL', 'mail.example.nl'],
  ['SMTP_URL', 'smtp://'],
  ['MAIL_FROM', 'Support'],
  ['MAIL_FROM', 'a@b.nl, c@d.nl'],
  ['MAIL_FROM', 'A <a@b.nl>\r\nBcc: c@d.nl'],
  ['LOG_LEVEL', 'loud'],
])('stops at %s=%s with a sentence that names it, and leaves no folder', (name, value) => {
  expect(() => readConfig({ DATA_DIR, [name]: value })).toThrow(ConfigError);
  expect(() => readConfig({ DATA_DIR, [name]: value })).toThrow(
    new RegExp(`^${name} does not make sense.*: give .*\\.$`, 's'),
  );
  expect(readdirSync(base)).toEqual([]);
});

test('never repeats what is secret in an error', () => {
  for (const name of ['SECRET', 'DATABASE_URL', 'SMTP_URL']) {
    expect(() => readConfig({ DATA_DIR, [name]: 'hunter2' })).toThrow(/^(?!.*hunter2)/);
  }
});

test('stops when a value comes twice, its file is missing, or the folder cannot be had', () => {
  expect(() => readConfig({ DATA_DIR, PORT: '1', PORT_FILE: '/x' })).toThrow(
    /PORT and PORT_FILE are both set/,
  );
  expect(() => readConfig({ DATA_DIR, SECRET_FILE: '/none' })).toThrow(
    /^SECRET_FILE names a file that cannot be read/,
  );
  writeFileSync(join(base, 'file'), '');
  expect(() => readConfig({ DATA_DIR: join(base, 'file') })).toThrow(/^DATA_DIR cannot be written/);
  expect(() => readConfig({ DATA_DIR: join(base, 'file', 'x') })).toThrow(/^DATA_DIR cannot be written/);
});

test('makes one secret, for us alone, also when programs start at once', async () => {
  const script = `import { readConfig } from '#config.ts'; console.log(readConfig().secret)`;
  const run = () =>
    promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: join(import.meta.dirname, '..'),
      env: { DATA_DIR },
    });
  const outputs = await Promise.all([run(), run(), run()]);
  expect(new Set(outputs.map(({ stdout }) => stdout)).size).toBe(1);
  expect(readdirSync(DATA_DIR)).toEqual(['secret']);
  expect(statSync(join(DATA_DIR, 'secret')).mode & 0o777).toBe(0o600);
  expect(readConfig({ DATA_DIR }).secret).toBe(outputs[0]!.stdout.trim());
  writeFileSync(join(DATA_DIR, 'secret'), 'torn');
  expect(() => readConfig({ DATA_DIR })).toThrow(/is damaged: remove the file/);
});

test('explains every variable', () => {
  expect(variables.map(({ name }) => name)).toContain('SECRET');
  for (const { explain, otherwise } of variables) expect(explain && otherwise).toBeTruthy();
});
