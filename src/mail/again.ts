import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import type { Staff } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import { deliverQueue } from './outbox.ts';
import { maySendAgain } from './policy.ts';

/**
 * Tries a mail again that failed or was kept, for three days from now. Pressed twice it is tried once, and
 * a mail that has gone meanwhile stays gone.
 */
export async function sendAgain(scope: Scope, actor: Staff, mailId: string): Promise<void> {
  await inTransaction(scope, async (scope) => {
    const { db } = scope;
    const mail = await db
      .selectFrom('mails')
      .select(['kind', 'secret', 'state'])
      .where('id', '=', mailId)
      .forUpdate()
      .executeTakeFirst();
    if (!mail) throw new NotFound();
    if (mail.state === 'queued' || mail.state === 'sent') return;
    if (!maySendAgain(actor, mail) || !scope.delivers) throw new NotFound();
    const at = scope.now();
    await db
      .updateTable('mails')
      .set({ state: 'queued', queued_at: at, next_at: at, last_error: null })
      .where('id', '=', mailId)
      .execute();
    await scope.enqueue(db, deliverQueue, { mailId });
    await record(scope, actor, {
      type: 'mail.sent_again',
      subject: { type: 'mail', id: mailId },
      internal: true,
    });
  });
}
