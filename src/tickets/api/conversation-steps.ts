import { createRoute } from '@hono/zod-openapi';
import type { Api } from '#api/context.ts';
import { addMessage, addNote, ask, enterAnswer, reply } from '../tickets.ts';
import { body, idParam, stepAnswer, stepFrame, takeStep } from './step.ts';
import { writtenSchema } from './step-schema.ts';

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

/** What is written at a ticket: to the client, and among colleagues. */
export function conversationSteps(api: Api): void {
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
}
