import { sql } from 'kysely';
import { inTransaction, type Scope } from '#db/scope.ts';
import type { Mailbox } from './mailbox.ts';
import { deliverQueue } from './outbox.ts';
import { Refused, type Wire } from './wire.ts';

const minute = 60_000;
const longestPause = 4 * 60 * minute;
const patience = 3 * 24 * 60 * minute;

/** The time until the next try after so many failed ones, in ms: 1, 2, 4 … minutes, 4 hours at most. */
export const pauseAfter = (attempts: number): number => Math.min(2 ** (attempts - 1) * minute, longestPause);

export interface Delivery {
  readonly mailId: string;
  readonly from: Mailbox;
}

/**
 * Hands one queued mail to the server. The row stays locked meanwhile, so that of two workers one sends; the
 * commit follows the server's answer at once, so that a kill in between is as unlikely as can be, and leads to a
 * second copy under the same Message-ID. A refusal is data on the row: the next try is enqueued, for three days.
 */
export async function deliverMail(scope: Scope, wire: Wire, { mailId, from }: Delivery): Promise<void> {
  await inTransaction(scope, async (scope) => {
    const mail = await scope.db
      .selectFrom('mails')
      .selectAll()
      .where('id', '=', mailId)
      .where('state', '=', 'queued')
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!mail) return;
    const change = await wire
      .send({
        from,
        to: { name: mail.to_name, address: mail.to_address },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: mail.message_id,
        inReplyTo: mail.in_reply_to,
        references: mail.reference_ids,
      })
      .then(
        () => sent(scope, mail.secret),
        (error: unknown) => notSent(scope, mail, error),
      );
    await scope.db
      .updateTable('mails')
      .set({ attempts: mail.attempts + 1, ...change })
      .where('id', '=', mailId)
      .execute();
  });
}

/** A link that signs somebody in has done its work with the delivery. */
const sent = (scope: Scope, secret: boolean) => ({
  state: 'sent' as const,
  sent_at: scope.now(),
  last_error: null,
  ...(secret ? { text: '', html: '' } : {}),
});

async function notSent(
  scope: Scope,
  mail: { id: string; attempts: number; created_at: Date },
  error: unknown,
) {
  const last_error = error instanceof Error ? error.message : String(error);
  const next = new Date(scope.now().getTime() + pauseAfter(mail.attempts + 1));
  const forGood = error instanceof Refused && error.forGood;
  if (forGood || next.getTime() - mail.created_at.getTime() > patience)
    return { state: 'failed' as const, last_error };
  await scope.enqueue(scope.db, deliverQueue, { mailId: mail.id }, { startAfter: next });
  return { last_error };
}

/** Gives every queued mail that no job stands for a new one: after a restore, or when a job was given up. */
export async function sweepOutbox(scope: Scope): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select mails.id from mails
    where mails.state = 'queued'
      and not exists (
        select from pgboss.job
        where job.name = ${deliverQueue} and job.state in ('created', 'retry', 'active')
          and job.data ->> 'mailId' = mails.id::text)`.execute(scope.db);
  for (const { id } of rows) await scope.enqueue(scope.db, deliverQueue, { mailId: id });
  return rows.length;
}
