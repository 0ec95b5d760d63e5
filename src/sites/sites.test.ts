import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';
import { sitesFor } from './queries.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const form = {
  name: 'Broodmand',
  kind: 'webshop',
  phase: 'live',
  addresses: 'www.broodmand.test\r\nhttps://broodmand.test/nl\r\n\r\n',
  critical_parts: 'bestellen en betalen\nbezorgdag kiezen',
};
const site = (id: string) =>
  world.scope.db.selectFrom('sites').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

test('a manager adds a site with its addresses and critical parts, and changes it', async () => {
  const manager = world.as(world.staff.mila);
  const added = await manager.post(`/desk/organisations/${world.organisations.bakery}/sites`, form);
  expect(added.status).toBe(303);
  const path = added.headers.get('location')!;
  const id = path.split('/').at(-1)!;
  expect(await site(id)).toMatchObject({
    addresses: ['https://www.broodmand.test', 'https://broodmand.test/nl'],
    critical_parts: ['bestellen en betalen', 'bezorgdag kiezen'],
  });
  expect((await manager.post(path, { ...form, phase: 'ended' })).status).toBe(303);
  expect(await site(id)).toMatchObject({ phase: 'ended' });
  expect(await (await world.as(world.staff.sam).get(path)).text()).toContain('bezorgdag kiezen');
});

test('only the web is a web address', async () => {
  const path = `/desk/organisations/${world.organisations.bakery}/sites`;
  for (const addresses of [
    'javascript:alert(1)//http://x.test',
    'data:text/html,x',
    'ftp://x.test',
    'https://user:pass@x.test',
    'https://',
    'x y',
  ]) {
    const answer = await world.as(world.staff.mila).post(path, { ...form, addresses });
    expect([addresses, answer.status]).toEqual([addresses, 422]);
    const page = await answer.text();
    expect(page).toContain('Dit is geen webadres');
    expect(page).toContain('bezorgdag kiezen');
  }
});

test('others of the agency look, clients see nothing here', async () => {
  const path = `/desk/sites/${world.sites.shop}`;
  expect((await world.as(world.staff.sam).get(path)).status).toBe(200);
  expect((await world.as(world.staff.sam).post(path, form)).status).toBe(404);
  for (const contact of Object.values(world.contacts)) {
    expect((await world.as(contact).get(path)).status).toBe(404);
    expect((await world.as(contact).post(path, form)).status).toBe(404);
  }
});

test('one reports on the sites of one’s own client, and on the chosen ones only', async () => {
  const { roos, kees, cora, vera } = world.contacts;
  const names = async (person: Parameters<typeof sitesFor>[1]) =>
    (await sitesFor(world.scope.db, person)).map(({ name }) => name);
  expect(await names(roos)).toEqual(['Webshop De Proef', 'Website De Proef']);
  expect(await names(cora)).toEqual(['Webshop De Proef', 'Website De Proef']);
  expect(await names(kees)).toEqual(['Webshop De Proef']);
  expect(await names({ ...kees, siteIds: [] })).toEqual(['Webshop De Proef', 'Website De Proef']);
  expect(await names({ ...kees, siteIds: [world.sites.foreign] })).toEqual([]);
  expect(await names(vera)).toEqual(['Fietsen Elders']);
  const end = `/desk/organisations/${world.organisations.foreign}`;
  expect((await world.as(world.staff.mila).post(`${end}/end`)).status).toBe(303);
  expect(await names(vera)).toEqual([]);
  expect((await world.as(world.staff.mila).post(`${end}/resumption`)).status).toBe(303);
  expect(await names(vera)).toEqual(['Fietsen Elders']);
});

test('parts that are often critical are offered, and added by a tick', async () => {
  const manager = world.as(world.staff.mila);
  const path = `/desk/organisations/${world.organisations.bakery}/sites`;
  expect(await (await manager.get(`${path}/new`)).text()).toContain('value="voorraad en prijzen"');
  const ticked = { ...form, name: 'Taarten', critical_more: ['zoeken', 'inloggen'] };
  const refused = await (await manager.post(path, { ...ticked, name: '' })).text();
  expect(refused).toContain('bezorgdag kiezen\nzoeken\ninloggen');
  expect(refused).not.toContain('value="zoeken"');
  const added = (await manager.post(path, ticked)).headers.get('location')!;
  expect((await site(added.split('/').at(-1)!)).critical_parts).toEqual([
    'bestellen en betalen',
    'bezorgdag kiezen',
    'zoeken',
    'inloggen',
  ]);
  expect(await (await manager.get(added)).text()).not.toContain('value="bestellen en betalen"');
});
