import type { Scope } from '#db/scope.ts';
import type { Jobs } from '#jobs/jobs.ts';
import { forgetOldTries } from './throttle.ts';

/** The queues of signing in. */
export const authQueues = ['auth.tidy'] as const;

/** Forgets every quarter of an hour what holds no longer: counted tries, sessions, links and challenges. */
export const authJobs = (jobs: Jobs, scope: Scope): Promise<void> =>
  jobs.schedule('auth.tidy', '7,22,37,52 * * * *', () => tidyDoors(scope));

/** Forgets what holds no longer. */
export async function tidyDoors(scope: Pick<Scope, 'db' | 'now'>): Promise<void> {
  await forgetOldTries(scope);
  for (const table of ['auth_sessions', 'auth_verifications'] as const)
    await scope.db.deleteFrom(table).where('expires_at', '<=', scope.now()).execute();
  await scope.db.deleteFrom('email_changes').where('stoppable_until', '<=', scope.now()).execute();
}
