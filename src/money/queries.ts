import { canSeeCosts } from '#costs/policy.ts';
import { oneMore } from '#db/one-more.ts';
import type { Db } from '#db/open.ts';
import type { Contact } from '#lib/actor.ts';
import { type Joined, visibleTo } from '#tickets/queries.ts';

/** What each organisation agreed to and is not yet invoiced, in cents without VAT; the most that is done first. */
export const notInvoiced = (db: Db) =>
  db
    .selectFrom('charges as charge')
    .innerJoin('organisations as organisation', 'organisation.id', 'charge.organisation_id')
    .where('charge.state', 'in', ['agreed', 'done'])
    .select(['organisation.id', 'organisation.name'])
    .select((eb) => [
      eb.fn
        .coalesce(
          eb.fn.sum<number>('charge.amount_cents').filterWhere('charge.state', '=', 'agreed'),
          eb.lit(0),
        )
        .as('agreedCents'),
      eb.fn
        .coalesce(
          eb.fn.sum<number>('charge.amount_cents').filterWhere('charge.state', '=', 'done'),
          eb.lit(0),
        )
        .as('doneCents'),
    ])
    .groupBy(['organisation.id', 'organisation.name'])
    .orderBy('doneCents', 'desc')
    .orderBy('organisation.name')
    .execute();

/** Charges of one page of the list. */
export const chargesPage = 50;

/** What an organisation agreed to, the latest first; one more than a page tells that there are more. */
export const chargesOf = (db: Db, organisationId: string, offset: number) =>
  db
    .selectFrom('charges as charge')
    .innerJoin('acceptances as acceptance', 'acceptance.id', 'charge.acceptance_id')
    .leftJoin('tickets as ticket', 'ticket.id', 'charge.ticket_id')
    .where('charge.organisation_id', '=', organisationId)
    .select(['charge.id', 'charge.description', 'charge.amount_cents as amountCents', 'charge.state'])
    .select(['charge.ended_reason as reason', 'acceptance.name', 'acceptance.accepted_at as acceptedAt'])
    .select(['ticket.id as ticketId', 'ticket.number', 'ticket.subject'])
    .orderBy('charge.agreed_at', 'desc')
    .orderBy('charge.id')
    .offset(offset)
    .limit(oneMore(chargesPage))
    .execute();

export type ChargeRow = Awaited<ReturnType<typeof chargesOf>>[number];

/** The decisions about research that wait for somebody's organisation, as far as they may read them: the latest first. */
export const decisionsWaiting = (db: Db, contact: Contact) =>
  db
    .selectFrom('tickets as ticket')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('research_asks as ask')
          .whereRef('ask.ticket_id', '=', 'ticket.id')
          .select(['ask.fee_cents', 'ask.asked_at'])
          .orderBy('ask.asked_at', 'desc')
          .limit(1)
          .as('ask'),
      (join) => join.onTrue(),
    )
    .where('ticket.organisation_id', '=', contact.organisationId)
    .where('ticket.state', '=', 'waiting')
    .where('ticket.waiting_for', '=', 'decision')
    .$if(!canSeeCosts(contact, contact.organisationId), (query) =>
      query.where((eb) => visibleTo(contact)(eb as unknown as Joined)),
    )
    .select(['ticket.id', 'ticket.number', 'ticket.subject'])
    .select(['ask.fee_cents as feeCents', 'ask.asked_at as askedAt'])
    .orderBy('ask.asked_at', 'desc')
    .execute();
