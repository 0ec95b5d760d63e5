import { type ExpressionBuilder, sql } from 'kysely';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { DB } from '#db/types.ts';
import type { Actor } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import { isId } from '#lib/id.ts';
import type { Ticket } from './ticket.ts';

/** A ticket with the names that belong to it, as lists and pages show it. */
export interface TicketRow extends Ticket {
  readonly site: string;
  readonly organisation: string;
  readonly reporter: string;
  readonly assignee: string | null;
  /** Somebody is researching it now. */
  readonly researching: boolean;
}

/** A query in which the ticket goes by that name. */
export type Joined = ExpressionBuilder<DB & { ticket: DB['tickets'] }, 'ticket'>;

/** The tickets that an actor may see, as a condition: the same rule as `canSee` in `policy.ts`. */
export function visibleTo(actor: Actor) {
  return (eb: Joined) => {
    if (actor.kind !== 'contact') return eb.val(true) as unknown as ReturnType<typeof eb.or>;
    const own = eb('ticket.reporter_id', '=', actor.id);
    const inOrganisation = eb('ticket.organisation_id', '=', actor.organisationId);
    if (actor.role === 'coordinator') return inOrganisation;
    if (actor.role === 'reporter' || actor.siteIds.length === 0) return eb.and([inOrganisation, own]);
    return eb.and([inOrganisation, eb.or([own, eb('ticket.site_id', 'in', [...actor.siteIds])])]);
  };
}

/** Whether somebody is researching a ticket now; whoever begins or stops writes the ticket's own row as well. */
export const isResearched = sql<boolean>`exists (
  select from research_stretches as stretch where stretch.ticket_id = ticket.id and stretch.ended_at is null)`;

/** Tickets with the names that belong to them. */
export const tickets = (db: Db) =>
  db
    .selectFrom('tickets as ticket')
    .innerJoin('sites as site', 'site.id', 'ticket.site_id')
    .innerJoin('organisations as organisation', 'organisation.id', 'ticket.organisation_id')
    .innerJoin('people as reporter', 'reporter.id', 'ticket.reporter_id')
    .leftJoin('people as assignee', 'assignee.id', 'ticket.assignee_id')
    .selectAll('ticket')
    .select([
      'site.name as site',
      'organisation.name as organisation',
      'reporter.name as reporter',
      'assignee.name as assignee',
    ])
    .select(isResearched.as('researching'));

/** One ticket; `NotFound` when it is not there, or not for this actor. */
export async function findTicket(db: Db, actor: Actor, id: string): Promise<TicketRow> {
  if (!isId(id)) throw new NotFound();
  const row =
    actor.kind === 'contact'
      ? await tickets(db)
          .where('ticket.id', '=', id)
          .where((eb) => visibleTo(actor)(eb as unknown as Joined))
          .executeTakeFirst()
      : (await anyTicket(db, id))[0];
  if (!row) throw new NotFound();
  return row as unknown as TicketRow;
}

/** Whoever is no contact may see all of them. */
const anyTicket = statement((db, id: string) => tickets(db).where('ticket.id', '=', id));

/** The ticket with this number for people, if this actor may see it. */
export async function ticketByNumber(
  db: Db,
  actor: Actor,
  number: number,
): Promise<{ id: string } | undefined> {
  return tickets(db)
    .where('ticket.number', '=', number)
    .where((eb) => visibleTo(actor)(eb as unknown as Joined))
    .executeTakeFirst();
}

/** The ticket that one continues, and those that continue it, as far as this actor may see them. */
export async function relatedTickets(db: Db, actor: Actor, ticket: Pick<Ticket, 'id' | 'follows_id'>) {
  const rows = await db
    .selectFrom('tickets as ticket')
    .where((eb) => visibleTo(actor)(eb as unknown as Joined))
    .where(({ or, eb }) =>
      or([
        eb('ticket.follows_id', '=', ticket.id),
        ...(ticket.follows_id ? [eb('ticket.id', '=', ticket.follows_id)] : []),
      ]),
    )
    .select(['ticket.id', 'ticket.number', 'ticket.subject'])
    .orderBy('ticket.number')
    .execute();
  return {
    follows: rows.find(({ id }) => id === ticket.follows_id),
    followedBy: rows.filter(({ id }) => id !== ticket.follows_id),
  };
}
