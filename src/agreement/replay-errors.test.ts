import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { ask, calendar, NOW, reported, story, targets } from './example.oracle.ts';
import { replay, replayLine } from './replay.ts';

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
