import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '#db/any-of.ts';
import { oneMore } from '#db/one-more.ts';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Priority, TicketState } from '#db/types.ts';
import { isResearched, type Joined, type TicketRow } from './queries.ts';

/** The desk's queue: which tickets it holds, in which order, and how many of each group. */

export interface QueueFilter {
  /** A person's id, or `none` for tickets without assignee. */
  readonly assignee?: string | undefined;
  readonly organisation?: string | undefined;
  readonly site?: string | undefined;
  readonly priority?: Priority | undefined;
  /** A state, or `ended`; left out, everything that is open. */
  readonly state?: TicketState | 'ended' | undefined;
  /** A person's id, and the moment since when notes mention them. */
  readonly mentioned?: { readonly id: string; readonly since: Date } | undefined;
  /** Only these: those about which the words were written that were looked for. */
  readonly among?: readonly string[] | undefined;
  /** How many rows to pass over. */
  readonly offset?: number | undefined;
}

/** A page of the queue holds so many tickets. */
export const queuePage = 50;

/** Whether a filter asks for tickets that have ended. */
export const isForEnded = ({ state }: QueueFilter): boolean =>
  state === 'ended' || state === 'signed_off' || state === 'dropped';

/** What a filter of the queue asks for, as a condition. */
function matching(filter: QueueFilter) {
  return (eb: Joined) => {
    const all = [eb('ticket.closed_at', isForEnded(filter) ? 'is not' : 'is', null)];
    if (filter.state && filter.state !== 'ended') all.push(eb('ticket.state', '=', filter.state));
    if (filter.assignee === 'none') all.push(eb('ticket.assignee_id', 'is', null));
    else if (filter.assignee) all.push(eb('ticket.assignee_id', '=', filter.assignee));
    if (filter.organisation) all.push(eb('ticket.organisation_id', '=', filter.organisation));
    if (filter.site) all.push(eb('ticket.site_id', '=', filter.site));
    if (filter.priority) all.push(eb('ticket.priority', '=', filter.priority));
    if (filter.mentioned) all.push(eb('ticket.id', 'in', mentioning(filter.mentioned)));
    if (filter.among) all.push(eb('ticket.id', '=', anyOf(filter.among)));
    return eb.and(all);
  };
}

const mentioning = ({ id, since }: NonNullable<QueueFilter['mentioned']>) =>
  sql<string>`(select ticket_id from mentions where person_id = ${id} and at >= ${since})`;

const queueColumns = [
  ...(['id', 'number', 'subject', 'priority', 'state', 'waiting_for', 'agreement_version'] as const),
  ...(['next_due_at', 'response_due', 'response_met_at', 'expected_at', 'clock_events'] as const),
  ...(['reported_at', 'delivered_at', 'closed_at', 'updated_at'] as const),
  // by which it is judged who pays
  ...(['site_id', 'reporter_id', 'kind', 'delivery_id'] as const),
  ...(['directly_solvable', 'at_hand', 'cause_outside', 'overruled_payer'] as const),
] as const;

/** A ticket as a row of the queue shows it. */
export type QueueTicket = Pick<
  TicketRow,
  (typeof queueColumns)[number] | 'site' | 'organisation' | 'assignee' | 'researching'
> & {
  /** Another one whenever anything of the ticket's own has changed. */
  readonly version: string;
};

/**
 * The desk's tickets by what is due next; those that are with the client come last, the longest waiting
 * first. One more than a page, so that the reader knows whether there is a next.
 */
export const queueTickets = (db: Db, filter: QueueFilter): Promise<QueueTicket[]> =>
  isWhole(filter)
    ? wholeQueue(db)
    : (queue(db, filter).execute() as Promise<unknown> as Promise<QueueTicket[]>);

/** The queue that everybody opens first, which is written once: nothing is filtered, nothing passed over. */
const isWhole = (filter: QueueFilter) => Object.values(filter).every((value) => !value);
const wholeQueue = statement((db) => queue(db, {}).$castTo<QueueTicket>());

function queue(db: Db, filter: QueueFilter) {
  const query = db
    .selectFrom('tickets as ticket')
    .innerJoin('sites as site', 'site.id', 'ticket.site_id')
    .innerJoin('organisations as organisation', 'organisation.id', 'ticket.organisation_id')
    .leftJoin('people as assignee', 'assignee.id', 'ticket.assignee_id')
    .select(queueColumns.map((name) => `ticket.${name}` as const))
    .select(['site.name as site', 'organisation.name as organisation', 'assignee.name as assignee'])
    .select(sql<string>`ticket.xmin::text`.as('version'))
    .select(isResearched.as('researching'))
    .where((eb) => matching(filter)(eb as unknown as Joined));
  const sorted = isForEnded(filter)
    ? query.orderBy('ticket.closed_at', 'desc').orderBy('ticket.id')
    : query.orderBy('ticket.next_due_at', (order) => order.asc().nullsLast()).orderBy('ticket.number');
  const { offset = 0 } = filter;
  return sorted.limit(oneMore(queuePage)).$if(offset > 0, (query) => query.offset(offset));
}

export type QueueGroup = 'late' | 'today' | 'later' | 'with_client' | 'ended';

/** What is counted of a group: from here on it is just «many». */
export const manyInGroup = 1_000;

/** How many tickets of a filter each group of the queue holds, over all its pages: at most `manyInGroup`. */
export async function queueCounts(
  db: Db,
  filter: QueueFilter,
  { now, endOfToday }: { now: Date; endOfToday: Date },
): Promise<Record<QueueGroup, number>> {
  if (isWhole(filter)) return (await wholeCounts(db, now, endOfToday))[0]!;
  return (await counts(db, filter, now, endOfToday).execute(db)).rows[0]!;
}

const wholeCounts = statement((db, now: Date, endOfToday: Date) => counts(db, {}, now, endOfToday));

function counts(db: Db, filter: QueueFilter, now: Date, endOfToday: Date) {
  // of what is open only the moment that is due is looked at: it stands in the index, the rows stay unread
  const due = sql.ref('ticket.next_due_at');
  const groups: Record<QueueGroup, RawBuilder<boolean>> = isForEnded(filter)
    ? { late: never, today: never, later: never, with_client: never, ended: sql`true` }
    : {
        late: sql`${due} < ${now}`,
        today: sql`${due} >= ${now} and ${due} < ${endOfToday}`,
        later: sql`${due} >= ${endOfToday}`,
        with_client: sql`${due} is null`,
        ended: never,
      };
  const counted = Object.entries(groups).map(([group, holds]) =>
    upTo(manyInGroup, db, filter, holds).as(group),
  );
  return sql<Record<QueueGroup, number>>`select ${sql.join(counted)}`;
}

const never = sql<boolean>`false`;

/** How many tickets of a filter there are, counted so far. */
function upTo(most: number, db: Db, filter: QueueFilter, holds?: RawBuilder<boolean>) {
  const some = db
    .selectFrom('tickets as ticket')
    .where((eb) => matching(filter)(eb as unknown as Joined))
    .$if(holds !== undefined, (query) => query.where(holds!))
    .select(sql`1`.as('one'))
    .limit(sql.lit(most));
  return sql<number>`(select count(*)::int from ${some} as counted)`;
}

/** What is counted of a saved view: from here on it is just «many». */
export const manyTickets = 100;

/**
 * How many tickets each of these filters holds, in one query: at most `manyTickets`; null for ended ones, which no
 * index counts.
 */
export async function queueSizes(db: Db, filters: readonly QueueFilter[]): Promise<(number | null)[]> {
  if (filters.length === 0) return [];
  const counted = filters.map((filter) =>
    isForEnded(filter) ? sql`null::int` : upTo(manyTickets, db, filter),
  );
  const { rows } = await sql<{
    sizes: (number | null)[];
  }>`select array[${sql.join(counted)}] as sizes`.execute(db);
  return rows[0]!.sizes;
}
