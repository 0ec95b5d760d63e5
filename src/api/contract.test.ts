import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { type OpenAPIClient, OpenAPIClientAxios } from 'openapi-client-axios';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { committed, faultsOf, operations } from '../../test/contract.ts';
import { tokenFor } from '../../test/program.ts';
import { createWorld, type World } from '../../test/world.ts';

// A client that somebody generated from openapi.json alone, against a server that listens.
let world: World;
let server: ServerType;
let client: OpenAPIClient;
const tokens: Record<'manager' | 'supporter', string> = { manager: '', supporter: '' };

beforeAll(async () => {
  world = await createWorld();
  for (const role of ['manager', 'supporter'] as const) tokens[role] = (await tokenFor(world, role)).token;
  server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const api = new OpenAPIClientAxios({
    definition: committed as never,
    withServer: { url: `http://127.0.0.1:${port}/api/v1` },
    axiosConfigDefaults: {
      validateStatus: () => true,
      responseType: 'text',
      transformResponse: (text) => text,
    },
  });
  client = await api.init();
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await world.close();
});

/** Calls an operation by its name, and holds the answer against the document. */
async function call(
  name: string,
  {
    as = 'manager',
    params = {},
    body,
    headers = {},
  }: { as?: 'manager' | 'supporter'; params?: object; body?: unknown; headers?: object } = {},
) {
  const operation = client[name];
  if (!operation) throw new Error(`The client has no ${name}.`);
  const answer = await operation(params as never, body, {
    headers: { authorization: `Bearer ${tokens[as]}`, 'content-type': 'application/json', ...headers },
  });
  const text = String(answer.data ?? '');
  const type = String(answer.headers['content-type'] ?? '');
  const read = {
    status: answer.status,
    headers: new Headers(answer.headers as Record<string, string>),
    text,
    json: /json/.test(type) ? JSON.parse(text) : null,
  };
  const declared = operations.find(({ id }) => id === name)!;
  expect(faultsOf(declared, read), name).toEqual([]);
  return read;
}

test('a generated client knows every operation', () => {
  expect(operations.map(({ id }) => id).filter((id) => typeof client[id] !== 'function')).toEqual([]);
});

test('a generated client takes a ticket from the report to the sign-off', async () => {
  const { items: organisations } = (await call('listOrganisations', { params: { limit: 1 } })).json;
  const { items: contacts } = (await call('listContacts', { params: { organisation: organisations[0].id } }))
    .json;
  const { items: sites } = (await call('listSites', { params: { organisation: organisations[0].id } })).json;
  const { items: staff } = (await call('listStaff')).json;
  const file = await call('handInAttachment', {
    params: { name: 'log.txt' },
    body: 'regel één',
    headers: { 'content-type': 'application/octet-stream' },
  });
  expect(file.status).toBe(201);
  const body = {
    siteId: sites[0].id,
    reporterId: contacts[0].id,
    subject: 'Van een gegenereerde client',
    did: 'Ik klikte.',
    happened: 'Niets.',
    urgency: 'high',
    impact: 'large',
    attachmentIds: [file.json.id],
  };
  const key = { 'idempotency-key': crypto.randomUUID() };
  const first = await call('reportTicket', { body, headers: key });
  expect(first.status).toBe(201);
  expect((await call('reportTicket', { body, headers: key })).json).toEqual(first.json);
  const { id } = first.json;
  const steps: [string, object, ('manager' | 'supporter')?][] = [
    ['pickUpTicket', { assigneeId: staff[0].id }],
    ['askClient', { body: 'Welke browser?' }],
    ['enterAnswer', { body: 'Firefox' }],
    ['writeNote', { body: 'Onder ons' }],
    ['handOver', { whatChanged: 'Knop', howToTest: 'Klik' }],
    ['enterTestResult', { passed: true }, 'supporter'],
    ['release', { body: 'Er staat een nieuwe versie online.' }],
    ['signOff', {}],
  ];
  for (const [name, said, as = 'manager'] of steps)
    expect((await call(name, { params: { id }, body: said, as })).status, name).toBe(201);
  const ticket = await call('getTicket', { params: { id } });
  expect(ticket.json).toMatchObject({ state: 'signed_off' });
  const known = await call('getTicket', {
    params: { id },
    headers: { 'if-none-match': ticket.headers.get('etag') },
  });
  expect(known.status).toBe(304);
  expect((await call('listMessages', { params: { id } })).json.items).toHaveLength(3);
  expect((await call('getHistory', { params: { id, limit: 100 } })).json.items.length).toBeGreaterThan(7);
  const [attachment] = (await call('listAttachments', { params: { id } })).json.items;
  expect((await call('getAttachment', { params: { id: attachment.id } })).text).toBe('regel één');
  expect((await call('getDeadlines', { params: { priority: 'high' } })).status).toBe(200);
});

test('what is refused over the wire is a problem too', async () => {
  expect((await call('getTicket', { params: { id: world.sites.shop } })).status).toBe(404);
  expect((await call('reportTicket', { body: {} })).status).toBe(422);
  expect((await call('addOrganisation', { body: { name: 'x' }, as: 'supporter' })).status).toBe(403);
  expect((await call('reportTicket', { body: 'x'.repeat(5 << 20) })).status).toBe(413);
  expect(
    (
      await call('handInAttachment', {
        params: { name: 'x' },
        body: Buffer.alloc(26 << 20),
        headers: { 'content-type': 'application/octet-stream' },
      })
    ).status,
  ).toBe(413);
  expect(world.faults).toEqual([]);
});
