import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';
import { addOrganisation } from './organisations.ts';
import { pageSize } from './queries.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('a manager adds, renames, ends and resumes a client', async () => {
  const manager = world.as(world.staff.mila);
  const added = await manager.post('/desk/organisations', { name: '  Slagerij   De Bijl ' });
  const path = added.headers.get('location')!;
  expect([added.status, path]).toEqual([303, expect.stringMatching(/^\/desk\/organisations\/[\w-]{36}$/)]);
  expect(await (await manager.get(path)).text()).toContain('Slagerij De Bijl');
  expect((await manager.post(path, { name: 'Slagerij Bijl' })).status).toBe(303);
  expect((await manager.post(`${path}/end`)).status).toBe(303);
  expect((await manager.post(`${path}/end`)).status).toBe(303);
  const ended = await (await manager.get(path)).text();
  expect(ended).toContain('samenwerking is beëindigd op');
  const contact = {
    kind: 'contact',
    organisation: path.split('/').at(-1)!,
    name: 'X',
    email: 'x@example.test',
    language: 'nl',
    role: 'reporter',
  };
  expect((await manager.post('/desk/people', contact)).status).toBe(422);
  expect((await manager.post(`${path}/resumption`)).status).toBe(303);
  const events = await world.scope.db
    .selectFrom('events')
    .select('type')
    .where('subject_id', '=', path.split('/').at(-1)!)
    .orderBy('id')
    .execute();
  expect(events.map(({ type }) => type.split('.')[1])).toEqual(['added', 'renamed', 'ended', 'resumed']);
});

test('a name that cannot be is refused, and kept in the form', async () => {
  const manager = world.as(world.staff.mila);
  expect((await manager.post('/desk/organisations', { name: '  ' })).status).toBe(422);
  expect((await manager.post('/desk/organisations', { name: 'a\u0000' })).status).toBe(422);
  const name = '<script>alert(1)</script> 🥐 مخبز';
  const added = await manager.post('/desk/organisations', { name });
  const page = await (await manager.get(added.headers.get('location')!)).text();
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; 🥐 مخبز');
});

test('the list counts what each client has, is searched, and goes on page by page', async () => {
  const { scope, staff } = world;
  for (let count = 0; count < pageSize; count++)
    await addOrganisation(scope, staff.mila, { name: `Klant ${String(count).padStart(3, '0')} 100%` });
  const browser = world.as(staff.sam);
  const first = await (await browser.get('/desk/organisations')).text();
  expect(first).toMatch(/Bakkerij De Proef.*?2 sites.*?3 contactpersonen.*?0 open meldingen/s);
  const more = /href="(\/desk\/organisations\?q=&amp;after=[^"]+)"/
    .exec(first)?.[1]
    ?.replaceAll('&amp;', '&');
  const second = await (await browser.get(more!)).text();
  expect(second).toContain('Klant 049');
  expect(second).not.toContain('Klant 001');
  const found = await (await browser.get('/desk/organisations?q=001%20100%25')).text();
  expect(found).toContain('Klant 001');
  expect(found).not.toContain('Klant 002');
  expect((await browser.get('/desk/organisations?q=%00&after=x')).status).toBe(200);
});

test('all of the agency look, managers alone change, clients see nothing here', async () => {
  const path = `/desk/organisations/${world.organisations.bakery}`;
  expect((await world.as(world.staff.dani).get(path)).status).toBe(200);
  expect((await world.as(world.staff.dani).post(`${path}/end`)).status).toBe(404);
  for (const contact of Object.values(world.contacts)) {
    expect((await world.as(contact).get(path)).status).toBe(404);
    expect((await world.as(contact).get('/desk/organisations')).status).toBe(404);
    expect((await world.as(contact).post(path, { name: 'Van ons' })).status).toBe(404);
  }
  expect((await world.as(world.staff.mila).get('/desk/organisations/x')).status).toBe(404);
});
