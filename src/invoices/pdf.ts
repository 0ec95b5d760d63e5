import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { headingOf, paperOf, ruleLine, tableOf } from '#documents/paper.ts';
import { euroWords } from '#lib/money.ts';
import type { Brand } from '#ui/page.ts';
import { spacedIban } from './checks.ts';
import { type InvoiceDocument, type InvoiceLine, totalsOfDocument } from './document.ts';
import { buyerBlock, dayWords, factsBlock, sellerBlock } from './pdf-parts.ts';
import { invoicesTexts } from './texts.ts';

interface InvoicePaper {
  readonly document: InvoiceDocument;
  readonly brand: Brand;
  /** When it was issued. */
  readonly at: Date;
}

/** An invoice or credit note on paper, with everything that the Dutch VAT act asks for (article 35a). */
export function invoicePaper({ document, brand, at }: InvoicePaper): TDocumentDefinitions {
  const { language, kind, number, intro } = document;
  const say = invoicesTexts(language);
  return paperOf({
    language,
    title: say(`paper.${kind}`, { number }),
    brand,
    at,
    content: [
      { columns: [buyerBlock(document), factsBlock(document)], columnGap: 24 },
      ...(kind === 'invoice' && intro ? [{ text: intro, margin: [0, 14, 0, 0] } as Content] : []),
      headingOf(say(`paper.lines.${kind}`)),
      linesTable(document),
      { stack: [totalsTable(document), ...reverseCharge(document), payment(document)], unbreakable: true },
      ruleLine(),
      sellerBlock(document),
    ],
  });
}

function linesTable({ language, lines }: InvoiceDocument): Content {
  const say = invoicesTexts(language);
  const day = dayWords(language);
  const described = (line: InvoiceLine): Content => ({
    stack: [
      line.description,
      {
        text: [
          line.ticketNumber === null ? [] : [say('paper.ticket', { number: line.ticketNumber })],
          [say('paper.agreed', { name: line.agreedBy, day: day(line.agreedOn) })],
        ]
          .flat()
          .join(' · '),
        style: 'small',
      },
    ],
  });
  return tableOf(
    [
      { label: say('paper.description') },
      { label: say('paper.done_on'), width: 'auto' },
      { label: say('paper.vat'), width: 'auto', right: true },
      { label: say('paper.amount'), width: 'auto', right: true },
    ],
    lines.map((line) => [
      described(line),
      day(line.deliveredOn),
      say(`rate.${line.vat}`),
      euroWords(line.amountCents, language),
    ]),
  );
}

function totalsTable(document: InvoiceDocument): Content {
  const { language, kind } = document;
  const say = invoicesTexts(language);
  const euro = (cents: number) => euroWords(cents, language);
  const { netCents, grossCents, perRate } = totalsOfDocument(document);
  const row = (label: string, amount: string, bold = false) => [
    { text: label, bold },
    { text: amount, bold, alignment: 'right' as const },
  ];
  return {
    columns: [
      { width: '*', text: '' },
      {
        width: 270,
        table: {
          widths: ['*', 84],
          body: [
            row(say('paper.net'), euro(netCents)),
            ...perRate.map((each) =>
              row(say(`paper.of.${each.vat}`, { amount: euro(each.netCents) }), euro(each.vatCents)),
            ),
            row(say(`paper.gross.${kind}`), euro(grossCents), true),
          ],
        },
        layout: {
          hLineWidth: (at, { table }) => (at === table.body.length - 1 ? 0.8 : 0),
          vLineWidth: () => 0,
          hLineColor: () => '#5b6470',
          paddingLeft: () => 0,
          paddingRight: () => 0,
          paddingTop: () => 3,
          paddingBottom: () => 2,
        },
      },
    ],
    margin: [0, 0, 0, 12],
  };
}

/** The words that the law asks where no VAT is charged, and of whom it is asked. */
function reverseCharge({ language, lines, buyer }: InvoiceDocument): Content[] {
  const say = invoicesTexts(language);
  const has = (vat: InvoiceLine['vat']) => lines.some((line) => line.vat === vat);
  return [
    ...(has('reverse_charge')
      ? [{ text: say('paper.reverse_charge', { number: buyer.vatNumber ?? '' }), bold: true } as Content]
      : []),
    ...(has('exempt') ? [{ text: say('paper.exempt') } as Content] : []),
  ];
}

function payment(document: InvoiceDocument): Content {
  const { language, kind, seller, number, dueOn } = document;
  const say = invoicesTexts(language);
  const { grossCents } = totalsOfDocument(document);
  const amount = euroWords(grossCents, language);
  if (kind === 'credit_note' || !dueOn)
    return {
      text: say('paper.pay_back', { amount, number: document.credits?.number ?? '' }),
      margin: [0, 6, 0, 0],
    };
  const fill = {
    amount,
    day: dayWords(language)(dueOn),
    iban: spacedIban(seller.iban),
    name: seller.name,
    number,
  };
  return {
    text: say(seller.bic ? 'paper.pay_bic' : 'paper.pay', { ...fill, bic: seller.bic ?? '' }),
    margin: [0, 6, 0, 0],
  };
}
