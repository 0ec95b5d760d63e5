import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalsOf, vatKinds } from '#costs/vat.ts';
import { hundredths, hundredthsField } from '#lib/money.ts';
import { amountOf, chosen, largestAmount, type PlacedLine, tidyTicks, totalsWith } from './amounts.ts';
import { readDraft } from './desk/rows.ts';

const line = fc.record({
  kind: fc.constantFrom('hours' as const, 'fixed' as const),
  quantity: fc.integer({ min: 1, max: 1_000_000 }),
  unitCents: fc.integer({ min: 1, max: 100_000 }),
  optional: fc.boolean(),
  vat: fc.constantFrom(...vatKinds),
});
const lines = fc
  .array(line, { maxLength: 20 })
  .map((all): PlacedLine[] =>
    all.map((each, at) => ({ ...each, description: 'x', position: at + 1, amountCents: amountOf(each) })),
  );
const ticks = fc.array(fc.integer({ min: -2, max: 25 }), { maxLength: 30 });

describe('amounts', () => {
  test('a line is its quantity times its price, half a cent up, whatever the sizes', () => {
    fc.assert(
      fc.property(line, (each) => {
        const exact = BigInt(each.quantity) * BigInt(each.unitCents);
        expect(BigInt(amountOf(each))).toBe((exact + 50n) / 100n);
      }),
    );
    expect(amountOf({ quantity: 150, unitCents: 333 })).toBe(500);
  });

  test('ticks change nothing but the optional lines they name, and are counted once', () => {
    fc.assert(
      fc.property(lines, ticks, (all, wanted) => {
        const tidy = tidyTicks(all, wanted);
        expect(totalsWith(all, wanted)).toEqual(totalsWith(all, tidy));
        expect(totalsWith(all, [...tidy, ...tidy])).toEqual(totalsWith(all, tidy));
        const none = totalsWith(all, []).netCents;
        const added = all
          .filter(({ position }) => tidy.includes(position))
          .reduce((sum, { amountCents }) => sum + amountCents, 0);
        expect(totalsWith(all, wanted).netCents).toBe(none + added);
        expect(totalsOf(chosen(all, wanted)).grossCents).toBe(totalsWith(all, wanted).grossCents);
      }),
    );
  });

  test('what a field shows is read back as the same amount, in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: largestAmount }),
        fc.constantFrom('nl', 'en'),
        (cents, language) => {
          expect(hundredths(hundredthsField(cents, language as 'nl'))).toBe(cents);
        },
      ),
    );
  });
});

describe('what a form holds', () => {
  const form = (over: Record<string, string>) => ({
    title: 'Zoeken',
    conditions: 'Betalen binnen 14 dagen.',
    valid_until: '2026-11-16',
    language: 'nl',
    'line.0.description': 'Werk',
    'line.0.kind': 'hours',
    'line.0.quantity': '1',
    'line.0.price': '95',
    'line.0.vat': 'standard',
    ...over,
  });
  test.each([
    ['price', '0', 'not_above_zero'],
    ['price', '-5', 'not_above_zero'],
    ['price', '0,00', 'not_above_zero'],
    ['price', '1,005', 'too_many_decimals'],
    ['price', '1.000.000', 'not_an_amount'],
    ['price', '99999999999', 'not_an_amount'],
    ['price', '1000000,01', 'too_large'],
    ['price', 'veel', 'not_an_amount'],
    ['price', '', 'required'],
    ['quantity', '0', 'not_above_zero'],
    ['quantity', '1,234', 'too_many_decimals'],
    ['quantity', '10001', 'too_large'],
    ['quantity', '1e3', 'not_a_quantity'],
    ['description', '', 'required'],
    ['vat', 'other', 'unknown_choice'],
  ])('a line with %s «%s» is refused at that field', (name, value, key) => {
    expect(() => readDraft(form({ [`line.0.${name}`]: value }))).toThrow(
      expect.objectContaining({ fields: expect.objectContaining({ [`line.0.${name}`]: key }) }),
    );
  });

  test('a product that is too large, or a sum, is refused as well', () => {
    expect(() => readDraft(form({ 'line.0.quantity': '10000', 'line.0.price': '999' }))).toThrow(
      expect.objectContaining({ fields: { 'line.0.price': 'too_large' } }),
    );
    const two = form({
      'line.0.price': '900000',
      'line.1.description': 'Meer',
      'line.1.kind': 'fixed',
      'line.1.quantity': '1',
      'line.1.price': '900000',
      'line.1.vat': 'zero',
    });
    expect(() => readDraft(two)).toThrow(expect.objectContaining({ fields: { form: 'sum_too_large' } }));
  });

  test('a blank row falls away', () => {
    const blank = { 'line.7.description': ' ', 'line.7.quantity': '1', 'line.7.price': '' };
    expect(readDraft(form(blank)).lines).toEqual([
      {
        kind: 'hours',
        description: 'Werk',
        quantity: 100,
        unitCents: 9500,
        optional: false,
        vat: 'standard',
      },
    ]);
  });
});
