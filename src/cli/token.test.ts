import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tokenByHash } from '#api/queries.ts';
import type { Database } from '#db/open.ts';
import { packageRoot } from '#lib/root.ts';
import { tokenHash } from '#lib/token.ts';
import { openTestDatabase } from '../../test/database.ts';

let database: Database & { url: string };
let dataDir: string;

beforeAll(async () => {
  database = await openTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'nazorg-token-'));
});
afterAll(async () => {
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

const run = promisify(execFile);

/** What the command prints, or says as it fails. */
async function nazorg(...words: string[]): Promise<{ out: string; failed: boolean }> {
  const env = {
    ...process.env,
    BASE_URL: 'http://localhost:3000', // vitest has one of its own
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
  };
  return run(process.execPath, [join(packageRoot, 'dist', 'cli.js'), 'token', ...words], { env }).then(
    ({ stdout }) => ({ out: stdout.trim(), failed: false }),
    ({ stderr }) => ({ out: String(stderr).trim(), failed: true }),
  );
}

const find = (token: string) => tokenByHash(database.db, tokenHash(token));

test('a token is made, shown once, listed and revoked', async () => {
  const { out: token } = await nazorg('create', '--name', ' Planbord ', '--role', 'manager');
  expect(token).toMatch(/^nzg_[\w-]{43}$/);
  const row = await find(token);
  expect(row).toMatchObject({ name: 'Planbord', role: 'manager', revokedAt: null });
  expect(row!.scopes).toContain('people:write');
  const inDays = (row!.expiresAt!.getTime() - Date.now()) / 86_400_000;
  expect(Math.round(inDays)).toBe(365);
  const { out: list } = await nazorg('list');
  expect(list).toContain('Planbord  manager  works  never used');
  expect(list).not.toContain(token);
  expect((await nazorg('revoke', row!.id)).out).toBe('Revoked.');
  expect((await find(token))!.revokedAt).not.toBeNull();
});

test('scopes, end and rate are taken as they are said', async () => {
  const { out } = await nazorg(
    ...['create', '--name', 'x', '--role', 'supporter', '--scope', 'tickets:read', 'settings:read'],
    ...['--expires', 'never', '--rate', '60', '--json'],
  );
  const made = JSON.parse(out);
  expect(made).toMatchObject({ scopes: ['tickets:read', 'settings:read'], expiresAt: null });
  expect(await find(made.token)).toMatchObject({ requestsPerMinute: 60, expiresAt: null });
});

test.each([
  [['create', '--name', 'x'], '--role'],
  [['create', '--name', 'x', '--role', 'boss'], 'Allowed choices'],
  [['create', '--name', 'x', '--role', 'supporter', '--scope', 'people:write'], 'cannot have one of these'],
  [['create', '--name', 'x', '--role', 'manager', '--scope', 'everything'], 'Allowed choices'],
  [['create', '--name', ' ', '--role', 'manager'], 'The name does not make sense'],
  [['create', '--name', 'x', '--role', 'manager', '--expires', '0'], 'number of days'],
  [['revoke', 'abc'], 'There is no such token'],
])('%j is refused in a sentence', async (words, sentence) => {
  const { out, failed } = await nazorg(...words);
  expect(failed).toBe(true);
  expect(out).toContain(sentence);
  expect(out).not.toContain('    at ');
});
