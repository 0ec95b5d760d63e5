import type { Vat } from '#db/types.ts';

/** Dutch rates in percent; exempt and reverse charge bear none. */
export const vatPercent: Record<Vat, number> = {
  standard: 21,
  reduced: 9,
  zero: 0,
  exempt: 0,
  reverse_charge: 0,
};

export const vatKinds = Object.keys(vatPercent) as Vat[];

export interface Taxed {
  /** In cents without VAT; less than nothing on a credit note. */
  readonly amountCents: number;
  readonly vat: Vat;
}

export interface Totals {
  readonly netCents: number;
  readonly vatCents: number;
  readonly grossCents: number;
  /** One for each rate that is there, highest first: EN 16931, BG-23. */
  readonly perRate: readonly {
    readonly vat: Vat;
    readonly percent: number;
    readonly netCents: number;
    readonly vatCents: number;
  }[];
}

/**
 * Adds up lines as EN 16931 has it: VAT is calculated and rounded once for each rate over the sum of its lines
 * (BR-CO-17), halves away from nothing, and the totals are sums of those (BR-CO-14, BR-CO-15).
 */
export function totalsOf(lines: readonly Taxed[]): Totals {
  const perRate = vatKinds
    .filter((vat) => lines.some((line) => line.vat === vat))
    .map((vat) => {
      const netCents = lines
        .filter((line) => line.vat === vat)
        .reduce((sum, { amountCents }) => sum + amountCents, 0);
      return { vat, percent: vatPercent[vat], netCents, vatCents: share(netCents, vatPercent[vat]) };
    });
  const netCents = perRate.reduce((sum, each) => sum + each.netCents, 0);
  const vatCents = perRate.reduce((sum, each) => sum + each.vatCents, 0);
  return { netCents, vatCents, grossCents: netCents + vatCents, perRate };
}

/** In whole numbers throughout, so that no binary fraction decides a cent. */
function share(cents: number, percent: number): number {
  const rounded = Math.floor((Math.abs(cents) * percent + 50) / 100);
  return cents < 0 && rounded > 0 ? -rounded : rounded;
}
