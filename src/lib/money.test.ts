import { expect, test } from 'vitest';
import { euroWords } from './money.ts';

test.each([
  [4500, '€ 45,00', '€45.00'],
  [0, '€ 0,00', '€0.00'],
  [123_456_789, '€ 1.234.567,89', '€1,234,567.89'],
  [-1, '€ -0,01', '-€0.01'],
])('%i cents', (cents, dutch, english) => {
  expect(euroWords(cents, 'nl').replaceAll('\u00A0', ' ')).toBe(dutch);
  expect(euroWords(cents, 'en')).toBe(english);
});
