import type { Conflict } from '#lib/errors.ts';
import type { Language } from '#lib/language.ts';
import type { Typed } from '#ui/form.tsx';
import { quotesTexts } from '../texts.ts';

/** Errors at fields in the words of this feature, where it has words of its own for them. */
export function inWords({ values, errors }: Typed, language: Language): Typed {
  const say = quotesTexts(language);
  const said = (key: string) => say(`error.${key}` as 'error.too_large');
  return {
    values,
    errors: Object.fromEntries(
      Object.entries(errors).map(([field, key]) => {
        const own = /^[a-z_]+$/.test(key) ? said(key) : key;
        return [field, own === `error.${key}` ? key : own];
      }),
    ),
  };
}

/** Says what stands in the way of what somebody wanted with a quote. */
export function conflictWords({ reason }: Conflict, language: Language): string {
  const say = quotesTexts(language);
  const said = say(`conflict.${reason}` as 'conflict.other');
  return said === `conflict.${reason}` ? say('conflict.other') : said;
}
