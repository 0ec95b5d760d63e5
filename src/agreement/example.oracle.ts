import { replayLine } from './replay.ts';

/** The published example of `nazorg replay`, and ways to ask it with something changed. */
export const calendar = {
  timeZone: 'Europe/Amsterdam',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:30', '17:00']]])),
  holidays: 'NL',
  exceptions: [
    { date: '2026-12-24', hours: [['08:30', '12:00']] },
    { date: '2026-12-31', hours: [] },
  ],
  workingDayMinutes: 510,
};
export const targets = {
  high: { response: { minutes: 120 }, solution: { workingDays: 1 } },
  medium: { response: { workingDays: 1 }, solution: { workingDays: 3 } },
  low: { response: { workingDays: 2 }, solution: { workingDays: 7 } },
};
export const reported = { at: '2026-10-16T07:30:00Z', type: 'reported', priority: 'high' };
export const story = [
  reported,
  { at: '2026-10-16T08:00:00Z', type: 'responded' },
  { at: '2026-10-16T14:00:00Z', type: 'wait_started', reason: 'question' },
  { at: '2026-10-19T07:00:00Z', type: 'wait_ended' },
];
export const NOW = '2026-10-19T08:00:00Z';

export function ask(change: object) {
  return JSON.parse(replayLine(JSON.stringify({ calendar, targets, events: story, now: NOW, ...change })));
}

export function told(events: object[], now: string) {
  return ask({ events: [reported, ...events], now });
}
