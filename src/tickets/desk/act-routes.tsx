import type { Hono } from 'hono';
import { z } from 'zod';
import { allow, type Env, goTo, idOf } from '#auth/web.ts';
import { NotFound } from '#lib/errors.ts';
import { optionalText } from '#lib/text.ts';
import {
  assignSchema,
  bodySchema,
  handOverSchema,
  momentIn,
  prioritySchema,
  reasonSchema,
  watcherSchema,
} from '../schema.ts';
import * as tickets from '../tickets.ts';
import { addWatcher, removeWatcher } from '../watchers.ts';
import { actNames } from './acts.ts';
import { costRoutes } from './cost-routes.ts';
import { researchRoutes } from './research-routes.ts';
import { takeAct, ticketPath } from './take-act.tsx';

const testSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('passed'), reason: optionalText(5_000) }),
  reasonSchema.extend({ result: z.literal('failed') }),
]);

/** Every act on a ticket, each a resource below its address. */
export function actRoutes(app: Hono<Env>): void {
  stepRoutes(app);
  writingRoutes(app);
  adjustingRoutes(app);
  costRoutes(app);
  researchRoutes(app);

  /** A form that was not taken leaves its own address in the browser; asked for again, it is the ticket. */
  app.get('/desk/tickets/:id/:act', allow('staff'), (c) => {
    if (!actNames.some((each) => each === c.req.param('act'))) throw new NotFound();
    return goTo(c, ticketPath(c, idOf(c)));
  });
}

/** The acts that carry a ticket from one state to the next. */
function stepRoutes(app: Hono<Env>): void {
  app.post('/desk/tickets/:id/pick-up', allow('staff'), (c) =>
    takeAct(c, {
      act: 'pick-up',
      schema: z.object({
        expectedAt: momentIn(c.var.page.timeZone),
        assigneeId: z.uuid('unknown_choice').optional(),
      }),
      work: ({ scope, staff, id, input: { expectedAt, assigneeId } }) =>
        tickets.pickUp(scope, staff, id, { expectedAt, ...(assigneeId ? { assigneeId } : {}) }),
      done: (say) => say('desk.act.pick_up.done'),
    }),
  );

  app.post('/desk/tickets/:id/hand-over', allow('staff'), (c) =>
    takeAct(c, {
      act: 'hand-over',
      schema: handOverSchema,
      work: ({ scope, staff, id, input }) => tickets.handOver(scope, staff, id, input),
      done: (say) => say('desk.act.hand_over.done'),
    }),
  );

  app.post('/desk/tickets/:id/test-results', allow('staff'), (c) =>
    takeAct(c, {
      act: 'test-results',
      schema: testSchema,
      work: ({ scope, staff, id, input: { result, reason } }) =>
        result === 'failed'
          ? tickets.failTest(scope, staff, id, { reason })
          : tickets.passTest(scope, staff, id, reason ? { remark: reason } : {}),
      done: (say, { values }) =>
        say(values.result === 'failed' ? 'desk.act.test.done_failed' : 'desk.act.test.done_passed'),
    }),
  );

  app.post('/desk/tickets/:id/release', allow('staff'), (c) =>
    takeAct(c, {
      act: 'release',
      schema: bodySchema,
      work: ({ scope, staff, id, input, attachmentIds }) =>
        tickets.release(scope, staff, id, { ...input, attachmentIds }),
      done: (say) => say('desk.act.release.done'),
    }),
  );

  app.post('/desk/tickets/:id/answer', allow('staff'), (c) =>
    takeAct(c, {
      act: 'answer',
      schema: bodySchema,
      work: ({ scope, staff, id, input, attachmentIds }) =>
        tickets.giveAnswer(scope, staff, id, { ...input, attachmentIds }),
      done: (say) => say('desk.act.answer.done'),
    }),
  );

  app.post('/desk/tickets/:id/drop', allow('staff'), (c) =>
    takeAct(c, {
      act: 'drop',
      schema: reasonSchema,
      work: ({ scope, staff, id, input }) => tickets.drop(scope, staff, id, input),
      done: (say) => say('desk.act.drop.done'),
    }),
  );

  app.post('/desk/tickets/:id/reopening', allow('staff'), (c) =>
    takeAct(c, {
      act: 'reopening',
      schema: bodySchema,
      work: ({ scope, staff, id, input, attachmentIds }) =>
        tickets.reopen(scope, staff, id, { ...input, attachmentIds }),
      done: (say) => say('desk.act.reopen.done'),
    }),
  );
}

/** What is said to the client, entered for the client, and said among colleagues. */
function writingRoutes(app: Hono<Env>): void {
  const writing = [
    { act: 'replies', write: tickets.reply, text: 'reply' },
    { act: 'questions', write: tickets.ask, text: 'ask' },
    { act: 'answers', write: tickets.enterAnswer, text: 'answers' },
    { act: 'notes', write: tickets.addNote, text: 'note' },
  ] as const;
  for (const { act, write, text } of writing) {
    app.post(`/desk/tickets/:id/${act}`, allow('staff'), (c) =>
      takeAct(c, {
        act,
        schema: bodySchema,
        work: ({ scope, staff, id, input, attachmentIds }) =>
          write(scope, staff, id, { ...input, attachmentIds }),
        done: (say) => say(`desk.act.${text}.done`),
      }),
    );
  }
}

/** What changes a ticket and leaves it in its state. */
function adjustingRoutes(app: Hono<Env>): void {
  app.post('/desk/tickets/:id/expected-moment', allow('staff'), (c) =>
    takeAct(c, {
      act: 'expected-moment',
      schema: reasonSchema.extend({ expectedAt: momentIn(c.var.page.timeZone) }),
      work: ({ scope, staff, id, input }) => tickets.moveExpected(scope, staff, id, input),
      done: (say) => say('desk.act.moment.done'),
    }),
  );

  app.post('/desk/tickets/:id/assignee', allow('staff'), (c) =>
    takeAct(c, {
      act: 'assignee',
      schema: assignSchema,
      work: ({ scope, staff, id, input }) => tickets.assign(scope, staff, id, input),
      done: (say) => say('desk.act.assign.done'),
    }),
  );

  app.post('/desk/tickets/:id/priority', allow('staff'), (c) =>
    takeAct(c, {
      act: 'priority',
      schema: prioritySchema,
      work: ({ scope, staff, id, input }) => tickets.adjustPriority(scope, staff, id, input),
      done: (say) => say('desk.act.priority.done'),
    }),
  );

  app.post('/desk/tickets/:id/watchers', allow('staff'), (c) =>
    takeAct(c, {
      act: 'watchers',
      schema: watcherSchema,
      work: ({ scope, staff, id, input }) => addWatcher(scope, staff, id, input),
      done: (say) => say('desk.act.watch.done'),
    }),
  );

  app.post('/desk/tickets/:id/watchers/:person/removal', allow('staff'), (c) => {
    const personId = idOf(c, 'person');
    return takeAct(c, {
      act: 'watchers',
      schema: z.object({}),
      work: ({ scope, staff, id }) => removeWatcher(scope, staff, id, { personId }),
      done: (say) => say('desk.act.watch.stopped'),
    });
  });
}
