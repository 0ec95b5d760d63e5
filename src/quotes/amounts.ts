import { type Totals, totalsOf } from '#costs/vat.ts';
import type { QuoteLineKind, Vat } from '#db/types.ts';

/** The most that one line and one whole quote come to, in cents without VAT. */
export const largestAmount = 100_000_000;

export interface Priced {
  /** In hundredths. */
  readonly quantity: number;
  /** For one of it, in cents without VAT. */
  readonly unitCents: number;
}

export interface QuoteLine extends Priced {
  readonly kind: QuoteLineKind;
  readonly description: string;
  /** Left to the client: only a ticked one counts. */
  readonly optional: boolean;
  readonly vat: Vat;
}

export interface PlacedLine extends QuoteLine {
  readonly position: number;
  readonly amountCents: number;
}

/** What a line comes to, in cents: half a cent is rounded up, in whole numbers throughout (EN 16931, BT-131). */
export const amountOf = ({ quantity, unitCents }: Priced): number =>
  Math.floor((quantity * unitCents + 50) / 100);

/** The lines that count with these optional ones ticked. */
export const chosen = (lines: readonly PlacedLine[], ticks: readonly number[]): PlacedLine[] =>
  lines.filter(({ optional, position }) => !optional || ticks.includes(position));

/** What those come to, with VAT. */
export const totalsWith = (lines: readonly PlacedLine[], ticks: readonly number[]): Totals =>
  totalsOf(chosen(lines, ticks));

/** The hours among those, in hundredths. */
export const hoursOf = (lines: readonly PlacedLine[], ticks: readonly number[]): number =>
  chosen(lines, ticks)
    .filter(({ kind }) => kind === 'hours')
    .reduce((sum, { quantity }) => sum + quantity, 0);

/** Ticks as they may be counted: of optional lines that there are, each once and in order. */
export const tidyTicks = (lines: readonly PlacedLine[], ticks: readonly number[]): number[] =>
  lines
    .filter(({ optional, position }) => optional && ticks.includes(position))
    .map(({ position }) => position);
