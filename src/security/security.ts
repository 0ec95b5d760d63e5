import type { Auth } from '#auth/auth.ts';
import { makeRecoveryCodes, takeAppCode } from '#auth/codes.ts';
import { factorsOf, hasSecondFactor } from '#auth/factors.ts';
import type { SignedIn } from '#auth/session.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import type { Person } from '#lib/actor.ts';
import { postChange } from './mail.ts';

/** What changed of how somebody signs in; their history keeps it and a mail tells them. */
export type Change = 'app_on' | 'app_off' | 'codes_made' | 'passkey_added' | 'passkey_removed';

/** Writes down that something changed of how somebody signs in, and tells them. */
export async function noteChange(scope: Scope, actor: Person, change: Change, name?: string): Promise<void> {
  const subject = { type: 'sign_in', id: actor.id } as const;
  await record(scope, actor, { type: `sign_in.${change}`, subject, data: name ? { name } : {} });
  await postChange(scope, actor.id, change);
}

/** Ends all sessions of somebody but the one that they act in. Answers how many. */
export async function endOtherSessions({ db }: Scope, { person, sessionId }: SignedIn): Promise<number> {
  const ended = await db
    .deleteFrom('auth_sessions')
    .where('user_id', '=', person.id)
    .where('id', '!=', sessionId)
    .executeTakeFirst();
  return Number(ended.numDeletedRows);
}

/**
 * Switches the second step on by a first code of the app that was begun. Sessions elsewhere end, since they
 * began without it. Answers the recovery codes (none where earlier ones stay good), or null when the code is
 * not right.
 */
export async function switchAppOn(
  scope: Scope,
  auth: Auth,
  signedIn: SignedIn,
  code: string,
): Promise<readonly string[] | null> {
  const { person, sessionId } = signedIn;
  return inTransaction(scope, async (scope) => {
    if (!(await takeAppCode(scope, auth, person.id, code, 'begun'))) return null;
    const first = !(await hasSecondFactor(scope.db, person.id));
    await scope.db
      .updateTable('auth_apps')
      .set({ confirmed_at: scope.now() })
      .where('person_id', '=', person.id)
      .execute();
    await endOtherSessions(scope, signedIn);
    await markSession(scope, sessionId, 'app');
    await noteChange(scope, person, 'app_on');
    return first ? makeRecoveryCodes(scope, person.id) : [];
  });
}

/** Notes that whoever has this session has shown a second factor in it. */
export async function markSession({ db }: Scope, sessionId: string, factor: 'app' | 'passkey') {
  await db.updateTable('auth_sessions').set({ second_factor: factor }).where('id', '=', sessionId).execute();
}

/** Switches the app off. Recovery codes end with the last factor. */
export async function switchAppOff(scope: Scope, actor: Person): Promise<void> {
  await inTransaction(scope, async (scope) => {
    const removed = await scope.db
      .deleteFrom('auth_apps')
      .where('person_id', '=', actor.id)
      .where('confirmed_at', 'is not', null)
      .executeTakeFirst();
    if (!removed.numDeletedRows) return;
    await dropCodesWithoutFactor(scope, actor.id);
    await noteChange(scope, actor, 'app_off');
  });
}

/** Recovery codes stand in for a factor: without any they are of no use. */
export async function dropCodesWithoutFactor({ db }: Scope, personId: string): Promise<void> {
  if (await hasSecondFactor(db, personId)) return;
  await db.deleteFrom('auth_recovery_codes').where('person_id', '=', personId).execute();
}

/** Makes new recovery codes, which end the earlier ones; null for who has no second factor. */
export async function renewRecoveryCodes(scope: Scope, actor: Person): Promise<readonly string[] | null> {
  return inTransaction(scope, async (scope) => {
    const { appSince, passkeys } = await factorsOf(scope.db, actor.id);
    if (!appSince && passkeys.length === 0) return null;
    await noteChange(scope, actor, 'codes_made');
    return makeRecoveryCodes(scope, actor.id);
  });
}
