import type { Scope } from '#db/scope.ts';
import { loadOffice } from '#settings/office.ts';
import type { ClockContext, Timer } from '../clock.ts';
import type { Ticket } from '../ticket.ts';
import { payerOf } from '../who-pays.ts';
import { minutesSpent, stretchesOf } from './facts.ts';

/** The minutes of research after which it has to be decided whether the solution is at hand. */
export const minutesToDecide = ({ costs }: ClockContext['agreement']): number =>
  (costs.researchMinutes * costs.remindAtPercent) / 100;

/**
 * While research runs that is not simply free: when the part of its time is over at which whoever does it decides.
 * Given once for the research on a ticket.
 */
export async function researchTimer(
  scope: Scope,
  ticket: Ticket,
  { agreement, now }: ClockContext,
): Promise<Timer[]> {
  if (ticket.state !== 'picked_up' || ticket.at_hand !== null) return [];
  const stretches = await stretchesOf(scope.db, ticket.id);
  const running = stretches.filter(({ endedAt }) => !endedAt).length;
  if (running === 0) return [];
  if ((await payerOf(scope.db, await loadOffice(scope.db), ticket)).next === 'work') return [];
  const left = Math.max(0, minutesToDecide(agreement) - minutesSpent(stretches, now));
  const at = new Date(now.getTime() + (left / running) * 60_000);
  return [{ kind: 'research', at, about: stretches[0]!.beganAt }];
}
