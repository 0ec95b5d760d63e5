import { endSessionsOf, keepPassword } from '#auth/passwords.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { refuseUnseen } from '#events/seen.ts';
import type { Person } from '#lib/actor.ts';
import type { Language } from '#lib/language.ts';

export interface ProfileInput {
  readonly name: string;
  readonly phone: string | null;
  readonly language: Language;
  readonly seen?: number | undefined;
}

/** Changes what everybody may change of themselves. */
export async function changeProfile(
  scope: Scope,
  actor: Person,
  { seen, ...input }: ProfileInput,
): Promise<void> {
  const subject = { type: 'person', id: actor.id } as const;
  await inTransaction(scope, async (scope) => {
    await scope.db.selectFrom('people').select('id').where('id', '=', actor.id).forUpdate().execute();
    await refuseUnseen(scope, subject, seen);
    await scope.db
      .updateTable('people')
      .set({ ...input, updated_at: scope.now() })
      .where('id', '=', actor.id)
      .execute();
    await record(scope, actor, { type: 'person.changed', subject, data: { ...input } });
  });
}

/** Gives somebody another password, and ends all their sessions: the caller starts a new one. */
export async function changePassword(scope: Scope, actor: Person, hash: string): Promise<void> {
  await inTransaction(scope, async (scope) => {
    await keepPassword(scope, actor.id, hash);
    await endSessionsOf(scope.db, actor.id);
    const subject = { type: 'person', id: actor.id } as const;
    await record(scope, actor, { type: 'person.password_changed', subject });
  });
}
