import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#lib/actor.ts';
import { byPassword, givePasswords, password, setUpApp } from '../../test/factors.ts';
import { createVisitor, type Visitor } from '../../test/visitor.ts';
import { createWorld, type World } from '../../test/world.ts';

let world: World;
const start = '2026-10-16T09:30:00+02:00';
const later = (hours: number) => world.at(new Date(Date.parse(start) + hours * 3_600_000).toISOString());

beforeAll(async () => {
  world = await createWorld({ delivers: true });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.at(start);
  const { db } = world.scope;
  for (const table of [
    'auth_accounts',
    'auth_apps',
    'auth_recovery_codes',
    'auth_sessions',
    'tries',
  ] as const)
    await db.deleteFrom(table).execute();
  await db.deleteFrom('email_changes').execute();
  await db.deleteFrom('mails').execute();
  await givePasswords(world, [...Object.values(world.staff), ...Object.values(world.contacts)]);
});

const emailOf = async ({ id }: Person) =>
  (await world.scope.db.selectFrom('people').select('email').where('id', '=', id).executeTakeFirstOrThrow())
    .email;
const setEmail = ({ id }: Person, email: string) =>
  world.scope.db.updateTable('people').set({ email }).where('id', '=', id).execute();

const mailsTo = (email: string) =>
  world.scope.db
    .selectFrom('mails')
    .select(['kind', 'subject', 'text', 'secret', 'language'])
    .where('to_address', '=', email)
    .orderBy('created_at')
    .orderBy('id')
    .execute();

/** The path of the link in the latest mail to an address. */
async function linkTo(email: string): Promise<string> {
  const mail = (await mailsTo(email)).at(-1);
  return /http:\/\/nazorg\.test(\/\S*address\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

const ask = (visitor: Visitor, email: string, more: Record<string, string> = {}) =>
  visitor.post('/profile/address', { email, present: password, ...more });

const history = async ({ id }: Person) =>
  (
    await world.scope.db
      .selectFrom('events')
      .select(['type', 'data', 'actor_id'])
      .where('subject_id', '=', id)
      .where('type', 'like', 'person.address%')
      .orderBy('id')
      .execute()
  ).map(({ type, data, actor_id }) => ({ type, data, actor: actor_id }));

describe('one’s own address', () => {
  test('changes once the link that went there is opened, and then everywhere else is signed out', async () => {
    const { roos } = world.contacts;
    const [here, elsewhere] = [await byPassword(world, roos), await byPassword(world, roos)];
    const asked = await ask(here, ' Roos.Nieuw@example.test');
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/profile']);
    const page = await (await here.get('/profile')).text();
    expect(page).toContain('Wij hebben een link gestuurd naar roos.nieuw@example.test');
    expect(page).toContain('Tot dan blijft uw huidige adres gelden');
    expect(await emailOf(roos)).toBe('roos@example.test');
    const link = await linkTo('roos.nieuw@example.test');
    expect((await mailsTo('roos.nieuw@example.test')).map(({ kind, secret }) => [kind, secret])).toEqual([
      ['address_confirm', true],
    ]);
    for (let scan = 0; scan < 2; scan++)
      expect(await (await here.get(link)).text()).toContain('roos.nieuw@example.test');
    expect((await here.post(link)).headers.get('location')).toBe('/profile');
    expect(await emailOf(roos)).toBe('roos.nieuw@example.test');
    expect((await here.get('/profile')).status).toBe(200);
    expect((await elsewhere.get('/profile')).status).toBe(303);
    expect((await here.post(link)).status).toBe(410);
    expect(await history(roos)).toEqual([
      { type: 'person.address_asked', data: { address: 'roos.nieuw@example.test' }, actor: roos.id },
      {
        type: 'person.address_changed',
        data: { address: 'roos.nieuw@example.test', before: 'roos@example.test' },
        actor: roos.id,
      },
    ]);
    const log = await (await world.as(world.staff.mila).get('/desk/settings/log?kind=people')).text();
    expect(log).toContain('e-mailadres gewijzigd');
    await setEmail(roos, 'roos@example.test');
  });

  test('asks the password, and a code where there is a second step; typed addresses stay', async () => {
    const { cora } = world.contacts;
    const visitor = await byPassword(world, cora);
    for (const [form, said] of [
      [{ present: 'mis' }, 'niet uw huidige wachtwoord'],
      [{ present: '' }, 'Vul dit in'],
    ] as const) {
      const answer = await ask(visitor, 'cora.nieuw@example.test', form);
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain('value="cora.nieuw@example.test"');
      expect(page).toContain('<details class="mt-3" open');
      expect(page, said).toMatch(new RegExp(`${said}|role="alert"`));
    }
    expect((await ask(visitor, 'geen adres')).status).toBe(422);
    expect((await ask(visitor, 'cora@example.test')).status).toBe(422);
    const app = await setUpApp(world, visitor);
    later(1);
    expect(await (await visitor.get('/profile')).text()).toContain('Code uit de app of herstelcode');
    expect((await ask(visitor, 'cora.nieuw@example.test')).status).toBe(422);
    expect((await ask(visitor, 'cora.nieuw@example.test', { code: '000000' })).status).toBe(422);
    expect(await world.scope.db.selectFrom('email_changes').select('id').execute()).toEqual([]);
    expect((await ask(visitor, 'cora.nieuw@example.test', { code: app.now() })).status).toBe(303);
  });

  test('says the same of an address that is somebody’s, who is told; the link to it was never made known', async () => {
    const { roos, vera } = world.contacts;
    const visitor = await byPassword(world, roos);
    const answers = [];
    for (const address of ['vera@example.test', 'nieuw@example.test']) {
      const began = performance.now();
      const answer = await ask(visitor, address);
      expect(performance.now() - began).toBeGreaterThan(149);
      const page = await (await visitor.get('/profile')).text();
      const shown = page
        .replaceAll(address, '')
        .replaceAll(/nonce" content="[^"]+"|[\da-f-]{36}|"seen" value="\d+"/g, '');
      answers.push([answer.status, answer.headers.get('location'), shown]);
    }
    expect(answers[0]).toEqual(answers[1]);
    const told = await mailsTo('vera@example.test');
    expect(told.map(({ kind }) => kind)).toEqual(['address_taken']);
    expect(told[0]?.text).not.toContain('Roos');
    expect((await mailsTo('roos@example.test')).map(({ kind }) => kind)).toEqual([
      'address_notice',
      'address_notice',
    ]);
    expect(await emailOf(vera)).toBe('vera@example.test');
  });

  test('is confirmed by the person alone, in a day, by the latest link, and not once it is somebody’s', async () => {
    const { roos, kees, vera } = world.contacts;
    const visitor = await byPassword(world, roos);
    await ask(visitor, 'a@example.test');
    const first = await linkTo('a@example.test');
    const stranger = await byPassword(world, vera);
    expect((await stranger.get(first)).status).toBe(404);
    expect((await stranger.post(first)).status).toBe(404);
    expect((await createVisitor(world.app).post(first)).headers.get('location')).toContain('/sign-in');
    await ask(visitor, 'b@example.test');
    expect((await visitor.post(first)).status).toBe(410);
    const second = await linkTo('b@example.test');
    await setEmail(kees, 'b@example.test');
    expect((await visitor.post(second)).status).toBe(409);
    await setEmail(kees, 'kees@example.test');
    later(24);
    expect((await visitor.get(second)).status).toBe(410);
    expect((await visitor.post(second)).status).toBe(410);
    expect(await emailOf(roos)).toBe('roos@example.test');
    expect((await visitor.get('/profile/address/geheim')).status).toBe(404);
    const stored = JSON.stringify(await world.scope.db.selectFrom('email_changes').selectAll().execute());
    expect(stored).not.toContain(first.split('/').at(-1));
  });

  test('used twice at once it changes once; withdrawn it changes nothing', async () => {
    const { kees } = world.contacts;
    const visitor = await byPassword(world, kees);
    await ask(visitor, 'kees.nieuw@example.test');
    await visitor.post('/profile/address/removal');
    expect((await visitor.post(await linkTo('kees.nieuw@example.test'))).status).toBe(410);
    await ask(visitor, 'kees.nieuw@example.test');
    const link = await linkTo('kees.nieuw@example.test');
    const both = await Promise.all([1, 2].map(() => visitor.post(link)));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
    await setEmail(kees, 'kees@example.test');
  });

  test('is asked for five times in an hour, and not without a mail server', async () => {
    const visitor = await byPassword(world, world.contacts.vera);
    for (let tries = 0; tries < 5; tries++)
      expect((await ask(visitor, `vera${tries}@example.test`)).status).toBe(303);
    const refused = await ask(visitor, 'vera6@example.test');
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('te vaak geprobeerd');
    expect(await mailsTo('vera6@example.test')).toEqual([]);
    const kept = await createWorld({ delivers: false });
    const roos = kept.as(kept.contacts.roos);
    expect(await (await roos.get('/profile')).text()).toContain('Vraag het aan een beheerder');
    expect((await roos.post('/profile/address', { email: 'x@example.test' })).status).toBe(404);
    await kept.close();
  });
});

describe('the old address', () => {
  const stopped = async (person: Person) => {
    expect((await (await byPassword(world, person)).get('/profile')).status).toBe(303);
    const codes = await world.scope.db
      .selectFrom('auth_sessions')
      .select('id')
      .where('user_id', '=', person.id)
      .execute();
    expect(codes).toEqual([]);
  };

  test('stops what was asked for: the link ends, with every session and the password', async () => {
    const { roos } = world.contacts;
    const thief = await byPassword(world, roos);
    await ask(thief, 'dief@example.test');
    const stop = await linkTo('roos@example.test');
    const victim = createVisitor(world.app);
    expect(await (await victim.get(stop)).text()).toContain('roos@example.test');
    expect((await thief.get('/profile')).status).toBe(200);
    const done = await victim.post(stop);
    expect(done.status).toBe(200);
    expect(await done.text()).toContain('De wijziging is gestopt');
    expect((await thief.post(await linkTo('dief@example.test'))).status).toBe(303);
    expect(await emailOf(roos)).toBe('roos@example.test');
    await stopped(roos);
    expect((await victim.post(stop)).status).toBe(410);
    expect((await history(roos)).at(-1)?.type).toBe('person.address_stopped');
    expect((await victim.get('/address/geheim/stop')).status).toBe(404);
  });

  test('takes back what was made already, also through a second change, for seven days', async () => {
    const { cora } = world.contacts;
    const thief = await byPassword(world, cora);
    await ask(thief, 'dief@example.test');
    await thief.post(await linkTo('dief@example.test'));
    await ask(thief, 'dief2@example.test');
    await thief.post(await linkTo('dief2@example.test'));
    expect(await emailOf(cora)).toBe('dief2@example.test');
    const [stop, own] = [await linkTo('cora@example.test'), await linkTo('dief@example.test')];
    later(6 * 24);
    await createVisitor(world.app).post(stop);
    expect(await emailOf(cora)).toBe('cora@example.test');
    await stopped(cora);
    // the way back that went to the thief's first address brings nothing back
    expect((await createVisitor(world.app).post(own)).status).toBe(410);
    later(0);
    await givePasswords(world, [cora]);
    const again = await byPassword(world, cora);
    await ask(again, 'cora.nieuw@example.test');
    await again.post(await linkTo('cora.nieuw@example.test'));
    later(7 * 24);
    expect((await createVisitor(world.app).post(await linkTo('cora@example.test'))).status).toBe(410);
    expect(await emailOf(cora)).toBe('cora.nieuw@example.test');
    await setEmail(cora, 'cora@example.test');
  });

  test('that somebody else has by now stays theirs; all else ends', async () => {
    const { kees, vera } = world.contacts;
    const visitor = await byPassword(world, kees);
    await ask(visitor, 'kees.nieuw@example.test');
    await visitor.post(await linkTo('kees.nieuw@example.test'));
    await setEmail(vera, 'kees@example.test');
    const done = await createVisitor(world.app).post(await linkTo('kees@example.test'));
    expect(await done.text()).toContain('hoort nu bij een ander account');
    expect(await emailOf(kees)).toBe('kees.nieuw@example.test');
    expect(await emailOf(vera)).toBe('kees@example.test');
    await setEmail(vera, 'vera@example.test');
    await setEmail(kees, 'kees@example.test');
  });
});

test('a manager’s change ends sessions, links and ways back; their own goes through the profile', async () => {
  const { kees } = world.contacts;
  const { mila } = world.staff;
  const visitor = await byPassword(world, kees);
  await ask(visitor, 'kees.nieuw@example.test');
  const [link, stop] = [await linkTo('kees.nieuw@example.test'), await linkTo('kees@example.test')];
  const form = { name: kees.name, email: 'kees.werk@example.test', language: 'nl', role: 'colleague' };
  expect((await world.as(mila).post(`/desk/people/${kees.id}`, form)).status).toBe(303);
  expect((await visitor.get('/profile')).status).toBe(303);
  expect((await world.as(kees).post(link)).status).toBe(410);
  expect((await createVisitor(world.app).post(stop)).status).toBe(410);
  expect(await emailOf(kees)).toBe('kees.werk@example.test');
  const own = { name: mila.name, email: 'mila.nieuw@example.test', language: 'nl', role: 'manager' };
  const refused = await world.as(mila).post(`/desk/people/${mila.id}`, own);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('bij uw profiel');
  expect(world.faults).toEqual([]);
});

test('mails and pages speak English to whoever does', async () => {
  const { sam } = world.staff;
  await world.scope.db.updateTable('people').set({ language: 'en' }).where('id', '=', sam.id).execute();
  const visitor = await byPassword(world, sam);
  await ask(visitor, 'sam.new@example.test');
  expect((await mailsTo('sam.new@example.test'))[0]?.text).toContain('The link works once');
  expect((await mailsTo('sam@example.test'))[0]?.subject).toContain('is about to change');
  expect(await (await visitor.get(await linkTo('sam.new@example.test'))).text()).toContain(
    'This is my new address',
  );
  const stop = await createVisitor(world.app).get(await linkTo('sam@example.test'));
  expect(await stop.text()).toContain('sam@example.test');
});
