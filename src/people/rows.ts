import { endSessionsOf } from '#auth/passwords.ts';
import type { Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import type { Actor, ContactRole, StaffRole } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import type { Language } from '#lib/language.ts';
import { endAddressChanges } from './address-ending.ts';
import { endInvitations } from './invitations.ts';
import { postMoved } from './mail.ts';

/** What is known of everybody. */
export interface Common {
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

/** What everybody has, as columns. */
export const common = ({ name, email, phone, language }: Common) => ({ name, email, phone, language });

interface NewRow extends Common {
  readonly id: string;
  readonly kind: 'staff' | 'contact';
  readonly staff_role?: StaffRole;
  readonly organisation_id?: string;
  readonly contact_role?: ContactRole;
  readonly budget_holder?: boolean;
}

/** Writes a new person. */
export async function insert(scope: Scope, row: NewRow): Promise<void> {
  const added = await scope.db
    .insertInto('people')
    .values({ ...row, created_at: scope.now(), updated_at: scope.now() })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst();
  if (!added.numInsertedOrUpdatedRows) throw new Invalid({ email: 'address_taken' });
}

type Row = Awaited<ReturnType<typeof lock>>;
type Changes = Common & { staff_role?: StaffRole; contact_role?: ContactRole; budget_holder?: boolean };

/** Writes what changed of a person; another address ends their sessions and what went to the old one. */
export async function update(scope: Scope, actor: Actor, before: Row, changes: Changes): Promise<void> {
  const { id, email } = before;
  const moved = email.toLowerCase() !== changes.email;
  if (moved) {
    // their own is changed in the profile, with their password and the link that proves it
    if (scope.delivers && actor.kind === 'staff' && actor.id === id)
      throw new Invalid({ email: 'own_address' });
    const other = await scope.db
      .selectFrom('people')
      .select('id')
      .where('email', '=', changes.email)
      .executeTakeFirst();
    if (other) throw new Invalid({ email: 'address_taken' });
    await endInvitations(scope, id);
    await endAddressChanges(scope, id);
    await endSessionsOf(scope.db, id);
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
  if (!moved) return;
  await record(scope, actor, {
    type: 'person.address_changed',
    subject: { type: 'person', id },
    data: { address: changes.email, before: email },
  });
  await postMoved(scope, before, changes.email);
}

/** Keeps the sites that a colleague at a client sees; other roles have none. */
export async function keepSites(
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

/** A person, locked until the end of the transaction. */
export async function lock(scope: Scope, id: string, kind?: 'staff' | 'contact') {
  const row = await scope.db
    .selectFrom('people')
    .select(['id', 'kind', 'name', 'email', 'language', 'organisation_id', 'staff_role', 'deactivated_at'])
    .where('id', '=', id)
    .where('is_token', '=', false)
    .forUpdate()
    .executeTakeFirst();
  if (!row || (kind && row.kind !== kind)) throw new NotFound();
  return row;
}

/** The active managers, locked in one order, so that two who leave each other at once do not both go. */
export const lockManagers = (scope: Scope) =>
  scope.db
    .selectFrom('people')
    .select('id')
    .where('staff_role', '=', 'manager')
    .where('deactivated_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();

/** The agency always has a manager who can come in. */
export function refuseLast(managers: readonly { id: string }[], id: string): void {
  if (managers.length === 1 && managers[0]!.id === id) throw new Invalid({ form: 'last_manager' });
}

/** A client that has ended gets no new people. */
export async function refuseEnded({ db }: Scope, organisationId: string): Promise<void> {
  const row = await db
    .selectFrom('organisations')
    .select('ended_at')
    .where('id', '=', organisationId)
    .executeTakeFirst();
  if (!row) throw new Invalid({ organisation: 'unknown_choice' });
  if (row.ended_at) throw new Invalid({ form: 'organisation_ended' });
}
