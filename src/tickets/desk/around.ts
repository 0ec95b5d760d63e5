import { sql } from 'kysely';
import { anyOf } from '#db/any-of.ts';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { NotFound } from '#lib/errors.ts';
import { isId } from '#lib/id.ts';
import type { Addressee } from '#mail/outbox.ts';
import { type TicketRow, tickets } from '../queries.ts';
import { isWatcher, seesByRole } from '../recipients.ts';
import type { Named } from './options.ts';

/** What the page of a ticket shows of what stands around it. */

/**
 * A ticket with what stands with it of its site, its reporter and the ticket that it continues; and whether there is
 * anything of what most tickets do not have, so that it is asked for only where there is.
 * @throws {NotFound} when there is no such ticket
 */
export async function deskTicket(db: Db, id: string, readerId: string) {
  const row = (await withFacts(db, id, readerId))[0];
  if (!row) throw new NotFound();
  return row as typeof row & TicketRow;
}

export type DeskTicket = Awaited<ReturnType<typeof deskTicket>>;

const withFacts = statement((db, id: string, readerId: string) =>
  tickets(db)
    .leftJoin('tickets as earlier', 'earlier.id', 'ticket.follows_id')
    .where('ticket.id', '=', id)
    .select(['site.kind as site_kind', 'site.phase', 'site.addresses', 'site.critical_parts'])
    .select(['reporter.email', 'reporter.phone', 'reporter.contact_role', 'reporter.deactivated_at'])
    .select('earlier.number as follows_number')
    .select(({ exists, selectFrom }) => {
      const any = (table: About) =>
        selectFrom(table).select(sql`1`.as('one')).whereRef(`${table}.ticket_id`, '=', 'ticket.id');
      return [
        exists(any('attachments')).as('has_files'),
        exists(any('watchers')).as('has_watchers'),
        exists(any('quotes')).as('has_quotes'),
        exists(any('research_asks')).as('has_asks'),
        exists(any('research_stretches')).as('has_stretches'),
        exists(any('presence').where('person_id', '!=', readerId)).as('has_others'),
        exists(any('drafts').where('person_id', '=', readerId)).as('has_drafts'),
        exists(
          selectFrom('tickets as later')
            .select(sql`1`.as('one'))
            .whereRef('later.follows_id', '=', 'ticket.id'),
        ).as('has_followers'),
      ];
    }),
);

type About =
  | 'attachments'
  | 'watchers'
  | 'quotes'
  | 'research_asks'
  | 'research_stretches'
  | 'presence'
  | 'drafts';

/** The people of a ticket's client on whom something can depend. */
interface PeopleAround {
  /** Who may agree to costs. */
  readonly holders: readonly Addressee[];
  /** The addresses of those who could read along: the rule of `canWatch`. */
  readonly couldWatch: readonly string[];
}

/** Who of the client can do something about a ticket: 200 at most, and those first who may agree to costs. */
export async function peopleAround(db: Db, ticketId: string): Promise<PeopleAround> {
  const people = await around(db, ticketId);
  return {
    holders: people.filter(({ is_holder }) => is_holder),
    couldWatch: people.filter(({ could_watch }) => could_watch).map(({ email }) => email),
  };
}

const around = statement((db, ticketId: string) =>
  db
    .with('around', (db) =>
      db
        .selectFrom('tickets as ticket')
        .innerJoin('people as person', 'person.organisation_id', 'ticket.organisation_id')
        .where('ticket.id', '=', ticketId)
        .where('person.deactivated_at', 'is', null)
        .select(['person.id', 'person.name', 'person.email', 'person.language'])
        .select('person.budget_holder as is_holder')
        .select(({ and, not, eb, ref }) =>
          and([eb('person.id', '!=', ref('ticket.reporter_id')), seesByRole, not(isWatcher)]).as(
            'could_watch',
          ),
        ),
    )
    .selectFrom('around')
    .selectAll()
    .where(({ or, ref }) => or([ref('is_holder'), ref('could_watch').$castTo<boolean>()]))
    .orderBy('is_holder', 'desc')
    .orderBy('name')
    .limit(200),
);

const mentions = ['to', 'from', 'personId', 'assigneeId'];

interface Told {
  readonly events: readonly { readonly data: unknown }[];
  readonly ticket: TicketRow;
  readonly staff: readonly Named[];
}

/** The names of people whom a history mentions. Most are colleagues, who are known already. */
export async function namesIn(db: Db, { events, ticket, staff }: Told): Promise<Map<string, string>> {
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const said = events.flatMap(({ data }) => mentions.map((each) => (data as Record<string, unknown>)[each]));
  const others = [...said, ticket.tested_by, ticket.solver_id].filter(
    (each): each is string => typeof each === 'string' && isId(each) && !names.has(each),
  );
  if (others.length === 0) return names;
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', '=', anyOf(others)).execute();
  for (const { id, name } of rows) names.set(id, name);
  return names;
}

/** The tickets that continue this one. */
export const followersOf = statement((db, id: string) =>
  db.selectFrom('tickets').select(['id', 'number']).where('follows_id', '=', id).orderBy('number'),
);
