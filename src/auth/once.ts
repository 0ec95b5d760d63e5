import { inTransaction, type Scope } from '#db/scope.ts';
import type { Person } from '#lib/actor.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Does `work` once for each `submission`, the id that a form carries in its field `once`, and answers the
 * path to go to. The same form sent again (a double click, a retry) waits for the first and answers its
 * path, without another effect. A form without a usable id is simply done.
 */
export async function once(
  scope: Scope,
  person: Person,
  submission: string | undefined,
  work: (scope: Scope) => Promise<string>,
): Promise<string> {
  if (!submission || !uuid.test(submission)) return inTransaction(scope, work);
  return inTransaction(scope, async (scope) => {
    const claimed = await scope.db
      .insertInto('submissions')
      .values({ person_id: person.id, id: submission, at: scope.now(), location: '' })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (!claimed.numInsertedOrUpdatedRows) {
      const first = await scope.db
        .selectFrom('submissions')
        .select('location')
        .where('person_id', '=', person.id)
        .where('id', '=', submission)
        .executeTakeFirstOrThrow();
      return first.location;
    }
    const location = await work(scope);
    await scope.db
      .updateTable('submissions')
      .set({ location })
      .where('person_id', '=', person.id)
      .where('id', '=', submission)
      .execute();
    return location;
  });
}
