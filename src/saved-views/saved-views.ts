import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import type { Staff } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { canChangeView, canSeeView } from './policy.ts';
import type { ViewInput } from './schema.ts';

/** So many views one person keeps, and so many the team: each is counted with every look at the queue. */
export const mostViews = 20;

/** Keeps a set of filters under a name, for oneself or for the team. Answers its id. */
export function addView(scope: Scope, actor: Staff, { name, query, team }: ViewInput): Promise<string> {
  return inTransaction(scope, async (scope) => {
    const beside = await namesBeside(scope, actor, team);
    if (beside.length >= mostViews) throw new Invalid({ form: 'too_many_views' });
    refuseTaken(beside, name);
    const id = scope.newId();
    await scope.db
      .insertInto('saved_views')
      .values({ id, name, query, team, maker_id: actor.id, created_at: scope.now() })
      .execute();
    await record(scope, actor, {
      type: 'view.added',
      subject: { type: 'view', id },
      internal: true,
      data: { name, query, team },
    });
    return id;
  });
}

export function renameView(scope: Scope, actor: Staff, id: string, name: string): Promise<void> {
  return inTransaction(scope, async (scope) => {
    const view = await lockView(scope, actor, id);
    if (view.name === name) return;
    refuseTaken(await namesBeside(scope, actor, view.team, id), name);
    await scope.db.updateTable('saved_views').set({ name }).where('id', '=', id).execute();
    await record(scope, actor, {
      type: 'view.renamed',
      subject: { type: 'view', id },
      internal: true,
      data: { name },
    });
  });
}

export function removeView(scope: Scope, actor: Staff, id: string): Promise<void> {
  return inTransaction(scope, async (scope) => {
    const { name, query, team } = await lockView(scope, actor, id);
    await scope.db.deleteFrom('saved_views').where('id', '=', id).execute();
    await record(scope, actor, {
      type: 'view.removed',
      subject: { type: 'view', id },
      internal: true,
      data: { name, query, team },
    });
  });
}

async function lockView({ db }: Scope, actor: Staff, id: string) {
  const row = await db
    .selectFrom('saved_views')
    .select(['name', 'query', 'team', 'maker_id as makerId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row || !canSeeView(actor, row) || !canChangeView(actor, row)) throw new NotFound();
  return row;
}

/** The names among which a view's own has to be told apart: the team's, or those of its maker. */
async function namesBeside({ db }: Scope, actor: Staff, team: boolean, except?: string): Promise<string[]> {
  const rows = await db
    .selectFrom('saved_views')
    .select('name')
    .where('team', '=', team)
    .$if(!team, (query) => query.where('maker_id', '=', actor.id))
    .$if(except !== undefined, (query) => query.where('id', '!=', except!))
    .execute();
  return rows.map(({ name }) => name);
}

function refuseTaken(names: readonly string[], name: string): void {
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  if (names.some(same)) throw new Invalid({ name: 'view_name_taken' });
}
