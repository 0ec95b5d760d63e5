import { inTransaction, type Scope } from '#db/scope.ts';
import { renderPdf } from '#documents/pdf.ts';
import { record } from '#events/events.ts';
import type { FileStore } from '#files/store.ts';
import type { Staff } from '#lib/actor.ts';
import { Invalid } from '#lib/errors.ts';
import type { Office } from '#settings/office.ts';
import { type InvoiceDocument, numberOf, totalsOfDocument } from './document.ts';
import { sendInvoice } from './mail.ts';
import { invoicePaper } from './pdf.ts';
import { renderUbl } from './ubl.ts';

interface Publication {
  readonly office: Office;
  readonly organisationId: string;
  readonly creditsId: string | null;
  /** All of it but the number, which is given out last. */
  readonly document: Omit<InvoiceDocument, 'number'>;
}

/**
 * Gives a document the next number of its kind and year, writes its files, mails it, and moves its charges on.
 * Part of a transaction: where any of it fails, there is no invoice, and its number is the next one's.
 */
export async function publish(
  outer: Scope,
  files: FileStore,
  actor: Staff,
  { office, organisationId, creditsId, document: unnumbered }: Publication,
): Promise<string> {
  return inTransaction(outer, async (scope) => {
    const { kind } = unnumbered;
    const year = Number(unnumbered.issuedOn.slice(0, 4));
    const serial = await nextSerial(scope, kind, year);
    const document: InvoiceDocument = { ...unnumbered, number: numberOf(kind, year, serial) };
    const kept = await render(scope, files, document, office);
    const mailId = await sendInvoice(scope, document, kept);
    const id = scope.newId();
    const { netCents, vatCents, grossCents } = totalsOfDocument(document);
    await scope.db
      .insertInto('invoices')
      .values({
        id,
        kind,
        year,
        serial,
        number: document.number,
        organisation_id: organisationId,
        credits_id: creditsId,
        issued_on: document.issuedOn,
        due_on: document.dueOn,
        net_cents: netCents,
        vat_cents: vatCents,
        gross_cents: grossCents,
        document: JSON.stringify(document),
        pdf_hash: kept.pdf,
        nlcius_hash: kept.nlcius,
        peppol_hash: kept.peppol,
        mail_id: mailId,
        issued_at: scope.now(),
        issued_by: actor.id,
      })
      .execute();
    await writeLines(scope, id, document);
    if (kind === 'invoice') await invoiceCharges(scope, actor, { id, document });
    await record(scope, actor, {
      type: 'invoice.issued',
      subject: { type: 'invoice', id },
      data: { kind, number: document.number, organisationId, grossCents },
    });
    return id;
  });
}

/** The next number, held until the end of the transaction: whoever issues as well waits for it. */
async function nextSerial({ db }: Scope, kind: InvoiceDocument['kind'], year: number): Promise<number> {
  const { last } = await db
    .insertInto('invoice_numbers')
    .values({ kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'year']).doUpdateSet((eb) => ({ last: eb('invoice_numbers.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

export interface Kept {
  readonly pdf: string;
  readonly nlcius: string;
  readonly peppol: string;
}

/** Writes the files once; what is sent and downloaded from now on is these bytes. */
async function render(
  scope: Scope,
  files: FileStore,
  document: InvoiceDocument,
  office: Office,
): Promise<Kept> {
  const brand = {
    name: office.agency?.name ?? document.seller.name,
    accent: office.agency?.accent ?? '#0b6e4f',
  };
  const pdf = await renderPdf(invoicePaper({ document, brand, at: scope.now() }));
  const nlcius = await renderUbl(document, 'nlcius', pdf);
  const peppol = await renderUbl(document, 'peppol', pdf);
  return {
    pdf: await keep(scope, files, pdf),
    nlcius: await keep(scope, files, nlcius),
    peppol: await keep(scope, files, peppol),
  };
}

async function keep({ db, now }: Scope, files: FileStore, bytes: Uint8Array): Promise<string> {
  const hash = await files.put(bytes);
  await db
    .insertInto('files')
    .values({ hash, size: bytes.length, image_type: null, created_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return hash;
}

async function writeLines(
  { db }: Scope,
  invoice_id: string,
  { kind, lines }: InvoiceDocument,
): Promise<void> {
  const rows = lines.map(({ chargeId, amountCents, vat }, at) => ({
    invoice_id,
    kind,
    position: at + 1,
    charge_id: chargeId,
    amount_cents: amountCents,
    vat,
  }));
  await db.insertInto('invoice_lines').values(rows).execute();
}

/** The charges are invoiced with the invoice, or there is none. */
async function invoiceCharges(
  scope: Scope,
  actor: Staff,
  { id, document }: { readonly id: string; readonly document: InvoiceDocument },
): Promise<void> {
  const moved = await scope.db
    .updateTable('charges')
    .set({ state: 'invoiced', invoiced_at: scope.now() })
    .where(
      'id',
      'in',
      document.lines.map(({ chargeId }) => chargeId),
    )
    .where('state', '=', 'done')
    .returning(['id', 'amount_cents', 'ticket_id'])
    .execute();
  if (moved.length !== document.lines.length) throw new Invalid({ form: 'draft_changed' });
  for (const charge of moved)
    await record(scope, actor, {
      type: 'charge.invoiced',
      subject: { type: 'charge', id: charge.id },
      data: {
        amountCents: charge.amount_cents,
        ticketId: charge.ticket_id,
        invoiceId: id,
        number: document.number,
      },
    });
}
