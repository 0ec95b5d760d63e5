import type { Language } from '#lib/language.ts';
import { euroWords, hundredthsField } from '#lib/money.ts';
import { sayDate } from '#ui/time.tsx';
import { type PlacedLine, totalsWith } from './amounts.ts';
import { numberOf, type Quote } from './quote.ts';
import { quotesTexts } from './texts.ts';

interface Reading {
  readonly ticks: readonly number[];
  readonly language: Language;
  /** The agency's name. */
  readonly agency: string;
}

/** «Begroting 2026-0001», with its version from the second on. */
export function quoteName(quote: Pick<Quote, 'year' | 'number' | 'version'>, language: Language): string {
  const say = quotesTexts(language);
  const number = numberOf(quote);
  if (number === null) return say('name_draft');
  return say(quote.version > 1 ? 'name_version' : 'name', { number, version: quote.version });
}

/** «7,50 uur à € 95,00», or «1 × € 250,00». */
export function quantityWords({ kind, quantity, unitCents }: PlacedLine, language: Language): string {
  return quotesTexts(language)(kind === 'hours' ? 'hours_at' : 'pieces_at', {
    quantity: hundredthsField(quantity, language),
    price: euroWords(unitCents, language),
  });
}

/** The sentence to which somebody agrees, with the amounts it is about. */
export function consentOf(quote: Quote, { ticks, language, agency }: Reading): string {
  const { netCents, grossCents } = totalsWith(quote.lines, ticks);
  return quotesTexts(language)('consent', {
    quote: quoteName(quote, language),
    agency,
    organisation: quote.organisation,
    net: euroWords(netCents, language),
    gross: euroWords(grossCents, language),
  });
}

/** A quote as it was shown, as text: every line with its tick, the totals, the terms. The evidence is made of it. */
export function shownAsText(quote: Quote, reading: Reading): string {
  const { ticks, language, agency } = reading;
  const say = quotesTexts(language);
  const where = { language, timeZone: 'UTC', now: new Date(0) };
  const totals = totalsWith(quote.lines, ticks);
  const euro = (cents: number) => euroWords(cents, language);
  const mark = ({ optional, position }: PlacedLine) =>
    optional ? (ticks.includes(position) ? '[x] ' : '[ ] ') : '- ';
  return [
    `${quoteName(quote, language)}: ${quote.title}`,
    `${agency} → ${quote.organisation}`,
    ...(quote.ticketNumber ? [say('for_ticket', { number: quote.ticketNumber })] : []),
    ...(quote.introduction ? ['', quote.introduction] : []),
    '',
    ...quote.lines.map(
      (line) =>
        `${mark(line)}${line.description}: ${quantityWords(line, language)} = ${euro(line.amountCents)} (${say(`vat.${line.vat}`)})${line.optional ? ` – ${say('optional')}` : ''}`,
    ),
    '',
    `${say('net')}: ${euro(totals.netCents)}`,
    ...totals.perRate.map((rate) => `${say(`vat.${rate.vat}`)}: ${euro(rate.vatCents)}`),
    `${say('gross')}: ${euro(totals.grossCents)}`,
    '',
    ...(quote.plannedOn ? [say('planned', { day: sayDate(quote.plannedOn, where) })] : []),
    say('valid', { day: sayDate(quote.validUntil, where) }),
    '',
    `${say('conditions')}:`,
    quote.conditions,
    '',
    consentOf(quote, reading),
  ].join('\n');
}
