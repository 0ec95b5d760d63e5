import { afterAll, beforeAll, expect, test } from 'vitest';
import { invitePerson } from '#people/invitations.ts';
import { type App, addressOf, byPassword, givePasswords, password, setUpApp } from '../../test/factors.ts';
import { createVisitor, type Visitor } from '../../test/visitor.ts';
import { createWorld, type World } from '../../test/world.ts';
import { stepMinutes } from './second-step.ts';

let world: World;
let app: App;
let minute = 0;

/** Time goes on, so that the app shows another code. */
const later = (minutes = 5) => {
  minute += minutes;
  world.at(new Date(Date.parse('2026-10-16T09:30:00+02:00') + minute * 60_000).toISOString());
};
const sessions = async (id: string) =>
  (await world.scope.db.selectFrom('auth_sessions').select('id').where('user_id', '=', id).execute()).length;
const isIn = async (visitor: Visitor) => (await visitor.get('/profile')).status === 200;

beforeAll(async () => {
  world = await createWorld({ delivers: true });
  const { sam, dani } = world.staff;
  await givePasswords(world, [sam, dani, world.contacts.roos]);
  app = await setUpApp(world, await byPassword(world, sam));
  later();
});
afterAll(() => world.close());

const linkTo = async (email: string, path: RegExp) => {
  const mail = await world.scope.db
    .selectFrom('mails')
    .select('text')
    .where('to_address', '=', email)
    .where('text', 'like', '%http://nazorg.test/%')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return mail.map(({ text }) => path.exec(text)?.[1]).find(Boolean)!;
};

test.each(['password', 'link', 'invitation'] as const)(
  'by %s nobody has a session before it',
  async (way) => {
    later();
    const { sam, mila } = world.staff;
    const before = await sessions(sam.id);
    const visitor = createVisitor(world.app);
    if (way === 'password')
      await visitor.post('/sign-in', { email: addressOf(sam), password, next: '/desk/people' });
    if (way === 'link') {
      await visitor.post('/sign-in/link', { email: addressOf(sam), next: '/desk/people' });
      const path = await linkTo(addressOf(sam), /http:\/\/nazorg\.test(\/sign-in\/link\/[^?\s]+)/);
      await visitor.post(path, { next: '/desk/people' });
    }
    if (way === 'invitation') {
      const { link } = await invitePerson(world.scope, mila, sam.id);
      await visitor.post(new URL(link).pathname, { without: 'password' });
    }
    expect(await sessions(sam.id)).toBe(before);
    expect([...visitor.cookies.keys()].filter((name) => name.includes('session_token'))).toEqual([]);
    expect(await isIn(visitor)).toBe(false);
    expect(await (await visitor.get('/sign-in/code')).text()).toContain('Code uit uw app');
    const done = await visitor.post('/sign-in/code', { code: app.now() });
    expect([done.status, done.headers.get('location')]).toEqual([
      303,
      way === 'invitation' ? '/desk' : '/desk/people',
    ]);
    expect(await sessions(sam.id)).toBe(before + 1);
    expect(await isIn(visitor)).toBe(true);
  },
);

test('a code is taken once, also by two requests at once; the wait ends with it', async () => {
  later();
  const { sam } = world.staff;
  const [one, two] = await Promise.all([byPassword(world, sam), byPassword(world, sam)]);
  const code = app.now();
  const answers = await Promise.all([one, two].map((each) => each.post('/sign-in/code', { code })));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  const again = await byPassword(world, sam);
  expect((await again.post('/sign-in/code', { code })).status).toBe(422);
  expect((await again.post('/sign-in/code', { code: app.now(-1) })).status).toBe(422);
  const winner = answers[0]!.status === 303 ? one! : two!;
  const replay = await winner.post('/sign-in/code', { code: app.now(1) });
  expect(replay.headers.get('location')).toBe('/sign-in');
});

test('a recovery code is the way out, however it is typed, and works once', async () => {
  later();
  const { sam } = world.staff;
  expect(app.codes).toHaveLength(10);
  const stored = JSON.stringify(await world.scope.db.selectFrom('auth_recovery_codes').selectAll().execute());
  for (const code of app.codes) expect(stored).not.toContain(code);
  const [code = ''] = app.codes;
  const visitor = await byPassword(world, sam);
  expect(await (await visitor.get('/sign-in/code?with=recovery')).text()).toContain('Herstelcode');
  const typed = ` ${code.toUpperCase().replaceAll('-', ' ')} `;
  expect((await visitor.post('/sign-in/code', { code: typed })).status).toBe(303);
  expect(await isIn(visitor)).toBe(true);
  const again = await byPassword(world, sam);
  expect((await again.post('/sign-in/code', { code })).status).toBe(422);
  expect(await isIn(again)).toBe(false);
  expect(await (await visitor.get('/profile/security')).text()).toContain('nog 9 herstelcodes');
});

test('the secret is stored encrypted', async () => {
  const rows = await world.scope.db.selectFrom('auth_apps').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(app.secret);
});

test('it may take ten minutes, and nothing else gets past it', async () => {
  later();
  const { sam } = world.staff;
  const stranger = createVisitor(world.app);
  expect((await stranger.get('/sign-in/code')).headers.get('location')).toBe('/sign-in');
  expect((await stranger.post('/sign-in/code', { code: app.now() })).headers.get('location')).toBe(
    '/sign-in',
  );
  const visitor = await byPassword(world, sam);
  for (const code of ['', 'x', '000', '1'.repeat(5000), '\u0000', '’; drop'])
    expect((await visitor.post('/sign-in/code', { code })).status).toBe(422);
  expect((await visitor.get('/profile/security')).status).toBe(303);
  later(stepMinutes);
  expect((await visitor.post('/sign-in/code', { code: app.now() })).headers.get('location')).toBe('/sign-in');
  expect(await isIn(visitor)).toBe(false);
});

test('whose access ended meanwhile does not come in', async () => {
  later(30);
  const { sam } = world.staff;
  const visitor = await byPassword(world, sam);
  const end = (at: Date | null) =>
    world.scope.db.updateTable('people').set({ deactivated_at: at }).where('id', '=', sam.id).execute();
  await end(world.scope.now());
  expect((await visitor.post('/sign-in/code', { code: app.now() })).status).toBe(404);
  expect(await isIn(visitor)).toBe(false);
  await end(null);
});

test('after ten wrong codes one has to wait, in every browser, and the log says so', async () => {
  later(30);
  const { sam } = world.staff;
  const visitor = await byPassword(world, sam);
  for (let tries = 0; tries < 10; tries++)
    expect((await visitor.post('/sign-in/code', { code: '000000' })).status).toBe(422);
  const other = await byPassword(world, sam);
  expect((await other.post('/sign-in/code', { code: app.now() })).status).toBe(429);
  expect((await other.post('/sign-in/code', { code: app.codes[5]! })).status).toBe(429);
  const guessed = await world.scope.db
    .selectFrom('events')
    .select(['subject_id', 'data'])
    .where('type', '=', 'sign_in.guessed')
    .execute();
  expect(guessed).toEqual([{ subject_id: sam.id, data: { what: 'code' } }]);
  later(16);
  const back = await byPassword(world, sam);
  expect((await back.post('/sign-in/code', { code: app.now() })).status).toBe(303);
});

test('who has none comes in at once, and knows nothing of others', async () => {
  const visitor = await byPassword(world, world.contacts.roos);
  expect(await isIn(visitor)).toBe(true);
  expect(world.faults).toEqual([]);
});
