import { sql } from 'kysely';
import { oneMore } from '#db/one-more.ts';
import type { Db } from '#db/open.ts';
import type { Priority, TicketState } from '#db/types.ts';
import type { Actor } from '#lib/actor.ts';
import { type Joined, type TicketRow, tickets, visibleTo } from './queries.ts';

export interface ListFilter {
  readonly state?: TicketState | undefined;
  readonly open?: boolean | undefined;
  readonly priority?: Priority | undefined;
  readonly organisation?: string | undefined;
  readonly site?: string | undefined;
  readonly reporter?: string | undefined;
  /** A colleague, or `none` for tickets that nobody has in hand. */
  readonly assignee?: string | undefined;
  readonly number?: number | undefined;
  /** Those with a step since then, in the order of their last steps. */
  readonly updatedSince?: Date | undefined;
}

interface Page {
  readonly limit: number;
  /** The key of the last one of the page before: its number, or its last step and id with `updatedSince`. */
  readonly after: readonly (string | number)[] | null;
}

/**
 * A page of the tickets that an actor may see, in one query, and one more when more follow: the newest first, or
 * with `updatedSince` in the order of their last steps. Both orders stand while tickets come and change: what
 * was passed over is not shown again, except what changed meanwhile and is therefore new.
 */
export async function listTickets(
  db: Db,
  actor: Actor,
  filter: ListFilter,
  { limit, after }: Page,
): Promise<TicketRow[]> {
  const query = tickets(db)
    .where((eb) => visibleTo(actor)(eb as unknown as Joined))
    .where((eb) => matching(filter)(eb as unknown as Joined))
    .limit(oneMore(limit));
  const rows = filter.updatedSince
    ? await query
        .where('ticket.updated_at', '>=', filter.updatedSince)
        .$if(after !== null, (query) =>
          query.where(
            sql<boolean>`(ticket.updated_at, ticket.id) > (${String(after?.[0])}::timestamptz, ${String(after?.[1])}::uuid)`,
          ),
        )
        .orderBy('ticket.updated_at')
        .orderBy('ticket.id')
        .execute()
    : await query
        .$if(after !== null, (query) => query.where('ticket.number', '<', Number(after?.[0])))
        .orderBy('ticket.number', 'desc')
        .execute();
  return rows as unknown as TicketRow[];
}

function matching(filter: ListFilter) {
  return (eb: Joined) => {
    const all = [eb.lit(true) as unknown as ReturnType<typeof eb.and>];
    if (filter.state) all.push(eb('ticket.state', '=', filter.state));
    if (filter.open !== undefined) all.push(eb('ticket.closed_at', filter.open ? 'is' : 'is not', null));
    if (filter.priority) all.push(eb('ticket.priority', '=', filter.priority));
    if (filter.organisation) all.push(eb('ticket.organisation_id', '=', filter.organisation));
    if (filter.site) all.push(eb('ticket.site_id', '=', filter.site));
    if (filter.reporter) all.push(eb('ticket.reporter_id', '=', filter.reporter));
    if (filter.assignee === 'none') all.push(eb('ticket.assignee_id', 'is', null));
    else if (filter.assignee) all.push(eb('ticket.assignee_id', '=', filter.assignee));
    if (filter.number !== undefined) all.push(eb('ticket.number', '=', filter.number));
    return eb.and(all);
  };
}
