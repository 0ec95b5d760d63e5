import { createInstance } from 'i18next';
import type { Language } from '#lib/language.ts';

/** The other language's catalogue: the same keys, other sentences. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

type WithoutPlural<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;

/** Every path to a sentence, as `state.reported`; of a plural the part before `_one` and `_other`. */
export type Key<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${Key<T[K]>}`;
}[keyof T & string];

export type Fill = Readonly<Record<string, string | number>>;

/** Says a sentence of one catalogue in one language, with its gaps filled in. */
export type Say<T> = (key: Key<T>, fill?: Fill) => string;

/**
 * One feature's sentences. Dutch is the first language and decides the keys; English has to follow, or
 * the program does not compile.
 */
export function catalogue<T extends object>(nl: T, en: Translated<T>): (language: Language) => Say<T> {
  const instance = createInstance();
  instance.init({
    lng: 'nl',
    fallbackLng: 'nl',
    initAsync: false,
    showSupportNotice: false,
    resources: { nl: { translation: nl }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  } as Parameters<typeof instance.init>[0]);
  const say = { nl: instance.getFixedT('nl'), en: instance.getFixedT('en') };
  return (language) => say[language] as unknown as Say<T>;
}
