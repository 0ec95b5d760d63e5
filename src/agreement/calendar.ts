import { calendarOn, type DatedCalendar } from './days.ts';
import { CalendarError } from './errors.ts';
import { type CalendarInput, dateText, type ReadCalendar, readCalendar, readDate } from './hours.ts';
import { OpenTable } from './table.ts';

export { CalendarError, type CalendarErrorCode } from './errors.ts';
export type { CalendarInput, HoursInput, Weekday } from './hours.ts';
export { WEEKDAYS } from './hours.ts';

/** A calendar and the ISO date from which it holds; null is since ever. */
export interface CalendarVersion {
  readonly validFrom: string | null;
  readonly calendar: CalendarInput;
}

export interface Segment {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;
const read = new WeakMap<CalendarInput, ReadCalendar>();
const single = new WeakMap<CalendarInput, OfficeCalendar>();
const several = new WeakMap<readonly CalendarVersion[], OfficeCalendar>();

/**
 * Office time by a calendar and its later versions. A date is judged by the version with the latest `validFrom` on or
 * before it (the later in the list on a tie; before the first of them, the first holds), and its hours are read in that
 * version's own zone; instants that two zones' dates share count once.
 *
 * The result is kept for as long as the list, or the calendar of a list of one, exists: pass the same object again and
 * it costs nothing, and do not change it afterwards. A calendar that makes no sense is a CalendarError.
 */
export function officeCalendar(versions: readonly CalendarVersion[]): OfficeCalendar {
  const only = versions.length === 1 ? versions[0] : undefined;
  const known = only ? single.get(only.calendar) : several.get(versions);
  if (known) return known;
  const made = new OfficeCalendar(versions);
  if (only) single.set(only.calendar, made);
  else several.set(versions, made);
  return made;
}

/** All instants are epoch ms, all amounts of office time are ms. Reaches from 1900 through 2199. */
export class OfficeCalendar {
  readonly #versions: readonly DatedCalendar[];
  readonly #open: OpenTable;

  constructor(versions: readonly CalendarVersion[]) {
    if (versions.length === 0) throw new CalendarError('no_hours', 'there is no calendar');
    this.#versions = versions
      .map(({ validFrom, calendar }) => ({
        validFrom: validFrom === null ? Number.NEGATIVE_INFINITY : readDate(validFrom, ['validFrom']),
        calendar: readOnce(calendar),
      }))
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0));
    this.#open = new OpenTable(this.#versions);
  }

  /**
   * The first instant, not before `start`, by which `officeMs` of office time have passed since `start`. So an amount
   * used up at closing time stays at closing time, and an amount of 0 is `start` itself, open or not.
   */
  add(start: number, officeMs: number): number {
    return this.#open.add(start, officeMs);
  }

  /** Office time from `a` to `b`, in ms; 0 when `b` is not after `a`. */
  between(a: number, b: number): number {
    return b > a ? this.#open.between(a, b) : 0;
  }

  /** Whether the office is open at an instant; at closing time it is not. */
  isOpen(at: number): boolean {
    return this.#open.nextOpening(at, false) === at;
  }

  /** The instant itself when open, else the next opening; CalendarError `no_office_time_ahead` when there is none. */
  nextOpening(at: number): number {
    return this.#open.nextOpening(at, true)!;
  }

  /** The open stretches between two instants, cut at both; touching ones are one. */
  segments(from: number, to: number): Segment[] {
    return to > from ? this.#open.segments(from, to) : [];
  }

  /** The date on the office's wall, ISO. */
  localDate(at: number): string {
    return dateText(this.dayAt(at).day);
  }

  /**
   * The office's local day around an instant. Where versions differ in zone, the latest version that has begun by its
   * own wall is the one that holds.
   */
  dayAt(at: number): OfficeDay {
    let day = 0;
    let calendar = this.#versions[0]!.calendar;
    for (let n = this.#versions.length - 1; n >= 0; n--) {
      calendar = this.#versions[n]!.calendar;
      day = Math.floor((at + calendar.zone.offsetAt(at)) / DAY);
      if (this.#versions[n]!.validFrom <= day) break;
    }
    const from = calendar.zone.instantOf(day * DAY);
    return { day, calendar, from, to: calendar.zone.instantOf((day + 1) * DAY) };
  }

  /** The instant at which a local day of the office begins; days since 1970-01-01. */
  startOf(day: number): number {
    return calendarOn(this.#versions, day).zone.instantOf(day * DAY);
  }

  /** The instant of a local time of the office, `2026-10-23T16:30`, read as Temporal's `compatible` does. */
  instantOf(local: string): number {
    const wall = Temporal.PlainDateTime.from(local).toZonedDateTime('UTC').epochMilliseconds;
    return calendarOn(this.#versions, Math.floor(wall / DAY)).zone.instantOf(wall);
  }
}

export interface OfficeDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly calendar: ReadCalendar;
  /** The instants at which the date begins and at which the next one does. */
  readonly from: number;
  readonly to: number;
}

function readOnce(input: CalendarInput): ReadCalendar {
  let calendar = read.get(input);
  if (!calendar) {
    calendar = readCalendar(input);
    read.set(input, calendar);
  }
  return calendar;
}
