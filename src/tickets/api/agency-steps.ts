import { createRoute } from '@hono/zod-openapi';
import type { Api } from '#api/context.ts';
import {
  adjustPriority,
  assign,
  drop,
  failTest,
  giveAnswer,
  handOver,
  moveExpected,
  passTest,
  pickUp,
  release,
  reopen,
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
