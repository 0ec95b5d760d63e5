import { createRoute } from '@hono/zod-openapi';
import type { Api } from '#api/context.ts';
import { json, reading } from '#api/route.ts';
import { findTicket } from '../queries.ts';
import { asksOf, minutesBetween, openAsk, stretchesOf } from '../research/facts.ts';
import {
  askResearch,
  concludeResearch,
  creditResearch,
  declineResearch,
  retractResearch,
} from '../tickets.ts';
import {
  presentAsk,
  researchConclusionSchema,
  researchQuestionSchema,
  researchRefusalSchema,
  researchSchema,
} from './research-schema.ts';
import { body, idParam, stepAnswer, stepFrame, takeStep } from './step.ts';
import { reasonedSchema } from './step-schema.ts';

const byPeople =
  'Agreeing has no operation: only a budget holder of the client does so, signed in to the portal, and never through a token.';

const readRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/research',
  ...reading({
    tag: 'Steps',
    scope: 'tickets:read',
    id: 'readResearch',
    summary: 'Research: what the client decided, and how long it took',
    description: byPeople,
  }),
  request: { params: idParam },
  responses: { 200: json(researchSchema, 'What was asked, the latest first, and the work in its order.') },
});

const questionRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/research-question',
  ...stepFrame({
    id: 'askResearch',
    summary: 'Let the client choose: research for a fee, or dropping the ticket',
    description: `The ticket waits, and its solution clock with it. Asked again while it waits, the new question takes the place of the old one. ${byPeople}`,
  }),
  request: { params: idParam, body: body(researchQuestionSchema) },
  responses: stepAnswer,
});

const retractionRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/research-retraction',
  ...stepFrame({ id: 'retractResearch', summary: 'Take the question about research back' }),
  request: { params: idParam, body: body(reasonedSchema) },
  responses: stepAnswer,
});

const refusalRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/research-refusal',
  ...stepFrame({
    id: 'declineResearch',
    scope: 'tickets:act-for',
    summary: 'The client drops the ticket rather than have it researched',
    description: 'In the name of the reporter, or of the contact in `actingFor`.',
  }),
  request: { params: idParam, body: body(researchRefusalSchema, { optional: true }) },
  responses: stepAnswer,
});

const conclusionRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/research-conclusion',
  ...stepFrame({
    id: 'concludeResearch',
    summary: 'End the research with what was found',
    description:
      'At hand, it is carried out at no further cost; if not, a quote follows. The fee becomes due.',
  }),
  request: { params: idParam, body: body(researchConclusionSchema) },
  responses: stepAnswer,
});

const creditRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/research-credit',
  ...stepFrame({
    id: 'creditResearch',
    summary: 'Give the fee back: the agency was the cause',
    description: 'The rest of the ticket costs the client nothing.',
  }),
  request: { params: idParam, body: body(reasonedSchema) },
  responses: stepAnswer,
});

/** `/tickets/{id}/research…`: what a program may do about it, which is everything but agreeing. */
export function researchOperations(api: Api): void {
  api.openapi(readRoute, async (c) => {
    const { scope, actor } = c.var;
    const { id } = c.req.valid('param');
    const ticket = await findTicket(scope.db, actor, id);
    const [asks, stretches] = await Promise.all([asksOf(scope.db, id), stretchesOf(scope.db, id)]);
    const now = scope.now();
    const work = stretches.map(({ person, personId, beganAt, endedAt, minutes }) => ({
      by: { id: personId, name: person },
      beganAt: beganAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      minutes: minutes ?? minutesBetween(beganAt, now),
    }));
    const open = openAsk(ticket, asks);
    return c.json({ questions: asks.map((ask) => presentAsk(ask, ask === open)), work }, 200);
  });
  api.openapi(questionRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) => askResearch(scope, actor, id, said));
  });
  api.openapi(retractionRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) => retractResearch(scope, actor, id, said));
  });
  api.openapi(refusalRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said, byClient: true }, ({ scope, actor }) =>
      declineResearch(scope, actor, id, { askId: said.questionId, reason: said.reason }),
    );
  });
  api.openapi(conclusionRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) => concludeResearch(scope, actor, id, said));
  });
  api.openapi(creditRoute, (c) => {
    const [{ id }, said] = [c.req.valid('param'), c.req.valid('json')];
    return takeStep(c, { id, said }, ({ scope, actor }) => creditResearch(scope, actor, id, said));
  });
}
