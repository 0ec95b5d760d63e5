import { type SqlBool, sql } from 'kysely';
import { oneMore } from '#db/one-more.ts';
import type { Db } from '#db/open.ts';
import type { Contact } from '#lib/actor.ts';
import { type Joined, type TicketRow, visibleTo } from '../queries.ts';

export type PortalView = 'open' | 'waiting' | 'done';

export interface PortalFilter {
  /** Those on which this person has to act, those on which the agency or a colleague has to, or the ended ones. */
  readonly part: 'waiting' | 'busy' | 'done';
  /** Only one's own, where the role shows those of colleagues too. */
  readonly own?: boolean;
  /** Continues below this number. */
  readonly before?: number | undefined;
}

/** A page of the portal holds so many tickets. */
export const portalPage = 25;

/** Whether this contact is the one to act: whoever sees a ticket can answer; see `canSignOff` for who signs off. */
const theirTurn = (contact: Contact) =>
  contact.role === 'coordinator'
    ? sql<SqlBool>`(ticket.state in ('waiting', 'sign_off'))`
    : sql<SqlBool>`(ticket.state = 'waiting' or (ticket.state = 'sign_off' and ticket.reporter_id = ${contact.id}))`;

const cardColumns = [
  ...(['id', 'number', 'subject', 'priority', 'state', 'waiting_for', 'closed_at'] as const),
  ...(['response_due', 'response_met_at', 'expected_at', 'solution_due'] as const),
  // by which it is judged whose turn it is
  ...(['organisation_id', 'site_id', 'reporter_id'] as const),
] as const;

/** A ticket as a card of the list shows it. */
export type PortalTicket = Pick<TicketRow, (typeof cardColumns)[number] | 'site' | 'reporter'>;

const cards = (db: Db) =>
  db
    .selectFrom('tickets as ticket')
    .innerJoin('sites as site', 'site.id', 'ticket.site_id')
    .innerJoin('people as reporter', 'reporter.id', 'ticket.reporter_id')
    .select(cardColumns.map((name) => `ticket.${name}` as const))
    .select(['site.name as site', 'reporter.name as reporter']);

/** A contact's tickets, newest first; one more than a page, so that the reader knows whether there is a next. */
export function portalTickets(db: Db, contact: Contact, filter: PortalFilter): Promise<PortalTicket[]> {
  let query = cards(db).where((eb) => visibleTo(contact)(eb as unknown as Joined));
  query = query.where('ticket.closed_at', filter.part === 'done' ? 'is not' : 'is', null);
  if (filter.part === 'waiting') query = query.where(theirTurn(contact));
  if (filter.part === 'busy') query = query.where(sql<SqlBool>`not ${theirTurn(contact)}`);
  if (filter.own) query = query.where('ticket.reporter_id', '=', contact.id);
  if (filter.before) query = query.where('ticket.number', '<', filter.before);
  return query.orderBy('ticket.number', 'desc').limit(oneMore(portalPage)).execute();
}

/** What is counted of a view: from here on it is just «many», since what has ended only grows. */
export const manyInView = 100;

/** How many tickets each view of the portal holds: at most `manyInView`. */
export async function portalCounts(
  db: Db,
  contact: Contact,
  own: boolean,
): Promise<Record<PortalView, number>> {
  const some = db
    .selectFrom('tickets as ticket')
    .where((eb) => visibleTo(contact)(eb as unknown as Joined))
    .$if(own, (query) => query.where('ticket.reporter_id', '=', contact.id))
    .select(sql`1`.as('one'))
    .limit(sql.lit(manyInView));
  const open = some.where('ticket.closed_at', 'is', null);
  const counted: Record<PortalView, typeof open> = {
    open,
    waiting: open.where(theirTurn(contact)),
    done: some.where('ticket.closed_at', 'is not', null),
  };
  const columns = Object.entries(counted).map(([view, those]) =>
    sql<number>`(select count(*)::int from ${those} as counted)`.as(view),
  );
  const { rows } = await sql<Record<PortalView, number>>`select ${sql.join(columns)}`.execute(db);
  return rows[0]!;
}

/** A site on which somebody may report. */
export interface ReportSite {
  readonly id: string;
  readonly name: string;
  readonly critical_parts: readonly string[];
}

/** The sites of a contact's own organisation on which something can be reported. */
export const reportSites = (db: Db, contact: Contact): Promise<ReportSite[]> =>
  db
    .selectFrom('sites as site')
    .innerJoin('organisations as organisation', 'organisation.id', 'site.organisation_id')
    .where('site.organisation_id', '=', contact.organisationId)
    .where('site.phase', '!=', 'ended')
    .where('organisation.ended_at', 'is', null)
    .select(['site.id', 'site.name', 'site.critical_parts'])
    .orderBy('site.name')
    .execute();
