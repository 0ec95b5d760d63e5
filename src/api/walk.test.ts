import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addTraining } from '#people/trainings.ts';
import { quoteFor } from '#quotes/quotes.fixture.ts';
import { addContract } from '#sites/contracts/contracts.ts';
import { addDelivery } from '#sites/contracts/deliveries.ts';
import { keepFiles } from '#tickets/attachments.ts';
import { addNote, reportTicket } from '#tickets/tickets.ts';
import { committed, faultsOf, operations, sampleOf } from '../../test/contract.ts';
import { type Answer, type Caller, programOf, tokenFor } from '../../test/program.ts';
import { createWorld, type World } from '../../test/world.ts';
import { createApi, openApiJson } from './api.ts';
import { bodyOf, type Operation } from './reference-data.ts';
import { scopeNames, type TokenScope } from './scopes.ts';

let world: World;
let manager: Caller;
let supporter: Caller;
/** What `{id}` stands for, by the first part of the path, and ids by the name of the field. */
let named: Record<string, string>;
let known: Record<string, unknown>;
let contracts = 0;
const nobody = '00000000-0000-4000-8000-ffffffffffff';

beforeAll(async () => {
  world = await createWorld();
  manager = programOf(world, (await tokenFor(world, 'manager')).token);
  supporter = programOf(world, (await tokenFor(world, 'supporter')).token);
});
afterAll(() => world.close());

beforeEach(async () => {
  const { scope, contacts, staff, sites, organisations } = world;
  const [attachment = ''] = await keepFiles(scope, world.files, contacts.roos, [
    { name: 'scherm.txt', bytes: new TextEncoder().encode('wit scherm') },
  ]);
  const { id } = await reportTicket(scope, contacts.roos, {
    siteId: sites.shop,
    subject: 'Geheim van de bakker',
    did: 'Ik bakte.',
    happened: 'Het brandde aan.',
    expected: '',
    urgency: 'low',
    impact: 'small',
    attachmentIds: [attachment],
  });
  await addNote(scope, staff.sam, id, { body: 'Interne notitie over de bakker' });
  const part = crypto.randomUUID();
  const quote = await quoteFor(world);
  // a site has one contract of a kind at a time
  const to = Temporal.PlainDate.from('2100-01-01').add({ days: contracts++ }).toString();
  named = {
    delivery: await addDelivery(scope, staff.mila, sites.site, { name: part, on: '2026-01-15' }),
    contract: await addContract(scope, staff.mila, sites.site, {
      kind: 'hosting',
      plan: null,
      priceCents: null,
      from: to,
      to,
    }),
    training: await addTraining(scope, staff.mila, contacts.kees.id, { cms: part, on: '2026-01-15' }),
    tickets: id,
    attachments: attachment,
    organisations: organisations.bakery,
    contacts: contacts.kees.id,
    sites: sites.site,
    quotes: quote.id,
  };
  known = {
    siteId: sites.shop,
    reporterId: contacts.roos.id,
    assigneeId: staff.sam.id,
    organisationId: organisations.bakery,
    email: `iemand-${crypto.randomUUID()}@example.test`,
    priority: 'high',
  };
});

const scopeOf = (operation: Operation) =>
  Object.values(
    (operation as unknown as { security: Record<string, string[]>[] }).security[0]!,
  )[0]![0] as TokenScope;
const roleOf = ({ description }: Operation) =>
  /the role `manager`/.test(description) ? 'manager' : 'supporter';
const nameOf = ({ method, path }: Operation) => `${method.toUpperCase()} ${path}`;

function addressOf({ path, parameters }: Operation, id?: string): string {
  const kind = path.split('/')[1] ?? '';
  const query = parameters
    .filter(({ in: place, required }) => place === 'query' && required)
    .map(({ name, schema }) => `${name}=${String(sampleOf(schema, known, name))}`);
  const address = path
    .replace('{id}', id ?? named[kind] ?? nobody)
    .replace('{personId}', world.contacts.kees.id)
    .replace('{deliveryId}', named.delivery ?? nobody)
    .replace('{contractId}', named.contract ?? nobody)
    .replace('{trainingId}', named.training ?? nobody);
  return query.length ? `${address}?${query.join('&')}` : address;
}

function send(
  call: Caller,
  operation: Operation,
  { id, more }: { id?: string; more?: object } = {},
): Promise<Answer> {
  const method = operation.method.toUpperCase();
  const schema = bodyOf(operation);
  if (operation.path === '/attachments') {
    const body = new FormData();
    body.append('file', new File(['abc'], 'abc.txt'));
    return call('/attachments', { method, body });
  }
  const json = schema ? { ...(sampleOf(schema, known) as object), ...more } : undefined;
  return call(addressOf(operation, id), { method, json });
}

/** A problem that says no more than its kind. */
function expectProblem(operation: Operation, answer: Answer, status: number): void {
  expect(answer.status, `${nameOf(operation)}: ${answer.text}`).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.json).toMatchObject({ status, type: expect.stringContaining('/api/v1/#problem-') });
  expect(answer.json.instance).toMatch(/^urn:uuid:/);
  expect(answer.text).not.toContain('bakker');
  expect(faultsOf(operation, answer), nameOf(operation)).toEqual([]);
}

describe('the document', () => {
  test('is the one that is committed, and the one that is served', async () => {
    expect(JSON.parse(openApiJson())).toEqual(committed);
    expect((await programOf(world, null)('/openapi.json')).json).toEqual(committed);
  });

  test('pleases a linter', async () => {
    const problems = await lintFromString({
      source: openApiJson(),
      absoluteRef: 'openapi.json',
      config: await createConfig({ extends: ['recommended-strict'] }),
    });
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  test('names every operation once, with a scope that there is', () => {
    expect(operations.length).toBeGreaterThan(40);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    for (const operation of operations) expect(scopeNames, nameOf(operation)).toContain(scopeOf(operation));
  });

  test('holds every address that the API answers, and the program answers no other there', () => {
    const told = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    const answered = createApi().routes.map(
      ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(new Set(answered)).toEqual(new Set([...told, 'GET /', 'GET /openapi.json']));
    const mounted = world.app.routes.filter(({ path }) => path.startsWith('/api'));
    expect(mounted.map(({ method, path }) => `${method} ${path}`)).toEqual(['ALL /api/v1', 'ALL /api/v1/*']);
  });
});

describe('every operation', () => {
  test('refuses whoever shows no token, a made-up one, or a cookie', async () => {
    const cookie = (await world.as(world.staff.mila).get('/desk')).status;
    expect(cookie).toBe(200);
    const token = await sessionCookie();
    for (const operation of operations) {
      expectProblem(operation, await send(programOf(world, null), operation), 401);
      expectProblem(operation, await send(programOf(world, `nzg_${'x'.repeat(43)}`), operation), 401);
      const withCookie: Caller = (path, call) =>
        programOf(world, null)(path, { ...call, headers: { ...call?.headers, cookie: token } });
      expectProblem(operation, await send(withCookie, operation), 401);
    }
  });

  test('refuses a token that has every scope but the one it needs', async () => {
    for (const scope of scopeNames) {
      const scopes = scopeNames.filter((each) => each !== scope);
      const call = programOf(world, (await tokenFor(world, 'manager', { scopes })).token);
      for (const operation of operations.filter((each) => scopeOf(each) === scope)) {
        const answer = await send(call, operation);
        expectProblem(operation, answer, 403);
        expect(answer.json.detail).toContain(scope);
        expect(answer.headers.get('www-authenticate')).toContain('insufficient_scope');
      }
    }
  });

  test('that needs a manager refuses a supporter', async () => {
    const theirs = operations.filter((operation) => roleOf(operation) === 'manager');
    expect(theirs.length).toBeGreaterThan(5);
    for (const operation of theirs) expectProblem(operation, await send(supporter, operation), 403);
  });

  test('answers a manager and a supporter as the document says', async () => {
    const bad: string[] = [];
    for (const [call, operation] of operations.flatMap((each) => [
      [manager, each] as const,
      [supporter, each] as const,
    ])) {
      const answer = await send(call, operation);
      bad.push(...faultsOf(operation, answer).map((fault) => `${nameOf(operation)}: ${fault}`));
      if (operation.method === 'get') expect(answer.status, nameOf(operation)).toBe(200);
      expect([200, 201, 204, 403, 409, 422], nameOf(operation)).toContain(answer.status);
    }
    expect(bad).toEqual([]);
  });

  test('finds nothing under an id that is nobody’s, or none at all', async () => {
    for (const operation of operations.filter(({ path }) => path.includes('{id}')))
      for (const id of [nobody, 'abc', '%00', 'a'.repeat(300), '%F0%9F%A5%96'])
        expectProblem(operation, await send(manager, operation, { id }), 404);
  });

  test('of the client’s steps does nothing in the name of a stranger', async () => {
    const acting = operations.filter(
      (each) =>
        each.path.startsWith('/tickets/{id}/') && each.method === 'post' && !each.path.endsWith('watchers'),
    );
    expect(acting.length).toBeGreaterThan(15);
    for (const operation of acting) {
      const answer = await send(manager, operation, { more: { actingFor: world.contacts.vera.id } });
      expectProblem(operation, answer, 404);
    }
  });

  test('takes a body only as JSON, well-formed, of a decent size, with known fields', async () => {
    const withBody = operations.filter((each) => bodyOf(each) && each.path !== '/attachments');
    for (const operation of withBody) {
      const method = operation.method.toUpperCase();
      const type = { 'content-type': 'application/json' };
      const try_ = (body: BodyInit, headers: Record<string, string> = type) =>
        manager(addressOf(operation), { method, body, headers });
      expectProblem(operation, await try_('{"a":'), 400);
      expectProblem(operation, await try_(new Uint8Array([0x22, 0xff, 0xfe, 0x22])), 400);
      expectProblem(
        operation,
        await try_('a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
        415,
      );
      expectProblem(operation, await try_('[]'), 422);
      expectProblem(operation, await try_('"tekst"'), 422);
      expectProblem(operation, await try_('{"__proto__": {"x": 1}, "wat": 1}'), 422);
      expectProblem(operation, await try_(`{"x": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`), 422);
    }
    const [first] = withBody;
    expectProblem(
      first!,
      await manager('/tickets', {
        body: `"${'x'.repeat(5 << 20)}"`,
        headers: { 'content-type': 'application/json' },
      }),
      413,
    );
  });

  test('takes no text that cannot be stored', async () => {
    for (const operation of operations.filter((each) => bodyOf(each) && each.path !== '/attachments')) {
      const sample = sampleOf(bodyOf(operation)!, known) as Record<string, unknown>;
      for (const [field, value] of Object.entries(sample)) {
        if (typeof value !== 'string') continue;
        for (const odd of ['a\u0000b', 'a\ud800b', 'x'.repeat(100_001)]) {
          const answer = await send(manager, operation, { more: { [field]: odd } });
          expectProblem(operation, answer, 422);
          expect(Object.keys(answer.json.errors), nameOf(operation)).toEqual([field]);
        }
      }
    }
  });

  test('leaves no fault in the log', () => {
    expect(world.faults).toEqual([]);
  });
});

async function sessionCookie(): Promise<string> {
  const seen: string[] = [];
  const request = world.app.request;
  world.app.request = ((...all: Parameters<typeof request>) => {
    seen.push(new Headers((all[1] as RequestInit)?.headers).get('cookie') ?? '');
    return request(...all);
  }) as typeof request;
  await world.as(world.staff.mila).get('/desk');
  world.app.request = request;
  return seen[0] ?? '';
}
