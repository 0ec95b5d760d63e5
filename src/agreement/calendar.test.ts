import { describe, expect, test } from 'vitest';
import { type CalendarInput, type CalendarVersion, officeCalendar } from './calendar.ts';

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

describe('hours', () => {
  test('may carry seconds and fractions, come in any order and touch', () => {
    const calendar = office({
      hours: {
        mon: [
          ['12:00', '24:00:00'],
          ['08:30:15.250', '12:00'],
        ],
        tue: [['00:00', '01:00']],
      },
    });
    expect(calendar.segments(at('2026-10-18T00:00Z'), at('2026-10-22T00:00Z'))).toEqual([
      { from: at('2026-10-19T06:30:15.250Z'), to: at('2026-10-19T23:00Z') },
    ]);
  });

  test('of an exception hold on a holiday too', () => {
    const kingsDay = { date: '2026-04-27', hours: [['10:00', '11:00']] as [string, string][] };
    const calendar = office({ holidays: 'NL', exceptions: [kingsDay] });
    expect(calendar.nextOpening(at('2026-04-26T00:00Z'))).toBe(at('2026-04-27T08:00Z'));
    expect(office({ holidays: 'NL' }).nextOpening(at('2026-04-26T00:00Z'))).toBe(at('2026-05-04T06:30Z'));
  });

  test('close for the afternoon where a holiday begins at noon', () => {
    const thursdays = {
      hours: { thu: [['09:00', '17:00']] as [string, string][] },
      holidays: 'IS',
      timeZone: 'Atlantic/Reykjavik',
    };
    const eve = office(thursdays).segments(at('2026-12-24T00:00Z'), at('2026-12-25T00:00Z'));
    expect(eve).toEqual([{ from: at('2026-12-24T09:00Z'), to: at('2026-12-24T13:00Z') }]);
  });

  test('that summer time skips or repeats are read as compatible', () => {
    const sundays = office({ hours: { sun: [['02:30', '05:00']] } });
    expect(sundays.segments(at('2026-03-29T00:00Z'), at('2026-03-30T00:00Z'))).toEqual([
      { from: at('2026-03-29T01:30Z'), to: at('2026-03-29T03:00Z') },
    ]);
    expect(sundays.segments(at('2026-10-25T00:00Z'), at('2026-10-26T00:00Z'))).toEqual([
      { from: at('2026-10-25T00:30Z'), to: at('2026-10-25T04:00Z') },
    ]);
  });

  test('turned round by the clock put forward are none', () => {
    const sundays = office({ hours: { sun: [['02:30', '03:10']] } });
    expect(sundays.between(at('2026-03-29T00:00Z'), at('2026-03-30T00:00Z'))).toBe(0);
  });

  test('of a date that the zone leaves out are none', () => {
    const samoa = office({
      timeZone: 'Pacific/Apia',
      hours: { fri: [['08:00', '09:00']], mon: [['08:00', '09:00']] },
    });
    expect(samoa.between(at('2011-12-28T00:00Z'), at('2012-01-01T00:00Z'))).toBe(0);
  });
});

describe('Dutch public holidays', () => {
  test('are these and no others, in every year', () => {
    const all = office({
      hours: Object.fromEntries(
        ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
      ),
      holidays: 'NL',
    });
    for (let year = 2014; year <= 2045; year++) {
      const closed: string[] = [];
      let date = Temporal.PlainDate.from({ year, month: 1, day: 1 });
      for (; date.year === year; date = date.add({ days: 1 })) {
        const noon = date.toZonedDateTime({
          timeZone: 'Europe/Amsterdam',
          plainTime: '12:00',
        }).epochMilliseconds;
        if (!all.isOpen(noon)) closed.push(date.toString());
      }
      expect(closed).toEqual(dutchHolidays(year));
    }
  });
});

describe('versions', () => {
  const later: CalendarInput = {
    ...base,
    hours: { mon: [['10:00', '11:00']] },
    timeZone: 'America/New_York',
  };

  test('hold from their date, each in its own zone; before the first, the first holds', () => {
    const calendar = officeCalendar([
      { validFrom: '2026-10-19', calendar: later },
      { validFrom: '2026-01-01', calendar: base },
    ]);
    expect(calendar.nextOpening(at('2025-10-13T00:00Z'))).toBe(at('2025-10-13T06:30Z'));
    expect(calendar.nextOpening(at('2026-10-12T00:00Z'))).toBe(at('2026-10-12T06:30Z'));
    expect(calendar.nextOpening(at('2026-10-19T00:00Z'))).toBe(at('2026-10-19T14:00Z'));
    expect(calendar.localDate(at('2026-10-18T23:30Z'))).toBe('2026-10-19');
    expect(calendar.localDate(at('2026-10-19T23:30Z'))).toBe('2026-10-19');
    for (const date of ['2026-10-18', '2026-10-19', '2026-10-20'])
      expect(calendar.startOf(at(`${date}T00:00Z`) / 86_400_000)).toBe(calendar.instantOf(`${date}T00:00`));
  });

  test('of the same date: the later in the list wins', () => {
    const calendar = officeCalendar([
      { validFrom: null, calendar: base },
      { validFrom: null, calendar: { ...base, hours: { mon: [['12:00', '13:00']] } } },
    ]);
    expect(calendar.nextOpening(at('2026-10-19T00:00Z'))).toBe(at('2026-10-19T10:00Z'));
  });

  test('that are passed again cost nothing', () => {
    const versions: CalendarVersion[] = [
      { validFrom: null, calendar: base },
      { validFrom: '2026-01-01', calendar: later },
    ];
    expect(officeCalendar(versions)).toBe(officeCalendar(versions));
    const one = () => officeCalendar([{ validFrom: null, calendar: base }]);
    expect(one()).toBe(one());
  });
});

test('adding nothing stays where it is, open or not, and less than nothing is refused', () => {
  const sunday = at('2026-10-18T12:00Z');
  expect(office({}).add(sunday, 0)).toBe(sunday);
  expect(() => office({}).add(sunday, -1)).toThrow(RangeError);
});

/** By the rule of Gauss, without the library that the calendar asks. */
function dutchHolidays(year: number): string[] {
  const century = Math.floor(year / 100);
  const p = Math.floor((13 + 8 * century) / 25);
  const q = Math.floor(century / 4);
  const m = (15 - p + century - q) % 30;
  const n = (4 + century - q) % 7;
  const d = (19 * (year % 19) + m) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
  const shift = (d === 29 && e === 6) || (d === 28 && e === 6 && (11 * m + 11) % 30 < 19) ? -7 : 0;
  const easter = Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: 21 + d + e + shift });
  const king = Temporal.PlainDate.from({ year, month: 4, day: 27 });
  return [
    `${year}-01-01`,
    ...[0, 1, 39, 49, 50].map((days) => easter.add({ days }).toString()),
    king.subtract({ days: king.dayOfWeek === 7 ? 1 : 0 }).toString(),
    `${year}-12-25`,
    `${year}-12-26`,
  ].sort();
}
