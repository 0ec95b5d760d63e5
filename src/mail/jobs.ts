import type { Scope } from '#db/scope.ts';
import type { Jobs } from '#jobs/jobs.ts';
import { deliverMail, sweepOutbox } from './deliver.ts';
import { readMailbox } from './mailbox.ts';
import { deliverQueue } from './outbox.ts';
import { openWire, type Wire } from './wire.ts';

const sweepQueue = 'mail.sweep';

/** The queues of mail. */
export const mailQueues = [deliverQueue, sweepQueue] as const;

interface MailConfig {
  readonly smtpUrl?: string;
  readonly mailFrom?: string;
  readonly baseUrl: string;
}

/** Delivers what the outbox holds, when there is a server to deliver to; answers how to let go of it. */
export async function mailJobs(jobs: Jobs, scope: Scope, config: MailConfig): Promise<() => void> {
  if (!config.smtpUrl) return () => {};
  const wire: Wire = openWire(config.smtpUrl);
  await jobs.handle<{ mailId: string }>(deliverQueue, async ({ mailId }) =>
    deliverMail(scope, wire, { mailId, from: await senderOf(scope, config) }),
  );
  await jobs.schedule(sweepQueue, '23 * * * *', async () => void (await sweepOutbox(scope)));
  await sweepOutbox(scope);
  return () => wire.close();
}

/** The sender that the settings name, else that of the configuration, else the agency at the program's own host. */
async function senderOf(scope: Scope, { mailFrom, baseUrl }: MailConfig) {
  const agency = await scope.db.selectFrom('agency').select(['name', 'sender']).executeTakeFirst();
  const chosen = readMailbox(agency?.sender ?? '') ?? readMailbox(mailFrom ?? '');
  return chosen ?? { name: agency?.name ?? 'Nazorg', address: `nazorg@${new URL(baseUrl).hostname}` };
}
