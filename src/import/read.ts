import { CsvError, parse } from 'csv-parse/sync';
import { Invalid } from '#lib/errors.ts';

/** A table as somebody's spreadsheet wrote it. */
export interface Table {
  readonly head: readonly string[];
  readonly lines: readonly TableLine[];
}

export interface TableLine {
  /** As a text editor counts; of a cell with several lines the last. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The largest file, and the most lines that are taken at once. */
export const largest = 2 * 1024 * 1024;
export const mostLines = 1_000;

/** The text of a file: UTF-8, UTF-16 with its mark, or else what old spreadsheets write, Windows-1252. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new Invalid({ file: 'spreadsheet' });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Reads a table with semicolons, commas or tabs between its cells; `Invalid` where it is none. */
export function readTable(text: string): Table {
  if (text.length > largest) throw new Invalid({ file: 'file_large' });
  const content = text.replace(/^\uFEFF/, '');
  if (!content.trim()) throw new Invalid({ file: 'file_empty' });
  const [head, ...lines] = records(content).map(({ record, info }) => ({
    line: info.lines,
    cells: record.map(plain),
  }));
  if (!head || lines.length === 0) throw new Invalid({ file: 'only_head' });
  if (lines.length > mostLines) throw new Invalid({ file: 'too_many_lines' });
  return { head: head.cells, lines };
}

interface Found {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function records(content: string): Found[] {
  try {
    const found = parse(content, {
      delimiter: separatorOf(content),
      info: true,
      relax_column_count: true,
      // a mark within a cell that has none around it is just a mark
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      trim: true,
    });
    return found as unknown as Found[];
  } catch (error) {
    if (error instanceof CsvError) throw new Invalid({ file: 'not_a_table' });
    throw error;
  }
}

/** The one that comes most in the first line. */
function separatorOf(content: string): string {
  const first = /^[^\r\n]*/.exec(content)?.[0] ?? '';
  const count = (separator: string) => first.split(separator).length;
  return [';', ',', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Our own files put an apostrophe before what a spreadsheet would take for a formula. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '').trim();
