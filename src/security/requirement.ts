import { inTransaction, type Scope } from '#db/scope.ts';
import { agencySubject, record } from '#events/events.ts';
import { refuseUnseen } from '#events/seen.ts';
import type { Staff } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { mayManagePeople } from '#people/policy.ts';
import { forgetOffice, loadOffice } from '#settings/office.ts';
import { mayChangeSettings } from '#settings/policy.ts';
import { postChange } from './mail.ts';

export interface RequirementInput {
  /** The first day on which nobody of the agency works without a second factor; null asks it of nobody. */
  readonly from: string | null;
  readonly seen?: number | undefined;
}

/** Asks a second factor of all of the agency, from the beginning of a day on, or of nobody. */
export async function requireSecondFactor(
  scope: Scope,
  actor: Staff,
  { from, seen }: RequirementInput,
): Promise<void> {
  if (!mayChangeSettings(actor)) throw new NotFound();
  await inTransaction(scope, async (scope) => {
    const agency = await scope.db
      .selectFrom('agency')
      .select('second_factor_from as before')
      .forUpdate()
      .executeTakeFirstOrThrow();
    await refuseUnseen(scope, agencySubject, seen);
    const { calendar } = await loadOffice(scope.db);
    const at = from === null ? null : new Date(calendar.instantOf(`${from}T00:00`));
    if (at?.getTime() === agency.before?.getTime()) return;
    if (from !== null && from < calendar.localDate(scope.now().getTime()))
      throw new Invalid({ from: 'in_the_past' });
    await scope.db.updateTable('agency').set({ second_factor_from: at }).execute();
    forgetOffice(scope.db);
    await record(scope, actor, {
      type: 'agency.second_factor_required',
      subject: agencySubject,
      data: { from },
    });
  });
}

/**
 * Takes away every second factor of somebody who has lost theirs, and ends their sessions. Nobody does this to
 * themselves, who can switch theirs off in their own profile.
 */
export async function resetSecondFactor(scope: Scope, actor: Staff, personId: string): Promise<void> {
  if (!mayManagePeople(actor)) throw new NotFound();
  if (actor.id === personId) throw new Invalid({ form: 'not_yourself' });
  await inTransaction(scope, async (scope) => {
    const person = await scope.db
      .selectFrom('people')
      .select('id')
      .where('id', '=', personId)
      .where('is_token', '=', false)
      .forUpdate()
      .executeTakeFirst();
    if (!person) throw new NotFound();
    for (const table of ['auth_apps', 'auth_passkeys', 'auth_recovery_codes'] as const)
      await scope.db.deleteFrom(table).where('person_id', '=', personId).execute();
    await scope.db.deleteFrom('auth_sessions').where('user_id', '=', personId).execute();
    const subject = { type: 'sign_in', id: personId } as const;
    await record(scope, actor, { type: 'sign_in.reset', subject });
    await postChange(scope, personId, 'reset');
  });
}
