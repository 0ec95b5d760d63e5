import type { Content } from 'pdfmake/interfaces';
import { ruleLine } from '#documents/paper.ts';
import { euroWords } from '#lib/money.ts';
import { sayFully } from '#ui/time.tsx';
import { totalsWith } from './amounts.ts';
import type { Acceptance } from './queries.ts';
import type { Quote } from './quote.ts';
import { quoteName } from './shown.ts';
import { quotesTexts } from './texts.ts';

interface Proven {
  readonly quote: Quote;
  readonly acceptance: Acceptance;
  readonly timeZone: string;
}

/** The last page: who agreed to what, when, from where, and how that was confirmed. */
export function proofOf({ quote, acceptance, timeZone }: Proven): Content[] {
  const { language } = quote;
  const say = quotesTexts(language);
  const where = { language, timeZone, now: acceptance.at };
  const totals = totalsWith(quote.lines, acceptance.ticks ?? []);
  const euro = (cents: number) => euroWords(cents, language);
  const ticked = quote.lines.filter(
    ({ optional, position }) => optional && acceptance.ticks?.includes(position),
  );
  const facts: [string, string | null][] = [
    [say('pdf.about'), `${quoteName(quote, language)}: ${quote.title}`],
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

/** A hash in two lines of two pieces, so that it can be compared by eye. */
const inPieces = (hash: string): string =>
  hash.replaceAll(/(.{16})(.{16})(?=(.?))/g, (_, one, two, more) => `${one} ${two}${more ? '\n' : ''}`);
