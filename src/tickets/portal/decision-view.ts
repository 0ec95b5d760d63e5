import { decisionMoments } from '#agreement/clocks.ts';
import { contactOf, type Web } from '#auth/web.ts';
import { canAgreeToCosts, canSeeCosts } from '#costs/policy.ts';
import type { Db } from '#db/open.ts';
import type { Contact } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import type { Addressee } from '#mail/outbox.ts';
import { loadOffice } from '#settings/office.ts';
import type { Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { canSee } from '../policy.ts';
import { type Joined, type TicketRow, tickets, visibleTo } from '../queries.ts';
import { canDecline } from '../research/decide.ts';
import { type Ask, asksOf, openAsk } from '../research/facts.ts';
import { budgetHolders, coordinators, forwardedTo } from '../research/people.ts';
import { type ShownDecision, shownOf } from '../research/shown.ts';

/** A form of the page that was not taken, with what was typed into it. */
export interface Tried {
  readonly from: 'acceptance' | 'refusal' | 'forwarding';
  readonly typed: Typed;
  readonly conflict?: string;
}

/** What there is to decide about a ticket, for one contact. */
export interface DecisionView {
  readonly page: Page;
  readonly contact: Contact;
  readonly ticket: TicketRow;
  /** Whether this contact sees the ticket itself as well. */
  readonly seesTicket: boolean;
  readonly mayAgree: boolean;
  readonly mayDecline: boolean;
  /** The question that waits; null when there is nothing to decide. */
  readonly open: { readonly ask: Ask; readonly shown: ShownDecision; readonly dropAt: Date } | null;
  readonly last: Ask | null;
  readonly holders: readonly Addressee[];
  readonly forwarded: readonly Addressee[];
  readonly coordinators: readonly Addressee[];
  readonly reopenDays: number;
  readonly newOnce: () => string;
  readonly tried: Tried | null;
}

/** Gathers it; `NotFound` for whoever sees neither the ticket nor what their organisation owes. */
export async function decisionView(c: Web, id: string, tried: Tried | null = null): Promise<DecisionView> {
  const { scope, page } = c.var;
  const { db } = scope;
  const contact = contactOf(c);
  const ticket = await ticketToDecide(db, contact, id);
  const [asks, office] = await Promise.all([asksOf(db, id), loadOffice(db)]);
  const ask = openAsk(ticket, asks);
  const agreement = office.agreement(ticket.agreement_version);
  const [holders, all, forwarded] = await Promise.all([
    budgetHolders(db, ticket.organisation_id),
    coordinators(db, ticket.organisation_id),
    ask ? forwardedTo(db, id, ask.id) : [],
  ]);
  return {
    page,
    contact,
    ticket,
    seesTicket: canSee(contact, ticket),
    mayAgree: canAgreeToCosts(contact, ticket.organisation_id),
    mayDecline: canDecline(contact, ticket),
    open: ask && {
      ask,
      shown: await shownOf(scope, ticket, ask, page.language),
      dropAt: new Date(decisionMoments(agreement, office.calendar, ask.askedAt.getTime()).drop),
    },
    last: asks[0] ?? null,
    holders,
    forwarded,
    coordinators: all,
    reopenDays: agreement.silence.reopenWithinDays,
    newOnce: scope.newId,
    tried,
  };
}

/** The ticket about which there is something to decide: the rule of `canReadDecision`, as a condition. */
export async function ticketToDecide(db: Db, contact: Contact, id: string): Promise<TicketRow> {
  const row = (await tickets(db)
    .where('ticket.id', '=', id)
    .where('ticket.organisation_id', '=', contact.organisationId)
    .where((eb) =>
      canSeeCosts(contact, contact.organisationId)
        ? eb.exists(eb.selectFrom('research_asks').select('id').whereRef('ticket_id', '=', 'ticket.id'))
        : visibleTo(contact)(eb as unknown as Joined),
    )
    .executeTakeFirst()) as unknown as TicketRow | undefined;
  if (!row) throw new NotFound();
  return row;
}
