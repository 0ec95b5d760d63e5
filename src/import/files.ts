import { csvOf } from '#documents/csv.ts';
import type { Language } from '#lib/language.ts';
import type { ImportKind, LineResult } from './frame.ts';
import { columnWords, importTexts, reasonWords } from './texts.ts';

/** An empty table with the columns of a kind, to be filled in. */
export const templateCsv = ({ columns }: ImportKind<unknown>, language: Language): string =>
  csvOf(
    columns.map(({ name }) => columnWords(name, language)),
    [],
  );

/** The lines that were refused as they were sent, with the reason behind each; to be mended and imported again. */
export function refusedCsv(
  head: readonly string[],
  results: readonly LineResult[],
  language: Language,
): string {
  const say = importTexts(language);
  const names = [...head, say('head.line'), say('head.column'), say('head.reason')];
  const rows = results
    .filter(({ outcome }) => outcome === 'refused')
    .map(({ line, cells, problems }) => [
      ...head.map((_, at) => cells[at] ?? ''),
      line,
      problems.map(({ column }) => (column ? columnWords(column, language) : '')).join(', '),
      problems.map(({ reason }) => reasonWords(reason, language)).join(' '),
    ]);
  return csvOf(names, rows);
}
