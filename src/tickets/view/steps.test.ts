import { expect, test } from 'vitest';
import { stepsOf } from './steps.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 9, 16, hour));
const ticket = {
  state: 'reported',
  resumes_as: null,
  reported_at: at(8),
  tested_at: null,
  delivered_at: null,
  closed_at: null,
} as const;
const standings = (...parameters: Parameters<typeof stepsOf>) =>
  stepsOf(...parameters).map(({ standing }) => standing);

test('a ticket stands at its state, and what comes later has no moment', () => {
  expect(standings(ticket, null)).toEqual(['now', 'next', 'next', 'next', 'next']);
  expect(standings({ ...ticket, state: 'picked_up' }, at(9))).toEqual([
    'done',
    'now',
    'next',
    'next',
    'next',
  ]);
});

test('while it waits it stands at the step that it goes on from', () => {
  const waiting = { ...ticket, state: 'waiting', resumes_as: 'picked_up' } as const;
  expect(standings(waiting, at(9))).toEqual(['done', 'now', 'next', 'next', 'next']);
});

test('an answer needs no pick-up and no test', () => {
  const answered = { ...ticket, state: 'sign_off', delivered_at: at(10) } as const;
  expect(standings(answered, null)).toEqual(['done', 'skipped', 'skipped', 'now', 'next']);
  const signedOff = { ...answered, state: 'signed_off', closed_at: at(11) } as const;
  expect(standings(signedOff, null)).toEqual(['done', 'skipped', 'skipped', 'done', 'done']);
});

test('a ticket that was dropped ends where it was', () => {
  const dropped = { ...ticket, state: 'dropped', closed_at: at(11) } as const;
  expect(stepsOf(dropped, at(9)).map(({ name }) => name)).toEqual(['reported', 'picked_up', 'dropped']);
});

test('a refusal takes the ticket back, and the moments of the pick-up stay', () => {
  const refused = stepsOf({ ...ticket, state: 'picked_up' }, at(9));
  expect(refused[1]).toEqual({ name: 'picked_up', at: at(9), standing: 'now' });
  expect(refused[3]).toEqual({ name: 'sign_off', at: null, standing: 'next' });
});
