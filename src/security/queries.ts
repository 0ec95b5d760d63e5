import { sql } from 'kysely';
import { hasFactor } from '#auth/factors.ts';
import type { Db } from '#db/open.ts';

/** Where somebody is signed in, the latest used first. */
export const sessionsOf = (db: Db, personId: string) =>
  db
    .selectFrom('auth_sessions')
    .select([
      'id',
      'user_agent as userAgent',
      'ip_address as address',
      'created_at as since',
      'seen_at as seenAt',
    ])
    .where('user_id', '=', personId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy(sql`coalesce(seen_at, created_at)`, 'desc')
    .execute();

export type SessionShown = Awaited<ReturnType<typeof sessionsOf>>[number];

/** What the page needs to know of whoever reads it. */
export async function selfOf(db: Db, personId: string): Promise<{ email: string; hasPassword: boolean }> {
  return db
    .selectFrom('people')
    .select((eb) => [
      'email',
      eb
        .exists(
          eb
            .selectFrom('auth_accounts')
            .select('id')
            .whereRef('user_id', '=', 'people.id')
            .where('password', 'is not', null),
        )
        .$castTo<boolean>()
        .as('hasPassword'),
    ])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
}

/** The active colleagues, by name, and whether each has a second factor. */
export const staffWithFactor = (db: Db) =>
  db
    .selectFrom('people')
    .select(['id', 'name', hasFactor('people.id').as('has')])
    .where('kind', '=', 'staff')
    .where('deactivated_at', 'is', null)
    .orderBy('name')
    .execute();

export type StaffWithFactor = Awaited<ReturnType<typeof staffWithFactor>>[number];

/** The colleagues and former ones, who can be looked for in the log. */
export const logged = (db: Db) =>
  db.selectFrom('people').select(['id', 'name']).where('kind', '=', 'staff').orderBy('name').execute();
