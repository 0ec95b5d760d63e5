import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '#lib/root.ts';
import { byPassword, givePasswords, setUpApp } from '../../test/factors.ts';
import { createVisitor } from '../../test/visitor.ts';
import { createWorld, type World } from '../../test/world.ts';
import logNl from './log.nl.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await givePasswords(world, [world.staff.mila, world.staff.sam, world.staff.dani, world.contacts.roos]);
});
afterAll(() => world.close());

const at = '/desk/settings/sign_in';
const seenOn = async () =>
  /name="seen" value="(\d+)"/.exec(await (await world.as(world.staff.mila).get(at)).text())![1]!;

describe('a second factor required of the agency', () => {
  test('from a day on that lies ahead, with names of who has none; odd input is said at its field', async () => {
    const mila = world.as(world.staff.mila);
    const page = await (await mila.get(at)).text();
    expect(page).toContain('Sam Supporter');
    expect(page).toContain('value="2026-10-30"');
    for (const from of ['', 'morgen', '2026-10-15', '2026-02-31'])
      expect((await mila.post(at, { required: 'yes', from })).status, from).toBe(422);
    expect((await mila.post(at, { required: 'yes', from: '2026-10-20', seen: await seenOn() })).status).toBe(
      303,
    );
    expect((await mila.post(at, { required: 'no', seen: '0' })).status).toBe(422);
    expect(await (await mila.get('/profile/security')).text()).toContain('20 oktober 2026');
  });

  test('until that day all goes on; then who has none sets it up first and does nothing else', async () => {
    const sam = await byPassword(world, world.staff.sam);
    expect((await sam.get('/desk')).status).toBe(200);
    world.at('2026-10-20T00:00:01+02:00');
    for (const path of ['/desk', '/profile', '/desk/people', '/desk/tickets/new'])
      expect((await sam.get(path)).headers.get('location') ?? '404', path).toMatch(
        /^(\/profile\/security|404)$/,
      );
    const post = await sam.post('/profile', { name: 'Ander', language: 'nl' });
    expect(post.headers.get('location')).toBe('/profile/security');
    const held = await (await sam.get('/profile/security')).text();
    expect(held).toContain('vraagt van alle collega’s een tweede stap');
    expect((await createVisitor(world.app).get('/desk')).headers.get('location')).toContain('/sign-in');
    expect((await world.as(world.contacts.roos).get('/')).status).toBe(200);
    await setUpApp(world, sam);
    expect((await sam.get('/desk')).status).toBe(200);
    expect((await sam.post('/sign-out')).headers.get('location')).toBe('/sign-in');
  });

  test('a manager is held by it too, and only they may change it', async () => {
    const mila = await byPassword(world, world.staff.mila);
    expect((await mila.get(at)).headers.get('location')).toBe('/profile/security');
    await setUpApp(world, mila);
    expect((await mila.post(at, { required: 'no', from: '', seen: await seenOn() })).status).toBe(303);
    const dani = await byPassword(world, world.staff.dani);
    expect((await dani.get('/desk')).status).toBe(200);
    expect((await dani.get(at)).status).toBe(404);
    expect((await dani.post(at, { required: 'yes', from: '2027-01-01' })).status).toBe(404);
  });
});

test('a manager takes the second step from who has lost theirs; they are signed out and told', async () => {
  world.at('2026-10-21T09:00:00+02:00');
  const { mila, sam, dani } = world.staff;
  const path = `/desk/people/${sam.id}/second-factor/removal`;
  expect(await (await world.as(mila).get(`/desk/people/${sam.id}`)).text()).toContain(path);
  expect((await world.as(dani).post(path)).status).toBe(404);
  expect((await world.as(mila).post(`/desk/people/${mila.id}/second-factor/removal`)).status).toBe(404);
  await world.as(mila).post(path);
  const left = await world.scope.db
    .selectFrom('auth_sessions')
    .select('id')
    .where('user_id', '=', sam.id)
    .execute();
  expect(left).toEqual([]);
  expect((await (await byPassword(world, sam)).get('/desk')).status).toBe(200);
  const mail = await world.scope.db
    .selectFrom('mails')
    .select('text')
    .where('to_address', '=', 'sam@example.test')
    .orderBy('id', 'desc')
    .execute();
  expect(mail.some(({ text }) => text.includes('Een beheerder heeft de tweede stap'))).toBe(true);
});

describe('the log', () => {
  const log = '/desk/settings/log';

  test('says who did what, by person and kind, to managers only', async () => {
    const { mila, sam, dani } = world.staff;
    const visitor = createVisitor(world.app);
    for (let tries = 0; tries < 10; tries++)
      await visitor.post('/sign-in', { email: 'dani@example.test', password: 'mis' });
    const all = await (await world.as(mila).get(log)).text();
    for (const words of [
      'verplichte tweede stap gewijzigd',
      'tweede stap uitgezet door een beheerder: Sam Supporter',
      'ingelogd met wachtwoord',
      'te vaak verkeerd geprobeerd in te loggen: Dani Developer',
    ])
      expect(all.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+:/g, ':')).toContain(words);
    const settings = await (await world.as(mila).get(`${log}?kind=settings`)).text();
    expect(settings).toContain('verplichte tweede stap');
    expect(settings).not.toContain('ingelogd met');
    const ofSam = await (await world.as(mila).get(`${log}?person=${sam.id}&kind=sign_in`)).text();
    expect(ofSam).toContain('uitgezet door een beheerder');
    expect(ofSam).not.toContain('te vaak verkeerd');
    for (const odd of ['?kind=x', '?person=x', '?before=x', '?before=-1', '?kind=%00'])
      expect((await world.as(mila).get(log + odd)).status).toBe(200);
    for (const person of [dani, world.contacts.roos])
      expect((await world.as(person).get(log)).status).toBe(404);
    await world.as(mila).post('/language', { language: 'en', next: '/' });
    expect(await (await world.as(mila).get(log)).text()).toContain('signed in by password');
  });

  test('goes back fifty at a time, none twice and none left out', async () => {
    const found: string[] = [];
    await world.scope.db
      .insertInto('events')
      .values(
        Array.from({ length: 120 }, (_, at) => ({
          at: world.scope.now(),
          type: 'token.created',
          subject_type: 'token',
          subject_id: world.scope.newId(),
          internal: false,
          data: JSON.stringify({ name: `Token-${at}.` }),
        })),
      )
      .execute();
    let path: string | undefined = `${log}?kind=tokens`;
    while (path) {
      const page = await (await world.as(world.staff.mila).get(path)).text();
      found.push(...[...page.matchAll(/Token-(\d+)\./g)].map(([, at]) => at!));
      path = /href="(\/desk\/settings\/log\?[^"]*before=\d+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(found).toEqual(Array.from({ length: 120 }, (_, at) => String(119 - at)));
  });

  test('cannot be rewritten, not even by the program', async () => {
    const { db } = world.scope;
    await expect(db.updateTable('events').set({ type: 'x' }).execute()).rejects.toThrow('stays as it was');
    await expect(db.deleteFrom('events').execute()).rejects.toThrow('stays as it was');
  });

  test('has words for all that is recorded', () => {
    const files = readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' });
    const source = files
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .map((file) => readFileSync(join(packageRoot, 'src', file), 'utf8'));
    const types = source.flatMap((text) =>
      [
        ...text.matchAll(
          /type: '((?:person|agency|agreement|organisation|site|mail|token|sign_in|quote|charge|invoice|import)\.\w+)'/g,
        ),
      ].map(([, type]) => type!.replace('.', '_')),
    );
    // of these a part is put in where they are recorded
    types.push(
      ...['accepted', 'declined', 'replaced', 'withdrawn', 'expired'].map((state) => `quote_${state}`),
    );
    types.push(...['done', 'credited', 'waived'].map((state) => `charge_${state}`));
    expect(types.length).toBeGreaterThan(50);
    expect(types.filter((type) => !(type in logNl.event))).toEqual([]);
    expect(world.faults).toEqual([]);
  });
});
