import { createRoute, z } from '@hono/zod-openapi';
import type { Api, ApiContext } from '#api/context.ts';
import { body, idParam, json, reading, writing } from '#api/route.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { day, line } from '#lib/text.ts';
import { contactRow } from './listing.ts';
import { addTraining, removeTraining, trainingsOf } from './trainings.ts';

const tag = 'Contacts';

const newSchema = z
  .strictObject({
    cms: line(100).openapi({ minLength: 1, maxLength: 100, description: 'Which CMS it was about.' }),
    on: day().openapi({ type: 'string', format: 'date' }),
  })
  .openapi('NewTraining');
const listSchema = z
  .object({
    items: z.array(z.object({ id: z.uuid(), cms: z.string(), on: z.string().openapi({ format: 'date' }) })),
  })
  .openapi('Trainings');

const listRoute = createRoute({
  method: 'get',
  path: '/contacts/{id}/trainings',
  ...reading({
    id: 'listTrainings',
    tag,
    scope: 'people:read',
    summary: 'List the CMS trainings of a contact',
  }),
  request: { params: idParam },
  responses: { 200: json(listSchema, 'The earliest first.') },
});
const addRoute = createRoute({
  method: 'post',
  path: '/contacts/{id}/trainings',
  ...writing({
    id: 'addTraining',
    tag,
    scope: 'people:write',
    role: 'manager',
    summary: 'Say that a contact had a CMS training',
  }),
  request: { params: idParam, body: body(newSchema) },
  responses: { 201: json(listSchema, 'All of their trainings now.') },
});
const removeRoute = createRoute({
  method: 'delete',
  path: '/contacts/{id}/trainings/{trainingId}',
  ...writing({
    id: 'removeTraining',
    tag,
    scope: 'people:write',
    role: 'manager',
    summary: 'Take away a training that was entered by mistake',
  }),
  request: { params: idParam.extend({ trainingId: z.uuid() }) },
  responses: { 204: { description: 'It is gone.' } },
});

/** `/contacts/{id}/trainings`: whoever had one asks about that CMS free of charge. */
export function trainingsApi(api: Api): void {
  api.openapi(listRoute, async (c) => c.json(await listOf(c, c.req.valid('param').id), 200));
  api.openapi(addRoute, async (c) => {
    const { id } = c.req.valid('param');
    await addTraining(c.var.scope, c.var.actor, id, c.req.valid('json')).catch(inOurNames);
    return c.json(await listOf(c, id), 201);
  });
  api.openapi(removeRoute, async (c) => {
    const { id: personId, trainingId: id } = c.req.valid('param');
    await removeTraining(c.var.scope, c.var.actor, { personId, id });
    return c.body(null, 204);
  });
}

async function listOf(c: ApiContext, personId: string): Promise<z.output<typeof listSchema>> {
  const { db } = c.var.scope;
  const [contact, rows] = await Promise.all([contactRow(db, personId), trainingsOf(db, [personId])]);
  if (!contact) throw new NotFound();
  return { items: rows.map(({ id, cms, on }) => ({ id, cms, on })) };
}

/** The operation names the fields as the form does. */
function inOurNames(error: unknown): never {
  if (!(error instanceof Invalid)) throw error;
  throw new Invalid({ cms: error.fields.training_cms ?? 'required' });
}
