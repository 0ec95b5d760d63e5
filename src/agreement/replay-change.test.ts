import { describe, expect, test } from 'vitest';
import { ask, NOW, reported, told } from './example.oracle.ts';

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
