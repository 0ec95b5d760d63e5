import type { Scope } from '#db/scope.ts';
import type { Payer, TicketKind } from '#db/types.ts';
import type { Actor } from '#lib/actor.ts';
import { Conflict, Invalid } from '#lib/errors.ts';
import { canHandle } from './policy.ts';
import { endResearch } from './research/leaving.ts';
import { advance, type Step, takeStep } from './step.ts';
import { openStates, type Ticket } from './ticket.ts';
import { payerOf } from './who-pays.ts';

export interface Findings {
  readonly kind: TicketKind;
  /** The delivery that it is about; null for the latest by the day of the report. */
  readonly deliveryId: string | null;
  readonly directlySolvable: boolean | null;
  /** Whether research brought the solution to hand; counts only where it is not directly solvable. */
  readonly atHand: boolean | null;
  /** Why the cause lies outside the agency's work, for the client to read; null where it does not. */
  readonly causeOutside: string | null;
}

/** Says what kind of ticket it is and what was found out about it: who pays follows by the agreement. */
export function recordFindings(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  input: Findings,
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: openStates }, async (step) => {
    await mustBeOfSite(step, input.deliveryId);
    const found = { ...input, atHand: input.directlySolvable === false ? input.atHand : null };
    const before = findingsOf(step.ticket);
    const concludes = before.atHand === null && found.atHand !== null;
    if (JSON.stringify(before) === JSON.stringify(findingsIn(found))) return step.ticket;
    if (concludes) await endResearch(step.scope, actor, step.ticket);
    return advance(step, {
      type: 'judged',
      internal: true,
      set: {
        kind: found.kind,
        delivery_id: found.deliveryId,
        directly_solvable: found.directlySolvable,
        at_hand: found.atHand,
        cause_outside: found.causeOutside,
      },
      data: { from: before, findings: findingsIn(found), reason: found.causeOutside ?? '' },
    });
  });
}

interface Overruling {
  /** Who pays all the same; null returns to the rules. */
  readonly payer: Payer | null;
  readonly reason: string;
}

/** Decides otherwise than the rules, with a reason that stands in the history; or returns to the rules. */
export function overrule(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { payer, reason }: Overruling,
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: openStates }, async (step) => {
    if (step.ticket.overruled_payer === payer) throw new Conflict('same_payer');
    const before = await payerOf(step.scope.db, step.office, step.ticket);
    return advance(step, {
      type: payer ? 'overruled' : 'overruling_ended',
      internal: true,
      set: { overruled_payer: payer, overruled_reason: payer ? reason : null },
      data: {
        from: step.ticket.overruled_payer,
        verdict: { rule: before.rule, payer: before.payer },
        payer,
        reason,
      },
    });
  });
}

const findingsIn = ({ kind, deliveryId, directlySolvable, atHand, causeOutside }: Findings): Findings => ({
  kind,
  deliveryId,
  directlySolvable,
  atHand,
  causeOutside,
});

/** What was found out about a ticket so far. */
export const findingsOf = (ticket: Ticket): Findings => ({
  kind: ticket.kind,
  deliveryId: ticket.delivery_id,
  directlySolvable: ticket.directly_solvable,
  atHand: ticket.at_hand,
  causeOutside: ticket.cause_outside,
});

async function mustBeOfSite({ scope, ticket }: Step, deliveryId: string | null): Promise<void> {
  if (!deliveryId) return;
  const found = await scope.db
    .selectFrom('deliveries')
    .select('id')
    .where('id', '=', deliveryId)
    .where('site_id', '=', ticket.site_id)
    .executeTakeFirst();
  if (!found) throw new Invalid({ deliveryId: 'unknown_choice' });
}
