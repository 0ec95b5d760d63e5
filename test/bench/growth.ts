import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { growthLimit, timesOf } from './limits.ts';
import type { Measured } from './measure.ts';
import { round, table } from './report.ts';

/** How each cost grew since an earlier run with another number of tickets. */

const earlierSchema = z.object({
  tickets: z.number(),
  jobs: z.array(
    z.object({
      job: z.string(),
      connections: z.number(),
      ours: z.object({ perSecond: z.number() }),
      timesTheFloor: z.number(),
      processor: z.number().nullable(),
    }),
  ),
});
export type Earlier = z.infer<typeof earlierSchema>;

/**
 * Reads what `--json` wrote in an earlier run.
 * @throws {Error} with a sentence when the file is none
 */
export async function readEarlier(file: string): Promise<Earlier> {
  const earlier = earlierSchema.safeParse(
    await readFile(file, 'utf8')
      .then(JSON.parse)
      .catch(() => null),
  );
  if (earlier.success) return earlier.data;
  throw new Error(`${file} holds no figures of an earlier run: name one that --json wrote.`);
}

/** Every job that both runs measured, with how many times slower it became. */
export function growthTable(all: readonly Measured[], earlier: Earlier, tickets: number): string {
  const [then, now] = [earlier.tickets, tickets].map((each) => each.toLocaleString('en'));
  const pairs = (name: string) => [`${name}, ${then}`, `${name}, ${now}`];
  const rows = all.flatMap((each) => {
    const before = earlier.jobs.find((job) => job.job === each.job && job.connections === each.connections);
    if (!before) return [];
    const slower = before.ours.perSecond / each.ours.perSecond;
    return [
      [
        each.title,
        String(each.connections),
        ...[before.ours.perSecond, each.ours.perSecond].map(round),
        ...[before.timesTheFloor, timesOf(each)].map((times) => times.toFixed(1)),
        ...[before.processor, each.processor].map((used) => used?.toFixed(2) ?? '–'),
        `× ${slower.toFixed(2)}`,
        `× ${growthLimit}`,
        each.faults.length ? 'WRONG ANSWERS' : slower <= growthLimit ? 'yes' : 'no',
      ],
    ];
  });
  const head = [
    ...['job', 'conn.', ...pairs('req/s'), ...pairs('× floor'), ...pairs('CPU ms')],
    ...['slower', 'held to', 'met'],
  ];
  return table([head, ...rows]);
}
