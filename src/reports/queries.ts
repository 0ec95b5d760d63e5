import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import type { Priority } from '#db/types.ts';
import type { Month } from './month.ts';

export interface Asked {
  readonly month: Month;
  readonly timeZone: string;
  readonly now: Date;
  /** Only the tickets of one client. */
  readonly organisationId?: string | undefined;
}

/** How often something promised was kept, was not, and is not known yet. */
export interface Kept {
  readonly kept: number;
  readonly missed: number;
  readonly running: number;
}

export interface Figures {
  readonly tickets: number;
  readonly response: Kept;
  readonly solution: Kept;
  /** The moment that was given at pick-up. */
  readonly expected: Kept;
}

export interface Grouped extends Figures {
  readonly id: string | null;
  readonly name: string;
}

export interface MonthFigures {
  readonly all: Figures;
  readonly byPriority: readonly (Figures & { readonly priority: Priority })[];
  readonly byOrganisation: readonly Grouped[];
  /** By whom it is assigned to; without an id it was nobody's. */
  readonly byPerson: readonly Grouped[];
  /** Reported on each day that had any. */
  readonly reportedOn: ReadonlyMap<string, number>;
}

const day = ({ timeZone }: Asked, column: string) =>
  sql<string>`(${sql.ref(column)} at time zone ${timeZone})::date`;

const midnight = ({ timeZone }: Asked, date: string) =>
  sql<Date>`${date}::date::timestamp at time zone ${timeZone}`;

const inMonth = (asked: Asked, column: string) => {
  const next = Temporal.PlainDate.from(asked.month.to).add({ days: 1 }).toString();
  return sql<boolean>`${sql.ref(column)} >= ${midnight(asked, asked.month.from)}
    and ${sql.ref(column)} < ${midnight(asked, next)}`;
};

/**
 * One promise of a ticket: kept when it was met in time; missed when it was met late, or is late now while the
 * ticket is with the agency; a ticket that ended without it counts as neither.
 */
const verdict = ({ now }: Asked, met: string, due: string) => sql<string>`case
  when ${sql.ref(due)} is null then 'none'
  when ${sql.ref(met)} <= ${sql.ref(due)} then 'kept'
  when ${sql.ref(met)} is not null then 'missed'
  when ticket.closed_at is not null then 'none'
  when ${sql.ref(due)} < ${now} and ticket.state not in ('waiting', 'sign_off') then 'missed'
  else 'running' end`;

/** The tickets reported in a month with what became of each promise. */
const reported = (db: Db, asked: Asked) =>
  db
    .selectFrom('tickets as ticket')
    .where(inMonth(asked, 'ticket.reported_at'))
    .$if(asked.organisationId !== undefined, (query) =>
      query.where('ticket.organisation_id', '=', asked.organisationId!),
    )
    .select([
      verdict(asked, 'ticket.response_met_at', 'ticket.response_due').as('response'),
      verdict(asked, 'ticket.solution_met_at', 'ticket.solution_due').as('solution'),
      verdict(asked, 'ticket.solution_met_at', 'ticket.expected_at').as('expected'),
    ]);

const promises = ['response', 'solution', 'expected'] as const;
const outcomes = ['kept', 'missed', 'running'] as const;

/** The figures of one month, in one query: every ticket that was reported in it, by day and by whose it was. */
export async function monthFigures(db: Db, asked: Asked): Promise<MonthFigures> {
  const counts = promises.flatMap((promise) =>
    outcomes.map((outcome) =>
      sql<number>`count(*) filter (where ${sql.ref(promise)} = ${sql.lit(outcome)})`.as(
        `${promise}_${outcome}`,
      ),
    ),
  );
  const rows = await db
    .with('chosen', () =>
      reported(db, asked).select([
        'ticket.priority',
        'ticket.organisation_id',
        'ticket.assignee_id',
        day(asked, 'ticket.reported_at').as('day'),
      ]),
    )
    .with('counted', (cte) =>
      cte
        .selectFrom('chosen')
        .select([
          sql<number>`grouping(day, priority, organisation_id, assignee_id)`.as('grouped'),
          'day',
          'priority',
          'organisation_id',
          'assignee_id',
          sql<number>`count(*)`.as('tickets'),
          ...counts,
        ])
        .groupBy(sql`grouping sets ((), (day), (priority), (organisation_id), (assignee_id))`),
    )
    .selectFrom('counted')
    .leftJoin('organisations as organisation', 'organisation.id', 'counted.organisation_id')
    .leftJoin('people as person', 'person.id', 'counted.assignee_id')
    .selectAll('counted')
    .select(['organisation.name as organisation', 'person.name as person'])
    .orderBy('counted.tickets', 'desc')
    .orderBy(sql`coalesce(organisation.name, person.name)`)
    .execute();
  const figures = (row: (typeof rows)[number] | undefined): Figures => {
    const count = (promise: (typeof promises)[number]) =>
      Object.fromEntries(
        outcomes.map((outcome) => [
          outcome,
          (row as Record<string, number> | undefined)?.[`${promise}_${outcome}`] ?? 0,
        ]),
      ) as unknown as Kept;
    return {
      tickets: row?.tickets ?? 0,
      response: count('response'),
      solution: count('solution'),
      expected: count('expected'),
    };
  };
  // a bit of `grouping` is 0 for the column by which a row is grouped
  const by = { day: 0b0111, priority: 0b1011, organisation: 0b1101, person: 0b1110, all: 0b1111 };
  const of = (grouped: number) => rows.filter((row) => row.grouped === grouped);
  const order: readonly Priority[] = ['high', 'medium', 'low'];
  return {
    all: figures(of(by.all)[0]),
    byPriority: order.map((priority) => ({
      priority,
      ...figures(of(by.priority).find((row) => row.priority === priority)),
    })),
    byOrganisation: of(by.organisation).map((row) => ({
      id: row.organisation_id,
      name: row.organisation ?? '',
      ...figures(row),
    })),
    byPerson: of(by.person).map((row) => ({ id: row.assignee_id, name: row.person ?? '', ...figures(row) })),
    reportedOn: new Map(of(by.day).map((row) => [row.day, row.tickets])),
  };
}

/** How many tickets were solved on each day of a month that had any, whenever they were reported. */
export async function solvedOn(db: Db, asked: Asked): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('tickets as ticket')
    .where(inMonth(asked, 'ticket.solution_met_at'))
    .$if(asked.organisationId !== undefined, (query) =>
      query.where('ticket.organisation_id', '=', asked.organisationId!),
    )
    .select([day(asked, 'ticket.solution_met_at').as('day'), sql<number>`count(*)`.as('tickets')])
    .groupBy('day')
    .execute();
  return new Map(rows.map(({ day, tickets }) => [day, tickets]));
}

/** Every ticket of a month with its promises and what became of them, by number: for a spreadsheet. */
export const monthTickets = (db: Db, asked: Asked) =>
  reported(db, asked)
    .innerJoin('organisations as organisation', 'organisation.id', 'ticket.organisation_id')
    .innerJoin('sites as site', 'site.id', 'ticket.site_id')
    .leftJoin('people as assignee', 'assignee.id', 'ticket.assignee_id')
    .select(['ticket.number', 'ticket.subject', 'ticket.priority', 'ticket.kind', 'ticket.state'])
    .select(['organisation.name as organisation', 'site.name as site', 'assignee.name as assignee'])
    .select(['ticket.reported_at', 'ticket.response_due', 'ticket.response_met_at'])
    .select(['ticket.solution_due', 'ticket.solution_met_at', 'ticket.expected_at'])
    .orderBy('ticket.number')
    .execute();

export type MonthTicket = Awaited<ReturnType<typeof monthTickets>>[number];
