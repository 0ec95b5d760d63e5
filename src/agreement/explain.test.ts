import { describe, expect, test } from 'vitest';
import { defaultAgreement } from './agreement.ts';
import { type CalendarInput, officeCalendar } from './calendar.ts';
import { type Pause, stretchesOf } from './clocks.ts';
import { dueOf } from './due.ts';
import { type ExplainOptions, explain } from './explain.ts';

const nl: ExplainOptions = { language: 'nl', audience: 'client' };
const en: ExplainOptions = { language: 'en', audience: 'staff' };

function wall(text: string): number {
  return Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Amsterdam').epochMilliseconds;
}

function told(
  from: string,
  to: string,
  options: ExplainOptions,
  more: { pauses?: Pause[]; change?: Partial<CalendarInput> } = {},
) {
  const calendar = officeCalendar([
    { validFrom: null, calendar: { ...defaultAgreement.calendar, ...more.change } },
  ]);
  const stretches = stretchesOf(calendar, { from: wall(from), to: wall(to), pauses: more.pauses ?? [] });
  return explain(stretches, calendar, options);
}

describe('a result in words', () => {
  test('over a weekend', () => {
    const { text, parts } = told('2026-10-23T16:30', '2026-10-26T10:00', nl);
    expect(text).toBe('vr 16:30–17:00 30 min · weekend · ma 08:30–10:00 90 min');
    expect(parts[1]).toEqual({
      from: wall('2026-10-23T17:00'),
      to: wall('2026-10-26T08:30'),
      kind: 'closed',
      minutes: 0,
      label: 'weekend',
    });
  });

  test('names holidays in the language of the reader', () => {
    expect(told('2026-04-24T17:00', '2026-04-28T10:30', nl).text).toBe(
      'weekend · Koningsdag · di 08:30–10:30 120 min',
    );
    expect(told('2026-04-24T17:00', '2026-04-28T10:30', en).text).toBe(
      "weekend · King's Day · Tue 08:30–10:30 120 min",
    );
  });

  test('names a holiday only where the office would have been open', () => {
    expect(told('2026-12-24T16:00', '2026-12-28T09:00', nl).text).toBe(
      'do 16:00–17:00 60 min · Kerstmis · weekend · ma 08:30–09:00 30 min',
    );
  });

  test('gives the reason of an exception, for a shorter day too', () => {
    const exceptions: CalendarInput['exceptions'] = [
      { date: '2026-10-26', hours: [], reason: 'verhuizing' },
      { date: '2026-10-27', hours: [['08:30', '12:00']], reason: 'uitje' },
      { date: '2026-10-29', hours: [] },
    ];
    expect(told('2026-10-23T16:00', '2026-10-30T09:00', nl, { change: { exceptions } }).text).toBe(
      'vr 23 okt 16:00–17:00 60 min · weekend · verhuizing · di 27 okt 08:30–12:00 210 min · uitje · ' +
        'wo 28 okt 08:30–17:00 510 min · gesloten · vr 30 okt 08:30–09:00 30 min',
    );
  });

  test('says where the ticket waited, to each reader in their own terms', () => {
    const pauses = [{ from: wall('2026-10-16T16:00'), to: wall('2026-10-19T09:00') }];
    expect(told('2026-10-16T15:00', '2026-10-19T11:00', nl, { pauses }).text).toBe(
      'vr 15:00–16:00 60 min · vr 16:00–17:00 bij u · weekend · ma 08:30–09:00 bij u · ma 09:00–11:00 120 min',
    );
    expect(told('2026-10-16T16:30', '2026-10-16T17:00', en, { pauses }).text).toBe(
      'Fri 16:30–17:00 with the client',
    );
  });

  test('mentions a night at the edges and leaves it out between two days', () => {
    const { text, parts } = told('2026-10-20T06:00', '2026-10-21T20:00', nl);
    expect(text).toBe(
      'buiten kantoortijd · di 08:30–17:00 510 min · wo 08:30–17:00 510 min · buiten kantoortijd',
    );
    expect(parts).toHaveLength(5);
  });

  test('makes one part of a day with a break, and cuts long hours at midnight', () => {
    const breaks = {
      hours: {
        tue: [
          ['08:30', '12:00'],
          ['13:00:30', '17:00'],
        ],
      },
    } as const;
    expect(told('2026-10-20T08:30', '2026-10-20T17:00', nl, { change: breaks }).text).toBe(
      'di 08:30–17:00 449,5 min',
    );
    const nights = { hours: { tue: [['22:00', '24:00']], wed: [['00:00', '02:00:30']] } } as const;
    expect(told('2026-10-20T22:00', '2026-10-21T02:00:30', en, { change: nights }).text).toBe(
      'Tue 22:00–24:00 120 min · Wed 00:00–02:00:30 120.5 min',
    );
  });

  test('of nothing is nothing', () => {
    expect(told('2026-10-20T22:00', '2026-10-20T22:00', nl)).toEqual({ text: '', parts: [] });
  });
});

describe('nazorg due', () => {
  const versions = [{ validFrom: null, agreement: defaultAgreement }];
  const ask = (at: string) => dueOf(versions, { priority: 'high', at, language: 'nl' });

  test('reads a time without a zone on the office’s wall, and with one as it says', () => {
    const due = { response: { due: '2026-10-26T09:00:00Z' }, solution: { due: '2026-10-26T15:30:00Z' } };
    for (const at of ['2026-10-23T16:30', '2026-10-23T14:30:00Z', '2026-10-23T10:30-04:00']) {
      expect(ask(at).json).toMatchObject(due);
    }
  });

  test('says when and how that came about', () => {
    expect(ask('2026-10-23T16:30').text.split('\n')).toEqual([
      'Gemeld vr 23 okt 2026 16:30 (Europe/Amsterdam), prioriteit hoog.',
      'Reactie uiterlijk ma 26 okt 2026 10:00 (2 uur kantoortijd): vr 16:30–17:00 30 min · weekend · ma 08:30–10:00 90 min',
      'Oplossing, streven ma 26 okt 2026 16:30 (1 werkdag): vr 16:30–17:00 30 min · weekend · ma 08:30–16:30 480 min',
    ]);
    const english = dueOf(versions, { priority: 'high', at: '2026-10-23T16:30', language: 'en' }).text;
    expect(english).toContain(
      'Response by Mon 26 Oct 2026 10:00 (2 hours of office time): Fri 16:30–17:00 30 min',
    );
  });

  test('takes the agreement of the day of the report and the hours of the days concerned', () => {
    const { targets, calendar } = defaultAgreement;
    const later = {
      ...defaultAgreement,
      targets: { ...targets, high: { ...targets.high, response: { minutes: 10 } } },
      calendar: { ...calendar, hours: { mon: [['10:00', '17:00']] as [string, string][] } },
    };
    const both = [{ validFrom: '2026-10-25', agreement: later }, ...versions];
    const response = (at: string) => dueOf(both, { priority: 'high', at, language: 'nl' }).json.response.due;
    expect(response('2026-10-23T16:30')).toBe('2026-10-26T10:30:00Z');
    expect(response('2026-10-25T16:30')).toBe('2026-10-26T09:10:00Z');
  });

  test('refuses what is no moment', () => {
    expect(() => ask('tomorrow')).toThrow(expect.objectContaining({ code: 'bad_time' }));
  });
});
