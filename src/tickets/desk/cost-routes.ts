import type { Hono } from 'hono';
import { allow, type Env } from '#auth/web.ts';
import { findingsSchema, overrulingSchema } from '../schema.ts';
import { overrule, recordFindings } from '../tickets.ts';
import { takeAct } from './take-act.tsx';

/** What decides who pays: what was found out, and a decision otherwise than the rules. */
export function costRoutes(app: Hono<Env>): void {
  app.post('/desk/tickets/:id/findings', allow('staff'), (c) =>
    takeAct(c, {
      act: 'findings',
      schema: findingsSchema,
      work: ({ scope, staff, id, input }) => recordFindings(scope, staff, id, input),
      done: (say) => say('desk.act.findings.done'),
    }),
  );

  app.post('/desk/tickets/:id/overruling', allow('staff'), (c) =>
    takeAct(c, {
      act: 'overruling',
      schema: overrulingSchema,
      work: ({ scope, staff, id, input }) => overrule(scope, staff, id, input),
      done: (say) => say('desk.act.overrule.done'),
    }),
  );
}
