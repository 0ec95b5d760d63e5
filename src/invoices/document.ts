import { type Totals, totalsOf } from '#costs/vat.ts';
import type { InvoiceKind, Vat } from '#db/types.ts';
import type { Language } from '#lib/language.ts';

/** Who sends an invoice, as it stands on it. All of this is known, or nothing is issued. */
export interface Seller {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly kvk: string;
  readonly vatNumber: string;
  readonly iban: string;
  readonly bic: string | null;
  readonly email: string;
  readonly phone: string | null;
}

/** Who is invoiced, as it stands on it. */
export interface Buyer {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  /** In the Netherlands one of the two is known. */
  readonly kvk: string | null;
  readonly oin: string | null;
  readonly vatNumber: string | null;
  readonly email: string;
}

export interface InvoiceLine {
  readonly chargeId: string;
  readonly description: string;
  /** In cents without VAT; more than nothing on a credit note too. */
  readonly amountCents: number;
  readonly vat: Vat;
  /** The day on which the work was done, in the office's zone. */
  readonly deliveredOn: string;
  readonly ticketNumber: number | null;
  /** Who agreed to it, and on which day. */
  readonly agreedBy: string;
  readonly agreedOn: string;
}

/** All that stands on an invoice or credit note: PDF, UBL, page and bookkeeping are made of this and nothing else. */
export interface InvoiceDocument {
  readonly kind: InvoiceKind;
  readonly number: string;
  readonly language: Language;
  readonly issuedOn: string;
  /** None on a credit note. */
  readonly dueOn: string | null;
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly buyerReference: string | null;
  readonly orderReference: string | null;
  /** The number and day of the invoice that a credit note gives back of. */
  readonly credits: { readonly number: string; readonly issuedOn: string } | null;
  readonly intro: string | null;
  readonly lines: readonly InvoiceLine[];
}

export const totalsOfDocument = ({ lines }: Pick<InvoiceDocument, 'lines'>): Totals => totalsOf(lines);

/** The first and the last day on which work on it was done. */
export function deliveredIn({ lines }: Pick<InvoiceDocument, 'lines'>): { from: string; to: string } {
  const days = lines.map(({ deliveredOn }) => deliveredOn).toSorted();
  return { from: days[0]!, to: days.at(-1)! };
}

const serialDigits = 4;

/** The number of an invoice as people and bookkeepers write it: `2026-0012`, of a credit note `C2026-0003`. */
export const numberOf = (kind: InvoiceKind, year: number, serial: number): string =>
  `${kind === 'credit_note' ? 'C' : ''}${year}-${String(serial).padStart(serialDigits, '0')}`;

/** What bears VAT at home bears none where it goes to the buyer abroad. */
export const vatOnInvoice = (vat: Vat, reverseCharge: boolean): Vat =>
  reverseCharge && (vat === 'standard' || vat === 'reduced') ? 'reverse_charge' : vat;
