import type { Content } from 'pdfmake/interfaces';
import { paperOf, ruleLine, tableOf } from '#documents/paper.ts';
import type { Language } from '#lib/language.ts';
import { euroWords } from '#lib/money.ts';
import type { Brand } from '#ui/page.ts';
import { sayDate, sayFully } from '#ui/time.tsx';
import { totalsWith } from './amounts.ts';
import type { Acceptance } from './queries.ts';
import type { Quote } from './quote.ts';
import { quantityWords, quoteName } from './shown.ts';
import { quotesTexts } from './texts.ts';

interface Printed {
  readonly quote: Quote;
  readonly acceptance: Acceptance | null;
  readonly brand: Brand;
  readonly timeZone: string;
}

/** One version of a quote on paper, in its own language; once accepted with the evidence as its last page. */
export function quotePaper({ quote, acceptance, brand, timeZone }: Printed) {
  const { language } = quote;
  const say = quotesTexts(language);
  const at = quote.sentAt ?? quote.createdAt;
  const where = { language, timeZone, now: at };
  const ticks = acceptance?.ticks ?? [];
  const day = at.toISOString().slice(0, 10);
  return paperOf({
    language,
    title: quoteName(quote, language),
    brand,
    at: acceptance?.at ?? at,
    beside: [sayDate(day, where), say('valid', { day: sayDate(quote.validUntil, where) })],
    content: [
      { text: quote.title, style: 'heading', margin: [0, 0, 0, 4] },
      { text: `${say('pdf.for')}: ${quote.organisation}` },
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
      { text: say('conditions'), style: 'heading' },
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

interface Proven {
  readonly quote: Quote;
  readonly acceptance: Acceptance;
  readonly timeZone: string;
}

/** The last page: who agreed to what, when, from where, and how that was confirmed. */
function proofOf({ quote, acceptance, timeZone }: Proven): Content[] {
  const language: Language = quote.language;
  const say = quotesTexts(language);
  const where = { language, timeZone, now: acceptance.at };
  const totals = totalsWith(quote.lines, acceptance.ticks ?? []);
  const euro = (cents: number) => euroWords(cents, language);
  const ticked = quote.lines.filter(
    ({ optional, position }) => optional && acceptance.ticks?.includes(position),
  );
  const facts: [string, string | null][] = [
    [say('pdf.by'), `${acceptance.name}, ${acceptance.role}`],
    [say('pdf.account'), acceptance.recorder ? null : `${acceptance.account} (${acceptance.email})`],
    [say('pdf.at'), `${sayFully(acceptance.at, where)} (${acceptance.at.toISOString()})`],
    [say('pdf.address'), acceptance.address],
    [say('pdf.browser'), acceptance.userAgent],
    [
      say('pdf.way'),
      acceptance.recorder
        ? say('pdf.recorded', { name: acceptance.recorder, document: acceptance.documentName ?? '' })
        : say('pdf.by_code', { email: acceptance.email }),
    ],
    [say('pdf.ticked'), ticked.map(({ description }) => description).join('; ') || say('pdf.none')],
    [say('pdf.total'), say('pdf.amounts', { net: euro(totals.netCents), gross: euro(totals.grossCents) })],
    [say('pdf.consent'), acceptance.consent],
    [say('pdf.hash'), inPieces(acceptance.shownHash)],
    [say('pdf.document_hash'), acceptance.documentHash && inPieces(acceptance.documentHash)],
  ];
  return [
    { text: say('pdf.proof'), style: 'title', pageBreak: 'before' },
    { text: say('pdf.proof_intro'), style: 'quiet', margin: [0, 6, 0, 0] },
    ruleLine(),
    {
      table: {
        widths: [130, '*'],
        body: facts
          .filter(([, value]) => value)
          .map(([label, value]) => [{ text: label, style: 'quiet' }, { text: value! }]),
      },
      layout: 'noBorders',
    },
  ];
}

/** A hash that breaks between its pieces, and not anywhere. */
const inPieces = (hash: string): string => hash.replaceAll(/(.{16})(?=.)/g, '$1 ');
