import type { Scope } from '#db/scope.ts';
import type { Language } from '#lib/language.ts';
import { type Block, renderHtml, renderText } from './render.tsx';
import { mailTexts } from './texts.ts';

export interface Addressee {
  readonly id: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
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
}

/** The queue of mails to hand to the server. */
export const deliverQueue = 'mail.deliver';

/**
 * Writes a mail into the outbox in the transaction of `scope`, to be delivered after it commits.
 * Threading follows RFC 5322 §3.6.4: every mail of a thread refers to the same root. Answers the mail's id.
 */
export async function post(scope: Scope, letter: Letter): Promise<string> {
  const { to } = letter;
  const say = mailTexts(to.language);
  const agency = await scope.db.selectFrom('agency').select(['name', 'accent']).executeTakeFirst();
  const content = {
    language: to.language,
    greeting: say('greeting', { name: to.name }),
    blocks: letter.blocks,
    closing: say('closing', { agency: agency?.name ?? 'Nazorg' }),
    accent: agency?.accent ?? '#0b6e4f',
  };
  const id = scope.newId();
  const at = scope.now();
  const host = new URL(scope.baseUrl).hostname;
  const root = letter.thread ? `<${letter.thread}@${host}>` : null;
  await scope.db
    .insertInto('mails')
    .values({
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
      state: scope.delivers ? 'queued' : 'kept',
      created_at: at,
      queued_at: at,
      next_at: at,
    })
    .execute();
  if (scope.delivers) await scope.enqueue(scope.db, deliverQueue, { mailId: id });
  return id;
}
