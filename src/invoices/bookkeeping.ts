import { vatPercent } from '#costs/vat.ts';
import { csvAmount, csvOf } from '#documents/csv.ts';
import type { Language } from '#lib/language.ts';
import { type InvoiceDocument, totalsOfDocument } from './document.ts';
import { invoicesTexts } from './texts.ts';

const columns = [
  ...['number', 'kind', 'issued', 'due', 'client', 'vat_number', 'reference', 'vat', 'percent'],
  ...['net', 'vat_amount', 'gross', 'credits'],
] as const;

/**
 * What was issued as a table for bookkeeping: one row for each document and kind of VAT, which is what gets booked.
 * Amounts on credit notes are less than nothing, so that a column adds up.
 */
export function bookkeepingCsv(documents: readonly InvoiceDocument[], language: Language): string {
  const say = invoicesTexts(language);
  return csvOf(
    columns.map((column) => say(`csv.${column}` as 'csv.number')),
    documents.flatMap((document) => rowsOf(document, language)),
  );
}

function rowsOf(document: InvoiceDocument, language: Language) {
  const say = invoicesTexts(language);
  const { kind, number, issuedOn, dueOn, buyer, credits } = document;
  const amount = (cents: number) => csvAmount(kind === 'credit_note' ? -cents : cents);
  return totalsOfDocument(document).perRate.map((each) => [
    number,
    say(`kind.${kind}`),
    issuedOn,
    dueOn,
    buyer.name,
    buyer.vatNumber,
    document.buyerReference ?? document.orderReference,
    say(`rate.${each.vat}`),
    vatPercent[each.vat],
    amount(each.netCents),
    amount(each.vatCents),
    amount(each.netCents + each.vatCents),
    credits?.number ?? null,
  ]);
}
