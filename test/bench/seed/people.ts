import { hashPassword } from 'better-auth/crypto';
import { defaultAgreement } from '#agreement/agreement.ts';
import { createToken } from '#api/tokens.ts';
import { toPerson } from '#auth/session.ts';
import type { Scope } from '#db/scope.ts';
import { Chance } from '#demo/chance.ts';
import { type Contact, program, type Staff } from '#lib/actor.ts';
import { capital, Words } from './words.ts';

export const password = 'alleen-voor-metingen';

/** Whoever is at work in the benchmark, with what the tickets need to know of them. */
export interface Cast {
  readonly managers: readonly Member[];
  /** Those who have tickets in hand. */
  readonly handlers: readonly Member[];
  readonly clients: readonly Client[];
}

export interface Member {
  readonly person: Staff;
  readonly email: string;
}

export interface Reporter {
  readonly person: Contact;
  readonly email: string;
}

export interface Client {
  readonly id: string;
  readonly name: string;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly contacts: readonly Reporter[];
}

const clients = 200;
const sitesEach = 2;
const contactRoles = ['coordinator', 'colleague', 'reporter', 'reporter', 'reporter'] as const;
const staffRoles = [
  ...['manager', 'manager', 'supporter', 'supporter'],
  ...['supporter', 'developer', 'developer', 'developer'],
] as Staff['role'][];

/** Writes the agency with its agreement, 8 colleagues, 200 clients with 2 sites and 5 contacts each. */
export async function seedPeople(scope: Scope): Promise<Cast> {
  const { db } = scope;
  const at = scope.now();
  const words = new Words(new Chance(7));
  const name = () => `${capital(words.word())} ${capital(words.word())}`;
  await db
    .insertInto('agency')
    .values({ name: 'Bureau Meetlat', accent: '#0b6e4f', language: 'nl', set_up_at: at })
    .execute();
  await db
    .insertInto('agreements')
    .values({ valid_from: '2000-01-01', document: JSON.stringify(defaultAgreement), created_at: at })
    .execute();

  const rowOf = (values: { kind: 'staff' | 'contact'; email: string; language: 'nl' | 'en' }) => ({
    id: scope.newId(),
    name: name(),
    created_at: at,
    updated_at: at,
    email_verified: true,
    staff_role: null,
    organisation_id: null,
    contact_role: null,
    budget_holder: false,
    ...values,
  });
  const staffRows = staffRoles.map((staff_role, index) => ({
    ...rowOf({ kind: 'staff', email: `collega${index}@meetlat.test`, language: 'nl' }),
    staff_role,
  }));
  await db.insertInto('people').values(staffRows).execute();
  const staff = staffRows.map((row) => ({
    person: toPerson({ ...row, site_ids: [] }) as Staff,
    email: row.email,
  }));
  const handlers = staff.filter(({ person }) => person.role !== 'manager');
  await db
    .insertInto('duty')
    .values(handlers.slice(0, 2).map(({ person }) => ({ person_id: person.id })))
    .execute();

  const all: Client[] = [];
  for (let client = 0; client < clients; client++) {
    const organisation = { id: scope.newId(), name: name(), created_at: at };
    const sites = Array.from({ length: sitesEach }, (_, index) => ({
      id: scope.newId(),
      organisation_id: organisation.id,
      name: `${index ? 'Website' : 'Webshop'} ${capital(words.word())}`,
      kind: index ? ('website' as const) : ('webshop' as const),
      phase: 'live' as const,
      addresses: [`https://www${index}.klant${client}.test`],
      critical_parts: index ? [] : ['afrekenen'],
      created_at: at,
    }));
    const contacts = contactRoles.map((contact_role, index) => ({
      ...rowOf({
        kind: 'contact',
        email: `contact${index}@klant${client}.test`,
        language: (client + index) % 10 === 9 ? 'en' : 'nl',
      }),
      organisation_id: organisation.id,
      contact_role,
    }));
    await db.insertInto('organisations').values(organisation).execute();
    await db.insertInto('sites').values(sites).execute();
    await db.insertInto('people').values(contacts).execute();
    const chosen = sites[0]!.id;
    await db.insertInto('person_sites').values({ person_id: contacts[1]!.id, site_id: chosen }).execute();
    all.push({
      ...organisation,
      sites,
      contacts: contacts.map((row) => ({
        person: toPerson({ ...row, site_ids: row.contact_role === 'colleague' ? [chosen] : [] }) as Contact,
        email: row.email,
      })),
    });
  }
  return { managers: staff.filter(({ person }) => person.role === 'manager'), handlers, clients: all };
}

/** Lets everybody sign in with the one password, and a program in with a token. Answers the token. */
export async function seedAccess(scope: Scope): Promise<string> {
  const hash = await hashPassword(password);
  const people = await scope.db.selectFrom('people').select('id').execute();
  const [created_at, updated_at] = [scope.now(), scope.now()];
  const accounts = people.map(({ id }) => ({
    user_id: id,
    account_id: id,
    provider_id: 'credential',
    password: hash,
    created_at,
    updated_at,
  }));
  await scope.db.insertInto('auth_accounts').values(accounts).execute();
  const { token } = await createToken(scope, program, {
    name: 'Meetlat',
    role: 'supporter',
    expiresInDays: null,
    requestsPerMinute: 100_000_000,
  });
  return token;
}
