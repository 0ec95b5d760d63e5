import type { Scope } from '#db/scope.ts';
import type { Jobs } from '#jobs/jobs.ts';
import { importQueue, runImport } from './runs.ts';

/** The queues of this feature. */
export const importQueues = [importQueue] as const;

/** Does the imports that were confirmed. */
export const importJobs = (jobs: Jobs, scope: Scope): Promise<void> =>
  jobs.handle<{ id: string }>(importQueue, ({ id }) => runImport(scope, id));
