import { afterEach, beforeEach, expect, test } from 'vitest';
import { tokenHash } from '#lib/token.ts';
import { createVisitor } from '../../test/visitor.ts';
import { createWorld, type World } from '../../test/world.ts';
import { createSetupLink } from './setup.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ cast: false });
});
afterEach(() => world.close());

const answers = {
  agency: 'Bureau Nieuw',
  language: 'nl',
  name: 'Mila Manager',
  email: 'Mila@Bureau.test',
  password: 'een lange zin',
};
const pathOf = (link: string | null) => new URL(link ?? '').pathname;

test('until it is set up, sign-in says where the link stands', async () => {
  const page = await (await createVisitor(world.app).get('/sign-in')).text();
  expect(page).toContain('nog niet ingericht');
  expect(page).not.toContain('name="password"');
});

test('the link makes agency, agreement and manager, once, and signs in', async () => {
  const link = await createSetupLink(world.scope);
  const path = pathOf(link);
  const visitor = createVisitor(world.app);
  expect((await visitor.get(path)).status).toBe(200);
  const done = await visitor.post(path, answers);
  expect(done.status).toBe(303);
  expect(done.headers.get('location')).toBe('/desk');
  expect((await visitor.get('/desk/settings')).status).toBe(200);

  const { db } = world.scope;
  expect(await db.selectFrom('agency').select('name').execute()).toEqual([{ name: 'Bureau Nieuw' }]);
  expect(await db.selectFrom('people').select(['email', 'staff_role']).execute()).toEqual([
    { email: 'mila@bureau.test', staff_role: 'manager' },
  ]);
  expect(await db.selectFrom('agreements').select('valid_from').execute()).toEqual([
    { valid_from: '2000-01-01' },
  ]);
  expect(await db.selectFrom('events').select('type').orderBy('id').execute()).toEqual([
    { type: 'agency.set_up' },
    { type: 'sign_in.done' },
  ]);

  expect((await createVisitor(world.app).get(path)).status).toBe(404);
  expect((await createVisitor(world.app).post(path, answers)).status).toBe(404);
  expect(await createSetupLink(world.scope)).toBeNull();
});

test('only the hash of the token is stored, and a new link ends the old one', async () => {
  const first = pathOf(await createSetupLink(world.scope));
  const second = pathOf(await createSetupLink(world.scope));
  const stored = await world.scope.db.selectFrom('setup_links').select('token_hash').execute();
  expect(stored).toEqual([{ token_hash: tokenHash(second.split('/').at(-1) ?? '') }]);
  expect((await createVisitor(world.app).get(first)).status).toBe(404);
  expect((await createVisitor(world.app).get('/setup/x')).status).toBe(404);
});

test('of two at once, one sets up and the other is told that there is nothing here', async () => {
  const path = pathOf(await createSetupLink(world.scope));
  const both = await Promise.all([
    createVisitor(world.app).post(path, answers),
    createVisitor(world.app).post(path, { ...answers, agency: 'Bureau Ander', email: 'ander@bureau.test' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
  expect(await world.scope.db.selectFrom('people').select('id').execute()).toHaveLength(1);
});

test('bad input keeps what was typed, except the password', async () => {
  const path = pathOf(await createSetupLink(world.scope));
  const bad = await createVisitor(world.app).post(path, {
    ...answers,
    email: 'geen adres',
    password: 'kortje',
  });
  expect(bad.status).toBe(422);
  const page = await bad.text();
  expect(page).toContain('Bureau Nieuw');
  expect(page).toContain('geen adres');
  expect(page).toContain('Dit is geen e-mailadres');
  expect(page).toContain('minstens 10 tekens');
  expect(page).not.toContain('kortje');
  const odd = await createVisitor(world.app).post(path, { ...answers, name: 'a\u0000b' });
  expect(odd.status).toBe(422);
});
