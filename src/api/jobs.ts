import type { Scope } from '#db/scope.ts';
import type { Jobs } from '#jobs/jobs.ts';
import { forgetOldRequests } from './idempotency.ts';

/** The queues of the API. */
export const apiQueues = ['api.tidy'] as const;

/** What the API does later: forgetting the answers that nobody asks for any more. */
export const apiJobs = (jobs: Jobs, scope: Scope): Promise<void> =>
  jobs.schedule('api.tidy', '23 * * * *', () => forgetOldRequests(scope));
