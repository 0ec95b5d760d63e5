import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashOfShown } from '#costs/acceptances.ts';
import { renderPdf } from '#documents/pdf.ts';
import { wordsOf } from '#documents/words.oracle.ts';
import { agencyFacts, bakeryFacts } from '#invoices/invoices.fixture.ts';
import { packageRoot } from '#lib/root.ts';
import { amountOf, type PlacedLine, totalsWith } from './amounts.ts';
import { quotePaper } from './pdf.ts';
import type { Acceptance } from './queries.ts';
import type { Quote } from './quote.ts';
import { someLines } from './quotes.fixture.ts';
import { consentOf, shownAsText } from './shown.ts';
import { quotesTexts } from './texts.ts';

const placed = (descriptions: readonly string[] = []): PlacedLine[] =>
  someLines.map((line, at) => ({
    ...line,
    description: descriptions[at] ?? line.description,
    position: at + 1,
    amountCents: amountOf(line),
  }));

const dutch: Quote = {
  id: '00000000-0000-4000-8000-000000000001',
  state: 'sent',
  year: 2026,
  number: 1,
  version: 1,
  language: 'nl',
  title: 'Zoeken in de webshop',
  introduction:
    'U vroeg om een zoekfunctie, zodat klanten een taart vinden zonder te bladeren.\nDit hebben wij ervoor nodig.',
  conditions: quotesTexts('nl')('default_conditions', { days: 14 }),
  organisationId: '00000000-0000-4000-8000-000000000002',
  organisation: 'Bakkerij De Proef',
  ticketId: '00000000-0000-4000-8000-000000000003',
  ticketNumber: 12,
  ticketSubject: 'Zoeken vindt niets',
  reporterId: '00000000-0000-4000-8000-000000000004',
  ticketClosedAt: null,
  replacesId: null,
  validUntil: '2026-12-01',
  plannedOn: '2026-12-11',
  // past midnight in the office, the day before in UTC
  createdAt: new Date('2026-10-31T23:30:00Z'),
  createdBy: null,
  sentAt: new Date('2026-10-31T23:30:00Z'),
  sentBy: null,
  sender: 'Sam Support',
  endsAt: new Date('2026-12-01T23:00:00Z'),
  endedAt: null,
  endedReason: null,
  lines: placed(),
};
const english: Quote = {
  ...dutch,
  state: 'accepted',
  number: 2,
  version: 2,
  language: 'en',
  title: 'Search in the shop',
  introduction: 'You asked for a search, so that customers find a bike without leafing through pages.',
  conditions: quotesTexts('en')('default_conditions', { days: 14 }),
  organisation: 'Northfield Outdoor',
  ticketId: null,
  ticketNumber: null,
  ticketSubject: null,
  reporterId: null,
  lines: placed(['Building the search', 'A manual on paper', 'Editing the pictures']),
};

const agency = { ...agencyFacts, legal_name: 'Studio Voorbeeld B.V.', phone: '030 000 00 00' };
const abroad = {
  ...bakeryFacts,
  legal_name: 'Northfield Outdoor Ltd',
  street: '8 North Field Road',
  postcode: 'D02 X285',
  city: 'Dublin',
  country: 'IE',
  kvk: null,
  vat_number: 'IE6388047V',
};
const reading = { ticks: [2], language: 'en', agency: 'Studio Voorbeeld' } as const;
const shown = shownAsText(english, reading);
const acceptance: Acceptance = {
  id: '00000000-0000-4000-8000-000000000005',
  amountCents: totalsWith(english.lines, [2]).netCents,
  at: new Date('2026-11-04T14:12:09Z'),
  name: 'Norman North',
  role: 'owner',
  address: '192.0.2.17',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  shown,
  shownHash: hashOfShown(shown),
  consent: consentOf(english, reading),
  documentHash: null,
  documentName: null,
  account: 'Norman North',
  email: 'norman@northfield.example',
  recorder: null,
  ticks: [2],
  unfinished: true,
};

const brand = { name: 'Studio Voorbeeld', accent: '#0b6e4f' };
const frame = { brand, timeZone: 'Europe/Amsterdam', agency };
// Not compressed, since machines differ in how they compress.
const written = (given: Omit<Parameters<typeof quotePaper>[0], keyof typeof frame>) =>
  renderPdf({ ...quotePaper({ ...frame, ...given }), compress: false });
const files = {
  'quote-nl.pdf': () => written({ quote: dutch, acceptance: null, organisation: bakeryFacts }),
  'quote-accepted-en.pdf': () => written({ quote: english, acceptance, organisation: abroad }),
};

test.each(Object.entries(files))('stands in docs/samples, as it is now (%s)', async (file, write) => {
  const bytes = await write();
  const path = join(packageRoot, 'docs', 'samples', file);
  const kept = await readFile(path).catch(() => Buffer.alloc(0));
  if (process.env.UPDATE_DOCS) await writeFile(path, bytes);
  else expect(kept.equals(bytes), `${file} is stale: run the tests with UPDATE_DOCS=1`).toBe(true);
});

test('a quote says what it is about, for whom and of whom, what it comes to and on which terms', async () => {
  const words = wordsOf(await files['quote-nl.pdf']());
  for (const each of [
    'Begroting 2026-0001',
    '1 november 2026',
    'Geldig tot en met 1 december 2026.',
    'Bakkerij De Proef V.O.F. Broodplein 2 1234 AB Deegstad KvK 87654321',
    'Studio Voorbeeld B.V. Modelstraat 1 3511 AB Utrecht KvK 12345678',
    'nummer NL123456782B01',
    'Zoeken in de webshop',
    'bij melding 12: Zoeken vindt niets',
    'zodat klanten een taart vinden',
    'Zoekfunctie bouwen 7,50 uur à € 95,00 btw 21% € 712,50',
    'Uitleg op papier 1 × € 150,00 · naar keuze btw 9% € 150,00',
    'Totaal zonder btw € 712,50 btw 21% € 149,63 Totaal met btw € 862,13',
    'klaar op 11 december 2026',
    'rekenen nooit meer dan het bedrag waarmee u akkoord gaat',
  ])
    expect(words).toContain(each);
  expect(words).not.toContain('Bewijs van akkoord');
});

test('an accepted one ends with the evidence: who, when, from where, how, and what exactly', async () => {
  const words = wordsOf(await files['quote-accepted-en.pdf']());
  const [before, evidence = ''] = words.split('Evidence of acceptance');
  expect(before).toContain('A manual on paper 1 × €150.00 · optional: chosen');
  expect(before).toContain('Editing the pictures 3 × €25.50 · optional: not chosen');
  expect(before).toContain('Total with VAT €1,025.63');
  for (const each of [
    'Quote 2026-0002, version 2: Search in the shop',
    'Norman North, owner',
    'norman@northfield.example',
    '4 November 2026 at 15:12 (2026-11-04T14:12:09.000Z)',
    '192.0.2.17',
    'Firefox/140.0',
    'a code of six digits',
    'A manual on paper',
    '€862.50 without VAT, €1,025.63 with VAT',
    'On behalf of Northfield Outdoor I accept Quote 2026-0002, version 2 of Studio Voorbeeld',
    acceptance.shownHash.match(/.{16}/g)!.join(' '),
  ])
    expect(evidence).toContain(each);
  expect(evidence).not.toContain('Editing the pictures');
});

test('where nobody filled in addresses, the names stand alone', async () => {
  const nothing = { legal_name: null, street: null, postcode: null, city: null, kvk: null, vat_number: null };
  const organisation = { ...bakeryFacts, ...nothing };
  const paper = quotePaper({
    ...frame,
    quote: dutch,
    acceptance: null,
    organisation,
    agency: { ...agency, ...nothing, email: null },
  });
  const words = wordsOf(await renderPdf({ ...paper, compress: false }));
  expect(words).toContain('Voor Bakkerij De Proef Van Studio Voorbeeld Zoeken in de webshop');
});
