import { createRoute, z } from '@hono/zod-openapi';
import { changing } from '#api/change.ts';
import type { Api } from '#api/context.ts';
import { answerOne } from '#api/etag.ts';
import { nameKey, pageOf, pageSchema, paging, wantedPage } from '#api/page.ts';
import { body, idParam, instant, isoOf, json, reading, words, writing } from '#api/route.ts';
import { inTransaction } from '#db/scope.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { id } from '#lib/text.ts';
import { contractsApi } from './contracts/api.ts';
import { pageOfSites, type SiteRow, siteRow } from './listing.ts';
import { siteSchema as formSchema, siteKinds, sitePhases } from './schema.ts';
import { addSite, changeSite } from './sites.ts';

const tag = 'Sites';
const shape = formSchema.shape;

/** Several values, judged as the form judges the lines of a field. */
const several = <T extends z.ZodType<string[]>>(rule: T, max: number, description: string) =>
  z
    .array(z.string().max(300, 'too_long'))
    .max(max, 'too_long')
    .transform((values) => values.join('\n'))
    .pipe(rule as unknown as z.ZodType<string[], string>)
    .openapi({ type: 'array', items: { type: 'string' }, maxItems: max, description });

const addresses = several(shape.addresses, 20, 'Where it is found on the web.');
const criticalParts = several(
  shape.critical_parts,
  30,
  'Its business-critical parts, in the client’s words.',
);
const fields = {
  name: shape.name.openapi({ minLength: 1, maxLength: 150 }),
  kind: shape.kind,
  phase: shape.phase,
};

const siteSchema = z
  .object({
    id: z.uuid(),
    organisation: z.object({ id: z.uuid(), name: z.string() }),
    name: z.string(),
    kind: z.enum(siteKinds),
    phase: z.enum(sitePhases),
    addresses: z.array(z.string()),
    criticalParts: z.array(z.string()),
    createdAt: instant('When it was added.'),
  })
  .openapi('Site');
const newSchema = z
  .strictObject({
    organisationId: id(),
    ...fields,
    phase: fields.phase.default('live'),
    addresses: addresses.default([]),
    criticalParts: criticalParts.default([]),
  })
  .openapi('NewSite');
const changeSchema = z
  .strictObject({ ...fields, addresses, criticalParts })
  .partial()
  .openapi('SiteChange');
const filterSchema = z.strictObject({
  organisation: z.uuid().optional(),
  kind: z.enum(siteKinds).optional(),
  phase: z.enum(sitePhases).optional(),
  name: words('Letters of the name.'),
  ...paging,
});

const present = (row: SiteRow): z.output<typeof siteSchema> => ({
  id: row.id,
  organisation: { id: row.organisation_id, name: row.organisation },
  name: row.name,
  kind: row.kind,
  phase: row.phase,
  addresses: row.addresses,
  criticalParts: row.critical_parts,
  createdAt: isoOf(row.created_at),
});

const listRoute = createRoute({
  method: 'get',
  path: '/sites',
  ...reading({ id: 'listSites', tag, scope: 'people:read', summary: 'List sites, by name' }),
  request: { query: filterSchema },
  responses: { 200: json(pageSchema(siteSchema, 'SitePage'), 'A page of sites.') },
});
const addRoute = createRoute({
  method: 'post',
  path: '/sites',
  ...writing({ id: 'addSite', tag, scope: 'people:write', role: 'manager', summary: 'Add a site' }),
  request: { body: body(newSchema) },
  responses: { 201: json(siteSchema, 'The new site.') },
});
const readRoute = createRoute({
  method: 'get',
  path: '/sites/{id}',
  ...reading({ id: 'getSite', tag, scope: 'people:read', summary: 'Read a site' }),
  request: { params: idParam },
  responses: { 200: json(siteSchema, 'The site.') },
});
const changeRoute = createRoute({
  method: 'patch',
  path: '/sites/{id}',
  ...writing({
    id: 'changeSite',
    tag,
    scope: 'people:write',
    role: 'manager',
    summary: 'Change a site',
    description: 'What is not named stays as it is.',
  }),
  request: { params: idParam, body: body(changeSchema) },
  responses: { 200: json(siteSchema, 'The site as it is now.') },
});

async function find(db: Parameters<typeof siteRow>[0], id: string) {
  const row = await siteRow(db, id);
  if (!row) throw new NotFound();
  return present(row);
}

/** `/sites`: the clients' websites and webshops. */
export function sitesApi(api: Api): void {
  api.openapi(listRoute, async (c) => {
    const query = c.req.valid('query');
    const rows = await pageOfSites(c.var.scope.db, query, wantedPage(query, nameKey));
    return c.json(pageOf(c, query, { rows, present, keyOf: ({ id, name }) => [name, id] }), 200);
  });
  api.openapi(addRoute, async (c) => {
    const { scope, actor } = c.var;
    const { organisationId, ...input } = c.req.valid('json');
    const id = await addSite(scope, actor, organisationId, input).catch(unknownOrganisation);
    c.header('Location', `${scope.baseUrl}/api/v1/sites/${id}`);
    return c.json(await find(scope.db, id), 201);
  });
  api.openapi(readRoute, async (c) => answerOne(c, await find(c.var.scope.db, c.req.valid('param').id)));
  api.openapi(changeRoute, async (c) => {
    const { id } = c.req.valid('param');
    const said = c.req.valid('json');
    await inTransaction(c.var.scope, async (scope) => {
      const { before, seen } = await changing(c, scope, { type: 'site', id }, () => find(scope.db, id));
      const { name, kind, phase, addresses, criticalParts } = before;
      const named = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      await changeSite(scope, c.var.actor, id, {
        name,
        kind,
        phase,
        addresses,
        criticalParts,
        ...named,
        seen,
      });
    });
    return answerOne(c, await find(c.var.scope.db, id));
  });
  contractsApi(api);
}

/** In a body an unknown organisation is a choice that does not exist, not an address that leads nowhere. */
function unknownOrganisation(error: unknown): never {
  throw error instanceof NotFound ? new Invalid({ organisationId: 'unknown_choice' }) : error;
}
