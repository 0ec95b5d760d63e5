import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import { statement } from '#db/statement.ts';
import { peopleOnDuty, whoActsFor } from '#duty/present.ts';
import type { Addressee } from '#mail/outbox.ts';
import type { Ticket } from './ticket.ts';

const addresseeColumns = ['person.id', 'person.name', 'person.email', 'person.language'] as const;

/** People as those to whom a mail goes. */
export const addressees = (db: Db) => db.selectFrom('people as person').select(addresseeColumns);

/** Whether `person` sees `ticket`, of whose organisation they are, without having reported it: the rule of `canSee`. */
export const seesByRole = sql<boolean>`(person.contact_role = 'coordinator'
  or person.contact_role = 'colleague' and exists (
    select from person_sites as own where own.person_id = person.id and own.site_id = ticket.site_id))`;

/** Whether `person` reads along with `ticket`. */
export const isWatcher = sql<boolean>`exists (
  select from watchers where watchers.person_id = person.id and watchers.ticket_id = ticket.id)`;

/** The reporter, and the watchers who may still see the ticket; whoever was deactivated gets nothing. */
export const clientSide = ({ db }: Scope, ticket: Ticket): Promise<Addressee[]> => readersOf(db, ticket.id);

const readersOf = statement((db, ticketId: string) =>
  db
    .selectFrom('tickets as ticket')
    .innerJoin('people as person', 'person.organisation_id', 'ticket.organisation_id')
    .select(addresseeColumns)
    .where('ticket.id', '=', ticketId)
    .where('person.deactivated_at', 'is', null)
    .where(({ or, and, eb, ref }) =>
      or([eb('person.id', '=', ref('ticket.reporter_id')), and([isWatcher, seesByRole])]),
    )
    .orderBy('person.name'),
);

/** Every colleague who is there. */
export const activeStaff = (scope: Scope) =>
  addressees(scope.db)
    .where('person.kind', '=', 'staff')
    .where('person.deactivated_at', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();

export const managers = (scope: Scope): Promise<Addressee[]> =>
  addressees(scope.db)
    .where('person.staff_role', '=', 'manager')
    .where('person.deactivated_at', 'is', null)
    .orderBy('person.name')
    .execute();

/** The colleague who has the ticket, or who acts for them; without either, everyone on duty. */
export async function handlers(scope: Scope, ticket: Ticket): Promise<Addressee[]> {
  const acting = ticket.assignee_id ? await whoActsFor(scope, ticket.assignee_id) : null;
  return acting ? [acting] : peopleOnDuty(scope);
}
