import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isBic,
  isIban,
  isKvk,
  isOin,
  isPostcode,
  isVatNumber,
  plainNumber,
  plainPostcode,
} from './checks.ts';

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));

describe('an IBAN', () => {
  test.each(['NL91ABNA0417164300', 'NL39RABO0300065264', 'BE68539007547034', 'DE89370400440532013000'])(
    '%s is one',
    (iban) => expect(isIban(iban)).toBe(true),
  );

  test('with one digit changed, or two swapped, is none', () => {
    const iban = 'NL91ABNA0417164300';
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 17 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const other = String((Number(iban[at]) + by) % 10);
        expect(isIban(iban.slice(0, at) + other + iban.slice(at + 1))).toBe(false);
      }),
    );
    for (let at = 8; at < 17; at++) {
      const [one = '', two = ''] = iban.slice(at, at + 2);
      if (one !== two) expect(isIban(iban.slice(0, at) + two + one + iban.slice(at + 2))).toBe(false);
    }
  });

  test.each(['', 'NL91', 'NL91ABNA041716430', '0417164300', 'nl91abna0417164300'])('%s is none', (iban) =>
    expect(isIban(iban)).toBe(false),
  );
});

describe('a Dutch VAT number', () => {
  test('passes by 11, or by 97', () => {
    // of a company, and the one that the tax office shows as example of a sole trader
    for (const number of ['NL123456782B01', 'NL000099998B57']) expect(isVatNumber(number, 'NL')).toBe(true);
    for (const number of ['NL123456789B01', 'NL000099998B58', 'BE123456782B01', 'NL123456782'])
      expect(isVatNumber(number, 'NL')).toBe(false);
  });

  test('a random one hardly ever passes', () => {
    const passing = fc.sample(digits(9), 500).filter((each) => isVatNumber(`NL${each}B01`, 'NL'));
    expect(passing.length).toBeLessThan(100);
  });

  test('of another country has its prefix', () => {
    expect(isVatNumber('IE6388047V', 'IE')).toBe(true);
    expect(isVatNumber('EL123456789', 'GR')).toBe(true);
    expect(isVatNumber('IE6388047V', 'BE')).toBe(false);
  });
});

test('other numbers by their form', () => {
  expect([isKvk('12345678'), isKvk('1234567'), isKvk('1234567a')]).toEqual([true, false, false]);
  expect([isOin('00000001003214345000'), isOin('0000000100321434500')]).toEqual([true, false]);
  expect([isBic('ABNANL2A'), isBic('ABNANL2AXXX'), isBic('ABN')]).toEqual([true, true, false]);
});

test('postcodes as their country writes them', () => {
  expect(plainPostcode(' 1234ab ', 'NL')).toBe('1234 AB');
  expect(['1234 AB', '0234 AB', '1234 SS', '1234', '1234AB'].map((each) => isPostcode(each, 'NL'))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(isPostcode(plainPostcode('d02 x285', 'IE'), 'IE')).toBe(true);
  expect(plainNumber('NL91 ABNA 0417 1643 00')).toBe('NL91ABNA0417164300');
});
