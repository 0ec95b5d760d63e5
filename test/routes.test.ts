import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '#api/tokens.ts';
import { type Access, statedAccess } from '#auth/web.ts';
import { addAbsence } from '#duty/duty.ts';
import { agreedWork, fillIn } from '#invoices/invoices.fixture.ts';
import { issueInvoice } from '#invoices/invoices.ts';
import { type Person, program } from '#lib/actor.ts';
import { tokenHash } from '#lib/token.ts';
import { post } from '#mail/outbox.ts';
import { createDraft } from '#quotes/drafts.ts';
import { sendQuote } from '#quotes/sending.ts';
import { addView } from '#saved-views/saved-views.ts';
import { keepFiles } from '#tickets/attachments.ts';
import { addNote, reportTicket } from '#tickets/tickets.ts';
import { createWorld, type World } from './world.ts';

let world: World;
/** What a path's parameters stand for: always something of the bakery's, which Vera must not see. */
let named: Record<string, string>;

beforeAll(async () => {
  world = await createWorld();
  const { scope, contacts, staff, sites, organisations } = world;
  const [attachment = ''] = await keepFiles(scope, world.files, contacts.roos, [
    { name: 'scherm.txt', bytes: new TextEncoder().encode('wit scherm') },
  ]);
  const ticket = await reportTicket(scope, contacts.roos, {
    siteId: sites.shop,
    subject: 'Geheim van de bakker',
    did: 'Ik bakte.',
    happened: 'Het brandde aan.',
    expected: '',
    urgency: 'low',
    impact: 'small',
    attachmentIds: [attachment],
  });
  await addNote(scope, staff.sam, ticket.id, { body: 'Interne notitie over de bakker' });
  const mail = await post(scope, {
    kind: 'reply',
    to: { ...contacts.roos, email: 'roos@example.test' },
    subject: 'Geheim van de bakker',
    blocks: [{ paragraph: 'Alleen voor de bakker' }],
  });
  const session = await scope.db
    .insertInto('auth_sessions')
    .values({
      token: tokenHash('of-roos'),
      user_id: contacts.roos.id,
      expires_at: new Date(Date.now() + 60_000),
      created_at: scope.now(),
      updated_at: scope.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const passkey = scope.newId();
  await scope.db
    .insertInto('auth_passkeys')
    .values({
      id: passkey,
      person_id: contacts.roos.id,
      name: 'Laptop van de bakker',
      credential_id: 'geheim',
      public_key: Buffer.from('x'),
      counter: 0,
      transports: [],
      created_at: scope.now(),
    })
    .execute();
  const token = await createToken(scope, program, { name: 'Planbord', role: 'manager', expiresInDays: 365 });
  const view = await addView(scope, staff.sam, {
    name: 'Geheim van de bakker',
    query: 'priority=high',
    team: true,
  });
  await fillIn(world);
  const imported = await world
    .as(staff.mila)
    .post('/desk/settings/imports/organisations/records', { text: 'naam\nBakker' });
  const run = imported.headers.get('location')!.split('/').at(-1)!;
  const absence = await addAbsence(scope, staff.mila, {
    personId: staff.mila.id,
    firstDay: '2026-10-16',
    lastDay: '2026-10-16',
    substituteId: null,
  });
  const charge = await agreedWork(world);
  const invoice = await issueInvoice(scope, world.files, staff.mila, {
    organisationId: organisations.bakery,
    month: '2026-10',
    charges: [charge],
    shown: [charge],
    buyerReference: 'Geheim van de bakker',
    orderReference: null,
  });
  const quote = await sendQuote(
    scope,
    staff.sam,
    await createDraft(scope, staff.sam, {
      organisationId: organisations.bakery,
      ticketId: ticket.id,
      title: 'Geheim van de bakker',
      lines: [
        {
          kind: 'hours',
          description: 'Oven',
          quantity: 100,
          unitCents: 9500,
          optional: false,
          vat: 'standard',
        },
      ],
    }),
  );
  named = {
    '/tickets/:id': ticket.id,
    '/desk/tickets/:id': ticket.id,
    '/attachments/:id': attachment,
    '/profile/security/sessions/:id': session.id,
    '/profile/security/passkeys/:id': passkey,
    '/desk/people/:id': contacts.roos.id,
    '/desk/organisations/:id': organisations.bakery,
    '/desk/sites/:id': sites.shop,
    '/desk/mail/:id': mail,
    '/desk/views/:id': view,
    '/desk/absences/:id': absence,
    '/desk/settings/imports/runs/:id': run,
    '/desk/settings/tokens/:id': token.id,
    '/desk/money/charges/:id': charge,
    '/desk/money/invoices/drafts/:id': organisations.bakery,
    '/desk/money/invoices/credits/:id': invoice,
    '/desk/money/invoices/:id': invoice,
    '/costs/invoices/:id': invoice,
    '/quotes/:id': quote.id,
    '/desk/quotes/:id': quote.id,
  };
});
afterAll(() => world.close());

interface Route {
  readonly method: string;
  readonly path: string;
  readonly access: Access | undefined;
}

/**
 * Every address of the program with the access that it states. The API is a house of its own, mounted for all
 * methods: `src/api/walk.test.ts` holds every operation of it against every kind of token.
 */
function routes(): Route[] {
  const all = new Map<string, Route>();
  for (const { method, path, handler } of world.app.routes) {
    if (method === 'ALL') continue;
    const key = `${method} ${path}`;
    all.set(key, { method, path, access: all.get(key)?.access ?? statedAccess(handler) });
  }
  return [...all.values()];
}

function addressOf(path: string): string {
  const prefix = Object.keys(named).find((each) => path === each || path.startsWith(`${each}/`));
  const whole = prefix ? path.replace(prefix, prefix.replace(/:\w+/, named[prefix]!)) : path;
  return whole.replaceAll(/:\w+(\{[^}]*\})?/g, '00000000-0000-4000-8000-ffffffffffff');
}

const visit = (route: Route, person: Person | null) => {
  const browser = world.as(person);
  return route.method === 'GET' ? browser.get(addressOf(route.path)) : browser.post(addressOf(route.path));
};

test('every route states who may come', () => {
  expect(routes().length).toBeGreaterThan(50);
  expect(routes().filter(({ access }) => !access)).toEqual([]);
});

test('every route that reads an object is known to this test', () => {
  const unknown = routes().filter(
    ({ path }) =>
      path.includes(':id') &&
      !Object.keys(named).some((each) => path === each || path.startsWith(`${each}/`)),
  );
  expect(unknown.map(({ path }) => path)).toEqual([]);
});

describe('whoever may not', () => {
  test('who is not signed in goes to sign in first, and comes back', async () => {
    for (const route of routes().filter(({ access }) => access !== 'anyone')) {
      const answer = await visit(route, null);
      expect(answer.status, `${route.method} ${route.path}`).toBe(303);
      expect(answer.headers.get('location'), route.path).toMatch(/^\/sign-in(\?next=|$)/);
    }
  });

  test('a contact sees 404 on every address of the agency', async () => {
    for (const route of routes().filter(({ access }) => access === 'staff' || access === 'manager')) {
      for (const person of [world.contacts.roos, world.contacts.vera])
        expect((await visit(route, person)).status, `${route.method} ${route.path}`).toBe(404);
    }
  });

  test('a supporter and a developer see 404 on every address of managers', async () => {
    for (const route of routes().filter(({ access }) => access === 'manager')) {
      for (const person of [world.staff.sam, world.staff.dani])
        expect((await visit(route, person)).status, `${route.method} ${route.path}`).toBe(404);
    }
  });

  test('staff see 404 on the addresses of clients, or are led to their own page of the same thing', async () => {
    for (const route of routes().filter(({ access }) => access === 'contact')) {
      const answer = await visit(route, world.staff.sam);
      const led = answer.status === 303 && answer.headers.get('location')?.startsWith('/desk');
      expect(led || answer.status === 404, `${route.method} ${route.path}: ${answer.status}`).toBe(true);
    }
  });

  test('a stranger sees 404 wherever an address names something of another client', async () => {
    const objects = routes().filter(({ path, access }) => path.includes(':id') && access !== 'anyone');
    expect(objects.length).toBeGreaterThan(20);
    for (const route of objects) {
      const answer = await visit(route, world.contacts.vera);
      expect(answer.status, `${route.method} ${route.path}`).toBe(404);
      expect(await answer.text()).not.toContain('bakker');
    }
  });
});

describe('whoever may', () => {
  const everyone = (access: Access): Person[] => {
    const { roos, kees, cora, vera } = world.contacts;
    const { mila, sam, dani } = world.staff;
    if (access === 'manager') return [mila];
    if (access === 'staff') return [mila, sam, dani];
    if (access === 'contact') return [roos, kees, cora, vera];
    return [mila, sam, roos, cora, vera];
  };

  test('gets an answer on every address, and never a fault', async () => {
    for (const route of routes()) {
      for (const person of everyone(route.access!)) {
        const answer = await visit(route, person);
        expect(answer.status, `${route.method} ${route.path} as ${person.name} ${world.faults}`).toBeLessThan(
          500,
        );
      }
    }
    expect(world.faults).toEqual([]);
  });

  test('a form from another site is refused', async () => {
    for (const route of routes().filter(({ method }) => method === 'POST')) {
      const answer = await world.app.request(`http://nazorg.test${addressOf(route.path)}`, {
        method: 'POST',
        body: new URLSearchParams({ a: 'b' }),
        headers: { origin: 'https://evil.example' },
      });
      expect(answer.status, route.path).toBe(403);
    }
  });
});
