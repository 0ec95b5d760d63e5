import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { growthTable, readEarlier } from './growth.ts';
import type { Measured } from './measure.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nazorg-growth-'));
});
afterEach(() => rm(folder, { recursive: true }));

const figures = (perSecond: number) => ({ perSecond, median: 2, p95: 4, p99: 6 });
const measured = (job: string, perSecond: number, faults: string[] = []): Measured => ({
  ...{ job, title: `the job ${job}`, connections: 8, faults, processor: 1.25 },
  ...{ ours: figures(perSecond), floor: figures(1_000), bytesFloor: figures(2_000) },
  bytes: { plain: 100, packed: 50, packing: 'br' },
});

async function written(content: unknown): Promise<string> {
  const file = join(folder, 'earlier.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const rowOf = (text: string, job: string) =>
  text
    .split('\n')
    .find((line) => line.includes(`the job ${job} `))
    ?.split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

test('each job of both runs says how many times slower it became, and whether that is met', async () => {
  const before = ['queue', 'ticket', 'search', 'gone'].map((job) => measured(job, 300));
  const jobs = before.map((each) => ({ ...each, timesTheFloor: 1_000 / 300 }));
  const earlier = await readEarlier(await written({ tickets: 50_000, jobs }));
  const now = [
    measured('queue', 200),
    measured('ticket', 199),
    measured('search', 300, ['404']),
    measured('new', 1),
  ];
  const text = growthTable(now, earlier, 500_000);
  const [head] = text.split('\n');
  expect(head).toMatch(/req\/s, 50,000 .* req\/s, 500,000 /);
  expect(rowOf(text, 'queue')).toEqual([
    ...['the job queue', '8', '300', '200', '3.3', '5.0', '1.25', '1.25', '× 1.50', '× 1.5', 'yes'],
  ]);
  expect(rowOf(text, 'ticket')?.slice(-3)).toEqual(['× 1.51', '× 1.5', 'no']);
  expect(rowOf(text, 'search')?.at(-1)).toBe('WRONG ANSWERS');
  // what only one of them measured
  expect(rowOf(text, 'new')).toBeUndefined();
  expect(rowOf(text, 'gone')).toBeUndefined();
});

test.each([
  ['no JSON', 'jobs'],
  ['something else', { tickets: 50_000 }],
])('a file that holds %s is refused with a sentence', async (_, content) => {
  const file = await written(content);
  await expect(readEarlier(file)).rejects.toThrow(/earlier\.json holds no figures .* --json wrote/);
});

test('a file that is not there is refused with a sentence', async () => {
  await expect(readEarlier(join(folder, 'none.json'))).rejects.toThrow(/holds no figures/);
});
