import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#lib/actor.ts';
import { tokenHash } from '#lib/token.ts';
import { createVisitor } from '../../test/visitor.ts';
import { createWorld, type World } from '../../test/world.ts';
import { inviteFromCommandLine } from './command-line.ts';
import { addressee, managers } from './queries.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const newStaff = {
  kind: 'staff',
  name: 'Noor Nieuw',
  email: 'noor@example.test',
  phone: '',
  language: 'nl',
  role: 'developer',
};
const row = (email: string) =>
  world.scope.db.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst();
const everybody = (): Person[] => [...Object.values(world.staff), ...Object.values(world.contacts)];

/** The path of the link in the latest invitation to an address. */
async function invitationOf(email: string): Promise<string> {
  const mail = await world.scope.db
    .selectFrom('mails')
    .select('text')
    .where('to_address', '=', email)
    .where('kind', '=', 'invitation')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return /http:\/\/nazorg\.test(\/invitation\/\S+)/.exec(mail.text)?.[1] ?? '';
}

describe('a manager', () => {
  test('adds a colleague, who gets an invitation', async () => {
    const answer = await world.as(world.staff.mila).post('/desk/people', newStaff);
    const noor = await row('noor@example.test');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/desk/people/${noor?.id}`]);
    expect(noor).toMatchObject({ kind: 'staff', staff_role: 'developer', name: 'Noor Nieuw' });
    expect(await invitationOf('noor@example.test')).toMatch(/^\/invitation\/[\w-]{43}$/);
    const types = await world.scope.db
      .selectFrom('events')
      .select(['type', 'actor_id'])
      .where('subject_id', '=', noor!.id)
      .orderBy('id')
      .execute();
    expect(types.map(({ type }) => type)).toEqual(['person.added', 'person.invited']);
    expect(types[0]?.actor_id).toBe(world.staff.mila.id);
  });

  test('who presses twice adds one', async () => {
    const form = { ...newStaff, once: world.scope.newId() };
    const both = await Promise.all([1, 2].map(() => world.as(world.staff.mila).post('/desk/people', form)));
    expect(new Set(both.map((each) => each.headers.get('location'))).size).toBe(1);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await world.scope.db.selectFrom('mails').select('id').execute()).toHaveLength(1);
  });

  test('is told at the field what to mend, and keeps what was typed', async () => {
    const taken = await world
      .as(world.staff.mila)
      .post('/desk/people', { ...newStaff, email: 'SAM@example.test' });
    expect(taken.status).toBe(422);
    const page = await taken.text();
    expect(page).toContain('Er is al iemand met dit e-mailadres');
    expect(page).toContain('value="Noor Nieuw"');
    const odd = await world
      .as(world.staff.mila)
      .post('/desk/people', { ...newStaff, name: '\u0000', role: 'god' });
    expect(odd.status).toBe(422);
    const long = await world
      .as(world.staff.mila)
      .post('/desk/people', { ...newStaff, name: 'x'.repeat(100_000) });
    expect(long.status).toBe(422);
    expect(world.faults).toEqual([]);
  });

  test('gives a colleague at a client the sites of that client only', async () => {
    const form = {
      ...newStaff,
      kind: 'contact',
      organisation: world.organisations.bakery,
      role: 'colleague',
      sites: [world.sites.shop, world.sites.site],
      budget_holder: 'on',
    };
    const foreign = { ...form, sites: [world.sites.shop, world.sites.foreign] };
    const refused = await world.as(world.staff.mila).post('/desk/people', foreign);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(new RegExp(`value="${world.sites.shop}" checked`));
    expect((await world.as(world.staff.mila).post('/desk/people', form)).status).toBe(303);
    const noor = await row('noor@example.test');
    expect(noor).toMatchObject({ contact_role: 'colleague', budget_holder: true });
    const change = { ...form, email: 'noor@example.test', role: 'coordinator' };
    expect((await world.as(world.staff.mila).post(`/desk/people/${noor!.id}`, change)).status).toBe(303);
    const kept = world.scope.db
      .selectFrom('person_sites')
      .select('site_id')
      .where('person_id', '=', noor!.id);
    expect(await kept.execute()).toEqual([]);
  });

  test('who has not seen a change by somebody else is told, and loses nothing typed', async () => {
    const { sam } = world.staff;
    const path = `/desk/people/${sam.id}`;
    const form = {
      name: 'Sam Een',
      email: 'sam@example.test',
      phone: '',
      language: 'nl',
      role: 'supporter',
      seen: '0',
    };
    expect((await world.as(world.staff.mila).post(path, form)).status).toBe(303);
    const stale = await world.as(world.staff.mila).post(path, { ...form, name: 'Sam Twee' });
    expect(stale.status).toBe(422);
    const page = await stale.text();
    expect(page).toContain('Iemand anders heeft dit intussen gewijzigd');
    expect(page).toContain('value="Sam Twee"');
    const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '';
    expect((await world.as(world.staff.mila).post(path, { ...form, name: 'Sam Twee', seen })).status).toBe(
      303,
    );
  });

  test('cannot leave the agency without a manager, nor lock themselves out', async () => {
    const { mila, sam } = world.staff;
    const form = {
      name: mila.name,
      email: 'mila@example.test',
      phone: '',
      language: 'nl',
      role: 'supporter',
    };
    const demoted = await world.as(mila).post(`/desk/people/${mila.id}`, form);
    expect([demoted.status, await demoted.text()]).toEqual([
      422,
      expect.stringContaining('altijd een beheerder'),
    ]);
    const self = await world.as(mila).post(`/desk/people/${mila.id}/deactivation`);
    expect([self.status, await self.text()]).toEqual([422, expect.stringContaining('niet bij uzelf')]);
    const promoted = { ...form, name: sam.name, email: 'sam@example.test', role: 'manager' };
    expect((await world.as(mila).post(`/desk/people/${sam.id}`, promoted)).status).toBe(303);
    const both = await Promise.all([
      world.as(mila).post(`/desk/people/${sam.id}/deactivation`),
      world.as(sam).post(`/desk/people/${mila.id}/deactivation`),
    ]);
    // Whoever comes second is no manager any more, is signed out by then, or may not take the last one.
    const done = both.filter(
      ({ status, headers }) => status === 303 && !headers.get('location')?.startsWith('/sign-in'),
    );
    expect(done.length).toBeLessThanOrEqual(1);
    expect((await managers(world.scope.db)).length).toBeGreaterThanOrEqual(1);
  });
});

describe('access', () => {
  test('ends at once on every device, and comes back with the same history', async () => {
    const { mila, sam } = world.staff;
    expect((await world.as(sam).get('/desk/people')).status).toBe(200);
    expect((await world.as(mila).post(`/desk/people/${sam.id}/deactivation`)).status).toBe(303);
    const sessions = world.scope.db.selectFrom('auth_sessions').select('id').where('user_id', '=', sam.id);
    expect(await sessions.execute()).toEqual([]);
    expect((await world.as(sam).get('/desk/people')).headers.get('location')).toContain('/sign-in');
    expect(await addressee(world.scope.db, sam.id)).toBeNull();
    expect((await world.as(mila).post(`/desk/people/${sam.id}/reactivation`)).status).toBe(303);
    expect((await world.as(sam).get('/desk/people')).status).toBe(200);
  });

  test('all of the agency look, managers alone change, clients see nothing here', async () => {
    const { roos } = world.contacts;
    for (const person of everybody()) {
      const manager = person.kind === 'staff' && person.role === 'manager';
      const seen = person.kind === 'staff' ? 200 : 404;
      const browser = world.as(person);
      expect((await browser.get('/desk/people')).status).toBe(seen);
      expect((await browser.get(`/desk/people/${roos.id}`)).status).toBe(seen);
      expect((await browser.get('/desk/people/new?kind=staff')).status).toBe(manager ? 200 : 404);
      expect((await browser.post(`/desk/people/${roos.id}/invitation`)).status).toBe(manager ? 303 : 404);
    }
    expect((await world.as(world.staff.mila).get('/desk/people/nobody')).status).toBe(404);
  });

  test('people are found on both sides, whatever is typed', async () => {
    const find = async (q: string) =>
      (await world.as(world.staff.sam).get(`/desk/people?q=${encodeURIComponent(q)}`)).text();
    expect(await find('vera')).toContain('Fietsen Elders');
    expect(await find('%')).toContain('Niemand gevonden');
    expect(await find('\u0000')).toContain('Mila Manager');
  });
});

describe('an invitation', () => {
  const invite = async () => {
    await world.as(world.staff.mila).post('/desk/people', newStaff);
    return invitationOf('noor@example.test');
  };

  test('lets its addressee choose a password, once', async () => {
    const path = await invite();
    const stored = await world.scope.db.selectFrom('invitations').select('token_hash').execute();
    expect(stored).toEqual([{ token_hash: tokenHash(path.split('/').at(-1)!) }]);
    const noor = createVisitor(world.app);
    const page = await (await noor.get(path)).text();
    expect(page).toContain('Noor Nieuw');
    expect(page).toContain('Bureau Voorbeeld');
    const short = await noor.post(path, { password: 'te kort' });
    expect([short.status, (await short.text()).includes('te kort')]).toEqual([422, false]);
    const easy = await noor.post(path, { password: 'Welkom-Noor-2026' });
    expect(await easy.text()).toContain('raden anderen te snel');
    const done = await noor.post(path, { password: 'een lange zin' });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/desk']);
    expect((await noor.get('/desk/people')).status).toBe(200);
    expect((await createVisitor(world.app).get(path)).status).toBe(410);
    expect((await createVisitor(world.app).post(path, { password: 'een andere zin' })).status).toBe(410);
    const again = { email: 'noor@example.test', password: 'een lange zin' };
    expect((await createVisitor(world.app).post('/sign-in', again)).status).toBe(303);
    expect((await row('noor@example.test'))?.email_verified).toBe(true);
  });

  test('also works without a password', async () => {
    const path = await invite();
    const noor = createVisitor(world.app);
    expect((await noor.post(path, { without: 'password' })).status).toBe(303);
    expect((await noor.get('/profile')).status).toBe(200);
  });

  test('used twice at once, lets one in', async () => {
    const path = await invite();
    const both = await Promise.all(
      ['een lange zin', 'een andere zin'].map((password) =>
        createVisitor(world.app).post(path, { password }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
  });

  test('ends after seven days, by a newer one, by another address and by deactivation', async () => {
    const first = await invite();
    const noor = (await row('noor@example.test'))!;
    const manager = world.as(world.staff.mila);
    await manager.post(`/desk/people/${noor.id}/invitation`);
    const second = await invitationOf('noor@example.test');
    expect((await createVisitor(world.app).get(first)).status).toBe(410);
    expect((await createVisitor(world.app).get(second)).status).toBe(200);
    world.at('2026-10-23T09:29:59+02:00');
    expect((await createVisitor(world.app).get(second)).status).toBe(200);
    world.at('2026-10-23T09:30:00+02:00');
    const late = await createVisitor(world.app).post(second, { password: 'een lange zin' });
    expect([late.status, await late.text()]).toEqual([410, expect.stringContaining('nieuwe uitnodiging')]);

    await manager.post(`/desk/people/${noor.id}/invitation`);
    const third = await invitationOf('noor@example.test');
    await manager.post(`/desk/people/${noor.id}`, { ...newStaff, email: 'noor2@example.test' });
    expect((await createVisitor(world.app).get(third)).status).toBe(410);

    await manager.post(`/desk/people/${noor.id}/invitation`);
    const fourth = await invitationOf('noor2@example.test');
    await manager.post(`/desk/people/${noor.id}/deactivation`);
    expect((await createVisitor(world.app).post(fourth, { password: 'een lange zin' })).status).toBe(404);
  });

  test('that nobody made is not there, and says how to get one', async () => {
    for (const token of ['x', '%20', encodeURIComponent("' or 1=1"), 'a%00b']) {
      const answer = await createVisitor(world.app).get(`/invitation/${token}`);
      expect([answer.status, await answer.text()]).toEqual([
        404,
        expect.stringContaining('nieuwe uitnodiging'),
      ]);
    }
  });

  test('from the command line lets a colleague in, and a locked-out manager again', async () => {
    const made = await inviteFromCommandLine(world.scope, {
      email: 'Nel@example.test',
      name: 'Nel',
      role: 'supporter',
    });
    expect(made.known).toBe(false);
    expect((await createVisitor(world.app).get(new URL(made.link).pathname)).status).toBe(200);
    const known = await inviteFromCommandLine(world.scope, {
      email: 'mila@example.test',
      name: 'x',
      role: 'supporter',
    });
    expect(known.known).toBe(true);
    expect(await row('mila@example.test')).toMatchObject({ name: 'Mila Manager', staff_role: 'manager' });
  });

  test('without a mail server is handed over by a manager, and read by nobody else', async () => {
    const path = await invite();
    const mail = await world.scope.db.selectFrom('mails').select('id').executeTakeFirstOrThrow();
    const token = path.split('/').at(-1)!;
    for (const address of [`/desk/mail/${mail.id}`, `/desk/mail/${mail.id}/html`]) {
      expect(await (await world.as(world.staff.mila).get(address)).text()).toContain(token);
      const other = await world.as(world.staff.sam).get(address);
      expect([other.status, (await other.text()).includes(token)]).toEqual([200, false]);
    }
  });
});

describe('the profile', () => {
  test('is everybody’s own, on their own face', async () => {
    for (const person of everybody()) {
      const browser = world.as(person);
      const page = await (await browser.get('/profile')).text();
      expect(page).toContain(person.kind === 'staff' ? 'href="/desk/people"' : 'href="/report"');
      const form = {
        name: `${person.name} B`,
        phone: '06',
        language: 'en',
        email: 'x@evil.test',
        role: 'manager',
      };
      expect((await browser.post('/profile', form)).status).toBe(303);
    }
    expect(await row('x@evil.test')).toBeUndefined();
    expect(await row('roos@example.test')).toMatchObject({
      name: 'Roos Melder B',
      phone: '06',
      language: 'en',
    });
    expect(await managers(world.scope.db)).toHaveLength(1);
  });

  test('a password is changed by who knows the present one, and ends other sessions', async () => {
    const noor = createVisitor(world.app);
    await world.as(world.staff.mila).post('/desk/people', newStaff);
    await noor.post(await invitationOf('noor@example.test'), { password: 'een lange zin' });
    const other = createVisitor(world.app);
    await other.post('/sign-in', { email: 'noor@example.test', password: 'een lange zin' });
    const wrong = await noor.post('/profile/password', { present: 'geraden', password: 'een nieuwe zin' });
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining('niet uw huidige wachtwoord'),
    ]);
    const right = await noor.post('/profile/password', {
      present: 'een lange zin',
      password: 'een nieuwe zin',
    });
    expect(right.status).toBe(303);
    expect((await noor.get('/profile')).status).toBe(200);
    expect((await other.get('/profile')).status).toBe(303);
    const old = { email: 'noor@example.test', password: 'een lange zin' };
    expect((await createVisitor(world.app).post('/sign-in', old)).status).toBe(422);
  });
});
