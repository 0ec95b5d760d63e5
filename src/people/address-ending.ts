import type { Scope } from '#db/scope.ts';

/** Ends every change of somebody's address, and the way back from it: a manager gave them another. */
export async function endAddressChanges({ db, now }: Scope, personId: string): Promise<void> {
  await db
    .updateTable('email_changes')
    .set({ ended_at: now() })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
}
