import { createRoute } from '@hono/zod-openapi';
import type { Api } from '#api/context.ts';
import {
  addMessage,
  addNote,
  adjustPriority,
  ask,
  assign,
  drop,
  enterAnswer,
  failTest,
  giveAnswer,
  handOver,
  moveExpected,
  passTest,
  pickUp,
  release,
  reopen,
  reply,
} from '../tickets.ts';
import { body, idParam, stepAnswer, stepFrame, takeStep } from './step.ts';
import {
  assigneeSchema,
  expectedMomentSchema,
  newHandOverSchema,
  newPrioritySchema,
  pickUpSchema,
  reasonedSchema,
  testResultSchema,
  writtenSchema,
} from './step-schema.ts';

const pickUpRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/pick-up',
  ...stepFrame({
    id: 'pickUpTicket',
    summary: 'Pick up',
    description: 'Takes a reported ticket in hand and promises the reporter a moment. This is a response.',
  }),
  request: { params: idParam, body: body(pickUpSchema, { optional: true }) },
  responses: stepAnswer,
});

const expectedMomentRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/expected-moment',
  ...stepFrame({ id: 'moveExpectedMoment', summary: 'Move the promised moment' }),
  request: { params: idParam, body: body(expectedMomentSchema) },
  responses: stepAnswer,
});

const assigneeRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/assignee',
  ...stepFrame({ id: 'assignTicket', summary: 'Give to a colleague, or to nobody' }),
  request: { params: idParam, body: body(assigneeSchema) },
  responses: stepAnswer,
});

const messageRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/messages',
  ...stepFrame({
    id: 'writeMessage',
    summary: 'Write a message',
    description:
      'A reply to the client, which is a response; in the name of a contact, an addition of theirs.',
  }),
  request: { params: idParam, body: body(writtenSchema) },
  responses: stepAnswer,
});

const questionRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/questions',
  ...stepFrame({
    id: 'askClient',
    summary: 'Ask the client',
    description: 'The ticket waits, and its solution clock with it, until they answer. This is a response.',
  }),
  request: { params: idParam, body: body(writtenSchema) },
  responses: stepAnswer,
});

const answerRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/answers',
  ...stepFrame({
    id: 'enterAnswer',
    summary: 'Enter what the client answered',
    description: 'Ends the wait. Without `actingFor` it is an answer by phone, entered by the agency.',
  }),
  request: { params: idParam, body: body(writtenSchema) },
  responses: stepAnswer,
});

const noteRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/notes',
  ...stepFrame({
    id: 'writeNote',
    scope: 'tickets:internal',
    summary: 'Write a note',
    description:
      'For colleagues only. An `@` with the whole name of a colleague, or with a first name that only one of them has, calls them: they get a mail. A first name of several is refused with `unclear_name`.',
  }),
  request: { params: idParam, body: body(writtenSchema) },
  responses: stepAnswer,
});

const priorityRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/priority',
  ...stepFrame({
    id: 'adjustPriority',
    summary: 'Adjust urgency and impact',
    description: 'The priority follows. The clocks keep their start and what they spent.',
  }),
  request: { params: idParam, body: body(newPrioritySchema) },
  responses: stepAnswer,
});

const handOverRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/hand-over',
  ...stepFrame({ id: 'handOver', summary: 'Hand over for testing' }),
  request: { params: idParam, body: body(newHandOverSchema) },
  responses: stepAnswer,
});

const testResultRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/test-results',
  ...stepFrame({
    id: 'enterTestResult',
    summary: 'Enter the result of the internal test',
    description:
      'By somebody other than the solver, unless the agreement allows it: another token, or a colleague named by `actingFor`. Without passing it goes back to solving.',
  }),
  request: { params: idParam, body: body(testResultSchema) },
  responses: stepAnswer,
});

const releaseRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/releases',
  ...stepFrame({
    id: 'release',
    summary: 'Report a new version online',
    description: 'The solution clock is met, and the ticket goes to the reporter for sign-off.',
  }),
  request: { params: idParam, body: body(writtenSchema) },
  responses: stepAnswer,
});

const giveAnswerRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/answer',
  ...stepFrame({
    id: 'giveAnswer',
    summary: 'Give the answer',
    description: 'Where nothing has to be built. The reporter signs it off as well.',
  }),
  request: { params: idParam, body: body(writtenSchema) },
  responses: stepAnswer,
});

const dropRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/drop',
  ...stepFrame({ id: 'dropTicket', summary: 'Drop, with a reason' }),
  request: { params: idParam, body: body(reasonedSchema) },
  responses: stepAnswer,
});

const reopeningRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/reopening',
  ...stepFrame({
    id: 'reopenTicket',
    summary: 'Take up again',
    description: 'Within the term of the agreement; afterwards report a new ticket with `followsId`.',
  }),
  request: { params: idParam, body: body(writtenSchema) },
  responses: stepAnswer,
});

/** What the agency does with a ticket. */
export function agencySteps(api: Api): void {
  api.openapi(pickUpRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    const { expectedAt, assigneeId } = said;
    const input = { ...(expectedAt ? { expectedAt } : {}), ...(assigneeId ? { assigneeId } : {}) };
    return takeStep(c, { id, said }, ({ scope, actor }) => pickUp(scope, actor, id, input));
  });
  api.openapi(expectedMomentRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) => moveExpected(scope, actor, id, said));
  });
  api.openapi(assigneeRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) => assign(scope, actor, id, said));
  });
  api.openapi(messageRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) =>
      actor.kind === 'contact' ? addMessage(scope, actor, id, said) : reply(scope, actor, id, said),
    );
  });
  api.openapi(questionRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) => ask(scope, actor, id, said));
  });
  api.openapi(answerRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) =>
      actor.kind === 'contact' ? addMessage(scope, actor, id, said) : enterAnswer(scope, actor, id, said),
    );
  });
  api.openapi(noteRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) => addNote(scope, actor, id, said));
  });
  api.openapi(priorityRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) => adjustPriority(scope, actor, id, said));
  });
  api.openapi(handOverRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) => handOver(scope, actor, id, said));
  });
  api.openapi(testResultRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    const { passed, remark } = said;
    return takeStep(c, { id, said }, ({ scope, actor }) =>
      passed ? passTest(scope, actor, id, { remark }) : failTest(scope, actor, id, { reason: remark }),
    );
  });
  api.openapi(releaseRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) => release(scope, actor, id, said));
  });
  api.openapi(giveAnswerRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) => giveAnswer(scope, actor, id, said));
  });
  api.openapi(dropRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) => drop(scope, actor, id, said));
  });
  api.openapi(reopeningRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) => reopen(scope, actor, id, said));
  });
}
