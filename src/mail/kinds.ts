import type { Language } from '#lib/language.ts';
import type { Catalogue, Key } from '#ui/texts.ts';
import { mailTexts } from './texts.ts';

/**
 * What a mail is made of, in order, as a feature tells it to whoever shows or changes its sentences. What is
 * no sentence of the mail itself goes by the name of an example.
 */
export type Piece<K = string> =
  /** A paragraph of its own. */
  | K
  /** One of several, by what the mail is about. */
  | { readonly either: readonly K[] }
  /** A paragraph that is said elsewhere. */
  | { readonly said: string }
  /** What somebody wrote. */
  | { readonly quote: string }
  | { readonly facts: readonly (readonly [label: K, example: string])[] }
  | { readonly action: K };

export const mailGroups = ['every', 'tickets', 'research', 'quotes', 'invoices', 'account', 'staff'] as const;

export interface MailKind<K = string> {
  /** Its name, as in the address of its page. */
  readonly kind: string;
  readonly group: (typeof mailGroups)[number];
  /** Several where the mail has one of them. */
  readonly subject?: K | readonly K[];
  readonly pieces: readonly Piece<K>[];
  /** No mail, but what many have in common: its sentences, the labels of facts among them, change here alone. */
  readonly common?: readonly K[];
}

/** A kind of mail with the catalogue that its sentences come from. */
export interface KnownMail extends MailKind {
  readonly feature: string;
  readonly written: (language: Language, key: string) => string | undefined;
}

/** The mails of one feature, every key one of its catalogue. */
export const mailKinds = <T>(texts: Catalogue<T>, kinds: readonly MailKind<Key<T>>[]): KnownMail[] =>
  kinds.map((kind) => ({
    ...(kind as MailKind),
    feature: texts.feature,
    written: (language, key) => texts.written(language, key),
  }));

/** What every mail begins and ends with. */
export const everyMail = mailKinds(mailTexts, [
  {
    kind: 'every_mail',
    group: 'every',
    pieces: [{ said: 'text' }],
    common: ['greeting', 'closing'],
  },
]);
