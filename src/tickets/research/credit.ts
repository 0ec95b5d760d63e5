import { creditCharge } from '#costs/charges.ts';
import type { Scope } from '#db/scope.ts';
import type { Actor } from '#lib/actor.ts';
import { Conflict } from '#lib/errors.ts';
import { canHandle } from '../policy.ts';
import { advance, type Step, takeStep } from '../step.ts';
import { endedStates, isEnded, openStates, type Ticket } from '../ticket.ts';
import { payerOf } from '../who-pays.ts';
import { agreedAsk, asksOf } from './facts.ts';
import { sendResearchCredited } from './work-mail.ts';

/**
 * The agency turns out to have been the cause: the fee that was agreed is given back, with a reason that the client
 * reads, and a ticket that is still open costs them nothing from now on (agreement §4, «Warranty»).
 */
export function creditResearch(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { reason }: { reason: string },
): Promise<Ticket> {
  const from = [...openStates, ...endedStates];
  return takeStep(scope, actor, ticketId, { may: canHandle, from }, async (step) => {
    const ask = agreedAsk(await asksOf(step.scope.db, ticketId));
    if (!ask) throw new Conflict('nothing_to_credit');
    await creditCharge(step.scope, actor, ask.agreed.chargeId, reason);
    const after = await advance(step, {
      type: 'research_credited',
      set: isEnded(step.ticket) ? {} : await atOurCost(step, reason),
      data: { feeCents: ask.feeCents, reason },
    });
    await sendResearchCredited(step.scope, after, { feeCents: ask.feeCents, reason });
    return after;
  });
}

/** The cause lies within the agency's work; where the rules alone do not make it free, it is decided so. */
async function atOurCost({ scope, office, ticket }: Step, reason: string) {
  const ours = { ...ticket, cause_outside: null, overruled_payer: null };
  const { payer } = await payerOf(scope.db, office, ours);
  return payer === 'agency'
    ? { cause_outside: null, overruled_payer: null, overruled_reason: null }
    : { cause_outside: null, overruled_payer: 'agency' as const, overruled_reason: reason };
}
