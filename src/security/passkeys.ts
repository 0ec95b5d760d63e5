import { makeRecoveryCodes } from '#auth/codes.ts';
import { hasSecondFactor } from '#auth/factors.ts';
import { keepPasskey } from '#auth/passkeys.ts';
import type { SignedIn } from '#auth/session.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import type { Person } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { dropCodesWithoutFactor, endOtherSessions, markSession, noteChange } from './security.ts';

/**
 * Adds the passkey that the browser made. With the first second factor sessions elsewhere end, and recovery
 * codes come with it: they are the answer, or none where earlier ones stay good.
 */
export async function addPasskey(
  scope: Scope,
  signedIn: SignedIn,
  name: string,
  response: unknown,
): Promise<readonly string[]> {
  const { person, sessionId } = signedIn;
  return inTransaction(scope, async (scope) => {
    const first = !(await hasSecondFactor(scope.db, person.id));
    if (!(await keepPasskey(scope, person.id, name, response))) throw new Invalid({ form: 'passkey' });
    await markSession(scope, sessionId, 'passkey');
    await noteChange(scope, person, 'passkey_added', name);
    if (!first) return [];
    await endOtherSessions(scope, signedIn);
    return makeRecoveryCodes(scope, person.id);
  });
}

/** Gives a passkey another name. */
export async function renamePasskey(scope: Scope, actor: Person, id: string, name: string): Promise<void> {
  await inTransaction(scope, async (scope) => {
    const renamed = await scope.db
      .updateTable('auth_passkeys')
      .set({ name })
      .where('id', '=', id)
      .where('person_id', '=', actor.id)
      .executeTakeFirst();
    if (!renamed.numUpdatedRows) throw new NotFound();
    const subject = { type: 'sign_in', id: actor.id } as const;
    await record(scope, actor, { type: 'sign_in.passkey_renamed', subject, data: { name } });
  });
}

/** Removes a passkey, which opens nothing any more. */
export async function removePasskey(scope: Scope, actor: Person, id: string): Promise<void> {
  await inTransaction(scope, async (scope) => {
    const removed = await scope.db
      .deleteFrom('auth_passkeys')
      .where('id', '=', id)
      .where('person_id', '=', actor.id)
      .returning('name')
      .executeTakeFirst();
    if (!removed) throw new NotFound();
    await dropCodesWithoutFactor(scope, actor.id);
    await noteChange(scope, actor, 'passkey_removed', removed.name);
  });
}

/** Whether somebody has this passkey. */
export async function refuseForeign({ db }: Scope, actor: Person, id: string): Promise<void> {
  const row = await db
    .selectFrom('auth_passkeys')
    .select('id')
    .where('id', '=', id)
    .where('person_id', '=', actor.id)
    .executeTakeFirst();
  if (!row) throw new NotFound();
}
