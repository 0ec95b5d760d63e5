import type { Column, Content } from 'pdfmake/interfaces';
import type { Language } from '#lib/language.ts';
import { sayDate } from '#ui/time.tsx';
import { spacedIban } from './checks.ts';
import { countryName } from './countries.ts';
import { deliveredIn, type InvoiceDocument } from './document.ts';
import { invoicesTexts } from './texts.ts';

type Words = (day: string) => string;

/** Says a day as it stands on paper. */
export const dayWords =
  (language: Language): Words =>
  (day) =>
    sayDate(day, { language, timeZone: 'UTC', now: new Date(0) });

const lined = (rows: readonly (string | null | false)[]) =>
  rows.filter((row): row is string => Boolean(row)).join('\n');

/** Who is invoiced. */
export function buyerBlock({ buyer, language }: InvoiceDocument): Column {
  const say = invoicesTexts(language);
  return {
    width: '*',
    stack: [
      { text: say('paper.to'), style: 'small', margin: [0, 0, 0, 2] },
      { text: buyer.name, bold: true },
      lined([
        buyer.street,
        `${buyer.postcode} ${buyer.city}`.trim(),
        buyer.country !== 'NL' && countryName(buyer.country, language),
      ]),
      {
        text: lined([
          buyer.kvk && say('paper.kvk', { number: buyer.kvk }),
          buyer.oin && say('paper.oin', { number: buyer.oin }),
          buyer.vatNumber && say('paper.vat_number', { number: buyer.vatNumber }),
        ]),
        style: 'quiet',
        margin: [0, 4, 0, 0],
      },
    ],
  };
}

/** Number, days and references. */
export function factsBlock(document: InvoiceDocument): Column {
  const say = invoicesTexts(document.language);
  const day = dayWords(document.language);
  const { from, to } = deliveredIn(document);
  const facts: (readonly [string, string | null])[] = [
    [say('paper.number'), document.number],
    [say('paper.issued'), day(document.issuedOn)],
    [say('paper.due'), document.dueOn && day(document.dueOn)],
    [say('paper.delivered'), from === to ? day(to) : say('paper.period', { from: day(from), to: day(to) })],
    [
      say('paper.credits'),
      document.credits &&
        say('paper.credits_of', { number: document.credits.number, day: day(document.credits.issuedOn) }),
    ],
    [say('paper.buyer_reference'), document.buyerReference],
    [say('paper.order_reference'), document.orderReference],
  ];
  const known = facts.filter(([, value]) => value);
  return {
    width: 250,
    table: {
      widths: [96, '*'],
      body: known.map(([label, value]) => [{ text: label, style: 'quiet' }, { text: value! }]),
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: (at) => (at === 0 ? 0 : 6),
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 1,
    },
  };
}

/** Who sends it, with all its numbers. */
export function sellerBlock({ seller, language }: InvoiceDocument): Content {
  const say = invoicesTexts(language);
  return {
    columns: [
      lined([
        seller.name,
        seller.street,
        `${seller.postcode} ${seller.city}`,
        countryName(seller.country, language),
      ]),
      lined([
        say('paper.kvk', { number: seller.kvk }),
        say('paper.vat_number', { number: seller.vatNumber }),
        say('paper.iban', { number: spacedIban(seller.iban) }),
        seller.bic && say('paper.bic', { number: seller.bic }),
      ]),
      lined([seller.email, seller.phone]),
    ].map((text, at) => ({ text, style: 'small', width: at < 2 ? '*' : 'auto' })),
    columnGap: 16,
  };
}
