import { expect, test } from 'vitest';
import { folded } from './frame.ts';
import { decode, readTable } from './read.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const cellsOf = (text: string) => readTable(text).lines.map(({ cells }) => cells);

test.each([
  ['UTF-8', utf8('klant\nCafé Zoë')],
  ['UTF-8 with its mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('klant\nCafé Zoë')])],
  ['Windows-1252', Uint8Array.from('klant\nCaf\u00e9 Zo\u00eb', (each) => each.charCodeAt(0))],
  ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from('klant\r\nCafé Zoë', 'utf16le')])],
])('a file in %s is read', (_, bytes) => {
  expect(readTable(decode(bytes))).toEqual({ head: ['klant'], lines: [{ line: 2, cells: ['Café Zoë'] }] });
});

test.each([
  ['semicolons', 'a;b\n"x; y";1,5', ['x; y', '1,5']],
  ['commas', 'a,b\n"x, y",1.5', ['x, y', '1.5']],
  ['tabs', 'a\tb\nx, y\t1', ['x, y', '1']],
  ['one column', 'a\nx y', ['x y']],
  ['old line ends', 'a;b\rx;y', ['x', 'y']],
  ['quotes within quotes', 'a;b\r\n"De ""Proef""";y', ['De "Proef"', 'y']],
  ['cells that are too few', 'a;b;c\nx', ['x']],
  ['a guard against formulas', "a;b\n'=1+1;'t Hoekje", ['=1+1', "'t Hoekje"]],
])('a table with %s is read', (_, text, cells) => {
  expect(cellsOf(text)).toEqual([cells]);
});

test('empty lines are skipped, and lines are numbered as an editor does', () => {
  const table = readTable('a;b\n\nx;y\n;\n"two\nlines";z\n');
  expect(table.lines.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [3, 'x'],
    [6, 'two\nlines'],
  ]);
});

test.each([
  ['nothing', '', 'file_empty'],
  ['spaces', ' \n ', 'file_empty'],
  ['a head alone', 'klant;site\n', 'only_head'],
  ['an open quote', 'a;b\n"x;y\n', 'not_a_table'],
  ['too many lines', `a\n${'x\n'.repeat(1001)}`, 'too_many_lines'],
  ['too much', `a\n${'x'.repeat(2 * 1024 * 1024)}`, 'file_large'],
])('%s is refused', (_, text, reason) => {
  expect(() => readTable(text)).toThrow(expect.objectContaining({ fields: { file: reason } }));
});

test('a spreadsheet is no CSV', () => {
  expect(() => decode(utf8('PK\u0003\u0004'))).toThrow(
    expect.objectContaining({ fields: { file: 'spreadsheet' } }),
  );
});

test('heads are the same whatever their capitals, accents and marks', () => {
  expect(['Opgeleverd op', 'E-mail', 'T/m', 'Coördinator'].map(folded)).toEqual([
    'opgeleverdop',
    'email',
    'tm',
    'coordinator',
  ]);
});
