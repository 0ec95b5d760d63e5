import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { startProgram } from '#main.ts';
import { openTestDatabase } from './database.ts';
import { freePort } from './mailbox.ts';

test('behind a pooler the program listens at the address of the database itself, and nothing else does', async () => {
  // two databases stand for the two addresses of one
  const [pooled, direct] = await Promise.all([openTestDatabase(), openTestDatabase()]);
  const dataDir = await mkdtemp(join(tmpdir(), 'nazorg-listen-'));
  const port = await freePort();
  const program = await startProgram(
    {
      port,
      host: '127.0.0.1',
      baseUrl: `http://localhost:${port}`,
      dataDir,
      databaseUrl: pooled.url,
      databasePrepares: true,
      databaseListenUrl: direct.url,
      secret: 'only-for-tests-0123456789-only-for-tests',
      logLevel: 'silent',
    },
    { log: pino({ level: 'silent' }) },
  );
  const connected = async ({ pool, url }: typeof pooled) => {
    const { rows } = await pool.query<{ name: string }>(
      `select distinct application_name as name from pg_stat_activity where datname = $1`,
      [new URL(url).pathname.slice(1)],
    );
    return rows.map(({ name }) => name);
  };
  expect(await connected(direct)).toContain('nazorg live');
  expect(await connected(direct)).not.toContain('nazorg queue');
  expect(await connected(pooled)).toContain('nazorg queue');
  expect(await connected(pooled)).not.toContain('nazorg live');
  await program.stop();
  await Promise.all([pooled.close(), direct.close()]);
  await rm(dataDir, { recursive: true, force: true });
});
