import { createRoute, z } from '@hono/zod-openapi';
import { changing } from '#api/change.ts';
import type { Api } from '#api/context.ts';
import { answerOne } from '#api/etag.ts';
import { nameKey, pageOf, pageSchema, paging, wantedPage } from '#api/page.ts';
import { body, flag, idParam, instant, isoOf, isoOrNull, json, reading, words, writing } from '#api/route.ts';
import { inTransaction } from '#db/scope.ts';
import { NotFound } from '#lib/errors.ts';
import { type OrganisationRow, organisationRow, pageOfOrganisations } from './listing.ts';
import { addOrganisation, endOrganisation, renameOrganisation, resumeOrganisation } from './organisations.ts';
import { organisationSchema as formSchema } from './schema.ts';

const tag = 'Organisations';
const name = formSchema.shape.name.openapi({ minLength: 1, maxLength: 150 });

const organisationSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    active: z.boolean().openapi({ description: 'Whether the agency still works for it.' }),
    createdAt: instant('When it was added.'),
    endedAt: instant('When the work for it ended.').nullable(),
  })
  .openapi('Organisation');
const newSchema = z.strictObject({ name }).openapi('NewOrganisation');
const changeSchema = z.strictObject({ name, active: z.boolean() }).partial().openapi('OrganisationChange');
const filterSchema = z.strictObject({
  name: words('Letters of the name.'),
  active: flag('Those that the agency still works for, or the others.'),
  ...paging,
});

export function present(row: OrganisationRow): z.output<typeof organisationSchema> {
  return {
    id: row.id,
    name: row.name,
    active: row.ended_at === null,
    createdAt: isoOf(row.created_at),
    endedAt: isoOrNull(row.ended_at),
  };
}

const listRoute = createRoute({
  method: 'get',
  path: '/organisations',
  ...reading({ id: 'listOrganisations', tag, scope: 'people:read', summary: 'List organisations, by name' }),
  request: { query: filterSchema },
  responses: { 200: json(pageSchema(organisationSchema, 'OrganisationPage'), 'A page of organisations.') },
});
const addRoute = createRoute({
  method: 'post',
  path: '/organisations',
  ...writing({
    id: 'addOrganisation',
    tag,
    scope: 'people:write',
    role: 'manager',
    summary: 'Add an organisation',
  }),
  request: { body: body(newSchema) },
  responses: { 201: json(organisationSchema, 'The new organisation.') },
});
const readRoute = createRoute({
  method: 'get',
  path: '/organisations/{id}',
  ...reading({ id: 'getOrganisation', tag, scope: 'people:read', summary: 'Read an organisation' }),
  request: { params: idParam },
  responses: { 200: json(organisationSchema, 'The organisation.') },
});
const changeRoute = createRoute({
  method: 'patch',
  path: '/organisations/{id}',
  ...writing({
    id: 'changeOrganisation',
    tag,
    scope: 'people:write',
    role: 'manager',
    summary: 'Change an organisation',
    description:
      'With `active: false` the work for it ends: its people can still read, new tickets are refused.',
  }),
  request: { params: idParam, body: body(changeSchema) },
  responses: { 200: json(organisationSchema, 'The organisation as it is now.') },
});

async function find(db: Parameters<typeof organisationRow>[0], id: string) {
  const row = await organisationRow(db, id);
  if (!row) throw new NotFound();
  return present(row);
}

/** `/organisations`: the agency's clients. */
export function organisationsApi(api: Api): void {
  api.openapi(listRoute, async (c) => {
    const query = c.req.valid('query');
    const rows = await pageOfOrganisations(c.var.scope.db, query, wantedPage(query, nameKey));
    return c.json(pageOf(c, query, { rows, present, keyOf: ({ id, name }) => [name, id] }), 200);
  });
  api.openapi(addRoute, async (c) => {
    const { scope, actor } = c.var;
    const id = await addOrganisation(scope, actor, c.req.valid('json'));
    c.header('Location', `${scope.baseUrl}/api/v1/organisations/${id}`);
    return c.json(await find(scope.db, id), 201);
  });
  api.openapi(readRoute, async (c) => answerOne(c, await find(c.var.scope.db, c.req.valid('param').id)));
  api.openapi(changeRoute, async (c) => {
    const { actor } = c.var;
    const { id } = c.req.valid('param');
    const { name, active } = c.req.valid('json');
    await inTransaction(c.var.scope, async (scope) => {
      const { seen } = await changing(c, scope, { type: 'organisation', id }, () => find(scope.db, id));
      if (name !== undefined) await renameOrganisation(scope, actor, id, { name, seen });
      if (active === true) await resumeOrganisation(scope, actor, id);
      if (active === false) await endOrganisation(scope, actor, id);
    });
    return answerOne(c, await find(c.var.scope.db, id));
  });
}
