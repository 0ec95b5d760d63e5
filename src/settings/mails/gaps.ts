/** The gaps of a sentence, `{{moment}}`: what the program fills in when it writes the mail. */

const gap = /\{\{(\w+)\}\}/g;

/** Without these a sentence still says what was agreed: they stand elsewhere in the mail, or are a courtesy. */
const dispensable = new Set([
  ...['number', 'subject', 'name', 'agency', 'percent', 'priority', 'urgency', 'impact'],
  ...['invoice', 'quote', 'title', 'email'],
]);

export type GapProblem = 'broken_gap' | 'unknown_gap' | 'missing_gap';

/** The names of a text's gaps, each once, in the order in which they stand there. */
export const gapsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(gap)].map(([, name = '']) => name)),
];

/** The gaps that a sentence cannot do without, by the text that it is delivered with. */
export const necessaryIn = (delivered: string): string[] =>
  gapsIn(delivered).filter((name) => !dispensable.has(name));

/** A text as it is kept: a gap with spaces in it is meant as one without. */
export const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/\{\{[ \t]*(\w+)[ \t]*\}\}/g, '{{$1}}');

/** Why a text cannot stand in for the delivered one, and with which gaps; null where it can. */
export function problemOf(
  delivered: string,
  text: string,
): { problem: GapProblem; gaps: readonly string[] } | null {
  if (/[{}]/.test(text.replace(gap, ''))) return { problem: 'broken_gap', gaps: gapsIn(delivered) };
  const [known, used] = [new Set(gapsIn(delivered)), gapsIn(text)];
  const unknown = used.filter((name) => !known.has(name));
  if (unknown.length > 0) return { problem: 'unknown_gap', gaps: unknown };
  const missing = necessaryIn(delivered).filter((name) => !used.includes(name));
  return missing.length > 0 ? { problem: 'missing_gap', gaps: missing } : null;
}
