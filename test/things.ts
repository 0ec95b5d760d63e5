import type { Hono } from 'hono';
import { createToken } from '#api/tokens.ts';
import { type Access, type Env, statedAccess } from '#auth/web.ts';
import type { Scope } from '#db/scope.ts';
import { addAbsence } from '#duty/duty.ts';
import type { FileStore } from '#files/store.ts';
import { agreedWork, fillIn } from '#invoices/invoices.fixture.ts';
import { issueInvoice } from '#invoices/invoices.ts';
import { program } from '#lib/actor.ts';
import { tokenHash } from '#lib/token.ts';
import { post } from '#mail/outbox.ts';
import { createDraft } from '#quotes/drafts.ts';
import { sendQuote } from '#quotes/sending.ts';
import { addView } from '#saved-views/saved-views.ts';
import { keepFiles } from '#tickets/attachments.ts';
import { addNote, reportTicket } from '#tickets/tickets.ts';
import type { Cast } from './cast.ts';

/** The people of a test, and the program that they use. */
type Place = Cast & { readonly scope: Scope; readonly files: FileStore };

/** Makes one of everything that an address can name, all of the bakery's. Answers what each path stands for. */
export async function makeThings(world: Place): Promise<Record<string, string>> {
  const today = world.scope.now().toISOString().slice(0, 10);
  const { scope, files, contacts, staff, sites, organisations } = world;
  const [attachment = ''] = await keepFiles(scope, files, contacts.roos, [
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
  const run = scope.newId();
  await scope.db
    .insertInto('imports')
    .values({
      id: run,
      kind: 'organisations',
      text: 'naam\nBakkerij',
      lines: 1,
      created_at: scope.now(),
      created_by: staff.mila.id,
    })
    .execute();
  const absence = await addAbsence(scope, staff.mila, {
    personId: staff.mila.id,
    firstDay: today,
    lastDay: today,
    substituteId: null,
  });
  const charge = await agreedWork(world);
  const invoice = await issueInvoice(scope, files, staff.mila, {
    organisationId: organisations.bakery,
    month: today.slice(0, 7),
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
  return {
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
}

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly access: Access | undefined;
}

/**
 * Every address of the program with the access that it states. The API is a house of its own, mounted for all
 * methods: `src/api/walk.test.ts` holds every operation of it against every kind of token.
 */
export function routesOf(app: Hono<Env>): Route[] {
  const all = new Map<string, Route>();
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue;
    const key = `${method} ${path}`;
    all.set(key, { method, path, access: all.get(key)?.access ?? statedAccess(handler) });
  }
  return [...all.values()];
}

/** A path with everything that it names, and with what is nowhere for everything else. */
export function addressIn(named: Readonly<Record<string, string>>, path: string): string {
  const prefix = Object.keys(named).find((each) => path === each || path.startsWith(`${each}/`));
  const whole = prefix ? path.replace(prefix, prefix.replace(/:\w+/, named[prefix]!)) : path;
  return whole.replaceAll(/:\w+(\{[^}]*\})?/g, '00000000-0000-4000-8000-ffffffffffff');
}
