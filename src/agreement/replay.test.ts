import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { replay, replayLine } from './replay.ts';

const calendar = {
  timeZone: 'Europe/Amsterdam',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:30', '17:00']]])),
  holidays: 'NL',
  exceptions: [
    { date: '2026-12-24', hours: [['08:30', '12:00']] },
    { date: '2026-12-31', hours: [] },
  ],
  workingDayMinutes: 510,
};
const targets = {
  high: { response: { minutes: 120 }, solution: { workingDays: 1 } },
  medium: { response: { workingDays: 1 }, solution: { workingDays: 3 } },
  low: { response: { workingDays: 2 }, solution: { workingDays: 7 } },
};
const reported = { at: '2026-10-16T07:30:00Z', type: 'reported', priority: 'high' };
const story = [
  reported,
  { at: '2026-10-16T08:00:00Z', type: 'responded' },
  { at: '2026-10-16T14:00:00Z', type: 'wait_started', reason: 'question' },
  { at: '2026-10-19T07:00:00Z', type: 'wait_ended' },
];
const NOW = '2026-10-19T08:00:00Z';

function ask(change: object) {
  return JSON.parse(replayLine(JSON.stringify({ calendar, targets, events: story, now: NOW, ...change })));
}

function told(events: object[], now: string) {
  return ask({ events: [reported, ...events], now });
}

test('the published example', () => {
  expect(ask({})).toEqual({
    response: {
      due: '2026-10-16T09:30:00Z',
      met: '2026-10-16T08:00:00Z',
      missed: false,
      missedByChange: false,
    },
    solution: {
      due: '2026-10-19T09:00:00Z',
      met: null,
      missed: false,
      missedByChange: false,
      spentMinutes: 450,
      waiting: false,
    },
    stretches: [
      { from: '2026-10-16T07:30:00Z', to: '2026-10-16T14:00:00Z', kind: 'office', minutes: 390 },
      { from: '2026-10-16T14:00:00Z', to: '2026-10-16T15:00:00Z', kind: 'waiting', minutes: 60 },
      { from: '2026-10-16T15:00:00Z', to: '2026-10-19T06:30:00Z', kind: 'closed', minutes: 0 },
      { from: '2026-10-19T06:30:00Z', to: '2026-10-19T07:00:00Z', kind: 'waiting', minutes: 30 },
      { from: '2026-10-19T07:00:00Z', to: '2026-10-19T08:00:00Z', kind: 'office', minutes: 60 },
    ],
  });
});

describe('the solution clock', () => {
  test('is due, while the ticket waits, as if the wait ended now', () => {
    const { solution } = ask({ now: '2026-10-19T06:45:00Z' });
    expect(solution).toMatchObject({ waiting: true, due: '2026-10-19T08:45:00Z', spentMinutes: 390 });
  });

  test('is met by the delivery, which ends a wait', () => {
    const { solution, response } = told(
      [
        { at: '2026-10-16T08:00:00Z', type: 'wait_started' },
        { at: '2026-10-16T09:00:00Z', type: 'delivered' },
        { at: '2026-10-16T10:00:00Z', type: 'wait_ended' },
      ],
      NOW,
    );
    expect(solution).toMatchObject({ met: '2026-10-16T09:00:00Z', waiting: false, spentMinutes: 30 });
    expect(response.met).toBe('2026-10-16T08:00:00Z');
  });

  test('waits from a delivery to its refusal and goes on from where it stood', () => {
    const delivered = { at: '2026-10-16T08:30:00Z', type: 'delivered' };
    const refused = { at: '2026-10-19T06:30:00Z', type: 'refused' };
    const { solution } = told([delivered, refused], NOW);
    expect(solution).toMatchObject({ met: null, spentMinutes: 150, due: '2026-10-19T14:00:00Z' });
    const again = told([delivered, refused, { at: '2026-10-19T07:00:00Z', type: 'delivered' }], NOW);
    expect(again.solution).toMatchObject({ met: '2026-10-19T07:00:00Z', spentMinutes: 90 });
  });

  test('is met by the last of two deliveries and waits between them', () => {
    const deliveries = ['08:30', '09:30'].map((time) => ({
      at: `2026-10-16T${time}:00Z`,
      type: 'delivered',
    }));
    expect(told(deliveries, NOW).solution).toMatchObject({ met: '2026-10-16T09:30:00Z', spentMinutes: 60 });
  });

  test('is met by a sign-off without a delivery, and left alone by one with', () => {
    const signed = { at: '2026-10-16T09:00:00Z', type: 'signed_off' };
    expect(told([signed], NOW)).toMatchObject({ response: { met: signed.at }, solution: { met: signed.at } });
    const { solution } = told([{ at: '2026-10-16T08:30:00Z', type: 'delivered' }, signed], NOW);
    expect(solution.met).toBe('2026-10-16T08:30:00Z');
  });

  test('takes no notice of a second start of a wait, an end without one or a refusal of nothing', () => {
    const noise = [
      { at: '2026-10-16T08:00:00Z', type: 'wait_ended' },
      { at: '2026-10-16T08:10:00Z', type: 'refused' },
      { at: '2026-10-16T14:30:00Z', type: 'wait_started' },
    ];
    expect(ask({ events: [...story, ...noise] })).toEqual(ask({}));
  });
});

describe('events', () => {
  test('come in any order, and those after now are left out', () => {
    const later = { at: '2026-10-19T08:00:00.001Z', type: 'delivered' };
    expect(ask({ events: [later, ...story.toReversed()] })).toEqual(ask({}));
  });

  test('at one moment are taken in the order given', () => {
    const delivered = { at: '2026-10-16T08:00:00Z', type: 'delivered' };
    const refused = { ...delivered, type: 'refused' };
    expect(told([delivered, refused], NOW).solution.met).toBe(null);
    expect(told([refused, delivered], NOW).solution.met).toBe(delivered.at);
  });

  test('may carry fractions and offsets; missed compares to the millisecond', () => {
    const met = (at: string) => told([{ at, type: 'responded' }], NOW).response;
    expect(met('2026-10-16T11:30:00.000+02:00')).toMatchObject({
      met: '2026-10-16T09:30:00Z',
      missed: false,
    });
    expect(met('2026-10-16T09:30:00.001Z')).toMatchObject({ met: '2026-10-16T09:30:00.001Z', missed: true });
    expect(met('2026-10-16T09:30:00.0009Z').missed).toBe(false);
  });

  test('that have not come leave a clock missed once now is later than due', () => {
    expect(told([], '2026-10-16T09:30:00Z').response.missed).toBe(false);
    expect(told([], '2026-10-16T09:30:00.001Z').response.missed).toBe(true);
  });

  test('at the moment of now only the report: no stretches', () => {
    expect(told([], reported.at).stretches).toEqual([]);
  });
});

describe('a change of priority', () => {
  const change = (at: string, priority: string) => ({ at, type: 'priority_changed', priority });
  const low = { ...reported, priority: 'low' };

  test('keeps the start and the time spent, and brings the new targets', () => {
    const { response, solution } = told([change('2026-10-16T08:00:00Z', 'medium')], '2026-10-16T09:00:00Z');
    expect(response.due).toBe('2026-10-19T07:30:00Z');
    expect(solution).toMatchObject({ due: '2026-10-21T07:30:00Z', spentMinutes: 90 });
  });

  test('after a clock was met does not touch it', () => {
    const met = { at: '2026-10-16T08:00:00Z', type: 'delivered' };
    const { response, solution } = told([met, change('2026-10-16T09:00:00Z', 'low')], NOW);
    expect([response.due, solution.due]).toEqual(['2026-10-16T09:30:00Z', '2026-10-19T07:30:00Z']);
  });

  test('that puts the deadline in the past is what missed it', () => {
    const { response, solution } = ask({
      events: [low, change('2026-10-16T10:00:00Z', 'high')],
      now: '2026-10-16T10:00:00Z',
    });
    expect(response).toMatchObject({ due: '2026-10-16T09:30:00Z', missed: true, missedByChange: true });
    expect(solution).toMatchObject({ missed: false, missedByChange: false });
  });

  test('at the very moment of the new deadline did not miss it', () => {
    const at = '2026-10-16T09:30:00Z';
    const { response } = ask({ events: [low, change(at, 'high')], now: '2026-10-16T09:31:00Z' });
    expect(response).toMatchObject({ missed: true, missedByChange: false });
  });

  test('is not what missed a deadline that was past already', () => {
    const now = '2026-10-23T08:00:00Z';
    const { response } = ask({ events: [low, change('2026-10-22T08:00:00Z', 'high')], now });
    expect(response).toMatchObject({ missed: true, missedByChange: false });
  });

  test('that gives time again ends a miss by change, and what is missed then is missed in its own right', () => {
    const events = [low, change('2026-10-16T10:00:00Z', 'high'), change('2026-10-16T11:00:00Z', 'medium')];
    expect(ask({ events, now: '2026-10-16T12:00:00Z' }).response).toMatchObject({
      missed: false,
      missedByChange: false,
    });
    expect(ask({ events, now: '2026-10-20T12:00:00Z' }).response).toMatchObject({
      missed: true,
      missedByChange: false,
    });
  });

  test('that leaves the deadline in the past leaves it missed by the earlier change', () => {
    const events = [low, change('2026-10-19T08:00:00Z', 'medium'), change('2026-10-19T09:00:00Z', 'high')];
    expect(ask({ events, now: '2026-10-19T10:00:00Z' }).response).toMatchObject({
      missed: true,
      missedByChange: true,
    });
  });
});

describe('a document that makes no sense says what and where', () => {
  const hours = (mon: unknown) => ({ calendar: { ...calendar, hours: { mon } } });
  test.each<[string, object, RegExp]>([
    [
      'no hours at all',
      { calendar: { ...calendar, hours: {}, exceptions: [] } },
      /^calendar\.hours: .*no hours/,
    ],
    [
      'overlap',
      hours([
        ['08:30', '12:00'],
        ['11:00', '17:00'],
      ]),
      /^calendar\.hours\.mon: .*overlap/,
    ],
    ['ends before it begins', hours([['17:00', '08:30']]), /^calendar\.hours\.mon\[0\]: .*ends before/],
    ['half an interval', hours([['17:00']]), /^calendar\.hours\.mon\[0\]: must be two times/],
    ['unknown weekday', { calendar: { ...calendar, hours: { monday: [] } } }, /^calendar\.hours: .*monday/],
    [
      'unknown zone',
      { calendar: { ...calendar, timeZone: 'Europe/Atlantis' } },
      /^calendar\.timeZone: .*Atlantis/,
    ],
    ['unknown country', { calendar: { ...calendar, holidays: 'XX' } }, /^calendar\.holidays: /],
    ['no calendar', { calendar: undefined }, /^calendar: is missing/],
    ['no reported', { events: story.slice(1) }, /^events: .*reported/],
    ['reported twice', { events: [...story, { ...reported, at: NOW }] }, /^events\[4\]: /],
    [
      'an event before the report',
      { events: [...story, { at: '2026-10-16T07:29:59Z', type: 'responded' }] },
      /^events\[4\]: .*before the report/,
    ],
    ['now before the report', { now: '2026-10-16T07:29:59Z' }, /^now: .*before the report/],
    ['no now', { now: undefined }, /^now: /],
    ['now without a zone', { now: '2026-10-19T08:00:00' }, /^now: .*not an instant/],
    ['events of another type', { events: {} }, /^events: must be a list/],
    [
      'unknown event',
      { events: [reported, { at: NOW, type: 'closed' }] },
      /^events\[1\]\.type: must be one of/,
    ],
    [
      'no priority',
      { events: [{ ...reported, priority: undefined }] },
      /^events\[0\]\.priority: must be high/,
    ],
    [
      'no new priority',
      { events: [reported, { at: NOW, type: 'priority_changed' }] },
      /^events\[1\]\.priority/,
    ],
    [
      'a target of nothing',
      { targets: { ...targets, low: { ...targets.low, solution: { minutes: 0 } } } },
      /^targets\.low\.solution\.minutes: must be more than 0/,
    ],
    ['a target left out', { targets: { high: targets.high } }, /^targets\.medium: is missing/],
  ])('%s', (_, change, message) => {
    const answer = ask(change);
    expect(Object.keys(answer)).toEqual(['error']);
    expect(answer.error).toMatch(message);
  });

  test.each(['', 'nope', '[]', '1', 'null', '"x"', '{}', '{"events":[null]}'])('%j', (line) => {
    expect(JSON.parse(replayLine(line))).toEqual({ error: expect.any(String) });
  });
});

test('a stream is answered line by line, wherever its pieces break, and an error does not end it', async () => {
  const good = JSON.stringify({ calendar, targets, events: [{ ...reported, reason: 'één' }], now: NOW });
  const bytes = Buffer.from(`${good}\nnope\r\n\n${good}`);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, n) =>
    bytes.subarray(7 * n, 7 * n + 7),
  );
  let out = '';
  await replay(Readable.from(pieces), (text) => {
    out += text;
  });
  const lines = out.trimEnd().split('\n');
  expect(lines).toEqual([replayLine(good), replayLine('nope\r'), replayLine(good)]);
});
