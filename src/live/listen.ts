import pg from 'pg';
import { channel, readSignal, type Signal } from './signal.ts';

interface Options {
  readonly url: string;
  readonly onSignal: (signal: Signal) => void;
  readonly log: { warn(details: object, message: string): void };
}

const longestPause = 30_000;

/**
 * Keeps one connection on which the database tells what changed. It comes back by itself, ever more patiently;
 * what was told meanwhile is lost, so each return counts as `everything`. Answers how to let go of it.
 */
export async function listen({ url, onSignal, log }: Options): Promise<() => Promise<void>> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let failures = 0;

  const connect = async () => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'nazorg live',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    let lost = false;
    const lose = (error?: Error) => {
      if (lost) return;
      lost = true;
      void next.end().catch(() => {});
      if (stopped) return;
      if (failures === 0)
        log.warn(
          { reason: error?.message ?? 'it ended' },
          'open pages hear nothing until the database is back',
        );
      timer = setTimeout(() => void connect(), pauseAfter(failures++));
    };
    next.on('error', lose);
    next.on('end', () => lose());
    next.on('notification', ({ payload }) => {
      const signal = readSignal(payload);
      if (signal) onSignal(signal);
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      if (stopped) return void (await next.end());
      client = next;
      if (failures > 0) onSignal({ kind: 'everything' });
      failures = 0;
    } catch (error) {
      lose(error as Error);
    }
  };

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}

/** Half a second at first, twice as long each time, and never in step with other nodes. */
const pauseAfter = (failures: number): number =>
  Math.min(longestPause, 500 * 2 ** failures) * (0.5 + Math.random() / 2);
