import { createRoute, z } from '@hono/zod-openapi';
import type { Api } from '#api/context.ts';
import { body, idParam, json, reading, writing } from '#api/route.ts';
import { findTicket } from '../queries.ts';
import { addWatcher, removeWatcher, watchersOf } from '../watchers.ts';
import { watcherListSchema } from './schema.ts';
import { newWatcherSchema } from './step-schema.ts';

const tag = 'Watchers';

const listRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}/watchers',
  ...reading({ id: 'listWatchers', tag, scope: 'tickets:read', summary: 'List who reads along' }),
  request: { params: idParam },
  responses: { 200: json(watcherListSchema, 'Who reads along by mail.') },
});

const addRoute = createRoute({
  method: 'post',
  path: '/tickets/{id}/watchers',
  ...writing({ id: 'addWatcher', tag, scope: 'tickets:write', summary: 'Have a contact read along' }),
  request: { params: idParam, body: body(newWatcherSchema) },
  responses: { 201: json(watcherListSchema, 'Who reads along now.') },
});

const removeRoute = createRoute({
  method: 'delete',
  path: '/tickets/{id}/watchers/{personId}',
  ...writing({ id: 'removeWatcher', tag, scope: 'tickets:write', summary: 'End somebody’s reading along' }),
  request: { params: idParam.extend({ personId: z.uuid() }) },
  responses: { 204: { description: 'They read along no longer.' } },
});

/** Who else of the client reads along with a ticket. */
export function watcherOperations(api: Api): void {
  api.openapi(listRoute, async (c) => {
    const { scope, actor } = c.var;
    const { id } = await findTicket(scope.db, actor, c.req.valid('param').id);
    return c.json({ items: await watchersOf(scope.db, id) }, 200);
  });
  api.openapi(addRoute, async (c) => {
    const { scope, actor } = c.var;
    const { id } = c.req.valid('param');
    await addWatcher(scope, actor, id, c.req.valid('json'));
    return c.json({ items: await watchersOf(scope.db, id) }, 201);
  });
  api.openapi(removeRoute, async (c) => {
    const { scope, actor } = c.var;
    const { id, personId } = c.req.valid('param');
    await removeWatcher(scope, actor, id, { personId });
    return c.body(null, 204);
  });
}
