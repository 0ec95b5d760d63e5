import type { Measured } from './measure.ts';

/** What the program is held to, at 8 connections on two cores with 50,000 tickets. */
export interface Limit {
  readonly perSecond: number;
  readonly p95: number;
  /** At most so many times slower than the floor. */
  readonly times: number;
}

export const limitedAt = 8;

export const limits: Readonly<Record<string, Limit>> = {
  queue: { perSecond: 740, p95: 20, times: 4 },
  ticket: { perSecond: 1_200, p95: 12, times: 10 },
  'report-api': { perSecond: 1_100, p95: 15, times: 10 },
  search: { perSecond: 1_000, p95: 15, times: 8 },
};

export const otherLimits = {
  idleMiB: 160,
  loadedMiB: 300,
  startMs: 1_000,
  browserKB: 100,
  browserRequests: 6,
  deadlines: 200_000,
} as const;

/** How many times slower each job may be with ten times as many tickets. */
export const growthLimit = 1.5;

/** How many times slower than the floor. */
export const timesOf = ({ floor, ours }: Measured): number => floor.perSecond / ours.perSecond;

/**
 * What is not met, in words; nothing when all is. Machines differ, so the ratio decides; the figures of the
 * issue are said beside it.
 */
export function missesOf(measured: Measured): string[] {
  const limit = limits[measured.job];
  if (!limit || measured.connections !== limitedAt) return [];
  const { perSecond, p95 } = measured.ours;
  return [
    timesOf(measured) > limit.times && `× ${limit.times}`,
    perSecond < limit.perSecond && `${limit.perSecond}/s`,
    p95 > limit.p95 && `p95 ${limit.p95} ms`,
  ].filter((each) => each !== false);
}
