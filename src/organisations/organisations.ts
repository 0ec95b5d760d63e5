import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { refuseUnseen } from '#events/seen.ts';
import type { Actor } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import { mayManageOrganisations } from './policy.ts';

const subjectOf = (id: string) => ({ type: 'organisation', id }) as const;

/** Adds a client. Answers its id. */
export async function addOrganisation(
  scope: Scope,
  actor: Actor,
  { name }: { name: string },
): Promise<string> {
  if (!mayManageOrganisations(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const id = scope.newId();
    await scope.db.insertInto('organisations').values({ id, name, created_at: scope.now() }).execute();
    await record(scope, actor, { type: 'organisation.added', subject: subjectOf(id), data: { name } });
    return id;
  });
}

/** Gives a client another name. */
export async function renameOrganisation(
  scope: Scope,
  actor: Actor,
  id: string,
  { name, seen }: { name: string; seen?: number | undefined },
): Promise<void> {
  if (!mayManageOrganisations(actor)) throw new NotFound();
  await inTransaction(scope, async (scope) => {
    const before = await lock(scope, id);
    await refuseUnseen(scope, subjectOf(id), seen);
    if (before.name === name) return;
    await scope.db.updateTable('organisations').set({ name }).where('id', '=', id).execute();
    await record(scope, actor, {
      type: 'organisation.renamed',
      subject: subjectOf(id),
      data: { name, before: before.name },
    });
  });
}

/** Ends the work for a client: its people can still read everything, new tickets are refused. */
export async function endOrganisation(scope: Scope, actor: Actor, id: string): Promise<void> {
  await setEnd(scope, actor, id, true);
}

/** Takes the work for a client up again. */
export async function resumeOrganisation(scope: Scope, actor: Actor, id: string): Promise<void> {
  await setEnd(scope, actor, id, false);
}

async function setEnd(scope: Scope, actor: Actor, id: string, ends: boolean): Promise<void> {
  if (!mayManageOrganisations(actor)) throw new NotFound();
  await inTransaction(scope, async (scope) => {
    const { ended_at } = await lock(scope, id);
    if ((ended_at !== null) === ends) return;
    await scope.db
      .updateTable('organisations')
      .set({ ended_at: ends ? scope.now() : null })
      .where('id', '=', id)
      .execute();
    const type = ends ? 'organisation.ended' : 'organisation.resumed';
    await record(scope, actor, { type, subject: subjectOf(id) });
  });
}

async function lock({ db }: Scope, id: string) {
  const row = await db
    .selectFrom('organisations')
    .select(['name', 'ended_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}
