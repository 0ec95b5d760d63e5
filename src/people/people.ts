import { endSessionsOf } from '#auth/passwords.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { refuseUnseen } from '#events/seen.ts';
import type { Actor, ContactRole, StaffRole } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import type { Language } from '#lib/language.ts';
import { endInvitations } from './invitations.ts';
import { mayDeactivate, mayManagePeople } from './policy.ts';

interface Common {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly language: Language;
}

export type StaffInput = Common & { readonly role: StaffRole };

export type ContactInput = Common & {
  readonly role: ContactRole;
  readonly budgetHolder: boolean;
  /** For a colleague: the sites whose tickets they see; none is all that they report themselves. */
  readonly siteIds: readonly string[];
};

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

const common = ({ name, email, phone, language }: Common) => ({ name, email, phone, language });

type NewRow = Omit<Parameters<typeof values>[1], never>;
const values = (
  { now }: Scope,
  row: Common & {
    id: string;
    kind: 'staff' | 'contact';
    staff_role?: StaffRole;
    organisation_id?: string;
    contact_role?: ContactRole;
    budget_holder?: boolean;
  },
) => ({ ...row, created_at: now(), updated_at: now() });

async function insert(scope: Scope, row: NewRow): Promise<void> {
  const added = await scope.db
    .insertInto('people')
    .values(values(scope, row))
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst();
  if (!added.numInsertedOrUpdatedRows) throw new Invalid({ email: 'address_taken' });
}

type Row = Awaited<ReturnType<typeof lock>>;
type Changes = Common & { staff_role?: StaffRole; contact_role?: ContactRole; budget_holder?: boolean };

async function update(scope: Scope, actor: Actor, before: Row, changes: Changes): Promise<void> {
  const { id, email } = before;
  const moved = email.toLowerCase() !== changes.email;
  if (moved) {
    const other = await scope.db
      .selectFrom('people')
      .select('id')
      .where('email', '=', changes.email)
      .executeTakeFirst();
    if (other) throw new Invalid({ email: 'address_taken' });
    await endInvitations(scope, id);
  }
  await scope.db
    .updateTable('people')
    .set({ ...changes, updated_at: scope.now() })
    .where('id', '=', id)
    .execute();
  await record(scope, actor, {
    type: 'person.changed',
    subject: { type: 'person', id },
    data: { ...changes },
  });
}

async function keepSites(
  scope: Scope,
  personId: string,
  organisationId: string,
  input: ContactInput,
): Promise<void> {
  const chosen = input.role === 'colleague' ? [...new Set(input.siteIds)] : [];
  if (chosen.length === 0) return;
  const own = await scope.db
    .selectFrom('sites')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', chosen)
    .execute();
  if (own.length < chosen.length) throw new Invalid({ sites: 'unknown_choice' });
  const rows = chosen.map((siteId) => ({ person_id: personId, site_id: siteId }));
  await scope.db.insertInto('person_sites').values(rows).execute();
}

async function lock(scope: Scope, id: string, kind?: 'staff' | 'contact') {
  const row = await scope.db
    .selectFrom('people')
    .select(['id', 'kind', 'email', 'organisation_id', 'staff_role', 'deactivated_at'])
    .where('id', '=', id)
    .where('is_token', '=', false)
    .forUpdate()
    .executeTakeFirst();
  if (!row || (kind && row.kind !== kind)) throw new NotFound();
  return row;
}

/** The active managers, locked in one order, so that two who leave each other at once do not both go. */
const lockManagers = (scope: Scope) =>
  scope.db
    .selectFrom('people')
    .select('id')
    .where('staff_role', '=', 'manager')
    .where('deactivated_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();

function refuseLast(managers: readonly { id: string }[], id: string): void {
  if (managers.length === 1 && managers[0]!.id === id) throw new Invalid({ form: 'last_manager' });
}

async function refuseEnded({ db }: Scope, organisationId: string): Promise<void> {
  const row = await db
    .selectFrom('organisations')
    .select('ended_at')
    .where('id', '=', organisationId)
    .executeTakeFirst();
  if (!row) throw new Invalid({ organisation: 'unknown_choice' });
  if (row.ended_at) throw new Invalid({ form: 'organisation_ended' });
}
