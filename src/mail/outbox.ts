import type { Scope } from '#db/scope.ts';
import { insertion } from '#db/statement.ts';
import type { Language } from '#lib/language.ts';
import { ownWords, type Sender, senderOf } from './own-texts.ts';
import { type Block, type Content, renderHtml, renderText } from './render.tsx';
import { mailTexts } from './texts.ts';

export interface Addressee {
  readonly id: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** A file that goes with a mail; its bytes lie in the store and its hash is known to `files`. */
export interface Attached {
  readonly name: string;
  readonly mediaType: string;
  readonly hash: string;
}

export interface Letter {
  readonly kind: string;
  readonly to: Addressee;
  readonly ticketId?: string;
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** Holds a link that signs somebody in: the desk shows the mail without its text. */
  readonly secret?: boolean;
  /** The name of a conversation; all its mails are shown together by mail programs. */
  readonly thread?: string;
  readonly attachments?: readonly Attached[];
}

/** The queue of mails to hand to the server. */
export const deliverQueue = 'mail.deliver';

/** The queue of work that has every mail delivered that stands in the outbox. */
export const outboxQueue = 'mail.outbox';

/**
 * Writes a mail into the outbox in the transaction of `scope`, to be delivered after it commits.
 * Threading follows RFC 5322 §3.6.4: every mail of a thread refers to the same root. Answers the mail's id.
 */
export async function post(scope: Scope, letter: Letter): Promise<string> {
  const mail = written(scope, letter, await senderOf(scope.db));
  await insertMail(scope.db, mail);
  if (letter.attachments?.length) await attach(scope, mail.id, letter.attachments);
  if (scope.delivers) await scope.enqueue(scope.db, deliverQueue, { mailId: mail.id });
  return mail.id;
}

const insertMail = insertion('mails', [
  ...(['id', 'kind', 'ticket_id', 'person_id', 'to_name', 'to_address', 'language', 'subject'] as const),
  ...(['text', 'html', 'message_id', 'in_reply_to', 'reference_ids', 'secret', 'state'] as const),
  ...(['created_at', 'queued_at', 'next_at'] as const),
]);

const writtenAtOnce = 200;

/** Writes the same kind of mail to many, a few hundred at a time, with one job that has them all delivered. */
export async function postAll(scope: Scope, letters: readonly Omit<Letter, 'attachments'>[]): Promise<void> {
  const sender = await senderOf(scope.db);
  for (let at = 0; at < letters.length; at += writtenAtOnce) {
    const mails = letters.slice(at, at + writtenAtOnce).map((letter) => written(scope, letter, sender));
    await scope.db.insertInto('mails').values(mails).execute();
  }
  if (scope.delivers && letters.length > 0) await scope.enqueue(scope.db, outboxQueue, {});
}

/** What somebody reads: the letter between the greeting and the closing that every mail has. */
export function contentOf(
  { to, blocks }: { readonly to: Pick<Addressee, 'name' | 'language'>; readonly blocks: readonly Block[] },
  { name, accent, own }: Sender,
): Content {
  const say = ownWords(mailTexts, own)(to.language);
  return {
    language: to.language,
    greeting: say('greeting', { name: to.name }),
    blocks,
    closing: say('closing', { agency: name }),
    accent,
  };
}

/** A mail as it stands in the outbox. */
function written(scope: Scope, letter: Letter, sender: Sender) {
  const { to } = letter;
  const content = contentOf(letter, sender);
  const id = scope.newId();
  const at = scope.now();
  const host = new URL(scope.baseUrl).hostname;
  const root = letter.thread ? `<${letter.thread}@${host}>` : null;
  return {
    id,
    kind: letter.kind,
    ticket_id: letter.ticketId ?? null,
    person_id: to.id,
    to_name: to.name,
    to_address: to.email,
    language: to.language,
    subject: letter.subject,
    text: renderText(content),
    html: renderHtml(content),
    message_id: `<${id}@${host}>`,
    in_reply_to: root,
    reference_ids: root ? [root] : [],
    secret: letter.secret ?? false,
    state: scope.delivers ? ('queued' as const) : ('kept' as const),
    created_at: at,
    queued_at: at,
    next_at: at,
  };
}

async function attach({ db }: Scope, mail_id: string, attachments: readonly Attached[]): Promise<void> {
  const rows = attachments.map(({ name, mediaType, hash }, position) => ({
    mail_id,
    position,
    name,
    media_type: mediaType,
    file_hash: hash,
  }));
  await db.insertInto('mail_attachments').values(rows).execute();
}
