import { fromKysely, PgBoss } from 'pg-boss';
import type { Enqueue } from '#db/scope.ts';

export interface Jobs {
  readonly enqueue: Enqueue;
  /** Does `work` for each job called `name`; a rejected promise makes the queue try again. */
  handle<T extends object>(name: string, work: (data: T) => Promise<void>): Promise<void>;
  /** Runs `work` by a cron expression (UTC), once for all nodes together. */
  schedule(name: string, cron: string, work: () => Promise<void>): Promise<void>;
  /** Takes no new work, waits until what is in flight is done. */
  stop(): Promise<void>;
  readonly running: () => boolean;
}

export interface JobOptions {
  /** The program's own database; the queue works on it with a few connections of its own. */
  readonly url: string;
  readonly queues: readonly string[];
  readonly onError: (error: Error) => void;
  /** Without workers a node only enqueues (command line, tests). */
  readonly workers: boolean;
}

/** Starts the queue on the program's own database. Its tables live in the schema `pgboss`. */
export async function startJobs({ url, queues, onError, workers }: JobOptions): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    max: workers ? 4 : 1,
    application_name: 'nazorg queue',
    supervise: workers,
    schedule: workers,
    registerInstance: false,
  });
  let running = true;
  // a connection that ends because we leave is no error
  boss.on('error', (error) => running && onError(error));
  await boss.start();
  for (const queue of queues)
    await boss.createQueue(queue, { retryLimit: 5, retryDelay: 5, retryBackoff: true });
  return {
    async enqueue(tx, name, data, options = {}) {
      await boss.send(name, data, { db: fromKysely(tx), ...options });
    },
    async handle<T extends object>(name: string, work: (data: T) => Promise<void>) {
      await boss.work<T>(name, { pollingIntervalSeconds: 0.5, batchSize: 25 }, async (batch) => {
        for (const job of batch) await work(job.data);
      });
    },
    async schedule(name, cron, work) {
      await boss.schedule(name, cron);
      await boss.work(name, async () => work());
    },
    async stop() {
      running = false;
      await boss.stop({ graceful: true, timeout: 25_000 });
    },
    running: () => running,
  };
}
