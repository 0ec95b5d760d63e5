import fc from 'fast-check';
import type { CalendarInput, HoursInput } from './hours.ts';
import type { OracleDocument, OracleEvent } from './seconds.oracle.ts';

/** Random calendars and tickets for the property tests; around changes of summer time and of the year. */
const ZONES = [
  'Europe/Amsterdam',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Santiago',
  'Africa/Cairo',
];

/** Changes of summer time of those zones, and the turn of a year. */
const MOMENTS = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T07:00Z',
  '2026-11-01T06:00Z',
  '2026-04-04T15:00Z',
  '2026-10-03T15:30Z',
  '2026-04-05T03:00Z',
  '2026-09-06T04:00Z',
  '2026-04-23T22:00Z',
  '2026-10-29T21:00Z',
  '2026-12-31T23:00Z',
  '2026-06-15T12:00Z',
].map((text) => Temporal.Instant.from(text).epochMilliseconds / 1000);

const DAY = 86_400;

const intervals: fc.Arbitrary<HoursInput[]> = fc
  .tuple(
    fc.uniqueArray(
      fc.oneof(
        fc.integer({ min: 0, max: DAY }),
        fc.integer({ min: 0, max: 96 }).map((n) => n * 900),
      ),
      {
        minLength: 2,
        maxLength: 6,
      },
    ),
    fc.boolean(),
  )
  .map(([times, reversed]) => {
    const sorted = times.toSorted((a, b) => a - b);
    const hours: HoursInput[] = [];
    for (let n = 0; n + 1 < sorted.length; n += 2) hours.push([clock(sorted[n]!), clock(sorted[n + 1]!)]);
    return reversed ? hours.reverse() : hours;
  });

const around = (days: number) =>
  fc
    .tuple(fc.constantFrom(...MOMENTS), fc.integer({ min: -days * DAY, max: days * DAY }))
    .map(([moment, off]) => moment + off);

export const calendars: fc.Arbitrary<CalendarInput> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    week: fc.array(fc.option(intervals, { nil: [], freq: 3 }), { minLength: 7, maxLength: 7 }),
    always: fc.tuple(fc.integer({ min: 0, max: 6 }), intervals),
    exceptions: fc.uniqueArray(fc.tuple(around(5), fc.option(intervals, { nil: [], freq: 2 })), {
      maxLength: 4,
      selector: ([second]) => dateText(second),
    }),
    workingDayMinutes: fc.integer({ min: 1, max: 600 }),
  })
  .map(({ timeZone, week: [mon, tue, wed, thu, fri, sat, sun], always, exceptions, workingDayMinutes }) => {
    const hours: Record<string, HoursInput[]> = {
      mon: mon!,
      tue: tue!,
      wed: wed!,
      thu: thu!,
      fri: fri!,
      sat: sat!,
      sun: sun!,
    };
    hours[Object.keys(hours)[always[0]]!] = always[1];
    return {
      timeZone,
      hours,
      holidays: null,
      exceptions: exceptions.map(([second, open]) => ({ date: dateText(second), hours: open })),
      workingDayMinutes,
    };
  });

/** Epoch seconds. */
export const seconds = around(4);

const priorities = fc.constantFrom('high', 'medium', 'low');
const pair = fc.record({
  response: fc.integer({ min: 1, max: 500 }),
  solution: fc.integer({ min: 1, max: 900 }),
});

export const tickets: fc.Arbitrary<OracleDocument> = fc
  .record({
    calendar: calendars,
    minutes: fc.record({ high: pair, medium: pair, low: pair }),
    start: seconds,
    priority: priorities,
    steps: fc.array(
      fc.record({
        after: fc.oneof(
          fc.integer({ min: 0, max: 3 * DAY }),
          fc.integer({ min: 0, max: 12 }).map((n) => n * 3600),
        ),
        type: fc.constantFrom(
          'responded',
          'wait_started',
          'wait_started',
          'wait_ended',
          'wait_ended',
          'priority_changed',
          'priority_changed',
          'delivered',
          'refused',
          'signed_off',
        ),
        priority: priorities,
      }),
      { maxLength: 9 },
    ),
    now: fc.integer({ min: 0, max: 6 * DAY }),
  })
  .map(({ calendar, minutes, start, priority, steps, now }) => {
    const events: OracleEvent[] = [{ at: start, type: 'reported', priority } as OracleEvent];
    for (const { after, type, priority: changed } of steps) {
      const at = start + (after % (4 * DAY));
      events.push(
        (type === 'priority_changed' ? { at, type, priority: changed } : { at, type }) as OracleEvent,
      );
    }
    return { calendar, minutes, events, now: start + now };
  });

function clock(second: number): string {
  const text = [second / 3600, (second / 60) % 60, second % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
  return second % 60 === 0 ? text.slice(0, 5) : text;
}

function dateText(second: number): string {
  return new Date(second * 1000).toISOString().slice(0, 10);
}
