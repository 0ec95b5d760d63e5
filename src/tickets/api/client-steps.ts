import { createRoute } from '@hono/zod-openapi';
import type { Api } from '#api/context.ts';
import { refuse, signOff, withdraw } from '../tickets.ts';
import { body, idParam, stepAnswer, stepFrame, takeStep } from './step.ts';
import { clientReasonedSchema, clientWrittenSchema, signOffSchema } from './step-schema.ts';

const inWhoseName =
  'A step of the client: in the name of the reporter, or of the contact in `actingFor`. The history tells through which token it came.';

const signOffRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/sign-off',
  ...stepFrame({
    id: 'signOff',
    scope: 'tickets:act-for',
    summary: 'Sign off: it works',
    description: inWhoseName,
  }),
  request: { params: idParam, body: body(signOffSchema, { optional: true }) },
  responses: stepAnswer,
});

const refusalRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/refusals',
  ...stepFrame({
    id: 'refuseSolution',
    scope: 'tickets:act-for',
    summary: 'Refuse: it does not work yet',
    description: `${inWhoseName} The ticket goes back to solving, and its clock goes on.`,
  }),
  request: { params: idParam, body: body(clientWrittenSchema) },
  responses: stepAnswer,
});

const withdrawalRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/withdrawal',
  ...stepFrame({
    id: 'withdrawTicket',
    scope: 'tickets:act-for',
    summary: 'Withdraw: it is needed no longer',
    description: inWhoseName,
  }),
  request: { params: idParam, body: body(clientReasonedSchema) },
  responses: stepAnswer,
});

/** What the client does with a ticket, passed on by a token that may act for contacts. */
export function clientSteps(api: Api): void {
  api.openapi(signOffRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said, byClient: true }, ({ scope, actor }) =>
      signOff(scope, actor, id, said.deliveredAt ? { delivered: said.deliveredAt.toISOString() } : {}),
    );
  });
  api.openapi(refusalRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said, byClient: true }, ({ scope, actor }) => refuse(scope, actor, id, said));
  });
  api.openapi(withdrawalRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said, byClient: true }, ({ scope, actor }) => withdraw(scope, actor, id, said));
  });
}
