import type { Db } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import type { Auth } from './auth.ts';
import { refuseEasy } from './easy-passwords.ts';

/** Gives a person a password, as part of the transaction of `scope`; `hash` is what `hashOf` answered. */
export async function keepPassword(scope: Scope, personId: string, hash: string): Promise<void> {
  const { db, now } = scope;
  await db
    .insertInto('auth_accounts')
    .values({
      user_id: personId,
      account_id: personId,
      provider_id: 'credential',
      password: hash,
      created_at: now(),
      updated_at: now(),
    })
    .onConflict((conflict) =>
      conflict.columns(['provider_id', 'account_id']).doUpdateSet({ password: hash, updated_at: now() }),
    )
    .execute();
}

/** A password as it may be stored. */
export const hashOf = async (auth: Auth, password: string): Promise<string> =>
  (await (await auth()).$context).password.hash(password);

/**
 * A password that somebody chooses, as it may be stored; `about` are the names and addresses that are no secret.
 * Throws `Invalid` at the field `password` when it is guessed too easily.
 */
export async function hashOfNew(auth: Auth, password: string, about: readonly string[]): Promise<string> {
  await refuseEasy(password, about);
  return hashOf(auth, password);
}

/** Whether this is the password that a person signs in with; null when they have none. */
export async function isPassword(
  db: Db,
  auth: Auth,
  personId: string,
  password: string,
): Promise<boolean | null> {
  const hash = await passwordHash(db, personId);
  return hash === null ? null : (await (await auth()).$context).password.verify({ hash, password });
}

/** Whether a person has a password at all. */
export const hasPassword = async (db: Db, personId: string): Promise<boolean> =>
  (await passwordHash(db, personId)) !== null;

async function passwordHash(db: Db, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('auth_accounts')
    .select('password')
    .where('provider_id', '=', 'credential')
    .where('account_id', '=', personId)
    .executeTakeFirst();
  return row?.password ?? null;
}

/** Ends the sessions of a person, on every device. */
export async function endSessionsOf(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('auth_sessions').where('user_id', '=', personId).execute();
}
