import { sql } from 'kysely';
import type { Db } from '#db/open.ts';

/** By what somebody signs in. */
export type SignInWay = 'password' | 'link' | 'invitation' | 'setup' | 'passkey';
/** What they show besides: a code of the app, one of the recovery codes, or a passkey. */
export type SecondFactor = 'app' | 'recovery_code' | 'passkey';

/** Whether the person in a column has an app that was proven, or a passkey. */
export const hasFactor = (column: 'person.id' | 'people.id') =>
  sql<boolean>`(exists (select from auth_apps where person_id = ${sql.ref(column)} and confirmed_at is not null)
    or exists (select from auth_passkeys where person_id = ${sql.ref(column)}))`;

/** Whether nobody signs in as this person without a second step. */
export async function hasSecondFactor(db: Db, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('people')
    .select(hasFactor('people.id').as('has'))
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.has ?? false;
}

/** What somebody has to show at the second step. */
export async function factorsOf(db: Db, personId: string) {
  const [app, passkeys, codes] = await Promise.all([
    db
      .selectFrom('auth_apps')
      .select(['confirmed_at as since'])
      .where('person_id', '=', personId)
      .where('confirmed_at', 'is not', null)
      .executeTakeFirst(),
    db
      .selectFrom('auth_passkeys')
      .select(['id', 'name', 'created_at as at', 'last_used_at as usedAt'])
      .where('person_id', '=', personId)
      .orderBy('created_at')
      .execute(),
    db
      .selectFrom('auth_recovery_codes')
      .select((eb) => eb.fn.countAll<string>().as('left'))
      .where('person_id', '=', personId)
      .where('used_at', 'is', null)
      .executeTakeFirstOrThrow(),
  ]);
  return { appSince: app?.since ?? null, passkeys, codesLeft: Number(codes.left) };
}

export type Factors = Awaited<ReturnType<typeof factorsOf>>;
