import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officeCalendar } from './calendar.ts';
import { calendars, seconds } from './random.oracle.ts';

const amounts = fc.integer({ min: 0, max: 5 * 86_400_000 });
const millis = fc.tuple(seconds, fc.integer({ min: 0, max: 999 })).map(([second, ms]) => second * 1000 + ms);
const office = calendars.map((calendar) => officeCalendar([{ validFrom: null, calendar }]));

describe('office time', () => {
  test('never runs back: a later start or a larger amount ends no earlier', () => {
    fc.assert(
      fc.property(office, millis, millis, amounts, amounts, (calendar, a, b, n, m) => {
        expect(calendar.add(Math.min(a, b), n)).toBeLessThanOrEqual(calendar.add(Math.max(a, b), n));
        expect(calendar.add(a, Math.min(n, m))).toBeLessThanOrEqual(calendar.add(a, Math.max(n, m)));
      }),
      { numRuns: 2000 },
    );
  });

  test('is what was added, and no earlier instant has it', () => {
    fc.assert(
      fc.property(office, millis, amounts, (calendar, start, n) => {
        const end = calendar.add(start, n);
        expect(calendar.between(start, end)).toBe(n);
        if (n > 0) expect(calendar.between(start, end - 1)).toBe(n - 1);
      }),
      { numRuns: 2000 },
    );
  });

  test('adds up, and its segments make it', () => {
    fc.assert(
      fc.property(office, millis, millis, millis, (calendar, ...instants) => {
        const [a, b, c] = instants.toSorted((x, y) => x - y) as [number, number, number];
        expect(calendar.between(a, c)).toBe(calendar.between(a, b) + calendar.between(b, c));
        const sum = calendar.segments(a, c).reduce((total, { from, to }) => total + to - from, 0);
        expect(calendar.between(a, c)).toBe(sum);
        const opening = calendar.nextOpening(a);
        expect(calendar.isOpen(opening)).toBe(true);
        expect(calendar.between(a, opening)).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });
});
