import { defaultAgreement } from '#agreement/agreement.ts';
import { officeCalendar } from '#agreement/calendar.ts';
import { Chance } from '#demo/chance.ts';
import { clocksAt } from '#tickets/clock.ts';

const priorities = ['high', 'medium', 'low'] as const;
const year = 365 * 86_400_000;

/** How many tickets' clocks, and how many additions of office time, one core does in a second. */
export function deadlinesPerSecond(seconds: number): { clocks: number; additions: number } {
  const calendar = officeCalendar([{ validFrom: null, calendar: defaultAgreement.calendar }]);
  const chance = new Chance(1);
  const from = Date.now() - year;
  const moments = Array.from({ length: 10_000 }, () => from + Math.floor(chance.next() * 2 * year));
  const clocks = perSecond(seconds, (turn) => {
    const at = moments[turn % moments.length]!;
    const event = { at, type: 'reported', priority: priorities[turn % 3] } as const;
    const ticket = { clock_events: [event], closed_at: null };
    return clocksAt(ticket, { calendar, agreement: defaultAgreement, now: new Date(at) }).solution.due;
  });
  const additions = perSecond(seconds, (turn) => calendar.add(moments[turn % moments.length]!, 91_800_000));
  return { clocks, additions };
}

function perSecond(seconds: number, work: (turn: number) => number): number {
  let [turn, sum] = [0, 0];
  const step = () => {
    for (const until = turn + 1_000; turn < until; turn++) sum += work(turn);
  };
  for (let warm = 0; warm < 20; warm++) step();
  const [begun, before] = [performance.now(), turn];
  while (performance.now() - begun < seconds * 1000) step();
  const took = (performance.now() - begun) / 1000;
  if (!Number.isFinite(sum)) throw new Error('A deadline is no number.');
  return (turn - before) / took;
}
