import { hashPassword } from 'better-auth/crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createHealth } from '#app/health.ts';
import { createApp } from '#app.tsx';
import { createVisitor } from '../../test/visitor.ts';
import { baseUrl, createWorld, type World } from '../../test/world.ts';
import { createAuth, linkMinutes } from './auth.ts';
import { sendSignInLink } from './mail.ts';
import { safePath } from './web.ts';

let world: World;
const password = 'een lange zin';

beforeAll(async () => {
  world = await createWorld({ delivers: true });
  for (const { id } of [world.staff.mila, world.contacts.roos]) await givePassword(id);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.scope.db.deleteFrom('mails').execute();
});

async function givePassword(id: string) {
  const at = world.scope.now();
  const hash = await hashPassword(password);
  await world.scope.db
    .insertInto('auth_accounts')
    .values({
      user_id: id,
      account_id: id,
      provider_id: 'credential',
      password: hash,
      created_at: at,
      updated_at: at,
    })
    .execute();
}

/** The path of the link in the latest mail to an address. */
async function linkTo(email: string): Promise<string> {
  const mail = await world.scope.db
    .selectFrom('mails')
    .select('text')
    .where('to_address', '=', email)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return /http:\/\/nazorg\.test(\/sign-in\/link\/\S+)/.exec(mail.text)?.[1] ?? '';
}

describe('by password', () => {
  test('goes to the desk or the portal, or to the page that was asked for', async () => {
    const mila = createVisitor(world.app);
    const asked = await mila.get('/desk/people?q=roos');
    expect(asked.headers.get('location')).toBe('/sign-in?next=%2Fdesk%2Fpeople%3Fq%3Droos');
    const form = await (await mila.get(asked.headers.get('location')!)).text();
    expect(form).toContain('value="/desk/people?q=roos"');
    const next = '/desk/people?q=roos';
    const done = await mila.post('/sign-in', { email: ' MILA@example.test', password, next });
    expect([done.status, done.headers.get('location')]).toEqual([303, next]);
    expect((await mila.get(next)).status).toBe(200);
    const start = await createVisitor(world.app).post('/sign-in', { email: 'mila@example.test', password });
    expect(start.headers.get('location')).toBe('/desk');
    const portal = await createVisitor(world.app).post('/sign-in', { email: 'roos@example.test', password });
    expect(portal.headers.get('location')).toBe('/');
  });

  test('says the same of a wrong password and an unknown address, and keeps the address', async () => {
    const sentences = await Promise.all(
      ['mila@example.test', 'niemand@example.test'].map(async (email) => {
        const answer = await createVisitor(world.app).post('/sign-in', {
          email,
          password: 'verkeerd wachtwoord',
        });
        expect(answer.status).toBe(422);
        expect(answer.headers.getSetCookie()).toEqual([]);
        const page = await answer.text();
        expect(page).toContain(`value="${email}"`);
        expect(page).not.toContain('verkeerd wachtwoord');
        return page.replaceAll(email, '').replaceAll(/nonce" content="[^"]+"/g, '');
      }),
    );
    expect(sentences[0]).toBe(sentences[1]);
  });

  test('an odd, empty or endless form is answered, never a fault', async () => {
    for (const form of [
      {},
      { email: 'a\u0000b@example.test', password },
      { email: 'mila@example.test', password: 'x'.repeat(100_000) },
      { email: `${'x'.repeat(100_000)}@example.test`, password },
      { email: 'mila@example.test', password: '\ud800' },
    ])
      expect((await createVisitor(world.app).post('/sign-in', form)).status).toBe(422);
    expect(world.faults).toEqual([]);
  });

  test('never leads to another site', async () => {
    for (const next of ['//evil.test', '/\\evil.test', 'https://evil.test', '/\t/evil.test', '/.//evil.test'])
      expect(safePath(next)).toMatch(/^\/(?![/\\])/);
    const form = { email: 'mila@example.test', password, next: '//evil.test/x' };
    const done = await createVisitor(world.app).post('/sign-in', form);
    expect(done.headers.get('location')).toBe('/desk');
  });

  test('after ten wrong tries an address has to wait, known or not; others do not', async () => {
    for (const email of ['kees@example.test', 'bestaat-niet@example.test']) {
      const visitor = createVisitor(world.app);
      for (let tries = 0; tries < 10; tries++)
        expect((await visitor.post('/sign-in', { email, password: 'mis' })).status).toBe(422);
      const refused = await visitor.post('/sign-in', { email, password: 'mis' });
      expect(refused.status).toBe(429);
      expect(await refused.text()).toContain('Wacht een kwartier');
    }
    const other = await createVisitor(world.app).post('/sign-in', { email: 'roos@example.test', password });
    expect(other.status).toBe(303);
  });

  test('a form from another site is refused', async () => {
    const answer = await world.app.request(`${baseUrl}/sign-in`, {
      method: 'POST',
      headers: { origin: 'https://evil.test', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ email: 'mila@example.test', password }),
    });
    expect(answer.status).toBe(403);
  });
});

describe('by link', () => {
  test('the answer is the same for known, unknown and deactivated; only the first gets a mail', async () => {
    await world.scope.db
      .updateTable('people')
      .set({ deactivated_at: world.scope.now() })
      .where('id', '=', world.contacts.cora.id)
      .execute();
    const answers: (string | null)[] = [];
    for (const email of ['vera@example.test', 'niemand@example.test', 'cora@example.test']) {
      const answer = await createVisitor(world.app).post('/sign-in/link', { email });
      expect(answer.status).toBe(303);
      answers.push(answer.headers.get('location'));
    }
    expect(new Set(answers).size).toBe(1);
    expect((await createVisitor(world.app).get(answers[0]!)).status).toBe(200);
    const mails = await world.scope.db
      .selectFrom('mails')
      .select(['to_address', 'secret', 'state'])
      .execute();
    expect(mails).toEqual([{ to_address: 'vera@example.test', secret: true, state: 'queued' }]);
  });

  test('opening it spends nothing; the button signs in once and goes to the page that was asked for', async () => {
    const next = '/profile';
    await createVisitor(world.app).post('/sign-in/link', { email: 'roos@example.test', next });
    const link = await linkTo('roos@example.test');
    expect(link).toContain('next=%2Fprofile');
    const path = link.split('?')[0]!;
    const visitor = createVisitor(world.app);
    for (let scan = 0; scan < 3; scan++) expect((await visitor.get(link)).status).toBe(200);
    const done = await visitor.post(path, { next });
    expect([done.status, done.headers.get('location')]).toEqual([303, next]);
    expect((await visitor.get('/profile')).status).toBe(200);
    const again = await createVisitor(world.app).post(path, { next });
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('Vraag een nieuwe link aan');
  });

  test('only the hash of its token is stored, and it ends by time', async () => {
    await createVisitor(world.app).post('/sign-in/link', { email: 'mila@example.test' });
    const path = (await linkTo('mila@example.test')).split('?')[0]!;
    const token = path.split('/').at(-1)!;
    const stored = await world.scope.db.selectFrom('auth_verifications').selectAll().execute();
    expect(stored.length).toBeGreaterThan(0);
    expect(JSON.stringify(stored)).not.toContain(token);
    const past = new Date(Date.now() - 1000);
    await world.scope.db.updateTable('auth_verifications').set({ expires_at: past }).execute();
    const late = await createVisitor(world.app).post(path);
    expect(late.status).toBe(410);
    expect(await late.text()).toContain(`${linkMinutes} minuten`);
  });

  test('whoever was deactivated after asking does not come in', async () => {
    await createVisitor(world.app).post('/sign-in/link', { email: 'sam@example.test' });
    const path = (await linkTo('sam@example.test')).split('?')[0]!;
    const at = { deactivated_at: world.scope.now() };
    await world.scope.db.updateTable('people').set(at).where('id', '=', world.staff.sam.id).execute();
    const visitor = createVisitor(world.app);
    expect((await visitor.post(path)).status).toBe(410);
    expect((await visitor.get('/desk')).status).toBe(303);
  });

  test('an address gets five in a quarter of an hour', async () => {
    const visitor = createVisitor(world.app);
    for (let tries = 0; tries < 5; tries++)
      expect((await visitor.post('/sign-in/link', { email: 'dani@example.test' })).status).toBe(303);
    expect((await visitor.post('/sign-in/link', { email: 'dani@example.test' })).status).toBe(429);
    expect(await world.scope.db.selectFrom('mails').select('id').execute()).toHaveLength(5);
  });
});

describe('once in', () => {
  test('signing out ends the session on the server too', async () => {
    const visitor = createVisitor(world.app);
    await visitor.post('/sign-in', { email: 'mila@example.test', password });
    const cookies = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    expect((await visitor.post('/sign-out')).headers.get('location')).toBe('/sign-in');
    const stolen = await world.app.request(`${baseUrl}/desk`, { headers: { cookie: cookies } });
    expect(stolen.headers.get('location')).toContain('/sign-in');
  });

  test('signing in again ends the session that this browser had', async () => {
    const visitor = createVisitor(world.app);
    await visitor.post('/sign-in', { email: 'mila@example.test', password });
    const first = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    await visitor.post('/sign-in', { email: 'mila@example.test', password });
    expect((await visitor.get('/desk/people')).status).toBe(200);
    const earlier = await world.app.request(`${baseUrl}/desk/people`, { headers: { cookie: first } });
    expect(earlier.headers.get('location')).toContain('/sign-in');
  });

  test('the token is stored as a hash only', async () => {
    const visitor = createVisitor(world.app);
    await visitor.post('/sign-in', { email: 'mila@example.test', password });
    const [, cookie = ''] = [...visitor.cookies].find(([name]) => name.includes('session_token'))!;
    const stored = await world.scope.db.selectFrom('auth_sessions').select('token').execute();
    expect(stored.length).toBeGreaterThan(0);
    for (const { token } of stored) {
      expect(cookie).not.toContain(token);
      const forged = `${token}.${cookie.split('.')[1]}`;
      const answer = await world.app.request(`${baseUrl}/profile`, {
        headers: { cookie: `better-auth.session_token=${forged}` },
      });
      expect(answer.headers.get('location')).toContain('/sign-in');
    }
  });

  test('who works at the agency is signed out after a week without a visit; a client is not', async () => {
    const [mila, roos] = [createVisitor(world.app), createVisitor(world.app)];
    await mila.post('/sign-in', { email: 'mila@example.test', password });
    await roos.post('/sign-in', { email: 'roos@example.test', password });
    const start = world.scope.now().getTime();
    const later = (days: number) => world.at(new Date(start + days * 24 * 60 * 60_000).toISOString());
    for (const day of [6, 12]) {
      later(day);
      expect((await mila.get('/desk/people')).status).toBe(200);
    }
    later(19);
    expect((await mila.get('/desk/people')).headers.get('location')).toContain('/sign-in');
    expect((await roos.get('/profile')).status).toBe(200);
    later(0);
  });

  test('the language is kept for the browser, and for the person once signed in', async () => {
    const visitor = createVisitor(world.app);
    const done = await visitor.post('/language', { language: 'en', next: '/sign-in' });
    expect(done.headers.get('location')).toBe('/sign-in');
    expect(await (await visitor.get('/sign-in')).text()).toContain('<html lang="en">');
    await visitor.post('/sign-in', { email: 'roos@example.test', password });
    await visitor.post('/language', { language: 'en', next: 'https://evil.test' });
    const row = await world.scope.db
      .selectFrom('people')
      .select('language')
      .where('id', '=', world.contacts.roos.id)
      .executeTakeFirstOrThrow();
    expect(row.language).toBe('en');
    expect((await visitor.post('/language', { language: 'xx' })).status).toBe(303);
  });

  test('behind https the cookie is secure and is read again', async () => {
    const secret = 'another-secret-0123456789-another-secret';
    const scope = { ...world.scope, baseUrl: 'https://hulp.bureau.test' };
    const auth = createAuth({
      db: scope.db,
      baseUrl: scope.baseUrl,
      secret,
      sendLink: (email, token, next) => sendSignInLink(scope, email, token, next),
    });
    const health = createHealth(async () => null);
    const log = pino({ level: 'silent' });
    const app = createApp({ scope, auth, secret, files: world.files, log, health, live: world.live });
    const visitor = createVisitor(app, scope.baseUrl);
    const done = await visitor.post('/sign-in', { email: 'mila@example.test', password });
    const cookie = done.headers.getSetCookie().find((each) => each.includes('session_token')) ?? '';
    expect(done.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(done.headers.getSetCookie().filter((each) => !each.startsWith('__Host-'))).toEqual([]);
    expect(cookie).toMatch(/^__Host-.*; HttpOnly.*; Secure.*; SameSite=Lax/i);
    expect((await visitor.get('/desk/people')).status).toBe(200);
    const forged = createVisitor(app, scope.baseUrl);
    const [name, value] = [...visitor.cookies].find(([each]) => each.includes('session_token'))!;
    const changed = value.replace(/^./, (first) => (first === 'a' ? 'b' : 'a'));
    const answer = await app.request(`${scope.baseUrl}/desk`, { headers: { cookie: `${name}=${changed}` } });
    expect(answer.headers.get('location')).toContain('/sign-in');
    expect((await forged.get('/desk')).status).toBe(303);
  });
});
