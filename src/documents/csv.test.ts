import { expect, test } from 'vitest';
import { csvAmount, csvOf } from './csv.ts';

test('a table opens in a spreadsheet as it was meant', () => {
  const at = new Date('2026-11-23T10:00:00Z');
  expect(csvOf(['naam', 'bedrag', 'op'], [['De "Proef"; met broodjes', csvAmount(-123_405), at]])).toBe(
    '\ufeffnaam;bedrag;op\r\n"De ""Proef""; met broodjes";-1234,05;2026-11-23T10:00:00.000Z\r\n',
  );
});

test('no cell runs as a formula', () => {
  for (const cell of ['=1+1', '+31 20 1', '-2+3', '@SUM(A1)', '\t=1'])
    expect(csvOf(['a'], [[cell]])).toContain(`'${cell}`);
  expect(csvOf(['a'], [['-12,50']])).toContain('\r\n-12,50\r\n');
});
