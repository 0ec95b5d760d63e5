import type { Context } from 'hono';
import { getSignedCookie } from 'hono/cookie';
import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import type { Person } from '#lib/actor.ts';

const cookieNames = ['__Secure-better-auth.session_token', 'better-auth.session_token'];

/**
 * The person whose session cookie this request carries, in one query; null when there is none, it has
 * ended, or the person was deactivated.
 */
export async function personOfSession(c: Context, db: Db, secret: string): Promise<Person | null> {
  for (const name of cookieNames) {
    const token = await getSignedCookie(c, secret, name);
    if (token) return personOfToken(db, token);
  }
  return null;
}

async function personOfToken(db: Db, token: string): Promise<Person | null> {
  const row = await activePeople(db)
    .innerJoin('auth_sessions as session', 'session.user_id', 'person.id')
    .where('session.token', '=', token)
    .where('session.expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return row ? toPerson(row) : null;
}

/** The person with this id or address as somebody who does something; null when there is none, or no longer. */
export async function activePerson(
  db: Db,
  by: { readonly id: string } | { readonly email: string },
): Promise<Person | null> {
  const people = activePeople(db);
  const row = await ('id' in by
    ? people.where('person.id', '=', by.id)
    : people.where('person.email', '=', by.email)
  ).executeTakeFirst();
  return row ? toPerson(row) : null;
}

const activePeople = (db: Db) =>
  db
    .selectFrom('people as person')
    .where('person.deactivated_at', 'is', null)
    .select((eb) => [
      'person.id',
      'person.name',
      'person.language',
      'person.kind',
      'person.staff_role',
      'person.organisation_id',
      'person.contact_role',
      'person.budget_holder',
      sql<string[]>`array(${eb
        .selectFrom('person_sites')
        .select('person_sites.site_id')
        .whereRef('person_sites.person_id', '=', 'person.id')})`.as('site_ids'),
    ]);

interface PersonRow {
  id: string;
  name: string;
  language: 'nl' | 'en';
  kind: 'staff' | 'contact';
  staff_role: 'supporter' | 'developer' | 'manager' | null;
  organisation_id: string | null;
  contact_role: 'reporter' | 'colleague' | 'coordinator' | null;
  budget_holder: boolean;
  site_ids: string[];
}

/** A row of `people`, with the sites of a colleague, as somebody who does something. */
export function toPerson(row: PersonRow): Person {
  const { id, name, language } = row;
  if (row.kind === 'staff') return { kind: 'staff', id, name, language, role: row.staff_role! };
  return {
    kind: 'contact',
    id,
    name,
    language,
    role: row.contact_role!,
    organisationId: row.organisation_id!,
    budgetHolder: row.budget_holder,
    siteIds: row.site_ids,
  };
}
