import type { Token, Tokens } from 'marked';
import { tokensOf } from '#ui/markdown.tsx';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Somebody who is called in a text, and the words by which; once for each way of saying it. */
export interface Called {
  readonly personId: string;
  readonly said: string;
}

interface Reading {
  readonly called: readonly Called[];
  /** A first name that more than one colleague has. */
  readonly unclear: string | null;
}

/**
 * Whom a text calls: an `@` with a colleague's whole name, or with a first name that only one of them has, whatever
 * its capitals and accents. Code, links and quotations call nobody; neither does the writer, who knows.
 */
export function calledIn(text: string, colleagues: readonly Named[], writerId: string | null): Reading {
  const names = namesOf(colleagues, writerId);
  const called = new Map<string, Called>();
  let unclear: string | null = null;
  for (const words of plainParts(text)) {
    const letters = [...words.normalize('NFC')];
    const folded = letters.map(fold);
    for (const [at, letter] of letters.entries()) {
      if (letter !== '@' || !opens.test(letters[at - 1] ?? ' ')) continue;
      const found = names.filter(({ name }) => stands(name, folded, at + 1));
      const longest = Math.max(0, ...found.map(({ name }) => name.length));
      const said = letters.slice(at + 1, at + 1 + longest).join('');
      const meant = found.filter(({ name }) => name.length === longest);
      const whole = meant.filter(({ isWhole }) => isWhole);
      const ids = new Set((whole.length > 0 ? whole : meant).map(({ id }) => id));
      // whoever have the very same name cannot be told apart: rather both than neither
      if (ids.size > 1 && whole.length === 0) unclear ??= said;
      else for (const personId of ids) called.set(`${personId} ${said}`, { personId, said });
    }
  }
  return { called: [...called.values()].filter(({ personId }) => personId !== writerId), unclear };
}

const opens = /[\s([{«“"'‘/]/u;

/** A letter without its accents and capitals. */
const fold = (letter: string): string => letter.normalize('NFD')[0]!.toLowerCase();

function namesOf(colleagues: readonly Named[], writerId: string | null) {
  const whole = colleagues.map(({ id, name }) => ({ id, name, isWhole: true }));
  const first = colleagues.map(({ id, name }) => ({ id, name: name.split(/\s+/)[0]!, isWhole: false }));
  // who has the writer's own first name is the one who is meant by it
  const others = first.filter(
    ({ id, name }) => id !== writerId || !first.some((each) => each.id !== id && each.name === name),
  );
  return [...whole, ...others].map(({ name, ...rest }) => ({
    ...rest,
    name: [...name.normalize('NFC')].map(fold),
  }));
}

/** Whether a name stands there, and no longer word that begins like it. */
function stands(name: readonly string[], text: readonly string[], at: number): boolean {
  if (!name.every((letter, nth) => text[at + nth] === letter)) return false;
  const [next = '', second = ''] = text.slice(at + name.length, at + name.length + 2);
  return !/[\p{L}\p{N}_@]/u.test(next) && !(/[-.]/.test(next) && /[\p{L}\p{N}]/u.test(second));
}

/** The parts of a text that are words of the writer's own. */
function plainParts(text: string): string[] {
  const tokens = tokensOf(text);
  return tokens ? tokens.flatMap(wordsOf) : [text];
}

function wordsOf(token: Token): string[] {
  if (['blockquote', 'code', 'codespan', 'link', 'image', 'html', 'table'].includes(token.type)) return [];
  if (token.type === 'list')
    return (token as Tokens.List).items.flatMap(({ tokens }) => tokens.flatMap(wordsOf));
  if ('tokens' in token && token.tokens) return token.tokens.flatMap(wordsOf);
  return 'text' in token ? [token.text] : [];
}

/** The words by which a note called colleagues, as its event keeps them. */
export const wordsCalled = (data: Readonly<Record<string, unknown>>): string[] =>
  ((data.mentioned ?? []) as Called[]).map(({ said }) => said);
