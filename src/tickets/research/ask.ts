import type { Scope } from '#db/scope.ts';
import { type Actor, actorId } from '#lib/actor.ts';
import { Conflict, Invalid } from '#lib/errors.ts';
import { canHandle } from '../policy.ts';
import { advance, type Step, takeStep } from '../step.ts';
import type { Ticket } from '../ticket.ts';
import { payerOf } from '../who-pays.ts';
import { resume, wait } from '../with-client.ts';
import { agreedAsk, asksOf } from './facts.ts';
import { sendResearchAsked, sendResearchRetracted } from './mail.ts';

interface Question {
  /** Why it cannot be solved directly and what would be researched; the client reads it. */
  readonly explanation: string;
  /** In cents without VAT; never more than the agreement says. */
  readonly feeCents: number;
}

/**
 * Lays the choice before the client: research for a fee, or dropping the ticket (agreement §3). The ticket waits for
 * it. Asked again while it waits, the new question takes the place of the old one, and its term begins anew.
 */
export function askResearch(scope: Scope, actor: Actor, ticketId: string, input: Question): Promise<Ticket> {
  const from = ['reported', 'picked_up', 'waiting'] as const;
  return takeStep(scope, actor, ticketId, { may: canHandle, from }, async (step) => {
    await mustBeToAsk(step, input);
    const { ticket } = step;
    const id = step.scope.newId();
    await step.scope.db
      .insertInto('research_asks')
      .values({
        id,
        ticket_id: ticket.id,
        asked_at: step.scope.now(),
        asked_by: actorId(actor),
        explanation: input.explanation,
        fee_cents: input.feeCents,
      })
      .execute();
    const data = { askId: id, feeCents: input.feeCents, reason: input.explanation };
    const after =
      ticket.state === 'waiting'
        ? await advance(step, {
            type: 'research_asked_again',
            data,
            clock: [{ type: 'wait_ended' }, { type: 'wait_started', reason: 'decision' }],
          })
        : await wait(step, { reason: 'decision', type: 'research_asked', data });
    await sendResearchAsked(step.scope, after);
    return after;
  });
}

async function mustBeToAsk({ scope, ticket, office }: Step, { feeCents }: Question): Promise<void> {
  if (ticket.state === 'waiting' && ticket.waiting_for !== 'decision') throw new Conflict('waits_already');
  if (agreedAsk(await asksOf(scope.db, ticket.id))) throw new Conflict('research_agreed_already');
  if ((await payerOf(scope.db, office, ticket)).next !== 'ask_research')
    throw new Conflict('no_research_to_ask');
  if (feeCents > office.agreement(ticket.agreement_version).costs.researchFeeCents)
    throw new Invalid({ fee: 'above_agreement' });
}

/** Takes the question back, with a reason that the client reads; the ticket goes on where it was. */
export function retractResearch(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { reason }: { reason: string },
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: ['waiting'] }, async (step) => {
    const after = await resume(step, { reason: 'decision', type: 'research_retracted', data: { reason } });
    await sendResearchRetracted(step.scope, after, reason);
    return after;
  });
}
