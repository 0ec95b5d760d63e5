import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportOn } from '#tickets/costs.fixture.ts';
import { createWorld, type World } from '../../test/world.ts';

let world: World;
const https = 'https://hulp.bureau.test';
/** A page, a form, a redirect, what is not there, the API and its faults, health, and an asset. */
const addresses = [
  '/sign-in',
  '/report',
  '/nergens',
  '/api/v1/openapi.json',
  '/api/v1/tickets',
  '/api/reference',
  '/healthz',
  '/assets/nergens.js',
];

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('every answer behind TLS keeps browsers there, and has them run and frame nothing strange', async () => {
  const app = world.beside(undefined, https);
  for (const path of addresses) {
    const { headers } = await app.request(`${https}${path}`);
    const has = (name: string) => headers.get(name) ?? '';
    expect(has('strict-transport-security'), path).toBe('max-age=31536000; includeSubDomains');
    expect(has('x-content-type-options'), path).toBe('nosniff');
    expect(has('referrer-policy'), path).toBe('same-origin');
    expect(has('cross-origin-opener-policy'), path).toBe('same-origin');
    expect(has('cross-origin-resource-policy'), path).toBe('same-origin');
    expect(has('access-control-allow-origin'), path).toBe('');
    const policy = has('content-security-policy').split(/; */);
    expect(policy, path).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(has('content-security-policy'), path).not.toMatch(/unsafe|\*|https?:/);
  }
});

test('over plain http there is no promise of TLS', async () => {
  const { headers } = await world.app.request('http://nazorg.test/sign-in');
  expect(headers.get('strict-transport-security')).toBeNull();
});

test('pages have a nonce of their own for their style, no code in them, and are stored nowhere', async () => {
  const { id } = await reportOn(world, world.sites.shop);
  const nonces = new Set<string>();
  const pages = [
    [null, '/sign-in'],
    [world.contacts.roos, '/'],
    [world.contacts.roos, '/report'],
    [world.contacts.roos, `/tickets/${id}`],
    [world.staff.mila, '/desk'],
    [world.staff.mila, `/desk/tickets/${id}`],
    [world.staff.mila, '/desk/settings/agency'],
    [world.staff.mila, '/profile/security'],
  ] as const;
  for (const [person, path] of pages) {
    const answer = await world.as(person).get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get('cache-control'), path).toBe('private, no-store');
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? [];
    nonces.add(nonce);
    const html = await answer.text();
    expect(html, path).toContain(nonce);
    expect(html.match(/<script(?![^>]* src="\/)[^>]*>/g), path).toBeNull();
    expect(html.match(/<[a-z-]+[^>]* (?:on[a-z]+|style)="/g), path).toBeNull();
    expect(html.match(/(?:src|href)="(?:https?:)?\/\/(?!nazorg\.test)/g), path).toBeNull();
  }
  expect(nonces.size).toBe(pages.length);
});

test('looking changes nothing: no page that is asked for writes what happened', async () => {
  const paths = world.app.routes
    .filter(({ method, path }) => method === 'GET' && !/[:*]|^\/live/.test(path))
    .map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(30);
  const count = async () =>
    (
      await world.scope.db
        .selectFrom('events')
        .select((eb) => eb.fn.countAll<number>().as('all'))
        .executeTakeFirstOrThrow()
    ).all;
  const before = await count();
  for (const path of new Set(paths))
    for (const person of [world.staff.mila, world.contacts.cora]) await world.as(person).get(path);
  expect(await count()).toBe(before);
});
