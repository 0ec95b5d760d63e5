import { describe, expect, test } from 'vitest';
import { ask, NOW, reported, story, told } from './example.oracle.ts';

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

  test('stays due at closing time when a wait begins there', () => {
    const wait = [
      { at: '2026-10-19T06:30:00Z', type: 'reported', priority: 'high' },
      { at: '2026-10-19T15:00:00Z', type: 'wait_started' },
      { at: '2026-10-20T08:00:00Z', type: 'wait_ended' },
    ];
    for (const now of ['2026-10-20T07:00:00Z', '2026-10-20T09:00:00Z']) {
      expect(ask({ events: wait, now }).solution).toMatchObject({
        due: '2026-10-19T15:00:00Z',
        missed: true,
      });
    }
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
