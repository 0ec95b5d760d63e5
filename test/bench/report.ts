import { limitedAt, limits, missesOf, otherLimits, timesOf } from './limits.ts';
import type { Measured } from './measure.ts';

/** One figure that belongs to no job, with what it is held to. */
export interface Single {
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  readonly limit?: number;
  /** Whether less is better, or more. */
  readonly better?: 'less' | 'more';
}

export const isMet = ({ value, limit, better = 'less' }: Single): boolean | null => {
  if (limit === undefined || value === null) return null;
  return better === 'less' ? value <= limit : value >= limit;
};

export const round = (value: number) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
const kilobytes = (bytes: number) => (bytes ? `${(bytes / 1024).toFixed(1)}` : '–');

/** Every job with its floors and what it is held to, as a table. */
export function jobTable(all: readonly Measured[]): string {
  const head =
    'job,conn.,req/s,median ms,p95 ms,p99 ms,floor req/s,× floor,same bytes req/s,CPU ms,KiB,KiB packed,held to,met';
  const rows = all.map((each) => {
    const { ours, floor, bytesFloor, bytes } = each;
    const limit = each.connections === limitedAt ? limits[each.job] : undefined;
    const misses = missesOf(each);
    return [
      each.title,
      String(each.connections),
      round(ours.perSecond),
      ...[ours.median, ours.p95, ours.p99].map((value) => value.toFixed(1)),
      round(floor.perSecond),
      timesOf(each).toFixed(1),
      bytes.plain ? round(bytesFloor.perSecond) : '–',
      each.processor?.toFixed(2) ?? '–',
      kilobytes(bytes.plain),
      kilobytes(bytes.packed),
      limit ? `× ${limit.times}, ${limit.perSecond}/s, p95 ${limit.p95} ms` : '',
      each.faults.length
        ? 'WRONG ANSWERS'
        : limit
          ? misses.length
            ? `no: ${misses.join(', ')}`
            : 'yes'
          : '',
    ];
  });
  return table([head.split(','), ...rows]);
}

export function singleTable(all: readonly Single[]): string {
  const rows = all.map((each) => {
    const met = isMet(each);
    const sign = each.better === 'more' ? '≥' : '≤';
    return [
      each.name,
      each.value === null ? 'not measured' : `${round(each.value)} ${each.unit}`,
      each.limit === undefined ? '' : `${sign} ${each.limit.toLocaleString('en')}`,
      met === null ? '' : met ? 'yes' : 'no',
    ];
  });
  return table([['what', 'measured', 'held to', 'met'], ...rows]);
}

/** Rows as a Markdown table, the first its head. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(rows[0]!), rule, ...rows.slice(1).map(line)].join('\n');
}

interface Whole {
  readonly idle: number | null;
  readonly loaded: number | null;
  readonly starts: readonly number[];
  readonly browser: { readonly requests: number; readonly bytes: number } | null;
  readonly deadlines: { readonly clocks: number; readonly additions: number } | null;
  readonly seededIn: number | null;
}

/** The figures beside the jobs. */
export function singlesOf({ idle, loaded, starts, browser, deadlines, seededIn }: Whole): Single[] {
  const [cold = null, ...warm] = starts;
  const median = warm.toSorted((a, b) => a - b)[Math.floor(warm.length / 2)] ?? null;
  const { idleMiB, loadedMiB, startMs, browserKB, browserRequests, deadlines: perSecond } = otherLimits;
  return [
    { name: 'memory of the program, idle', value: idle, unit: 'MiB', limit: idleMiB },
    { name: 'memory of the program, under load', value: loaded, unit: 'MiB', limit: loadedMiB },
    { name: 'first start, to the first answer', value: cold, unit: 'ms', limit: startMs },
    { name: 'later starts, median', value: median, unit: 'ms', limit: startMs },
    {
      name: 'queue in a browser that was never there',
      value: browser && browser.bytes / 1000,
      unit: 'KB',
      limit: browserKB,
    },
    { name: '… requests', value: browser?.requests ?? null, unit: '', limit: browserRequests },
    {
      name: 'tickets whose two deadlines are derived, one core',
      value: deadlines?.clocks ?? null,
      unit: '/s',
      limit: perSecond,
      better: 'more',
    },
    { name: 'office time added to a moment, one core', value: deadlines?.additions ?? null, unit: '/s' },
    { name: 'seeding', value: seededIn, unit: 's' },
  ];
}
