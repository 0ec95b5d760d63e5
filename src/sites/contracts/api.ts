import { createRoute, z } from '@hono/zod-openapi';
import { warrantyEnd } from '#agreement/coverage.ts';
import type { Api, ApiContext } from '#api/context.ts';
import { answerOne } from '#api/etag.ts';
import { body, idParam, json, reading, writing } from '#api/route.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { siteRow } from '../listing.ts';
import { coverageSchema, newContract, newDelivery } from './api-schema.ts';
import { addContract, changeContract, removeContract } from './contracts.ts';
import { addDelivery, changeDelivery, removeDelivery } from './deliveries.ts';
import { knownOf } from './known.ts';

const tag = 'Warranty and contracts';
const change = (declared: { id: string; summary: string; description?: string }) =>
  writing({ tag, scope: 'people:write', role: 'manager', ...declared });

const answer = json(coverageSchema, 'What is known of the site now.');
const deliveryParam = idParam.extend({ deliveryId: z.uuid() });
const contractParam = idParam.extend({ contractId: z.uuid() });

const readRoute = createRoute({
  method: 'get',
  path: '/sites/{id}/coverage',
  ...reading({
    id: 'getSiteCoverage',
    tag,
    scope: 'people:read',
    summary: 'Read the deliveries and contracts of a site',
  }),
  request: { params: idParam },
  responses: { 200: answer },
});
const addDeliveryRoute = createRoute({
  method: 'post',
  path: '/sites/{id}/deliveries',
  ...change({ id: 'addDelivery', summary: 'Say that a site, or a part of it, was delivered' }),
  request: { params: idParam, body: body(newDelivery) },
  responses: { 201: answer },
});
const changeDeliveryRoute = createRoute({
  method: 'put',
  path: '/sites/{id}/deliveries/{deliveryId}',
  ...change({ id: 'changeDelivery', summary: 'Change a delivery' }),
  request: { params: deliveryParam, body: body(newDelivery) },
  responses: { 200: answer },
});
const removeDeliveryRoute = createRoute({
  method: 'delete',
  path: '/sites/{id}/deliveries/{deliveryId}',
  ...change({
    id: 'removeDelivery',
    summary: 'Take away a delivery that was entered by mistake',
    description: 'Not one that a ticket is about.',
  }),
  request: { params: deliveryParam },
  responses: { 204: { description: 'It is gone.' } },
});
const addContractRoute = createRoute({
  method: 'post',
  path: '/sites/{id}/contracts',
  ...change({
    id: 'addContract',
    summary: 'Say from when the agency hosts a site, or it has a care plan',
    description: 'A site has one contract of a kind at a time.',
  }),
  request: { params: idParam, body: body(newContract) },
  responses: { 201: answer },
});
const changeContractRoute = createRoute({
  method: 'put',
  path: '/sites/{id}/contracts/{contractId}',
  ...change({ id: 'changeContract', summary: 'Change a contract, or end it by a last day' }),
  request: { params: contractParam, body: body(newContract) },
  responses: { 200: answer },
});
const removeContractRoute = createRoute({
  method: 'delete',
  path: '/sites/{id}/contracts/{contractId}',
  ...change({ id: 'removeContract', summary: 'Take away a contract that was entered by mistake' }),
  request: { params: contractParam },
  responses: { 204: { description: 'It is gone.' } },
});

/** `/sites/{id}/coverage` and what it is made of. */
export function contractsApi(api: Api): void {
  api.openapi(readRoute, async (c) => answerOne(c, await coverageOf(c, c.req.valid('param').id)));
  api.openapi(addDeliveryRoute, async (c) => {
    const { id } = c.req.valid('param');
    await addDelivery(c.var.scope, c.var.actor, id, c.req.valid('json')).catch(inOurNames);
    return c.json(await coverageOf(c, id), 201);
  });
  api.openapi(changeDeliveryRoute, async (c) => {
    const { id: siteId, deliveryId: id } = c.req.valid('param');
    await changeDelivery(c.var.scope, c.var.actor, { siteId, id }, c.req.valid('json')).catch(inOurNames);
    return c.json(await coverageOf(c, siteId), 200);
  });
  api.openapi(removeDeliveryRoute, async (c) => {
    const { id: siteId, deliveryId: id } = c.req.valid('param');
    await removeDelivery(c.var.scope, c.var.actor, { siteId, id });
    return c.body(null, 204);
  });
  api.openapi(addContractRoute, async (c) => {
    const { id } = c.req.valid('param');
    await addContract(c.var.scope, c.var.actor, id, inputOf(c.req.valid('json'))).catch(inOurNames);
    return c.json(await coverageOf(c, id), 201);
  });
  api.openapi(changeContractRoute, async (c) => {
    const { id: siteId, contractId: id } = c.req.valid('param');
    const input = inputOf(c.req.valid('json'));
    await changeContract(c.var.scope, c.var.actor, { siteId, id }, input).catch(inOurNames);
    return c.json(await coverageOf(c, siteId), 200);
  });
  api.openapi(removeContractRoute, async (c) => {
    const { id: siteId, contractId: id } = c.req.valid('param');
    await removeContract(c.var.scope, c.var.actor, { siteId, id });
    return c.body(null, 204);
  });
}

async function coverageOf(c: ApiContext, siteId: string): Promise<z.output<typeof coverageSchema>> {
  const { scope } = c.var;
  const [site, known, office] = await Promise.all([
    siteRow(scope.db, siteId),
    knownOf(scope.db, [siteId]),
    loadOffice(scope.db),
  ]);
  if (!site) throw new NotFound();
  const { warrantyMonths } = office.inForceOn(todayOf(office, scope.now())).agreement.coverage;
  const { deliveries, contracts } = known(siteId);
  return {
    deliveries: deliveries.map(({ id, name, on }) => ({
      id,
      name,
      on,
      warrantyUntil: warrantyEnd(on, warrantyMonths),
    })),
    contracts: contracts.map(({ id, kind, plan, priceCents, from, to }) => ({
      id,
      kind,
      plan,
      priceCents,
      from,
      to,
    })),
  };
}

/** Hosting is no plan and has no price, whatever else was said. */
function inputOf(said: z.output<typeof newContract>) {
  if (said.kind === 'care_plan') return said;
  const odd = (['plan', 'priceCents'] as const).find((field) => said[field] !== null);
  if (odd) throw new Invalid({ [odd]: 'only_care_plan' });
  return said;
}

const ourNames: Record<string, string> = { delivery_name: 'name', first_day: 'from', last_day: 'to' };

/** The operations name the fields as the forms do. */
function inOurNames(error: unknown): never {
  if (!(error instanceof Invalid)) throw error;
  throw new Invalid(
    Object.fromEntries(Object.entries(error.fields).map(([field, why]) => [ourNames[field] ?? field, why])),
  );
}
