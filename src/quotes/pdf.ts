import type { Content } from 'pdfmake/interfaces';
import { headingOf, paperOf, tableOf } from '#documents/paper.ts';
import { euroWords } from '#lib/money.ts';
import type { Brand } from '#ui/page.ts';
import { sayDate, sayDay } from '#ui/time.tsx';
import { totalsWith } from './amounts.ts';
import { type Parties, partiesOf } from './pdf-parties.ts';
import { proofOf } from './pdf-proof.ts';
import type { Acceptance } from './queries.ts';
import type { Quote } from './quote.ts';
import { quantityWords, quoteName } from './shown.ts';
import { quotesTexts } from './texts.ts';

interface Printed extends Parties {
  readonly quote: Quote;
  readonly acceptance: Acceptance | null;
  readonly brand: Brand;
  readonly timeZone: string;
}

/** One version of a quote on paper, in its own language; once accepted with the evidence as its last page. */
export function quotePaper({ quote, acceptance, brand, timeZone, ...parties }: Printed) {
  const { language } = quote;
  const say = quotesTexts(language);
  const at = quote.sentAt ?? quote.createdAt;
  const where = { language, timeZone, now: at };
  const ticks = acceptance?.ticks ?? [];
  const names = { agency: brand.name, organisation: quote.organisation };
  return paperOf({
    language,
    title: quoteName(quote, language),
    brand,
    at: acceptance?.at ?? at,
    beside: [sayDay(at, where), say('valid', { day: sayDate(quote.validUntil, where) })],
    content: [
      partiesOf(parties, { language, names }),
      { text: quote.title, style: 'heading' },
      ...(quote.ticketNumber
        ? [{ text: `${say('for_ticket', { number: quote.ticketNumber })}: ${quote.ticketSubject}` }]
        : []),
      ...(quote.state === 'draft' ? [{ text: say('pdf.draft'), bold: true }] : []),
      ...(quote.introduction ? [{ text: quote.introduction, margin: [0, 10, 0, 0] } satisfies Content] : []),
      ...linesOf(quote, ticks, acceptance !== null),
      totalsOf(quote, ticks),
      ...(quote.plannedOn
        ? [
            {
              text: say('planned', { day: sayDate(quote.plannedOn, where) }),
              margin: [0, 8, 0, 0],
            } satisfies Content,
          ]
        : []),
      headingOf(say('conditions')),
      { text: quote.conditions },
      ...(acceptance ? proofOf({ quote, acceptance, timeZone }) : []),
    ],
  });
}

function linesOf(quote: Quote, ticks: readonly number[], decided: boolean): Content[] {
  const { language } = quote;
  const say = quotesTexts(language);
  const standing = (position: number) =>
    decided
      ? `${say('optional')}: ${say(ticks.includes(position) ? 'pdf.chosen' : 'pdf.not_chosen')}`
      : say('optional');
  const rows = quote.lines.map((line) => [
    {
      stack: [
        { text: line.description },
        {
          text: [quantityWords(line, language), ...(line.optional ? [standing(line.position)] : [])].join(
            ' · ',
          ),
          style: 'small',
        },
      ],
    },
    say(`vat.${line.vat}`),
    euroWords(line.amountCents, language),
  ]);
  const table = tableOf(
    [
      { label: say('what') },
      { label: '', width: 'auto' },
      { label: say('amount'), width: 'auto', right: true },
    ],
    rows,
  );
  const hint = say('pdf.options_hint', { which: say(decided ? 'pdf.as_chosen' : 'pdf.without') });
  const optional = quote.lines.some((line) => line.optional);
  return [{ text: ' ', fontSize: 4 }, table, ...(optional ? [{ text: hint, style: 'small' }] : [])];
}

function totalsOf(quote: Quote, ticks: readonly number[]): Content {
  const { language } = quote;
  const say = quotesTexts(language);
  const totals = totalsWith(quote.lines, ticks);
  const row = (label: string, cents: number, bold = false) => [
    { text: label, bold, alignment: 'right' as const },
    { text: euroWords(cents, language), bold, alignment: 'right' as const },
  ];
  return {
    table: {
      widths: ['*', 90],
      body: [
        row(say('net'), totals.netCents),
        ...totals.perRate.map((rate) => row(say(`vat.${rate.vat}`), rate.vatCents)),
        row(say('gross'), totals.grossCents, true),
      ],
    },
    layout: 'noBorders',
    margin: [0, 4, 0, 0],
  };
}
