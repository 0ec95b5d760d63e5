import { randomUUIDv7 } from 'node:crypto';
import { withDatabase } from '#cli/database.ts';
import type { Scope } from '#db/scope.ts';
import { startJobs } from '#jobs/jobs.ts';

/**
 * Runs an operation of the program from the command line, beside a running program or alone. Its mails are
 * queued like all others; without a running program they go out when it starts.
 */
export function withScope<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
  return withDatabase(async ({ db, url }, config) => {
    const jobs = await startJobs({
      url,
      queues: [],
      onError: (error) => console.error(error.message),
      workers: false,
    });
    try {
      return await work({
        db,
        now: () => new Date(),
        newId: randomUUIDv7,
        enqueue: jobs.enqueue,
        baseUrl: config.baseUrl,
        delivers: Boolean(config.smtpUrl),
      });
    } finally {
      await jobs.stop();
    }
  });
}
