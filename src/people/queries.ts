import { sql } from 'kysely';
import { hasFactor } from '#auth/factors.ts';
import type { Db } from '#db/open.ts';
import { containing } from '#lib/like.ts';
import type { Addressee } from '#mail/outbox.ts';

/** The active colleagues at the agency, by name. */
export const activeStaff = (db: Db) =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'language', 'staff_role as role'])
    .$narrowType<{ role: 'supporter' | 'developer' | 'manager' }>()
    .where('kind', '=', 'staff')
    .where('deactivated_at', 'is', null)
    .orderBy('name')
    .execute();

/** All who work or worked at the agency: the active ones first, by name. */
export const allStaff = (db: Db) =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'phone', 'staff_role as role', 'deactivated_at as deactivatedAt'])
    .$narrowType<{ role: 'supporter' | 'developer' | 'manager' }>()
    .where('kind', '=', 'staff')
    .where('is_token', '=', false)
    .orderBy(sql`deactivated_at is not null`)
    .orderBy('name')
    .execute();

const contacts = (db: Db, organisationId: string) =>
  db
    .selectFrom('people')
    .select([
      'id',
      'name',
      'email',
      'phone',
      'language',
      'contact_role as role',
      'budget_holder as budgetHolder',
      'deactivated_at as deactivatedAt',
    ])
    .$narrowType<{ role: 'reporter' | 'colleague' | 'coordinator' }>()
    .where('organisation_id', '=', organisationId);

/** The active contacts of an organisation, by name. */
export const contactsOf = (db: Db, organisationId: string) =>
  contacts(db, organisationId).where('deactivated_at', 'is', null).orderBy('name').execute();

/** All contacts that an organisation has or had: the active ones first, by name. */
export const allContactsOf = (db: Db, organisationId: string) =>
  contacts(db, organisationId).orderBy(sql`deactivated_at is not null`).orderBy('name').execute();

const searchedAtMost = 50;

/** Whoever has these letters in name or address, on both sides; a few at most. */
export const searchPeople = (db: Db, words: string) =>
  db
    .selectFrom('people')
    .leftJoin('organisations', 'organisations.id', 'people.organisation_id')
    .select([
      'people.id',
      'people.name',
      'people.email',
      'people.phone',
      'people.staff_role',
      'people.contact_role',
      'people.deactivated_at as deactivatedAt',
      'organisations.name as organisation',
    ])
    .where('people.is_token', '=', false)
    .where((eb) => {
      const like = containing(words);
      return eb.or([eb('people.name', 'ilike', like), eb(sql<string>`people.email::text`, 'ilike', like)]);
    })
    .orderBy('people.name')
    .limit(searchedAtMost)
    .execute();

const active = (db: Db) =>
  db
    .selectFrom('people')
    .select(['people.id', 'people.name', 'people.email', 'people.language'])
    .where('people.deactivated_at', 'is', null);

/** The active managers, as addressees of mail. */
export const managers = (db: Db): Promise<Addressee[]> =>
  active(db).where('staff_role', '=', 'manager').orderBy('name').execute();

/** Somebody as an addressee of mail; null once deactivated. */
export async function addressee(db: Db, personId: string): Promise<Addressee | null> {
  return (await active(db).where('people.id', '=', personId).executeTakeFirst()) ?? null;
}

/** All about one person that the desk shows. */
export const personOf = (db: Db, id: string) =>
  db
    .selectFrom('people')
    .leftJoin('organisations', 'organisations.id', 'people.organisation_id')
    .select((eb) => [
      'people.id',
      'people.name',
      'people.email',
      'people.phone',
      'people.language',
      'people.kind',
      'people.staff_role as staffRole',
      'people.contact_role as contactRole',
      'people.budget_holder as budgetHolder',
      'people.organisation_id as organisationId',
      'people.deactivated_at as deactivatedAt',
      'organisations.name as organisation',
      sql<string[]>`array(${eb
        .selectFrom('person_sites')
        .select('person_sites.site_id')
        .whereRef('person_sites.person_id', '=', 'people.id')})`.as('siteIds'),
      hasFactor('people.id').as('hasSecondFactor'),
      eb
        .exists(eb.selectFrom('auth_accounts').select('id').whereRef('user_id', '=', 'people.id'))
        .as('hasPassword'),
    ])
    .where('people.id', '=', id)
    .where('people.is_token', '=', false)
    .executeTakeFirst();

export type PersonShown = NonNullable<Awaited<ReturnType<typeof personOf>>>;

/** The last invitation that somebody got. */
export const lastInvitation = (db: Db, personId: string) =>
  db
    .selectFrom('invitations')
    .select(['created_at as at', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();

export type InvitationShown = Awaited<ReturnType<typeof lastInvitation>>;

/** The mail of the last invitation of somebody, when it was kept here instead of being sent. */
export async function keptInvitation(db: Db, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('mails')
    .select(['id', 'state'])
    .where('person_id', '=', personId)
    .where('kind', '=', 'invitation')
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row?.state === 'kept' ? row.id : null;
}
