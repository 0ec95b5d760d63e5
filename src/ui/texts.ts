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

/** One feature's sentences in both languages. */
export interface Catalogue<T> {
  (language: Language): Say<T>;
  /** The feature's name, by which a sentence is known outside it. */
  readonly feature: string;
  /** A sentence as it stands in the catalogue, its gaps open; undefined where there is none. */
  written(language: Language, key: string): string | undefined;
}

/**
 * One feature's sentences. Dutch is the first language and decides the keys; English has to follow, or
 * the program does not compile. A feature that writes mails gives its name.
 */
export function catalogue<T extends object>(nl: T, en: Translated<T>, feature = ''): Catalogue<T> {
  const say = { nl: sayer(sentencesOf(nl, 'nl')), en: sayer(sentencesOf(en, 'en')) };
  const trees = { nl, en };
  return Object.assign((language: Language) => say[language], {
    feature,
    written: (language: Language, key: string) => new Map(textsIn(trees[language], '')).get(key),
  });
}

/** A sentence without gaps, or what fills them. */
export type Sentence = string | ((fill: Fill) => string);

const sayer =
  (sentences: ReadonlyMap<string, Sentence>) =>
  (key: string, fill: Fill = {}): string => {
    const sentence = sentences.get(key) ?? key;
    return typeof sentence === 'string' ? sentence : sentence(fill);
  };

/**
 * Every sentence by its path, read once. What has a form for one and for other counts goes by what
 * is before `_one`; without a count that name may have a sentence of its own.
 */
function sentencesOf(tree: object, language: Language): Map<string, Sentence> {
  const texts = new Map(textsIn(tree, ''));
  const plural = new Intl.PluralRules(language);
  const sentences = new Map<string, Sentence>([...texts].map(([path, text]) => [path, withGaps(text)]));
  for (const [path, text] of texts) {
    const base = path.replace(/_other$/, '');
    const ofOne = texts.get(`${base}_one`);
    if (base === path || ofOne === undefined) continue;
    const forms = { one: withGaps(ofOne), other: withGaps(text), none: sentences.get(base) };
    sentences.set(base, (fill) => {
      const counted = plural.select(Number(fill.count)) === 'one' ? forms.one : forms.other;
      const form = fill.count === undefined ? (forms.none ?? counted) : counted;
      return typeof form === 'string' ? form : form(fill);
    });
  }
  return sentences;
}

function* textsIn(tree: object, path: string): Generator<[path: string, text: string]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') yield [path + key, value];
    else yield* textsIn(value, `${path}${key}.`);
  }
}

/** A gap is a name in double braces. */
export function withGaps(text: string): Sentence {
  const [first = '', ...parts] = text.split(/\{\{(\w+)\}\}/);
  if (parts.length === 0) return first;
  return (fill) => {
    let said = first;
    for (let at = 0; at < parts.length; at += 2) said += `${fill[parts[at]!] ?? ''}${parts[at + 1]!}`;
    return said;
  };
}
