import type { OfficeCalendar } from './calendar.ts';
import type { Pause } from './story.ts';

/** A part of a ticket's life; instants in epoch ms, `officeMs` the office time in it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly kind: 'office' | 'waiting' | 'closed';
  readonly officeMs: number;
}

/**
 * What passed between two instants, without gaps: office time that counted, office time in a pause, and closed time,
 * in a pause or not. Neighbours differ in kind, and none is empty.
 */
export function stretchesOf(
  calendar: OfficeCalendar,
  { from, to, pauses }: { from: number; to: number; pauses: readonly Pause[] },
): Stretch[] {
  const stretches: Stretch[] = [];
  const append = (kind: Stretch['kind'], start: number, end: number) => {
    if (end <= start) return;
    const last = stretches.at(-1);
    const since = last?.kind === kind ? last.from : start;
    if (last?.kind === kind) stretches.pop();
    stretches.push({ from: since, to: end, kind, officeMs: kind === 'closed' ? 0 : end - since });
  };
  let reached = from;
  let next = 0;
  for (const open of calendar.segments(from, to)) {
    append('closed', reached, open.from);
    let at = open.from;
    while (at < open.to) {
      while (next < pauses.length && pauses[next]!.to <= at) next++;
      const pause = pauses[next];
      const paused = pause !== undefined && pause.from <= at;
      const end = Math.min(open.to, (paused ? pause.to : pause?.from) ?? open.to);
      append(paused ? 'waiting' : 'office', at, end);
      at = end;
    }
    reached = open.to;
  }
  append('closed', reached, to);
  return stretches;
}
