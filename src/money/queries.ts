import type { Db } from '#db/open.ts';

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
    .limit(chargesPage + 1)
    .execute();

export type ChargeRow = Awaited<ReturnType<typeof chargesOf>>[number];
