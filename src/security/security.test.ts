import { afterAll, beforeAll, expect, test } from 'vitest';
import { byPassword, givePasswords, password, setUpApp } from '../../test/factors.ts';
import { createVisitor } from '../../test/visitor.ts';
import { createWorld, type World } from '../../test/world.ts';

let world: World;
let minute = 0;
const later = (minutes = 5) => {
  minute += minutes;
  world.at(new Date(Date.parse('2026-10-16T09:30:00+02:00') + minute * 60_000).toISOString());
};

beforeAll(async () => {
  world = await createWorld();
  const { staff, contacts } = world;
  await givePasswords(world, [staff.mila, staff.sam, staff.dani, contacts.roos, contacts.vera]);
});
afterAll(() => world.close());

const mailsTo = (email: string) =>
  world.scope.db.selectFrom('mails').select(['subject', 'text']).where('to_address', '=', email).execute();

test('an app is set up with the password and a first code; elsewhere one is signed out, and told', async () => {
  const elsewhere = await byPassword(world, world.contacts.roos);
  const roos = await byPassword(world, world.contacts.roos);
  await roos.post('/profile/security/app');
  const shown = await (await roos.get('/profile/security/app')).text();
  expect(shown).toContain('role="img"');
  expect(shown).toContain('data-turbo="false"');
  for (const form of [{}, { code: '000000', present: password }, { code: '000000', present: 'mis' }])
    expect((await roos.post('/profile/security/app/confirmation', form)).status).toBe(422);
  expect(await (await roos.get('/profile/security')).text()).toContain('App instellen');
  const app = await setUpApp(world, roos);
  expect(app.codes).toHaveLength(10);
  expect((await roos.get('/profile')).status).toBe(200);
  expect((await elsewhere.get('/profile')).status).toBe(303);
  expect((await mailsTo('roos@example.test')).at(-1)?.text).toContain('staat nu aan');
  expect((await roos.get('/profile/security/app')).headers.get('location')).toBe('/profile/security');
});

test('a code only proves with the right password beside it', async () => {
  later();
  const dani = await byPassword(world, world.staff.dani);
  const app = await setUpApp(world, dani);
  later();
  const tried = { code: app.now(), present: 'mis' };
  expect((await dani.post('/profile/security/app/removal', tried)).status).toBe(422);
  expect((await dani.post('/profile/security/app/removal', { ...tried, present: password })).status).toBe(
    303,
  );
  expect((await (await byPassword(world, world.staff.dani)).get('/desk')).status).toBe(200);
  const codes = await world.scope.db
    .selectFrom('auth_recovery_codes')
    .select('hash')
    .where('person_id', '=', world.staff.dani.id)
    .execute();
  expect(codes).toEqual([]);
  expect((await mailsTo('dani@example.test')).at(-1)?.text).toContain('staat nu uit');
});

test('new recovery codes end the old ones', async () => {
  later();
  const vera = await byPassword(world, world.contacts.vera);
  expect((await vera.post('/profile/security/recovery-codes', { present: password })).status).toBe(303);
  const app = await setUpApp(world, vera);
  expect((await vera.post('/profile/security/recovery-codes', { present: 'mis' })).status).toBe(422);
  const answer = await vera.post('/profile/security/recovery-codes', { present: password });
  const fresh = [...(await answer.text()).matchAll(/<li>([a-z\d-]{17})<\/li>/g)].map(([, code]) => code!);
  expect(fresh).toHaveLength(10);
  later();
  const again = await byPassword(world, world.contacts.vera);
  expect((await again.post('/sign-in/code', { code: app.codes[0]! })).status).toBe(422);
  expect((await again.post('/sign-in/code', { code: fresh[0]! })).status).toBe(303);
});

test('sessions are listed with their device and end one by one, or all others at once', async () => {
  const { sam } = world.staff;
  const [here, there, phone] = await Promise.all([1, 2, 3].map(() => byPassword(world, sam)));
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';
  await world.scope.db
    .updateTable('auth_sessions')
    .set({ user_agent: firefox, ip_address: '203.0.113.9' })
    .where('user_id', '=', sam.id)
    .execute();
  const page = await (await here!.get('/profile/security')).text();
  expect(page).toContain('Firefox op Windows');
  expect(page).toContain('203.0.113.9');
  expect(page.match(/dit apparaat/g)).toHaveLength(1);
  const others = [...page.matchAll(/sessions\/([\da-f-]{36})\/removal/g)].map(([, id]) => id!);
  expect(others).toHaveLength(2);
  const stranger = await world
    .as(world.contacts.vera)
    .post(`/profile/security/sessions/${others[0]}/removal`);
  expect(stranger.status).toBe(404);
  await here!.post(`/profile/security/sessions/${others[0]}/removal`);
  const after = await Promise.all([there!, phone!].map(async (each) => (await each.get('/profile')).status));
  expect(after.sort()).toEqual([200, 303]);
  await byPassword(world, sam);
  await here!.post('/profile/security/sessions/removal');
  const left = await world.scope.db
    .selectFrom('auth_sessions')
    .select('id')
    .where('user_id', '=', sam.id)
    .execute();
  expect(left).toHaveLength(1);
  expect((await here!.get('/profile')).status).toBe(200);
});

test('another address that a manager gives somebody is told to the old one', async () => {
  const { kees } = world.contacts;
  const form = { name: kees.name, email: 'kees.nieuw@example.test', language: 'nl', role: 'colleague' };
  expect((await world.as(world.staff.mila).post(`/desk/people/${kees.id}`, form)).status).toBe(303);
  const [mail] = await mailsTo('kees@example.test');
  expect(mail?.subject).toContain('is gewijzigd');
  expect(mail?.text).toContain('kees.nieuw@example.test');
});

test('reports from one account stop at thirty in a quarter of an hour; what was typed stays', async () => {
  const roos = world.as(world.contacts.roos);
  const form = { subject: 'Blijft staan', siteId: world.sites.shop };
  for (let tries = 0; tries < 30; tries++) expect((await roos.post('/report', form)).status).toBe(422);
  const refused = await roos.post('/report', form);
  expect(refused.status).toBe(429);
  expect(await refused.text()).toContain('Blijft staan');
  expect((await world.as(world.contacts.cora).post('/report', form)).status).toBe(422);
});

test('whoever is not signed in goes to sign in', async () => {
  const visitor = createVisitor(world.app);
  expect((await visitor.get('/profile/security')).headers.get('location')).toContain('/sign-in');
  expect(world.faults).toEqual([]);
});
