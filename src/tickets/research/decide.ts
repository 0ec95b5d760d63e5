import { hashOfShown, recordAcceptance } from '#costs/acceptances.ts';
import { addCharge } from '#costs/charges.ts';
import { canAgreeToCosts, canSeeCosts } from '#costs/policy.ts';
import type { Scope } from '#db/scope.ts';
import { type Actor, actorId, program } from '#lib/actor.ts';
import { Conflict, Invalid, NotFound } from '#lib/errors.ts';
import type { Language } from '#lib/language.ts';
import { dropTicket } from '../closing.ts';
import { canAdd, canSee, canWithdraw } from '../policy.ts';
import { advance, type Step, takeStep } from '../step.ts';
import type { Ticket } from '../ticket.ts';
import { resume } from '../with-client.ts';
import { type Ask, asksOf, openAsk } from './facts.ts';
import {
  sendResearchAccepted,
  sendResearchDeclined,
  sendResearchForwarded,
  sendResearchLapsed,
} from './mail.ts';
import { budgetHolders, forwardedTo } from './people.ts';
import { researchVat, shownOf } from './shown.ts';

/** Who reads what is to be decided: whoever sees the ticket, and whoever sees what their organisation owes. */
export const canReadDecision = (actor: Actor, ticket: Ticket): boolean =>
  canSee(actor, ticket) || canSeeCosts(actor, ticket.organisation_id);

/** Whoever may withdraw the ticket may drop it rather than pay; so may whoever would have to agree to the fee. */
export const canDecline = (actor: Actor, ticket: Ticket): boolean =>
  canWithdraw(actor, ticket) || canAgreeToCosts(actor, ticket.organisation_id);

const reading = { sees: canReadDecision, from: ['waiting'] } as const;

export interface Consent {
  /** The question that was on the page. */
  readonly askId: string;
  /** The hash of what the page showed. */
  readonly shownHash: string;
  readonly name: string;
  readonly role: string;
  readonly language: Language;
  readonly address?: string | null;
  readonly userAgent?: string | null;
}

/**
 * A budget holder, signed in, agrees to the research and its fee: the evidence and the charge are kept, and the ticket
 * goes on (agreement §3 and §4, «Amounts»). What the page did not show is not agreed to: a `Conflict`. A program never
 * agrees, in whoever's name it acts.
 */
export async function acceptResearch(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  consent: Consent,
): Promise<Ticket> {
  if (scope.via || actor.kind !== 'contact') throw new NotFound();
  return takeStep(scope, actor, ticketId, { ...reading, may: canReadDecision }, async (step) => {
    if (!canAgreeToCosts(actor, step.ticket.organisation_id)) throw new Conflict('may_not_agree');
    const ask = await mustBeOpen(step, consent.askId);
    const shown = await shownOf(step.scope, step.ticket, ask, consent.language);
    if (hashOfShown(shown.text) !== consent.shownHash) throw new Conflict('decision_changed');
    const acceptanceId = await recordAcceptance(step.scope, actor, {
      kind: 'research',
      organisationId: step.ticket.organisation_id,
      ticketId: step.ticket.id,
      amountCents: ask.feeCents,
      name: consent.name,
      role: consent.role,
      language: consent.language,
      shown: shown.text,
      consent: shown.consent,
      address: consent.address ?? null,
      userAgent: consent.userAgent ?? null,
    }).catch((error: { constraint?: string }) => {
      // no longer entitled since they signed in for this request
      if (error.constraint === 'acceptance_by_someone_entitled') throw new Conflict('may_not_agree');
      throw error;
    });
    await addCharge(step.scope, actor, {
      acceptanceId,
      ticketId: step.ticket.id,
      description: shown.description,
      amountCents: ask.feeCents,
      vat: researchVat,
    });
    await step.scope.db
      .updateTable('research_asks')
      .set({ acceptance_id: acceptanceId })
      .where('id', '=', ask.id)
      .execute();
    const { name, role } = consent;
    const after = await resume(step, {
      reason: 'decision',
      type: 'research_accepted',
      data: { askId: ask.id, feeCents: ask.feeCents, name, role },
    });
    await sendResearchAccepted(step.scope, after, { ask, by: actor });
    return after;
  });
}

interface Refusal {
  /** The question that was on the page; left out, the one that is open. */
  readonly askId?: string | undefined;
  readonly reason: string;
}

/** The client drops the ticket rather than have it researched for a fee; it can be reopened as any other. */
export function declineResearch(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { askId, reason }: Refusal,
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { ...reading, may: canDecline }, async (step) => {
    await mustBeOpen(step, askId);
    const after = await dropTicket(step, 'research_declined', reason ? { reason } : {});
    await sendResearchDeclined(step.scope, after, { reason, by: actor });
    return after;
  });
}

/** Nobody decided within the announced term: the ticket is dropped, at no cost (agreement §4, «Silence»). */
export function lapseResearch(scope: Scope, ticketId: string): Promise<Ticket> {
  return takeStep(scope, program, ticketId, { may: () => true, from: ['waiting'] }, async (step) => {
    await mustBeOpen(step);
    const after = await dropTicket(step, 'dropped_by_silence', {});
    await sendResearchLapsed(step.scope, after);
    return after;
  });
}

interface Forwarding {
  readonly askId?: string | undefined;
  readonly personId: string;
  readonly note: string;
}

/** Passes the choice on to somebody of the organisation who may agree to costs; they sign in as themselves. */
export function forwardResearch(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { askId, personId, note }: Forwarding,
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canAdd, from: ['waiting'] }, async (step) => {
    const ask = await mustBeOpen(step, askId);
    const holders = await budgetHolders(step.scope.db, step.ticket.organisation_id);
    const to = holders.find(({ id }) => id === personId && id !== actorId(actor));
    if (!to) throw new Invalid({ person: 'unknown_choice' });
    if ((await forwardedTo(step.scope.db, step.ticket.id, ask.id)).some(({ id }) => id === to.id))
      throw new Invalid({ person: 'forwarded_already' });
    const after = await advance(step, {
      type: 'research_forwarded',
      data: { askId: ask.id, personId: to.id, name: to.name, reason: note },
    });
    await sendResearchForwarded(step.scope, after, { to, note, ask, by: actor });
    return after;
  });
}

/** The question that waits for a decision; gone or replaced meanwhile, it is a `Conflict`. */
async function mustBeOpen({ scope, ticket }: Step, askId?: string): Promise<Ask> {
  const ask = openAsk(ticket, await asksOf(scope.db, ticket.id));
  if (!ask) throw new Conflict('not_deciding');
  if (askId !== undefined && askId !== ask.id) throw new Conflict('decision_changed');
  return ask;
}
