import { authMails } from '#auth/mail-kinds.ts';
import { invoiceMails } from '#invoices/mail-kinds.ts';
import { everyMail, type KnownMail, type Piece } from '#mail/kinds.ts';
import { peopleMails } from '#people/mail-kinds.ts';
import { agreementMails } from '#published/mail-kinds.ts';
import { quoteMails } from '#quotes/mail-kinds.ts';
import { securityMails } from '#security/mail-kinds.ts';
import { ticketMails } from '#tickets/mail-kinds.ts';

/** Every mail that the program writes; a feature that writes others adds its list here. */
export const mails: readonly KnownMail[] = [
  ...everyMail,
  ...ticketMails,
  ...quoteMails,
  ...invoiceMails,
  ...authMails,
  ...peopleMails,
  ...securityMails,
  ...agreementMails,
];

export type Place = 'subject' | 'greeting' | 'paragraph' | 'action' | 'word' | 'closing';

/** A sentence of a mail that can be changed. */
export interface Sentence {
  /** The feature and the path in its catalogue: `tickets.mail.open`. */
  readonly name: string;
  readonly key: string;
  readonly place: Place;
  /** Which paragraph it is, from 1 on; 0 for anything else. */
  readonly number: number;
  /** Stands there in some of these mails; in the others one of its alternatives. */
  readonly sometimes: boolean;
}

const nameOf = (mail: KnownMail, key: string) => `${mail.feature}.${key}`;

const commonNames = new Map(
  mails.flatMap((mail) => (mail.common ?? []).map((key) => [nameOf(mail, key), mail] as const)),
);

/** The sentences that change with this mail, in the order in which they stand there; each once. */
export function sentencesOf(mail: KnownMail): Sentence[] {
  const all = mail.common ? commonSentences(mail) : [...subjects(mail), ...inPieces(mail)];
  const own = all.filter(({ name }) => mail.common || !commonNames.has(name));
  return [...new Map(own.map((each) => [each.name, each])).values()];
}

const sentence = (mail: KnownMail, key: string, place: Place, more: Partial<Sentence> = {}): Sentence => ({
  name: nameOf(mail, key),
  key,
  place,
  number: 0,
  sometimes: false,
  ...more,
});

function subjects(mail: KnownMail): Sentence[] {
  const keys = subjectsOf(mail);
  return keys.map((key) => sentence(mail, key, 'subject', { sometimes: keys.length > 1 }));
}

/** The keys of a mail's subject: several where it has one of them. */
export const subjectsOf = ({ subject }: KnownMail): readonly string[] =>
  subject === undefined ? [] : typeof subject === 'string' ? [subject] : subject;

function inPieces(mail: KnownMail): Sentence[] {
  let number = 0;
  return mail.pieces.flatMap((piece) => {
    if (isParagraph(piece)) number++;
    if (typeof piece === 'string') return [sentence(mail, piece, 'paragraph', { number })];
    if ('either' in piece)
      return piece.either.map((key) => sentence(mail, key, 'paragraph', { number, sometimes: true }));
    return 'action' in piece ? [sentence(mail, piece.action, 'action')] : [];
  });
}

const isParagraph = (piece: Piece) => typeof piece === 'string' || 'either' in piece;

const placeOfKey: Record<string, Place> = { greeting: 'greeting', closing: 'closing' };

function commonSentences(mail: KnownMail): Sentence[] {
  const placed = new Map([...subjects(mail), ...inPieces(mail)].map((each) => [each.key, each]));
  return (mail.common ?? []).map((key) => placed.get(key) ?? sentence(mail, key, placeOfKey[key] ?? 'word'));
}

/** The mails that say sentences of which this mail's own page has none: what all have in common. */
export function commonOf(mail: KnownMail): KnownMail[] {
  if (mail.common) return [];
  const names = [...[...subjects(mail), ...inPieces(mail)].map(({ name }) => name), ...labels(mail)];
  const found = new Set(names.map((name) => commonNames.get(name)));
  return mails.filter((each) => each.kind === 'every_mail' || found.has(each));
}

/** The names of what stands before a mail's facts. */
const labels = (mail: KnownMail): string[] =>
  mail.pieces.flatMap((piece) =>
    typeof piece === 'object' && 'facts' in piece ? piece.facts.map(([key]) => nameOf(mail, key)) : [],
  );

/** The other mails in which a sentence stands as well. */
export const alsoIn = (mail: KnownMail, name: string): KnownMail[] =>
  mail.common
    ? []
    : mails.filter((each) => each !== mail && sentencesOf(each).some((other) => other.name === name));
