import { inTransaction, type Scope } from '#db/scope.ts';
import { refuseUnseen } from '#events/seen.ts';
import type { Actor } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import { mayManageSites } from '../policy.ts';

interface Change {
  readonly scope: Scope;
  readonly subject: { readonly type: 'site'; readonly id: string };
}

/** Changes what is known of a site, one change after the other: its row is held until the change is done. */
export async function changingSite<T>(
  scope: Scope,
  actor: Actor,
  { siteId, seen }: { siteId: string; seen?: number | undefined },
  work: (change: Change) => Promise<T>,
): Promise<T> {
  if (!mayManageSites(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const site = await scope.db
      .selectFrom('sites')
      .select('id')
      .where('id', '=', siteId)
      .forUpdate()
      .executeTakeFirst();
    if (!site) throw new NotFound();
    const subject = { type: 'site', id: siteId } as const;
    await refuseUnseen(scope, subject, seen);
    return work({ scope, subject });
  });
}
