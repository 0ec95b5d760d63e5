import type { Db } from '#db/open.ts';
import type { Office } from '#settings/office.ts';

/** What waits for an invoice or a credit note, read anew each time: nobody keeps a draft up to date. */

/** The first moment after a month, as `2026-10`, in the office's zone: what was done before it belongs to it. */
export const endOfMonth = (month: string, office: Pick<Office, 'calendar'>): Date =>
  new Date(
    office.calendar.instantOf(
      `${Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString()}-01T00:00`,
    ),
  );

/** Charges that are done by the end of a month and on no invoice yet, the first done first. */
const waiting = (db: Db, before: Date) =>
  db.selectFrom('charges as charge').where('charge.state', '=', 'done').where('charge.done_at', '<', before);

/** One row for each client with something to invoice. */
export const draftsOf = (db: Db, before: Date) =>
  waiting(db, before)
    .innerJoin('organisations as organisation', 'organisation.id', 'charge.organisation_id')
    .select(['organisation.id', 'organisation.name'])
    .select((eb) => [
      eb.fn.countAll<number>().as('charges'),
      eb.fn.sum<number>('charge.amount_cents').$castTo<number>().as('netCents'),
    ])
    .groupBy(['organisation.id', 'organisation.name'])
    .orderBy('organisation.name')
    .orderBy('organisation.id')
    .execute();

const about = [
  'charge.id',
  'charge.description',
  'charge.amount_cents as amountCents',
  'charge.vat',
  'charge.done_at as doneAt',
  'charge.ended_reason as reason',
  'ticket.number as ticketNumber',
  'acceptance.name as agreedBy',
  'acceptance.accepted_at as agreedAt',
] as const;

/** The charges of one client's draft, the first done first. */
export const draftCharges = (db: Db, organisationId: string, before: Date) =>
  waiting(db, before)
    .where('charge.organisation_id', '=', organisationId)
    .innerJoin('acceptances as acceptance', 'acceptance.id', 'charge.acceptance_id')
    .leftJoin('tickets as ticket', 'ticket.id', 'charge.ticket_id')
    .select(about)
    .orderBy('charge.done_at')
    .orderBy('charge.id')
    .execute();

export type DraftCharge = Awaited<ReturnType<typeof draftCharges>>[number];

/** What was invoiced, is credited since, and stands on no credit note. */
const credited = (db: Db) =>
  db
    .selectFrom('charges as charge')
    .innerJoin('invoice_lines as line', (join) =>
      join.onRef('line.charge_id', '=', 'charge.id').on('line.kind', '=', 'invoice'),
    )
    .innerJoin('invoices as invoice', 'invoice.id', 'line.invoice_id')
    .leftJoin('invoice_lines as back', (join) =>
      join.onRef('back.charge_id', '=', 'charge.id').on('back.kind', '=', 'credit_note'),
    )
    .where('charge.state', '=', 'credited')
    .where('charge.invoiced_at', 'is not', null)
    .where('back.charge_id', 'is', null);

/** One row for each invoice of which something has to be given back. */
export const creditsOf = (db: Db) =>
  credited(db)
    .innerJoin('organisations as organisation', 'organisation.id', 'charge.organisation_id')
    .select(['invoice.id', 'invoice.number', 'organisation.name'])
    .select((eb) => [
      eb.fn.countAll<number>().as('charges'),
      eb.fn.sum<number>('charge.amount_cents').$castTo<number>().as('netCents'),
    ])
    .groupBy(['invoice.id', 'invoice.number', 'organisation.name'])
    .orderBy('invoice.number')
    .execute();

/** What of one invoice has to be given back, in the order in which it stands there. */
export const creditCharges = (db: Db, invoiceId: string) =>
  credited(db)
    .where('invoice.id', '=', invoiceId)
    .innerJoin('acceptances as acceptance', 'acceptance.id', 'charge.acceptance_id')
    .leftJoin('tickets as ticket', 'ticket.id', 'charge.ticket_id')
    .select(about)
    .select('line.vat as invoicedVat')
    .orderBy('line.position')
    .execute();
