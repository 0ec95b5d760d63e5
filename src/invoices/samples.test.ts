import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderPdf } from '#documents/pdf.ts';
import { packageRoot } from '#lib/root.ts';
import type { InvoiceDocument, InvoiceLine } from './document.ts';
import { agencyFacts, bakeryFacts } from './invoices.fixture.ts';
import { buyerOf, sellerOf } from './missing.ts';
import { invoicePaper } from './pdf.ts';
import { brokenRules } from './rules.oracle.ts';
import { renderUbl } from './ubl.ts';

const line = (description: string, amountCents: number, more: Partial<InvoiceLine> = {}): InvoiceLine => ({
  chargeId: '00000000-0000-4000-8000-000000000001',
  description,
  amountCents,
  vat: 'standard',
  deliveredOn: '2026-10-19',
  ticketNumber: 12,
  agreedBy: 'Bram Brood',
  agreedOn: '2026-10-14',
  ...more,
});

const invoice: InvoiceDocument = {
  kind: 'invoice',
  number: '2026-0001',
  language: 'nl',
  issuedOn: '2026-11-03',
  dueOn: '2026-11-17',
  seller: { ...sellerOf(agencyFacts), name: 'Studio Voorbeeld B.V.', phone: '030 000 00 00' },
  buyer: buyerOf(bakeryFacts),
  buyerReference: 'Bram Brood',
  orderReference: 'INKOOP-2611',
  credits: null,
  intro: 'Bedankt voor de samenwerking. Hieronder staat wat u hebt afgesproken en wat klaar is.',
  lines: [
    line('Onderzoek melding 12: betalen lukt niet', 4_500),
    line('Verzendkosten per land instelbaar', 37_500, { deliveredOn: '2026-10-28', ticketNumber: null }),
    line('Training CMS voor vrijwilligers', 12_333, { vat: 'reduced', deliveredOn: '2026-10-30' }),
    line('Doorbelaste registratie', 1_999, { vat: 'exempt', ticketNumber: null }),
  ],
};
const creditNote: InvoiceDocument = {
  ...invoice,
  kind: 'credit_note',
  number: 'C2026-0001',
  issuedOn: '2026-11-11',
  dueOn: null,
  credits: { number: invoice.number, issuedOn: invoice.issuedOn },
  lines: invoice.lines.slice(0, 1),
};
const abroad: InvoiceDocument = {
  ...invoice,
  number: '2026-0003',
  language: 'en',
  buyer: {
    ...invoice.buyer,
    name: 'Northfield Outdoor Ltd',
    street: '8 North Field Road',
    postcode: 'D02 X285',
    city: 'Dublin',
    country: 'IE',
    kvk: null,
    vatNumber: 'IE6388047V',
    email: 'invoices@northfield.example',
  },
  buyerReference: 'Norman North',
  orderReference: null,
  intro: null,
  lines: [
    line('Research into ticket 11: the cart stays empty', 4_500, {
      vat: 'reverse_charge',
      agreedBy: 'Norman North',
    }),
  ],
};

test.each([
  ['invoice', invoice],
  ['credit-note', creditNote],
  ['invoice-reverse-charge', abroad],
])('stands in docs/samples, as it is now (%s)', async (name, document) => {
  const at = new Date('2026-11-03T09:00:00Z');
  const brand = { name: 'Studio Voorbeeld', accent: '#0b6e4f' };
  // Not compressed, since machines differ in how they compress.
  const pdf = await renderPdf({ ...invoicePaper({ document, brand, at }), compress: false });
  const nlcius = await renderUbl(document, 'nlcius', pdf);
  const peppol = await renderUbl(document, 'peppol', pdf);
  for (const xml of [nlcius, peppol]) expect(brokenRules(new TextDecoder().decode(xml))).toEqual([]);
  const files = [
    [`${name}.pdf`, pdf],
    [`${name}-nlcius.xml`, nlcius],
    [`${name}-peppol.xml`, peppol],
  ] as const;
  for (const [file, bytes] of files) {
    const path = join(packageRoot, 'docs', 'samples', file);
    const written = await readFile(path).catch(() => Buffer.alloc(0));
    if (process.env.UPDATE_DOCS) await writeFile(path, bytes);
    else expect(written.equals(bytes), `${file} is stale: run the tests with UPDATE_DOCS=1`).toBe(true);
  }
});
