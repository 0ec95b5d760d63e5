import type { Scope } from '#db/scope.ts';
import { forgetOldDrafts } from '#drafts/drafts.ts';
import type { FileStore } from '#files/store.ts';
import type { Jobs } from '#jobs/jobs.ts';
import { forgetUnsentFiles } from './attachments.ts';
import { recomputeOpenTickets, runTimers } from './timers.ts';

/** The queues of this feature. */
export const ticketQueues = ['tickets.timers', 'tickets.recompute', 'tickets.tidy'] as const;

/** What tickets do later: their timers every minute, their clocks after a change of office hours, tidying. */
export async function ticketJobs(jobs: Jobs, scope: Scope, store: FileStore): Promise<void> {
  await jobs.handle('tickets.recompute', async () => void (await recomputeOpenTickets(scope)));
  await jobs.schedule('tickets.timers', '* * * * *', async () => void (await runTimers(scope)));
  await jobs.schedule('tickets.tidy', '17 3 * * *', async () => {
    await forgetUnsentFiles(scope, store);
    await forgetOldDrafts(scope);
    const dayAgo = new Date(scope.now().getTime() - 24 * 60 * 60 * 1000);
    await scope.db.deleteFrom('submissions').where('at', '<', dayAgo).execute();
  });
}
