import { describe, expect, test } from 'vitest';
import { type CalendarInput, officeCalendar } from './calendar.ts';

const HOUR = 3_600_000;
const base: CalendarInput = {
  timeZone: 'Europe/Amsterdam',
  hours: { mon: [['08:30', '17:00']] },
  holidays: null,
  exceptions: [],
  workingDayMinutes: 510,
};

function office(change: Partial<CalendarInput>) {
  return officeCalendar([{ validFrom: null, calendar: { ...base, ...change } }]);
}

function at(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds;
}

describe('a calendar that makes no sense says what and where', () => {
  test.each<[string, Partial<CalendarInput>, object]>([
    ['no hours at all', { hours: { sat: [] } }, { code: 'no_hours' }],
    [
      'no hours, and exceptions that close',
      { hours: {}, exceptions: [{ date: '2026-12-31', hours: [] }] },
      { code: 'no_hours' },
    ],
    [
      'overlap',
      {
        hours: {
          tue: [
            ['13:00', '17:00'],
            ['08:30', '13:01'],
          ],
        },
      },
      { code: 'overlap', path: ['hours', 'tue'] },
    ],
    [
      'ends before it begins',
      { hours: { fri: [['17:00', '08:30']] } },
      { code: 'ends_before_it_begins', path: ['hours', 'fri', 0] },
    ],
    ['no length', { hours: { fri: [['08:30', '08:30']] } }, { code: 'ends_before_it_begins' }],
    [
      'midnight as 00:00',
      { hours: { fri: [['08:30', '00:00']] } },
      { code: 'ends_before_it_begins', message: expect.stringContaining('24:00') },
    ],
    [
      'opens at 24:00',
      { hours: { fri: [['24:00', '24:00']] } },
      { code: 'bad_time', path: ['hours', 'fri', 0, 0] },
    ],
    ['no time', { hours: { fri: [['8:30', '17:00']] } }, { code: 'bad_time' }],
    ['minute 60', { hours: { fri: [['08:60', '17:00']] } }, { code: 'bad_time' }],
    [
      'after midnight',
      { hours: { fri: [['08:30', '24:01']] } },
      { code: 'bad_time', path: ['hours', 'fri', 0, 1] },
    ],
    ['unknown zone', { timeZone: 'Europe/Atlantis' }, { code: 'unknown_zone', path: ['timeZone'] }],
    ['an offset for a zone', { timeZone: '+02:00' }, { code: 'unknown_zone' }],
    ['unknown country', { holidays: 'XX' }, { code: 'unknown_country', path: ['holidays'] }],
    ['unknown part of a country', { holidays: 'DE-XX' }, { code: 'unknown_country' }],
    ['empty country', { holidays: '' }, { code: 'unknown_country' }],
    [
      'no date',
      { exceptions: [{ date: '2026-02-30', hours: [] }] },
      { code: 'bad_date', path: ['exceptions', 0, 'date'] },
    ],
    [
      'a date twice',
      {
        exceptions: [
          { date: '2026-12-24', hours: [] },
          { date: '2026-12-24', hours: [] },
        ],
      },
      { code: 'duplicate_date' },
    ],
    ['no working day', { workingDayMinutes: 0 }, { code: 'bad_number' }],
  ])('%s', (_, change, error) => {
    expect(() => office(change)).toThrow(expect.objectContaining(error));
  });

  test('an office that never opens again ends the search by name', () => {
    const once = office({ hours: {}, exceptions: [{ date: '2026-01-05', hours: [['09:00', '10:00']] }] });
    expect(once.add(at('2026-01-01T00:00Z'), HOUR)).toBe(at('2026-01-05T09:00Z'));
    const never = expect.objectContaining({ code: 'no_office_time_ahead' });
    expect(() => once.add(at('2026-01-01T00:00Z'), HOUR + 1)).toThrow(never);
    expect(() => once.nextOpening(at('2026-01-05T09:00Z'))).toThrow(never);
    expect(() => once.between(at('1800-01-01T00:00Z'), 0)).toThrow(
      expect.objectContaining({ code: 'out_of_range' }),
    );
  });
});
