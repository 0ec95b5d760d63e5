import type { Hono } from 'hono';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { allow, type Env } from '#auth/web.ts';

export interface Health {
  /** Null when all is well, else one sentence saying what is not. */
  readonly problem: () => Promise<string | null>;
  /** Counts one answered request. */
  readonly count: (method: string, status: number, milliseconds: number) => void;
  readonly metrics: () => Promise<string>;
}

/** Figures of this process, and whether the database answers and the workers run. */
export function createHealth(problem: () => Promise<string | null>): Health {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'nazorg_requests_total',
    help: 'Requests answered, by method and status.',
    labelNames: ['method', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'nazorg_request_seconds',
    help: 'Time to answer a request.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  });
  return {
    problem,
    count(method, status, milliseconds) {
      requests.inc({ method, status: String(status) });
      durations.observe(milliseconds / 1000);
    },
    metrics: () => registry.metrics(),
  };
}

/** `/healthz` and `/metrics`, for monitoring; they show no data of anybody. */
export function healthRoutes(app: Hono<Env>, health: Health): void {
  app.get('/healthz', allow('anyone'), async (c) => {
    const problem = await health.problem();
    return problem ? c.json({ status: 'unavailable', reason: problem }, 503) : c.json({ status: 'ok' });
  });
  app.get('/metrics', allow('anyone'), async (c) =>
    c.body(await health.metrics(), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
}
