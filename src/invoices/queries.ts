import { oneMore } from '#db/one-more.ts';
import type { Db } from '#db/open.ts';
import type { InvoiceDocument } from './document.ts';

/** Invoices and charges of one page of a list. */
export const pageSize = 50;

const columns = [
  'invoice.id',
  'invoice.kind',
  'invoice.number',
  'invoice.issued_on as issuedOn',
  'invoice.due_on as dueOn',
  'invoice.net_cents as netCents',
  'invoice.gross_cents as grossCents',
  'invoice.organisation_id as organisationId',
  'organisation.name as organisation',
] as const;

const listed = (db: Db, offset: number) =>
  db
    .selectFrom('invoices as invoice')
    .innerJoin('organisations as organisation', 'organisation.id', 'invoice.organisation_id')
    .select(columns)
    .orderBy('invoice.issued_at', 'desc')
    .orderBy('invoice.serial', 'desc')
    .orderBy('invoice.id')
    .offset(offset)
    .limit(oneMore(pageSize));

/** What was issued, the latest first; one more than a page tells that there are more. */
export const listInvoices = (db: Db, offset: number) => listed(db, offset).execute();

export type InvoiceListed = Awaited<ReturnType<typeof listInvoices>>[number];

/** What was issued to one client, the latest first. */
export const invoicesOf = (db: Db, organisationId: string, offset = 0) =>
  listed(db, offset).where('invoice.organisation_id', '=', organisationId).execute();

/** One issued document with all that stands on it, or null. */
export async function invoiceOf(db: Db, id: string) {
  const row = await db
    .selectFrom('invoices as invoice')
    .innerJoin('organisations as organisation', 'organisation.id', 'invoice.organisation_id')
    .innerJoin('people as issuer', 'issuer.id', 'invoice.issued_by')
    .leftJoin('invoices as credited', 'credited.id', 'invoice.credits_id')
    .leftJoin('mails as mail', 'mail.id', 'invoice.mail_id')
    .where('invoice.id', '=', id)
    .select(columns)
    .select([
      'invoice.document',
      'invoice.pdf_hash as pdfHash',
      'invoice.nlcius_hash as nlciusHash',
      'invoice.peppol_hash as peppolHash',
      'invoice.issued_at as issuedAt',
      'issuer.name as issuer',
      'credited.id as creditsId',
      'mail.id as mailId',
      'mail.state as mailState',
    ])
    .executeTakeFirst();
  return row ? { ...row, document: row.document as unknown as InvoiceDocument } : null;
}

export type InvoiceShown = NonNullable<Awaited<ReturnType<typeof invoiceOf>>>;

/** The credit notes that give back of an invoice. */
export const creditNotesOf = (db: Db, invoiceId: string) =>
  db
    .selectFrom('invoices')
    .select(['id', 'number'])
    .where('credits_id', '=', invoiceId)
    .orderBy('serial')
    .execute();

/** What was issued from one day to another, both counted, in the order of the numbers. */
export async function issuedIn(db: Db, { from, to }: { readonly from: string; readonly to: string }) {
  const rows = await db
    .selectFrom('invoices')
    .select('document')
    .where('issued_on', '>=', from)
    .where('issued_on', '<=', to)
    .orderBy('kind')
    .orderBy('year')
    .orderBy('serial')
    .execute();
  return rows.map(({ document }) => document as unknown as InvoiceDocument);
}

/** All charges of a client, the latest agreed first, each with where it stands. */
export const chargesOf = (db: Db, organisationId: string, offset: number) =>
  db
    .selectFrom('charges as charge')
    .innerJoin('acceptances as acceptance', 'acceptance.id', 'charge.acceptance_id')
    .leftJoin('tickets as ticket', 'ticket.id', 'charge.ticket_id')
    .leftJoin('invoice_lines as line', (join) =>
      join.onRef('line.charge_id', '=', 'charge.id').on('line.kind', '=', 'invoice'),
    )
    .leftJoin('invoices as invoice', 'invoice.id', 'line.invoice_id')
    .where('charge.organisation_id', '=', organisationId)
    .select([
      'charge.id',
      'charge.description',
      'charge.amount_cents as amountCents',
      'charge.state',
      'charge.ended_reason as reason',
      'acceptance.name as agreedBy',
      'acceptance.accepted_at as agreedAt',
      'ticket.id as ticketId',
      'ticket.number as ticketNumber',
      'invoice.id as invoiceId',
      'invoice.number as invoiceNumber',
    ])
    .orderBy('charge.agreed_at', 'desc')
    .orderBy('charge.id')
    .offset(offset)
    .limit(oneMore(pageSize))
    .execute();

export type ChargeShown = Awaited<ReturnType<typeof chargesOf>>[number];

/** How much of a client stands in each state, in cents without VAT. */
export const sumsOf = (db: Db, organisationId: string) =>
  db
    .selectFrom('charges')
    .where('organisation_id', '=', organisationId)
    .select('state')
    .select((eb) => eb.fn.sum<number>('amount_cents').$castTo<number>().as('cents'))
    .groupBy('state')
    .execute();

/** One charge that has not been invoiced, with its client, or undefined. */
export const waivableCharge = (db: Db, id: string) =>
  db
    .selectFrom('charges as charge')
    .innerJoin('organisations as organisation', 'organisation.id', 'charge.organisation_id')
    .where('charge.id', '=', id)
    .select([
      'charge.id',
      'charge.description',
      'charge.state',
      'charge.amount_cents as amountCents',
      'charge.organisation_id as organisationId',
      'organisation.name as organisation',
    ])
    .executeTakeFirst();
