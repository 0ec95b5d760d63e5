import type { Language } from '#lib/language.ts';
import { fieldError } from '#ui/field.tsx';
import { catalogue, type Key } from '#ui/texts.ts';
import en from './en.ts';
import nl from './nl.ts';

export const importTexts = catalogue(nl, en);

/** The sentence for a reason why a line is refused: one of the import's own, or of those that all forms share. */
export function reasonWords(reason: string, language: Language): string {
  const key = `error.${reason}` as Key<typeof nl>;
  const sentence = importTexts(language)(key);
  return sentence === key ? fieldError(reason, language) : sentence;
}

/** What stands above a column. */
export const columnWords = (name: string, language: Language): string =>
  importTexts(language)(`column.${name}` as Key<typeof nl>);
