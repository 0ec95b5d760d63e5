import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Contact } from '#lib/actor.ts';
import { createWorld, type World } from '../../../test/world.ts';
import { ask, giveAnswer, reportTicket, signOff } from '../tickets.ts';
import { portalPage } from './queries.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  const { roos, kees, cora } = world.contacts;
  const { sam } = world.staff;
  const { scope } = world;
  await report(roos, 'shop', 'Roos in de webshop');
  await report(roos, 'site', 'Roos op de website');
  await report(cora, 'site', 'Cora op de website');
  await ask(scope, sam, (await report(roos, 'shop', 'Vraag aan Roos')).id, { body: 'Welke browser?' });
  await giveAnswer(scope, sam, (await report(kees, 'shop', 'Kees moet testen')).id, { body: 'Klaar.' });
  const done = await report(roos, 'shop', 'Al afgemeld');
  await giveAnswer(scope, sam, done.id, { body: 'Klaar.' });
  await signOff(scope, roos, done.id);
});
afterAll(() => world.close());

const report = (contact: Contact, site: 'shop' | 'site', subject: string) =>
  reportTicket(world.scope, contact, {
    siteId: world.sites[site],
    subject,
    did: 'Ik klikte.',
    happened: 'Niets.',
    expected: '',
    urgency: 'low',
    impact: 'small',
  });

const shown = async (contact: Contact, path = '/') => {
  const answer = await world.as(contact).get(path);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  return [...html.matchAll(/<h3[^>]*><a[^>]*>([^<]*)<\/a>/g)].map(([, subject]) => subject);
};

test('a reporter sees their own, what waits for them first', async () => {
  const { roos } = world.contacts;
  expect(await shown(roos)).toEqual(['Vraag aan Roos', 'Roos op de website', 'Roos in de webshop']);
  expect(await shown(roos, '/?view=waiting')).toEqual(['Vraag aan Roos']);
  expect(await shown(roos, '/?view=done')).toEqual(['Al afgemeld']);
  const page = await (await world.as(roos).get('/')).text();
  expect(page).toContain('U bent aan zet');
  expect(page).not.toContain('Alleen van mijzelf');
});

test('a colleague sees those of the chosen sites as well, and may look at their own only', async () => {
  const { kees } = world.contacts;
  expect(await shown(kees)).toEqual(['Kees moet testen', 'Vraag aan Roos', 'Roos in de webshop']);
  expect(await shown(kees, '/?own')).toEqual(['Kees moet testen']);
});

test('a colleague without sites sees their own', async () => {
  const { kees } = world.contacts;
  const { db } = world.scope;
  await db.deleteFrom('person_sites').where('person_id', '=', kees.id).execute();
  expect(await shown(kees)).toEqual(['Kees moet testen']);
  await db.insertInto('person_sites').values({ person_id: kees.id, site_id: world.sites.shop }).execute();
});

test('a sign-off waits for its reporter and the coordinator, and not for a colleague', async () => {
  const { roos, cora } = world.contacts;
  const theirs = await report(roos, 'shop', 'Roos moet testen');
  await giveAnswer(world.scope, world.staff.sam, theirs.id, { body: 'Klaar.' });
  expect(await shown(world.contacts.kees, '/?view=waiting')).toEqual(['Kees moet testen', 'Vraag aan Roos']);
  expect(await shown(cora, '/?view=waiting')).toContain('Roos moet testen');
  expect(await shown(roos, '/?view=waiting')).toEqual(['Roos moet testen', 'Vraag aan Roos']);
});

test('a coordinator sees all of the organisation, a stranger none of it', async () => {
  expect(await shown(world.contacts.cora)).toHaveLength(6);
  const { vera } = world.contacts;
  expect(await shown(vera)).toEqual([]);
  const page = await (await world.as(vera).get('/')).text();
  expect(page).toContain('Hier komen uw lopende meldingen');
  expect(page).toContain('href="/report"');
});

test('a long list goes on below the last number, and what waits stands on the first page', async () => {
  const { cora } = world.contacts;
  for (let count = 0; count < portalPage; count++) await report(cora, 'site', `Rij ${count}`);
  const page = await (await world.as(cora).get('/')).text();
  const before = /\?before=(\d+)/.exec(page)?.[1];
  expect(before).toBeDefined();
  const older = await shown(cora, `/?before=${before}`);
  expect(older).toContain('Roos in de webshop');
  expect(older).not.toContain('Vraag aan Roos');
  expect(await shown(cora, '/?before=1')).toEqual([]);
  expect((await world.as(cora).get('/?before=%F0%9F%92%A5&view=odd&own=x')).status).toBe(200);
});

test('tabs say how many they hold, and from a hundred on only that it is many', async () => {
  const { vera } = world.contacts;
  const tabs = async () => {
    const page = await (await world.as(vera).get('/')).text();
    return [...page.matchAll(/badge badge-sm[^>]*>([^<]*)</g)].map(([, count]) => count);
  };
  expect(await tabs()).toEqual(['0', '0', '0']);
  const ticket = await reportTicket(world.scope, vera, {
    siteId: world.sites.foreign,
    subject: 'Van jaren her',
    did: 'Ik klikte.',
    happened: 'Niets.',
    expected: '',
    urgency: 'low',
    impact: 'small',
  });
  const copies = (count: number) =>
    sql`insert into tickets overriding system value
        select (jsonb_populate_record(null::tickets, to_jsonb(old) || jsonb_build_object('id', gen_random_uuid(),
          'number', nextval(pg_get_serial_sequence('tickets', 'number')), 'closed_at', now(), 'state', 'dropped'))).*
        from tickets as old, generate_series(1, ${count}::int) where old.id = ${ticket.id}`.execute(
      world.scope.db,
    );
  await copies(99);
  expect(await tabs()).toEqual(['1', '0', '99']);
  await copies(1);
  expect(await tabs()).toEqual(['1', '0', '99+']);
});

test('staff go to the desk, and who is not signed in goes to sign in', async () => {
  const staff = await world.as(world.staff.sam).get('/');
  expect([staff.status, staff.headers.get('location')]).toEqual([303, '/desk']);
  const nobody = await world.as(null).get('/');
  expect(nobody.headers.get('location')).toMatch(/^\/sign-in/);
  expect(world.faults).toEqual([]);
});
