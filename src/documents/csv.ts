import { stringify } from 'csv-stringify/sync';

type Cell = string | number | Date | null;

/** What a spreadsheet would take for a formula: CWE-1236. A number or an amount is none. */
const formula = /^[=+\-@\t\r]/;
const number = /^-?[\d.,]+$/;

const safe = (cell: string) => (formula.test(cell) && !number.test(cell) ? `'${cell}` : cell);

/**
 * A table as CSV the way spreadsheets in the Netherlands open it: semicolons, a byte order mark, CRLF. Moments
 * are written in UTC as ISO 8601. Text that would run as a formula gets an apostrophe before it.
 */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const written = (cell: Cell) =>
    cell === null
      ? ''
      : cell instanceof Date
        ? cell.toISOString()
        : typeof cell === 'string'
          ? safe(cell)
          : cell;
  return stringify([[...head], ...rows.map((row) => row.map(written))], {
    delimiter: ';',
    bom: true,
    record_delimiter: 'windows',
  });
}

/** Cents as spreadsheets in the Netherlands read an amount: `1234,50`. */
export const csvAmount = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`;
