import { hoursOn, type ReadCalendar } from './hours.ts';

/** A calendar and the first date (days since 1970-01-01) for which it holds. */
export interface DatedCalendar {
  readonly validFrom: number;
  readonly calendar: ReadCalendar;
}

const DAY = 86_400_000;

/** The calendar that holds on a date: the last one to have begun; before all of them, the first. */
export function calendarOn(versions: readonly DatedCalendar[], day: number): ReadCalendar {
  for (let n = versions.length - 1; n > 0; n--) {
    if (versions[n]!.validFrom <= day) return versions[n]!.calendar;
  }
  return versions[0]!.calendar;
}

/**
 * The open instants of the local dates of one year, as start, end, start, end …; in the order of the dates,
 * not merged.
 */
export function openInYear(versions: readonly DatedCalendar[], year: number): number[] {
  const open: number[] = [];
  const end = Date.UTC(year + 1, 0, 1) / DAY;
  let calendar: ReadCalendar | undefined;
  let steady = { offset: 0, until: Number.NEGATIVE_INFINITY };
  for (let day = Date.UTC(year, 0, 1) / DAY; day < end; day++) {
    const held = calendarOn(versions, day);
    const midnight = day * DAY;
    if (held !== calendar || midnight + 2 * DAY >= steady.until) {
      calendar = held;
      steady = calendar.zone.spanAt(midnight - DAY);
    }
    const hours = hoursOn(calendar, day);
    if (midnight + 2 * DAY < steady.until) {
      for (const { from, to } of hours) {
        open.push(midnight + from - steady.offset, midnight + to - steady.offset);
      }
    } else if (hours.length > 0 && happens(calendar, midnight)) {
      for (const { from, to } of hours) {
        const start = calendar.zone.instantOf(midnight + from);
        const stop = calendar.zone.instantOf(midnight + to);
        // A clock put forward can carry an opening beyond its closing.
        if (start < stop) open.push(start, stop);
      }
    }
  }
  return open;
}

/** False for a date that the zone leaves out, as Samoa did with 30 December 2011. */
function happens({ zone }: ReadCalendar, midnight: number): boolean {
  return zone.instantOf(midnight) < zone.instantOf(midnight + DAY);
}
