import type { Hono } from 'hono';
import { z } from 'zod';
import { allow, type Env } from '#auth/web.ts';
import { askResearchSchema, conclusionSchema, correctionSchema, reasonSchema } from '../schema.ts';
import {
  askResearch,
  concludeResearch,
  correctResearch,
  creditResearch,
  pauseResearch,
  retractResearch,
  startResearch,
} from '../tickets.ts';
import { takeAct } from './take-act.tsx';

/** Research: asking the client beforehand, doing it by the clock, and what comes of it. */
export function researchRoutes(app: Hono<Env>): void {
  app.post('/desk/tickets/:id/research-question', allow('staff'), (c) =>
    takeAct(c, {
      act: 'research-question',
      schema: askResearchSchema,
      work: ({ scope, staff, id, input: { explanation, fee } }) =>
        askResearch(scope, staff, id, { explanation, feeCents: fee }),
      done: (say) => say('desk.act.research.ask.done'),
    }),
  );

  app.post('/desk/tickets/:id/research-retraction', allow('staff'), (c) =>
    takeAct(c, {
      act: 'research-retraction',
      schema: reasonSchema,
      work: ({ scope, staff, id, input }) => retractResearch(scope, staff, id, input),
      done: (say) => say('desk.act.research.retract.done'),
    }),
  );

  app.post('/desk/tickets/:id/research', allow('staff'), (c) =>
    takeAct(c, {
      act: 'research',
      schema: z.object({}),
      work: ({ scope, staff, id }) => startResearch(scope, staff, id),
      done: (say) => say('desk.act.research.start.done'),
    }),
  );

  app.post('/desk/tickets/:id/research-pause', allow('staff'), (c) =>
    takeAct(c, {
      act: 'research-pause',
      schema: z.object({}),
      work: ({ scope, staff, id }) => pauseResearch(scope, staff, id),
      done: (say) => say('desk.act.research.pause.done'),
    }),
  );

  app.post('/desk/tickets/:id/research-conclusion', allow('staff'), (c) =>
    takeAct(c, {
      act: 'research-conclusion',
      schema: conclusionSchema,
      work: ({ scope, staff, id, input }) => concludeResearch(scope, staff, id, input),
      done: (say) => say('desk.act.research.conclude.done'),
    }),
  );

  app.post('/desk/tickets/:id/research-minutes', allow('staff'), (c) =>
    takeAct(c, {
      act: 'research-minutes',
      schema: correctionSchema,
      work: ({ scope, staff, id, input: { stretch, minutes, reason } }) =>
        correctResearch(scope, staff, id, { stretchId: stretch, minutes, reason }),
      done: (say) => say('desk.act.research.correct.done'),
    }),
  );

  app.post('/desk/tickets/:id/research-credit', allow('staff'), (c) =>
    takeAct(c, {
      act: 'research-credit',
      schema: reasonSchema,
      work: ({ scope, staff, id, input }) => creditResearch(scope, staff, id, input),
      done: (say) => say('desk.act.research.credit.done'),
    }),
  );
}
