import { createRoute, z } from '@hono/zod-openapi';
import { changing } from '#api/change.ts';
import type { Api } from '#api/context.ts';
import { answerOne } from '#api/etag.ts';
import { nameKey, pageOf, pageSchema, wantedPage } from '#api/page.ts';
import { body, idParam, isoOf, json, reading, writing } from '#api/route.ts';
import { inTransaction } from '#db/scope.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { changeSchema, colleagueSchema, contactSchema, filterSchema, newSchema } from './api-schema.ts';
import { invitePerson } from './invitations.ts';
import { type ContactRow, contactRow, pageOfContacts } from './listing.ts';
import { addContact, changeContact, deactivatePerson, reactivatePerson } from './people.ts';
import { activeStaff } from './queries.ts';
import { trainingsApi } from './trainings-api.ts';

const tag = 'Contacts';
const present = (row: ContactRow): z.output<typeof contactSchema> => ({
  id: row.id,
  organisation: { id: row.organisation_id, name: row.organisation },
  name: row.name,
  email: row.email,
  phone: row.phone,
  language: row.language,
  role: row.role,
  budgetHolder: row.budget_holder,
  siteIds: row.site_ids,
  active: row.deactivated_at === null,
  updatedAt: isoOf(row.updated_at),
});

const listRoute = createRoute({
  method: 'get',
  path: '/contacts',
  ...reading({ id: 'listContacts', tag, scope: 'people:read', summary: 'List contacts, by name' }),
  request: { query: filterSchema },
  responses: { 200: json(pageSchema(contactSchema, 'ContactPage'), 'A page of contacts.') },
});
const addRoute = createRoute({
  method: 'post',
  path: '/contacts',
  ...writing({ id: 'addContact', tag, scope: 'people:write', role: 'manager', summary: 'Add a contact' }),
  request: { body: body(newSchema) },
  responses: { 201: json(contactSchema, 'The new contact.') },
});
const readRoute = createRoute({
  method: 'get',
  path: '/contacts/{id}',
  ...reading({ id: 'getContact', tag, scope: 'people:read', summary: 'Read a contact' }),
  request: { params: idParam },
  responses: { 200: json(contactSchema, 'The contact.') },
});
const changeRoute = createRoute({
  method: 'patch',
  path: '/contacts/{id}',
  ...writing({
    id: 'changeContact',
    tag,
    scope: 'people:write',
    role: 'manager',
    summary: 'Change a contact',
    description: 'What is not named stays as it is.',
  }),
  request: { params: idParam, body: body(changeSchema) },
  responses: { 200: json(contactSchema, 'The contact as they are now.') },
});
const staffRoute = createRoute({
  method: 'get',
  path: '/staff',
  ...reading({
    id: 'listStaff',
    tag: 'Colleagues',
    scope: 'people:read',
    summary: 'List the active colleagues at the agency',
    description: 'Their ids serve as `assigneeId`.',
  }),
  responses: { 200: json(z.object({ items: z.array(colleagueSchema) }).openapi('Colleagues'), 'By name.') },
});

async function find(db: Parameters<typeof contactRow>[0], id: string) {
  const row = await contactRow(db, id);
  if (!row) throw new NotFound();
  return present(row);
}

/** `/contacts` and `/staff`: the people on both sides. */
export function peopleApi(api: Api): void {
  api.openapi(listRoute, async (c) => {
    const query = c.req.valid('query');
    const filter = { ...query, updatedSince: query.updated_since };
    const rows = await pageOfContacts(c.var.scope.db, filter, wantedPage(query, nameKey));
    return c.json(pageOf(c, query, { rows, present, keyOf: ({ id, name }) => [name, id] }), 200);
  });
  api.openapi(addRoute, async (c) => {
    const { actor } = c.var;
    const { organisationId, invite, ...input } = c.req.valid('json');
    const id = await inTransaction(c.var.scope, async (scope) => {
      const id = await addContact(scope, actor, organisationId, input).catch(inOurNames);
      if (invite) await invitePerson(scope, actor, id);
      return id;
    });
    c.header('Location', `${c.var.scope.baseUrl}/api/v1/contacts/${id}`);
    return c.json(await find(c.var.scope.db, id), 201);
  });
  api.openapi(readRoute, async (c) => answerOne(c, await find(c.var.scope.db, c.req.valid('param').id)));
  api.openapi(changeRoute, async (c) => {
    const { actor } = c.var;
    const { id } = c.req.valid('param');
    const { active, ...said } = c.req.valid('json');
    await inTransaction(c.var.scope, async (scope) => {
      const { before, seen } = await changing(c, scope, { type: 'person', id }, () => find(scope.db, id));
      const { name, email, phone, language, role, budgetHolder, siteIds } = before;
      const named = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      if (Object.keys(named).length > 0) {
        const input = { name, email, phone, language, role, budgetHolder, siteIds, ...named, seen };
        await changeContact(scope, actor, id, input).catch(inOurNames);
      }
      if (active === true) await reactivatePerson(scope, actor, id);
      if (active === false) await deactivatePerson(scope, actor, id);
    });
    return answerOne(c, await find(c.var.scope.db, id));
  });
  api.openapi(staffRoute, async (c) => {
    const items = (await activeStaff(c.var.scope.db)).map(({ id, name, role }) => ({ id, name, role }));
    return c.json({ items }, 200);
  });
  trainingsApi(api);
}

/** The operations name the fields as the forms do. */
function inOurNames(error: unknown): never {
  if (!(error instanceof Invalid)) throw error;
  const { organisation, sites, ...fields } = error.fields;
  throw new Invalid({
    ...fields,
    ...(organisation ? { organisationId: organisation } : {}),
    ...(sites ? { siteIds: sites } : {}),
  });
}
