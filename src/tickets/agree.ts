import { type Impact, priorityOf, type Urgency } from '#agreement/agreement.ts';
import type { Scope } from '#db/scope.ts';
import type { Actor } from '#lib/actor.ts';
import { Conflict } from '#lib/errors.ts';
import { sendAlert, sendPriorityAdjusted } from './mail.ts';
import { canHandle } from './policy.ts';
import { advance, takeStep } from './step.ts';
import { openStates, type Ticket } from './ticket.ts';

interface Adjustment {
  readonly urgency: Urgency;
  readonly impact: Impact;
  readonly reason: string;
}

/**
 * Adjusts urgency or impact, with a reason that the reporter reads. The priority follows by the agreement
 * of the ticket; its clocks keep their start and what they spent (agreement §4, «Priority changed»).
 */
export function adjustPriority(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  input: Adjustment,
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: openStates }, async (step) => {
    const { ticket, office } = step;
    if (ticket.urgency === input.urgency && ticket.impact === input.impact)
      throw new Conflict('same_priority');
    const priority = priorityOf(office.agreement(ticket.agreement_version), input.urgency, input.impact);
    const changed = priority !== ticket.priority;
    const after = await advance(step, {
      type: 'priority_adjusted',
      set: { urgency: input.urgency, impact: input.impact, priority },
      clock: changed ? [{ type: 'priority_changed', priority }] : [],
      data: {
        from: { urgency: ticket.urgency, impact: ticket.impact, priority: ticket.priority },
        to: { urgency: input.urgency, impact: input.impact, priority },
        reason: input.reason,
      },
    });
    await sendPriorityAdjusted(step.scope, after, input.reason);
    if (changed && priority === 'high') await sendAlert(step.scope, after);
    return after;
  });
}
