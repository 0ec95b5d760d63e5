import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Addressee } from '#mail/outbox.ts';

const columns = ['person.id', 'person.name', 'person.email', 'person.language'] as const;

/** Who of an organisation may agree to costs and can sign in. */
export const budgetHolders: (db: Db, organisationId: string) => Promise<Addressee[]> = statement(
  (db, organisationId: string) =>
    db
      .selectFrom('people as person')
      .where('person.organisation_id', '=', organisationId)
      .where('person.budget_holder', '=', true)
      .where('person.deactivated_at', 'is', null)
      .select(columns)
      .orderBy('person.name'),
);

/** Who coordinates an organisation's tickets: whom to ask where nobody may agree to costs. */
export const coordinators = (db: Db, organisationId: string): Promise<Addressee[]> =>
  db
    .selectFrom('people as person')
    .where('person.organisation_id', '=', organisationId)
    .where('person.contact_role', '=', 'coordinator')
    .where('person.deactivated_at', 'is', null)
    .select(columns)
    .orderBy('person.name')
    .execute();

/** The budget holders to whom a question was passed on, and who may still decide. */
export const forwardedTo = (db: Db, ticketId: string, askId: string): Promise<Addressee[]> =>
  db
    .selectFrom('events as event')
    .innerJoin('people as person', (join) =>
      join.on(sql<boolean>`person.id = (event.data ->> 'personId')::uuid`),
    )
    .where('event.subject_id', '=', ticketId)
    .where('event.type', '=', 'research_forwarded')
    .where(sql<boolean>`event.data ->> 'askId' = ${askId}`)
    .where('person.budget_holder', '=', true)
    .where('person.deactivated_at', 'is', null)
    .select(columns)
    .orderBy('event.id')
    .execute();

/** The colleagues who are researching a ticket now. */
export const researchers = (db: Db, ticketId: string): Promise<Addressee[]> =>
  db
    .selectFrom('people as person')
    .innerJoin('research_stretches as stretch', 'stretch.person_id', 'person.id')
    .where('stretch.ticket_id', '=', ticketId)
    .where('stretch.ended_at', 'is', null)
    .select(columns)
    .orderBy('person.name')
    .execute();
