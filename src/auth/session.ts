import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import { statement } from '#db/statement.ts';
import type { Person } from '#lib/actor.ts';
import { tokenHash } from '#lib/token.ts';
import { hasFactor, type SecondFactor, type SignInWay } from './factors.ts';

/** The session cookie; behind https its name binds it to this very host, without a subdomain setting it. */
export const sessionCookie = (baseUrl: string): string =>
  `${baseUrl.startsWith('https:') ? '__Host-' : ''}better-auth.session_token`;

/** Who is signed in, and how they came in. */
export interface SignedIn {
  readonly person: Person;
  readonly sessionId: string;
  readonly way: SignInWay | null;
  readonly secondFactor: SecondFactor | null;
  /** Has an app or a passkey, without which nobody signs in as them. */
  readonly hasSecondFactor: boolean;
  /** When the session was last used, by about ten minutes. */
  readonly seenAt: Date | null;
}

/**
 * Who has the session of this request's cookie, in one query; null when there is none, it has ended or lain
 * unused for too long, or the person was deactivated.
 */
export async function personOfSession(
  c: Context,
  { db, baseUrl, now }: Pick<Scope, 'db' | 'baseUrl' | 'now'>,
  secret: string,
): Promise<SignedIn | null> {
  const token = signedToken(getCookie(c, sessionCookie(baseUrl)), secret);
  if (!token) return null;
  const row = (await sessionOf(db, tokenHash(token)))[0];
  if (!row || isIdle(row, now())) return null;
  return {
    person: toPerson(row),
    sessionId: row.session_id,
    way: row.way,
    secondFactor: row.second_factor,
    hasSecondFactor: row.has_second_factor,
    seenAt: row.seen_at,
  };
}

const sessionOf = statement((db, hash: string) =>
  activePeople(db)
    .innerJoin('auth_sessions as session', 'session.user_id', 'person.id')
    .select(['session.id as session_id', 'session.way', 'session.second_factor', 'session.seen_at'])
    .select(hasFactor('person.id').as('has_second_factor'))
    .where('session.token', '=', hash)
    .where('session.expires_at', '>', sql<Date>`now()`),
);

/** Who still has these sessions, by the session's id: one that ended, or whose person was deactivated, is not there. */
export async function peopleOfSessions(db: Db, sessionIds: readonly string[]): Promise<Map<string, Person>> {
  const rows = await activePeople(db)
    .innerJoin('auth_sessions as session', 'session.user_id', 'person.id')
    .select('session.id as session_id')
    .where('session.id', 'in', [...sessionIds])
    .where('session.expires_at', '>', sql<Date>`now()`)
    .execute();
  return new Map(rows.map((row) => [row.session_id, toPerson(row)]));
}

/** How long a session of somebody of the agency, who sees all clients, may lie unused, in days. */
export const idleDays = 7;

const isIdle = ({ kind, seen_at }: { kind: Person['kind']; seen_at: Date | null }, now: Date): boolean =>
  kind === 'staff' && seen_at !== null && now.getTime() - seen_at.getTime() >= idleDays * 24 * 60 * 60_000;

/** What a cookie says whose signature is ours, as `setSignedCookie` writes it; without WebCrypto's way round. */
function signedToken(cookie: string | undefined, secret: string): string | null {
  const dot = cookie?.lastIndexOf('.') ?? -1;
  if (!cookie || dot < 1) return null;
  const token = cookie.slice(0, dot);
  const own = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(cookie.slice(dot + 1), 'base64');
  return given.length === own.length && timingSafeEqual(given, own) ? token : null;
}

const noted = 10 * 60_000;

/** Notes that a session is in use: once in ten minutes, so that reading a page writes nothing. */
export async function noteUse({ db, now }: Scope, { sessionId, seenAt }: SignedIn): Promise<void> {
  const at = now();
  if (seenAt && at.getTime() - seenAt.getTime() < noted) return;
  await db.updateTable('auth_sessions').set({ seen_at: at }).where('id', '=', sessionId).execute();
}

/** Whether somebody of the agency has to set up a second factor before they do anything else. */
export const needsSecondFactor = (
  signedIn: SignedIn | null,
  agency: { readonly second_factor_from?: string | null } | null,
  now: Date,
): boolean =>
  signedIn?.person.kind === 'staff' &&
  !signedIn.hasSecondFactor &&
  Boolean(agency?.second_factor_from) &&
  new Date(agency!.second_factor_from!) <= now;

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
