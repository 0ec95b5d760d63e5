import { inTransaction, type Scope } from '#db/scope.ts';
import { agencySubject, record } from '#events/events.ts';
import { refuseUnseen } from '#events/seen.ts';
import type { Staff } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { type Language, languages } from '#lib/language.ts';
import type { KnownMail } from '#mail/kinds.ts';
import { forgetSender, ownTextName } from '#mail/own-texts.ts';
import { mayChangeSettings } from '../policy.ts';
import { problemOf, tidy } from './gaps.ts';
import { type Sentence, sentencesOf } from './kinds.ts';

/** Typed texts, by the name of their field: see `ownTextName`. */
export type TypedTexts = Readonly<Record<string, string>>;

const longest: Record<Sentence['place'], number> = {
  subject: 150,
  greeting: 150,
  paragraph: 2_000,
  action: 60,
  word: 60,
  closing: 500,
};

/** One sentence in one language: what it is delivered with, and the name of its field. */
export interface Wording {
  readonly sentence: Sentence;
  readonly language: Language;
  readonly field: string;
  readonly delivered: string;
}

/** Every sentence of a mail in every language. */
export const wordingsOf = (mail: KnownMail): Wording[] =>
  sentencesOf(mail).flatMap((sentence) =>
    languages.map((language) => ({
      sentence,
      language,
      field: ownTextName(language, sentence.name),
      delivered: mail.written(language, sentence.key) ?? '',
    })),
  );

/**
 * Changes sentences of a mail, in all mails in which they stand. A text that is the delivered one is not kept,
 * so that it follows the program's updates. Throws `Invalid` with the fields of texts that cannot stand: empty,
 * too long, or with gaps that are unknown, missing or not closed.
 */
export async function changeMailTexts(
  scope: Scope,
  actor: Staff,
  { mail, texts, seen }: { mail: KnownMail; texts: TypedTexts; seen?: number | undefined },
): Promise<void> {
  if (!mayChangeSettings(actor)) throw new NotFound();
  const wordings = wordingsOf(mail);
  refuseNonsense(wordings, texts);
  const wanted = new Map(
    wordings.flatMap(({ field, delivered, sentence }) => {
      const text = tidied(texts[field] ?? delivered, sentence);
      return text === delivered ? [] : [[field, text] as const];
    }),
  );
  await write(scope, actor, { mail, seen, wanted, type: 'agency.mail_texts_changed' });
}

/** Says every sentence of a mail as it was delivered, from now on. */
export const resetMailTexts = async (
  scope: Scope,
  actor: Staff,
  { mail, seen }: { mail: KnownMail; seen?: number | undefined },
): Promise<void> => write(scope, actor, { mail, seen, wanted: new Map(), type: 'agency.mail_texts_reset' });

function refuseNonsense(wordings: readonly Wording[], texts: TypedTexts): void {
  const problems: Record<string, string> = {};
  for (const { field, delivered, sentence } of wordings) {
    const typed = texts[field];
    if (typed === undefined) continue;
    const problem = wordingProblem(tidied(typed, sentence), delivered, sentence);
    if (problem) problems[field] = problem;
  }
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
}

/** A text as it is kept: only what stands on its own may have more than one line. */
export const tidied = (text: string, { place }: Sentence): string =>
  place === 'paragraph' || place === 'closing' ? tidy(text) : tidy(text).replace(/\s+/g, ' ');

function wordingProblem(text: string, delivered: string, { place }: Sentence): string | null {
  if (text === '') return 'required';
  if (text.length > longest[place]) return 'too_long';
  if (!text.isWellFormed() || text.includes('\u0000')) return 'odd_characters';
  return problemOf(delivered, text)?.problem ?? null;
}

interface Writing {
  readonly mail: KnownMail;
  readonly seen: number | undefined;
  /** What is to stand of this mail's sentences, by the field. */
  readonly wanted: ReadonlyMap<string, string>;
  readonly type: string;
}

async function write(scope: Scope, actor: Staff, { mail, seen, wanted, type }: Writing): Promise<void> {
  if (!mayChangeSettings(actor)) throw new NotFound();
  await inTransaction(scope, async (scope) => {
    await scope.db.selectFrom('agency').select('id').forUpdate().executeTakeFirst();
    await refuseUnseen(scope, agencySubject, seen);
    const keys = sentencesOf(mail).map(({ name }) => name);
    const stored = await scope.db
      .selectFrom('mail_texts')
      .select(['key', 'language', 'text'])
      .where('key', 'in', keys)
      .execute();
    const before = new Map(stored.map(({ key, language, text }) => [ownTextName(language, key), text]));
    const changed = wordingsOf(mail).filter(({ field }) => before.get(field) !== wanted.get(field));
    if (changed.length === 0) return;
    await scope.db.deleteFrom('mail_texts').where('key', 'in', keys).execute();
    const rows = wordingsOf(mail).flatMap(({ field, language, sentence }) =>
      wanted.has(field) ? [{ key: sentence.name, language, text: wanted.get(field)! }] : [],
    );
    if (rows.length > 0) await scope.db.insertInto('mail_texts').values(rows).execute();
    forgetSender(scope.db);
    await record(scope, actor, {
      type,
      subject: agencySubject,
      data: {
        mail: mail.kind,
        texts: changed.map(({ field, sentence, language, delivered }) => ({
          sentence: sentence.name,
          language,
          was: before.get(field) ?? delivered,
          is: wanted.get(field) ?? delivered,
        })),
      },
    });
  });
}
