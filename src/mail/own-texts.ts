import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Language } from '#lib/language.ts';
import { type Catalogue, type Key, type Say, withGaps } from '#ui/texts.ts';

/** The sentences that the agency wrote itself, by `ownTextName`. */
export type OwnTexts = Readonly<Record<string, string>>;

/** What every mail is written with: who sends it, and in which words. */
export interface Sender {
  readonly name: string;
  readonly accent: string;
  readonly own: OwnTexts;
}

/** The name of a sentence in one language: `nl.tickets.mail.open`. */
export const ownTextName = (language: Language, sentence: string): string => `${language}.${sentence}`;

const nobody: Sender = { name: 'Nazorg', accent: '#0b6e4f', own: {} };

const read = new WeakMap<Db, Promise<Sender>>();

/** Who sends the agency's mails, and in which words; one statement, and in a transaction only the first time. */
export function senderOf(db: Db): Promise<Sender> {
  const known = read.get(db);
  if (known) return known;
  const sender = readSender(db);
  if (db.isTransaction) read.set(db, sender);
  return sender;
}

/** Has them read anew in a transaction that has just changed them. */
export const forgetSender = (db: Db): void => void read.delete(db);

const senderRow = statement((db) =>
  db
    .selectFrom('agency')
    .select(['name', 'accent'])
    .select(
      sql<OwnTexts | null>`(select jsonb_object_agg(language || '.' || key, text) from mail_texts)`.as('own'),
    ),
);

async function readSender(db: Db): Promise<Sender> {
  const [row] = await senderRow(db);
  return row ? { ...row, own: row.own ?? {} } : nobody;
}

/**
 * The sentences of a feature as its mails say them: in the agency's own words where it has any, else as the
 * catalogue has them. Every mail speaks through this.
 */
export async function inOwnWords<T>(db: Db, texts: Catalogue<T>): Promise<(language: Language) => Say<T>> {
  const { own } = await senderOf(db);
  return ownWords(texts, own);
}

/** The same with own texts that were read already. */
export const ownWords =
  <T>(texts: Catalogue<T>, own: OwnTexts) =>
  (language: Language): Say<T> => {
    const say = texts(language);
    return (key: Key<T>, fill = {}) => {
      const text = own[ownTextName(language, `${texts.feature}.${key}`)];
      if (text === undefined) return say(key, fill);
      const sentence = withGaps(text);
      return typeof sentence === 'string' ? sentence : sentence(fill);
    };
  };
