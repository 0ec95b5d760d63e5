import { inTransaction, type Scope } from '#db/scope.ts';
import type { FileStore } from '#files/store.ts';
import { type Mailbox, readMailbox } from './mailbox.ts';
import { deliverQueue } from './outbox.ts';
import { type OutgoingFile, SendFailure, type Wire } from './wire.ts';

export interface Delivery {
  readonly mailId: string;
}

export interface DeliveryOptions {
  /** The sender where the agency has not chosen one. */
  readonly from: string | undefined;
  /** Where the files lie that go with mails. */
  readonly files: FileStore;
}

const minute = 60_000;
/** After this long a mail is given up, visibly. */
const givenUpAfter = 3 * 24 * 60 * minute;
const longestPause = 4 * 60 * minute;
/** The clocks of the queue's database and of this machine may differ by this much. */
const slack = 30_000;

/**
 * Mails that the server has taken but that are not written down as sent, because the database went away in
 * between. They are not sent a second time when their job comes back.
 */
const taken = new Set<string>();

/**
 * Hands one mail to the server, if it is due and nobody else is at it. The row stays locked meanwhile, so that
 * of two workers one sends, and a worker that is killed lets go at once. That it was sent is written before,
 * and committed after the server's answer: all that can go wrong in between is the commit itself. A mail that
 * is sent again after that has the same Message-ID.
 */
export async function deliverMail(
  scope: Scope,
  wire: Wire,
  { mailId }: Delivery,
  options: DeliveryOptions,
): Promise<void> {
  try {
    await inTransaction(scope, async (scope) => {
      const mail = await claim(scope, mailId);
      if (!mail) return;
      await writeSent(scope, mail);
      if (taken.has(mailId)) return;
      const attachments = await attachmentsOf(scope, mailId, options.files);
      await wire.send({ ...mail, attachments, from: await senderOf(scope, options), at: scope.now() });
      taken.add(mailId);
    });
    taken.delete(mailId);
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    await writeFailure(scope, mailId, error);
  }
}

async function claim({ db, now }: Scope, mailId: string) {
  return db
    .selectFrom('mails')
    .selectAll()
    .where('id', '=', mailId)
    .where('state', '=', 'queued')
    .where('next_at', '<=', new Date(now().getTime() + slack))
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

async function attachmentsOf({ db }: Scope, mailId: string, files: FileStore): Promise<OutgoingFile[]> {
  const rows = await db
    .selectFrom('mail_attachments')
    .select(['name', 'media_type', 'file_hash'])
    .where('mail_id', '=', mailId)
    .orderBy('position')
    .execute();
  return Promise.all(
    rows.map(async ({ name, media_type, file_hash }) => ({
      name,
      mediaType: media_type,
      bytes: new Uint8Array(await new Response(await open(files, file_hash, name)).arrayBuffer()),
    })),
  );
}

/** A mail whose file cannot be read now waits, and says so at the desk. */
async function open(files: FileStore, hash: string, name: string) {
  try {
    return await files.get(hash);
  } catch {
    throw new SendFailure(`The attached file ${name} cannot be read.`, false);
  }
}

/** A link that signs somebody in stays nowhere longer than it has to. */
async function writeSent(
  { db, now }: Scope,
  mail: { id: string; secret: boolean; attempts: number },
): Promise<void> {
  await db
    .updateTable('mails')
    .set({
      state: 'sent',
      sent_at: now(),
      attempts: mail.attempts + 1,
      last_error: null,
      ...(mail.secret ? { text: '', html: '' } : {}),
    })
    .where('id', '=', mail.id)
    .execute();
}

async function writeFailure(scope: Scope, mailId: string, failure: SendFailure): Promise<void> {
  await inTransaction(scope, async (scope) => {
    const { db } = scope;
    const mail = await db
      .selectFrom('mails')
      .select(['attempts', 'queued_at'])
      .where('id', '=', mailId)
      .where('state', '=', 'queued')
      .forUpdate()
      .executeTakeFirst();
    if (!mail) return;
    const now = scope.now().getTime();
    const end = mail.queued_at.getTime() + givenUpAfter;
    const attempts = mail.attempts + 1;
    const noted = { attempts, last_error: failure.message };
    if (failure.forGood || now >= end) {
      await db
        .updateTable('mails')
        .set({ ...noted, state: 'failed' })
        .where('id', '=', mailId)
        .execute();
      return;
    }
    const next = new Date(Math.min(now + pauseAfter(mail.attempts), end));
    await db
      .updateTable('mails')
      .set({ ...noted, next_at: next })
      .where('id', '=', mailId)
      .execute();
    await scope.enqueue(db, deliverQueue, { mailId }, { startAfter: next });
  });
}

/** A minute, two, four … four hours. */
const pauseAfter = (failures: number) => Math.min(minute * 2 ** Math.min(failures, 20), longestPause);

async function senderOf({ db, baseUrl }: Scope, { from }: DeliveryOptions): Promise<Mailbox> {
  const agency = await db.selectFrom('agency').select(['name', 'sender']).executeTakeFirst();
  const fallback = { name: '', address: `nazorg@${new URL(baseUrl).hostname}` };
  const chosen = readMailbox(agency?.sender ?? '') ?? readMailbox(from ?? '') ?? fallback;
  return { ...chosen, name: chosen.name || agency?.name || 'Nazorg' };
}
