import type { Scope } from '#db/scope.ts';
import type { Jobs } from '#jobs/jobs.ts';
import { forgetCodes } from './codes.ts';
import { runQuoteTimers } from './timers.ts';

/** The queues of this feature. */
export const quoteQueues = ['quotes.timers', 'quotes.tidy'] as const;

/** What quotes do later: reminders and expiry every minute, forgetting codes at night. */
export async function quoteJobs(jobs: Jobs, scope: Scope): Promise<void> {
  await jobs.schedule('quotes.timers', '* * * * *', async () => void (await runQuoteTimers(scope)));
  await jobs.schedule('quotes.tidy', '23 3 * * *', async () => forgetCodes(scope));
}
