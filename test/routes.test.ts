import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '#auth/web.ts';
import type { Person } from '#lib/actor.ts';
import { addressIn, makeThings, type Route, routesOf } from './things.ts';
import { createWorld, type World } from './world.ts';

let world: World;
/** What a path's parameters stand for: always something of the bakery's, which Vera must not see. */
let named: Record<string, string>;

beforeAll(async () => {
  world = await createWorld();
  named = await makeThings(world);
});
afterAll(() => world.close());

const routes = () => routesOf(world.app);

const visit = (route: Route, person: Person | null) => {
  const browser = world.as(person);
  return route.method === 'GET'
    ? browser.get(addressIn(named, route.path))
    : browser.post(addressIn(named, route.path));
};

test('every route states who may come', () => {
  expect(routes().length).toBeGreaterThan(50);
  expect(routes().filter(({ access }) => !access)).toEqual([]);
});

test('every route that reads an object is known to this test', () => {
  const unknown = routes().filter(
    ({ path }) =>
      path.includes(':id') &&
      !Object.keys(named).some((each) => path === each || path.startsWith(`${each}/`)),
  );
  expect(unknown.map(({ path }) => path)).toEqual([]);
});

describe('whoever may not', () => {
  test('who is not signed in goes to sign in first, and comes back', async () => {
    for (const route of routes().filter(({ access }) => access !== 'anyone')) {
      const answer = await visit(route, null);
      expect(answer.status, `${route.method} ${route.path}`).toBe(303);
      expect(answer.headers.get('location'), route.path).toMatch(/^\/sign-in(\?next=|$)/);
    }
  });

  test('a contact sees 404 on every address of the agency', async () => {
    for (const route of routes().filter(({ access }) => access === 'staff' || access === 'manager')) {
      for (const person of [world.contacts.roos, world.contacts.vera])
        expect((await visit(route, person)).status, `${route.method} ${route.path}`).toBe(404);
    }
  });

  test('a supporter and a developer see 404 on every address of managers', async () => {
    for (const route of routes().filter(({ access }) => access === 'manager')) {
      for (const person of [world.staff.sam, world.staff.dani])
        expect((await visit(route, person)).status, `${route.method} ${route.path}`).toBe(404);
    }
  });

  test('staff see 404 on the addresses of clients, or are led to their own page of the same thing', async () => {
    for (const route of routes().filter(({ access }) => access === 'contact')) {
      const answer = await visit(route, world.staff.sam);
      const led = answer.status === 303 && answer.headers.get('location')?.startsWith('/desk');
      expect(led || answer.status === 404, `${route.method} ${route.path}: ${answer.status}`).toBe(true);
    }
  });

  test('a stranger sees 404 wherever an address names something of another client', async () => {
    const objects = routes().filter(({ path, access }) => path.includes(':id') && access !== 'anyone');
    expect(objects.length).toBeGreaterThan(20);
    for (const route of objects) {
      const answer = await visit(route, world.contacts.vera);
      expect(answer.status, `${route.method} ${route.path}`).toBe(404);
      expect(await answer.text()).not.toContain('bakker');
    }
  });
});

describe('whoever may', () => {
  const everyone = (access: Access): Person[] => {
    const { roos, kees, cora, vera } = world.contacts;
    const { mila, sam, dani } = world.staff;
    if (access === 'manager') return [mila];
    if (access === 'staff') return [mila, sam, dani];
    if (access === 'contact') return [roos, kees, cora, vera];
    return [mila, sam, roos, cora, vera];
  };

  test('gets an answer on every address, and never a fault', async () => {
    for (const route of routes()) {
      for (const person of everyone(route.access!)) {
        const answer = await visit(route, person);
        expect(answer.status, `${route.method} ${route.path} as ${person.name} ${world.faults}`).toBeLessThan(
          500,
        );
      }
    }
    expect(world.faults).toEqual([]);
  });

  test('a form from another site is refused', async () => {
    for (const route of routes().filter(({ method }) => method === 'POST')) {
      const answer = await world.app.request(`http://nazorg.test${addressIn(named, route.path)}`, {
        method: 'POST',
        body: new URLSearchParams({ a: 'b' }),
        headers: { origin: 'https://evil.example' },
      });
      expect(answer.status, route.path).toBe(403);
    }
  });
});
