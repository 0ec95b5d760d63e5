import type { Scope } from '#db/scope.ts';
import type { FileStore } from '#files/store.ts';
import type { Jobs } from '#jobs/jobs.ts';
import { type Delivery, deliverMail } from './deliver.ts';
import { deliverQueue, outboxQueue } from './outbox.ts';
import { openWire } from './wire.ts';

const sweepQueue = 'mail.sweep';

/** The queues that mail needs. */
export const mailQueues = [deliverQueue, outboxQueue, sweepQueue] as const;

const hourly = '23 * * * *';
const hardlyLate = 10 * 60_000;
const sweptAtOnce = 5_000;

/**
 * Has mails delivered from now on, where there is a server to give them to; answers what closes the way
 * to it. Without one the queue is left alone: what stands in it goes out once a server is named.
 */
export async function mailJobs(
  jobs: Jobs,
  scope: Scope,
  files: FileStore,
  { smtpUrl, mailFrom }: { readonly smtpUrl?: string; readonly mailFrom?: string },
): Promise<() => void> {
  if (!smtpUrl) return () => {};
  const wire = openWire(smtpUrl);
  await jobs.handle<Delivery>(deliverQueue, (delivery) =>
    deliverMail(scope, wire, delivery, { from: mailFrom, files }),
  );
  await jobs.handle(outboxQueue, () => sweepOutbox(scope));
  await jobs.schedule(sweepQueue, hourly, () => sweepOutbox(scope, hardlyLate));
  await sweepOutbox(scope);
  return () => wire.close();
}

/**
 * Enqueues mails that should have gone by now and are still here: their job died with a program that was
 * killed, or was given up while the database was away. One too many does no harm.
 */
export async function sweepOutbox(scope: Scope, late = 0): Promise<void> {
  const overdue = await scope.db
    .selectFrom('mails')
    .select('id')
    .where('state', '=', 'queued')
    .where('next_at', '<=', new Date(scope.now().getTime() - late))
    .orderBy('next_at')
    .limit(sweptAtOnce)
    .execute();
  for (const { id } of overdue)
    await scope.enqueue(scope.db, deliverQueue, { mailId: id } satisfies Delivery);
}
