import { CalendarError } from './errors.ts';
import { type HolidayBook, holidayBook } from './holidays.ts';
import { type Zone, zoneOf } from './zone.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Opening and closing time on the wall: `["08:30", "17:00"]`, seconds allowed, `24:00` only for closing. */
export type HoursInput = readonly [string, string];

export interface CalendarInput {
  readonly timeZone: string;
  readonly hours: { readonly [day in Weekday]?: readonly HoursInput[] | undefined };
  /** A country code (`NL`, or `DE-BY` for a part of one) whose public holidays close, or null for none. */
  readonly holidays?: string | null | undefined;
  /** What holds on a date instead of its weekday's hours, holiday or not. */
  readonly exceptions?:
    | readonly {
        readonly date: string;
        readonly hours: readonly HoursInput[];
        readonly reason?: string | undefined;
      }[]
    | undefined;
  readonly workingDayMinutes: number;
}

/** Local opening hours in ms after midnight. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

export interface ReadCalendar {
  readonly zone: Zone;
  /** Monday first. */
  readonly week: readonly (readonly Hours[])[];
  /** By date, in days since 1970-01-01. */
  readonly exceptions: ReadonlyMap<number, { hours: readonly Hours[]; reason: string | undefined }>;
  readonly holidays: HolidayBook | null;
}

const DAY = 86_400_000;
const TIME = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?$/;

/** Reads and checks a calendar; what makes no sense is a CalendarError with the place in it. */
export function readCalendar(input: CalendarInput): ReadCalendar {
  const zone = zoneOf(input.timeZone);
  const week = WEEKDAYS.map((day) => readHours(input.hours[day] ?? [], ['hours', day]));
  const exceptions = new Map<number, { hours: Hours[]; reason: string | undefined }>();
  for (const [index, exception] of (input.exceptions ?? []).entries()) {
    const day = readDate(exception.date, ['exceptions', index, 'date']);
    if (exceptions.has(day)) {
      throw new CalendarError('duplicate_date', `${exception.date} has two exceptions`, [
        'exceptions',
        index,
        'date',
      ]);
    }
    const hours = readHours(exception.hours, ['exceptions', index, 'hours']);
    exceptions.set(day, { hours, reason: exception.reason });
  }
  const open = week.some((hours) => hours.length > 0);
  if (!open && ![...exceptions.values()].some(({ hours }) => hours.length > 0)) {
    throw new CalendarError('no_hours', 'the calendar has no hours at all', ['hours']);
  }
  if (!(input.workingDayMinutes > 0 && Number.isFinite(input.workingDayMinutes))) {
    throw new CalendarError('bad_number', 'a working day lasts more than 0 minutes', ['workingDayMinutes']);
  }
  const holidays = input.holidays == null ? null : holidayBook(input.holidays);
  return { zone, week, exceptions, holidays };
}

/** The local hours that hold on a date (days since 1970-01-01), after exceptions and holidays. */
export function hoursOn(calendar: ReadCalendar, day: number): readonly Hours[] {
  const exception = calendar.exceptions.get(day);
  if (exception) return exception.hours;
  const usual = usualHours(calendar, day);
  if (usual.length === 0 || !calendar.holidays) return usual;
  const closes = calendar.holidays.closesFrom(day);
  if (closes === undefined) return usual;
  return usual
    .filter(({ from }) => from < closes)
    .map(({ from, to }) => ({ from, to: Math.min(to, closes) }));
}

/** The hours of the weekday, whatever the date brings. */
export function usualHours(calendar: ReadCalendar, day: number): readonly Hours[] {
  // 1970-01-01 was a Thursday.
  return calendar.week[(((day + 3) % 7) + 7) % 7]!;
}

/** An ISO date as days since 1970-01-01. */
export function readDate(text: string, path: readonly (string | number)[]): number {
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) {
    throw new CalendarError('bad_date', `“${text}” is not a date like 2026-12-24`, path);
  }
  return ms / DAY;
}

/** Days since 1970-01-01 as an ISO date. */
export function dateText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function readHours(input: readonly HoursInput[], path: readonly (string | number)[]): Hours[] {
  const hours = input.map(([opens, closes], index) => {
    const from = readTime(opens, false, [...path, index, 0]);
    const to = readTime(closes, true, [...path, index, 1]);
    if (to <= from) {
      const hint = to === 0 ? '; midnight as a closing time is written 24:00' : '';
      throw new CalendarError(
        'ends_before_it_begins',
        `${opens}–${closes} ends before it begins${to === from ? ' or has no length' : ''}${hint}`,
        [...path, index],
      );
    }
    return { from, to, index };
  });
  hours.sort((a, b) => a.from - b.from);
  for (let n = 1; n < hours.length; n++) {
    if (hours[n]!.from < hours[n - 1]!.to) {
      const [one, other] = [input[hours[n - 1]!.index]!, input[hours[n]!.index]!];
      throw new CalendarError('overlap', `${one.join('–')} and ${other.join('–')} overlap`, path);
    }
  }
  return hours.map(({ from, to }) => ({ from, to }));
}

function readTime(text: string, closing: boolean, path: readonly (string | number)[]): number {
  const match = TIME.exec(text);
  const [hour, minute, second] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3] ?? 0)];
  const ms = Math.floor(Number(`0.${match?.[4] ?? 0}`) * 1000 + 1e-6);
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + ms;
  if (!match || minute > 59 || second > 59 || time > DAY || (time === DAY && !closing)) {
    const hint = time === DAY ? 'closing time only' : 'not a time like 08:30 or 08:30:15';
    throw new CalendarError('bad_time', `“${text}” is ${hint}`, path);
  }
  return time;
}
