import { endSessionsOf } from '#auth/passwords.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { refuseUnseen } from '#events/seen.ts';
import type { Actor } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { endInvitations } from './invitations.ts';
import { mayDeactivate, mayManagePeople } from './policy.ts';
import {
  type ContactInput,
  common,
  insert,
  keepSites,
  lock,
  lockManagers,
  refuseEnded,
  refuseLast,
  type StaffInput,
  update,
} from './rows.ts';

export type { ContactInput, StaffInput } from './rows.ts';

/** Adds a colleague to the agency. Answers their id; they are invited apart from it. */
export async function addStaff(scope: Scope, actor: Actor, input: StaffInput): Promise<string> {
  if (!mayManagePeople(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const id = scope.newId();
    await insert(scope, { id, ...common(input), kind: 'staff', staff_role: input.role });
    await record(scope, actor, {
      type: 'person.added',
      subject: { type: 'person', id },
      data: { role: input.role },
    });
    return id;
  });
}

/** Adds a contact to an organisation. Answers their id; they are invited apart from it. */
export async function addContact(
  scope: Scope,
  actor: Actor,
  organisationId: string,
  input: ContactInput,
): Promise<string> {
  if (!mayManagePeople(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    await refuseEnded(scope, organisationId);
    const id = scope.newId();
    await insert(scope, {
      id,
      ...common(input),
      kind: 'contact',
      organisation_id: organisationId,
      contact_role: input.role,
      budget_holder: input.budgetHolder,
    });
    await keepSites(scope, id, organisationId, input);
    await record(scope, actor, {
      type: 'person.added',
      subject: { type: 'person', id },
      data: { role: input.role, organisationId, budgetHolder: input.budgetHolder },
    });
    return id;
  });
}

/** Changes a colleague at the agency. Another address ends the invitations that went to the old one. */
export async function changeStaff(
  scope: Scope,
  actor: Actor,
  id: string,
  input: StaffInput & { seen?: number | undefined },
): Promise<void> {
  if (!mayManagePeople(actor)) throw new NotFound();
  await inTransaction(scope, async (scope) => {
    const managers = await lockManagers(scope);
    const before = await lock(scope, id, 'staff');
    await refuseUnseen(scope, { type: 'person', id }, input.seen);
    if (input.role !== 'manager') refuseLast(managers, id);
    await update(scope, actor, before, { ...common(input), staff_role: input.role });
  });
}

/** Changes a contact of a client; their organisation stays. */
export async function changeContact(
  scope: Scope,
  actor: Actor,
  id: string,
  input: ContactInput & { seen?: number | undefined },
): Promise<void> {
  if (!mayManagePeople(actor)) throw new NotFound();
  await inTransaction(scope, async (scope) => {
    const before = await lock(scope, id, 'contact');
    await refuseUnseen(scope, { type: 'person', id }, input.seen);
    await scope.db.deleteFrom('person_sites').where('person_id', '=', id).execute();
    await keepSites(scope, id, before.organisation_id!, input);
    const rights = { contact_role: input.role, budget_holder: input.budgetHolder };
    await update(scope, actor, before, { ...common(input), ...rights });
  });
}

/** Ends somebody's access at once, on every device. What they did stays theirs. */
export async function deactivatePerson(scope: Scope, actor: Actor, id: string): Promise<void> {
  if (!mayManagePeople(actor)) throw new NotFound();
  await inTransaction(scope, async (scope) => {
    const managers = await lockManagers(scope);
    const person = await lock(scope, id);
    if (!mayDeactivate(actor, { id })) throw new Invalid({ form: 'not_yourself' });
    if (person.deactivated_at) return;
    refuseLast(managers, id);
    const at = scope.now();
    await scope.db
      .updateTable('people')
      .set({ deactivated_at: at, updated_at: at })
      .where('id', '=', id)
      .execute();
    await endSessionsOf(scope.db, id);
    await endInvitations(scope, id);
    await record(scope, actor, { type: 'person.deactivated', subject: { type: 'person', id } });
  });
}

/** Gives somebody their access back, with the password that they had. */
export async function reactivatePerson(scope: Scope, actor: Actor, id: string): Promise<void> {
  if (!mayManagePeople(actor)) throw new NotFound();
  await inTransaction(scope, async (scope) => {
    const person = await lock(scope, id);
    if (!person.deactivated_at) return;
    await scope.db
      .updateTable('people')
      .set({ deactivated_at: null, updated_at: scope.now() })
      .where('id', '=', id)
      .execute();
    await record(scope, actor, { type: 'person.reactivated', subject: { type: 'person', id } });
  });
}
