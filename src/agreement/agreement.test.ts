import { describe, expect, test } from 'vitest';
import { type Agreement, agreementSchema, defaultAgreement, priorityOf } from './agreement.ts';
import { officeCalendar } from './calendar.ts';
import { type ClockInputs, momentAtPercent, reopenUntil, silenceMoments } from './clocks.ts';

const calendar = officeCalendar([{ validFrom: null, calendar: defaultAgreement.calendar }]);

function wall(text: string): number {
  return Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Amsterdam').epochMilliseconds;
}

function problems(change: object): string[] {
  const { error } = agreementSchema.safeParse({ ...defaultAgreement, ...change });
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('the agreement', () => {
  test('of a new installation is valid, and survives JSON', () => {
    expect(agreementSchema.parse(JSON.parse(JSON.stringify(defaultAgreement)))).toEqual(defaultAgreement);
  });

  test('gives a priority for every urgency and impact', () => {
    const rows = (['high', 'medium', 'low'] as const).map((urgency) =>
      (['large', 'medium', 'small'] as const).map((impact) => priorityOf(defaultAgreement, urgency, impact)),
    );
    expect(rows).toEqual([
      ['high', 'high', 'medium'],
      ['high', 'medium', 'low'],
      ['medium', 'low', 'low'],
    ]);
  });

  test('says what is wrong and at which field', () => {
    const { calendar: office, silence, targets } = defaultAgreement;
    expect(problems({ calendar: { ...office, hours: { tue: [['17:00', '08:30']] } } })).toEqual([
      'calendar.hours.tue.0: 17:00–08:30 ends before it begins',
    ]);
    expect(problems({ calendar: { ...office, timeZone: 'Mars/Base' } })).toEqual([
      'calendar.timeZone: “Mars/Base” is not a known time zone',
    ]);
    expect(problems({ calendar: { ...office, exceptions: [{ date: '24-12-2026', hours: [] }] } })).toEqual([
      'calendar.exceptions.0.date: “24-12-2026” is not a date like 2026-12-24',
    ]);
    expect(problems({ targets: { ...targets, low: undefined } })).toEqual(['targets.low: is missing']);
    expect(problems({ silence: { ...silence, remindAfterWorkingDays: [3, 10] } })).toEqual([
      'silence.remindAfterWorkingDays.1: must come before the sign-off',
    ]);
    expect(problems({ solverMayTest: 'no' })).toEqual(['solverMayTest: must be true or false']);
  });
});

describe('silence', () => {
  test('is counted in working days of office time', () => {
    const { reminders, signOff } = silenceMoments(defaultAgreement, calendar, wall('2026-10-23T16:30'));
    expect(reminders).toEqual([wall('2026-10-28T16:30'), wall('2026-11-04T16:30')]);
    expect(signOff).toBe(wall('2026-11-06T16:30'));
  });

  test('leaves reopening until the end of the fourteenth day, over the end of summer time', () => {
    expect(reopenUntil(defaultAgreement, calendar, wall('2026-10-20T00:00'))).toBe(
      wall('2026-11-04T00:00') - 1,
    );
    expect(reopenUntil(defaultAgreement, calendar, wall('2026-10-20T23:59:59'))).toBe(
      wall('2026-11-04T00:00') - 1,
    );
  });
});

describe('the moment at a percentage', () => {
  const inputs: ClockInputs = {
    calendar,
    targets: (defaultAgreement as Agreement).targets,
    workingDayMinutes: 510,
    events: [{ at: wall('2026-10-23T16:30'), type: 'reported', priority: 'high' }],
    now: wall('2026-10-23T16:45'),
  };
  const wait = { at: wall('2026-10-23T16:40'), type: 'wait_started' } as const;

  test('is counted in office time', () => {
    expect(momentAtPercent(inputs, 'response', 75)).toBe(wall('2026-10-26T09:30'));
    expect(momentAtPercent(inputs, 'response', 100)).toBe(wall('2026-10-26T10:00'));
    expect(momentAtPercent(inputs, 'solution', 100)).toBe(wall('2026-10-26T16:30'));
  });

  test('is none while waiting or when met, and moves by the pause', () => {
    const events = [...inputs.events, wait];
    expect(momentAtPercent({ ...inputs, events }, 'solution', 75)).toBe(null);
    expect(momentAtPercent({ ...inputs, events }, 'response', 75)).toBe(null);
    const ended = [...events, { at: wall('2026-10-23T16:45'), type: 'wait_ended' } as const];
    expect(momentAtPercent({ ...inputs, events: ended }, 'solution', 100)).toBe(wall('2026-10-26T16:35'));
    const met = [...inputs.events, { ...wait, type: 'delivered' } as const];
    expect(momentAtPercent({ ...inputs, events: met }, 'solution', 100)).toBe(null);
  });
});
