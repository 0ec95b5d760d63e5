import { describe, expect, test } from 'vitest';
import { defaultAgreement, type Priority } from './agreement.ts';
import { officeCalendar } from './calendar.ts';
import { type ClockEvent, clocksOf } from './clocks.ts';

const calendar = officeCalendar([{ validFrom: null, calendar: defaultAgreement.calendar }]);

function wall(text: string): number {
  return Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Amsterdam').epochMilliseconds;
}

function clocks(reported: string, priority: Priority, events: ClockEvent[] = []) {
  return clocksOf({
    calendar,
    targets: defaultAgreement.targets,
    workingDayMinutes: defaultAgreement.calendar.workingDayMinutes,
    events: [{ at: wall(reported), type: 'reported', priority }, ...events],
    now: Math.max(wall(reported), ...events.map(({ at }) => at)),
  });
}

describe('the worked examples', () => {
  test.each<[string, Priority, string, string]>([
    ['2026-10-23T16:30', 'high', '2026-10-26T10:00', '2026-10-26T16:30'],
    ['2026-10-23T16:30', 'medium', '2026-10-26T16:30', '2026-10-28T16:30'],
    ['2026-10-23T16:30', 'low', '2026-10-27T16:30', '2026-11-03T16:30'],
    ['2026-03-27T16:00', 'high', '2026-03-30T09:30', '2026-03-30T16:00'],
    ['2026-03-27T16:00', 'low', '2026-03-31T16:00', '2026-04-08T16:00'],
    ['2026-04-03T16:59', 'high', '2026-04-07T10:29', '2026-04-07T16:59'],
    ['2026-04-24T17:00', 'high', '2026-04-28T10:30', '2026-04-28T17:00'],
    ['2026-05-13T12:00', 'medium', '2026-05-15T12:00', '2026-05-19T12:00'],
    ['2026-05-13T12:00', 'low', '2026-05-18T12:00', '2026-05-26T12:00'],
    ['2026-12-24T15:00', 'high', '2026-12-24T17:00', '2026-12-28T15:00'],
    ['2026-12-24T15:00', 'low', '2026-12-29T15:00', '2027-01-06T15:00'],
    ['2026-10-24T11:00', 'high', '2026-10-26T10:30', '2026-10-26T17:00'],
  ])('%s %s: respond before %s, solve before %s', (reported, priority, response, solution) => {
    const result = clocks(reported, priority);
    expect(result.response.due).toBe(wall(response));
    expect(result.solution.due).toBe(wall(solution));
  });

  const pause: ClockEvent[] = [
    { at: wall('2026-10-16T16:00'), type: 'wait_started' },
    { at: wall('2026-10-19T09:00'), type: 'wait_ended' },
  ];

  test('waiting for the client from Friday 16:00 to Monday 09:00', () => {
    const { solution, stretches } = clocks('2026-10-16T09:30', 'high', pause);
    expect(solution.due).toBe(wall('2026-10-19T11:00'));
    expect(solution.spentMs).toBe(390 * 60_000);
    expect(stretches.map(({ kind, officeMs }) => [kind, officeMs / 60_000])).toEqual([
      ['office', 390],
      ['waiting', 60],
      ['closed', 0],
      ['waiting', 30],
    ]);
    expect(clocks('2026-10-16T09:30', 'high').solution.due).toBe(wall('2026-10-19T09:30'));
  });
});

describe('wrong answers that real desks give', () => {
  test('a pause added in wall-clock time', () => {
    const pause: ClockEvent[] = [
      { at: wall('2026-10-16T16:00'), type: 'wait_started' },
      { at: wall('2026-10-19T09:00'), type: 'wait_ended' },
    ];
    expect(clocks('2026-10-16T09:30', 'high', pause).solution.due).not.toBe(wall('2026-10-22T02:30'));
  });

  test('days stepped as 86,400 seconds', () => {
    expect(clocks('2026-10-23T16:30', 'medium').response.due).not.toBe(wall('2026-10-26T15:30'));
  });

  test('opening hours in whole hours only', () => {
    const opening = calendar.nextOpening(wall('2026-10-26T00:00'));
    expect(opening).toBe(wall('2026-10-26T08:30'));
  });

  test('hanging on a calendar without any hours', () => {
    expect(() =>
      officeCalendar([{ validFrom: null, calendar: { ...defaultAgreement.calendar, hours: {} } }]),
    ).toThrow(expect.objectContaining({ code: 'no_hours' }));
  });

  test('a report truncated to the minute', () => {
    const late = {
      ...defaultAgreement.calendar,
      hours: { thu: [['23:00', '24:00']], fri: [['00:00', '24:00']] },
    } as const;
    const night = officeCalendar([{ validFrom: null, calendar: late }]);
    expect(night.add(wall('2026-10-22T23:59:30'), 60_000)).toBe(wall('2026-10-23T00:00:30'));
  });

  test('the past rewritten when the calendar changes', () => {
    const longer = { ...defaultAgreement.calendar, hours: { mon: [['00:00', '24:00']] } } as const;
    const changed = officeCalendar([
      { validFrom: null, calendar: defaultAgreement.calendar },
      { validFrom: '2026-11-01', calendar: longer },
    ]);
    const [from, to] = [wall('2026-01-01T00:00'), wall('2026-11-01T00:00')];
    expect(changed.between(from, to)).toBe(calendar.between(from, to));
    expect(changed.between(to, wall('2026-11-08T00:00'))).toBe(86_400_000);
  });
});
