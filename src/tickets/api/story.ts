import { createRoute, z } from '@hono/zod-openapi';
import type { Api, ApiContext } from '#api/context.ts';
import { pageOf, pageSchema, paging, sliceOf, wantedPage } from '#api/page.ts';
import { idParam, json, reading } from '#api/route.ts';
import { findTicket } from '../queries.ts';
import { type InternalEntry, type PublicEntry, publicStory, wholeStory } from '../story.ts';
import { presentAttachment, presentEvent, presentMessage, presentNote } from './present.ts';
import { attachmentSchema, eventSchema, messageSchema, noteSchema } from './schema.ts';

const query = z.strictObject(paging);
const key = z.tuple([z.int().min(0)]);
const tag = 'Messages and history';

const messagesRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/messages',
  ...reading({ id: 'listMessages', tag, scope: 'tickets:read', summary: 'List the messages of a ticket' }),
  request: { params: idParam, query },
  responses: { 200: json(pageSchema(messageSchema, 'MessagePage'), 'Messages, the oldest first.') },
});

const notesRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/notes',
  ...reading({ id: 'listNotes', tag, scope: 'tickets:internal', summary: 'List the notes of a ticket' }),
  request: { params: idParam, query },
  responses: { 200: json(pageSchema(noteSchema, 'NotePage'), 'Notes, the oldest first.') },
});

const historyRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/history',
  ...reading({
    id: 'getHistory',
    tag,
    scope: 'tickets:read',
    summary: 'Read the history of a ticket',
    description:
      'What the client may read too; with the scope `tickets:internal` also what is for colleagues only.',
  }),
  request: { params: idParam, query },
  responses: { 200: json(pageSchema(eventSchema, 'EventPage'), 'Events, the oldest first.') },
});

const filesRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/attachments',
  ...reading({
    id: 'listAttachments',
    tag: 'Attachments',
    scope: 'tickets:read',
    summary: 'List the attachments of a ticket',
  }),
  request: { params: idParam },
  responses: {
    200: json(z.object({ items: z.array(attachmentSchema) }).openapi('Attachments'), 'Its attachments.'),
  },
});

/** The story of a ticket as far as this token may read it. */
async function storyOf(c: ApiContext, id: string) {
  const { scope, actor, token } = c.var;
  await findTicket(scope.db, actor, id);
  return token.scopes.includes('tickets:internal')
    ? wholeStory(scope.db, actor, id)
    : publicStory(scope.db, id);
}

/** What was said and done about a ticket. */
export function storyOperations(api: Api): void {
  api.openapi(messagesRoute, async (c) => {
    const [{ id }, query] = [c.req.valid('param'), c.req.valid('query')];
    const page = wantedPage(query, key);
    const { scope, actor } = c.var;
    await findTicket(scope.db, actor, id);
    const said = (await publicStory(scope.db, id)).filter(({ body }) => body !== null);
    const rows: PublicEntry[] = sliceOf(said, page);
    return c.json(pageOf(c, query, { rows, present: presentMessage, keyOf: ({ id }) => [id] }), 200);
  });

  api.openapi(notesRoute, async (c) => {
    const [{ id }, query] = [c.req.valid('param'), c.req.valid('query')];
    const page = wantedPage(query, key);
    const notes = (await storyOf(c, id)).filter(
      (entry): entry is InternalEntry => entry.internal && entry.note !== null,
    );
    const rows = sliceOf(notes, page);
    return c.json(pageOf(c, query, { rows, present: presentNote, keyOf: ({ id }) => [id] }), 200);
  });

  api.openapi(historyRoute, async (c) => {
    const [{ id }, query] = [c.req.valid('param'), c.req.valid('query')];
    const page = wantedPage(query, key);
    const rows = sliceOf(await storyOf(c, id), page);
    return c.json(pageOf(c, query, { rows, present: presentEvent, keyOf: ({ id }) => [id] }), 200);
  });

  api.openapi(filesRoute, async (c) => {
    const story = await storyOf(c, c.req.valid('param').id);
    return c.json({ items: story.flatMap(({ files }) => files.map(presentAttachment)) }, 200);
  });
}
