import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import type { Office } from '#settings/office.ts';
import { whoPays } from '#tickets/who-pays.ts';
import type { Days } from './ending.ts';

export interface FreeWork {
  readonly siteId: string;
  readonly site: string;
  readonly organisation: string;
  /** Tickets of the period that the warranty pays, and how many of them are solved. */
  readonly tickets: number;
  readonly solved: number;
  /** Minutes of research spent on them. */
  readonly minutes: number;
}

/** The tickets reported in these days that the agency solves free of charge under warranty, per site, most first. */
export async function workUnderWarranty(db: Db, office: Office, days: Days): Promise<FreeWork[]> {
  const longest = Math.max(...office.versions.map(({ agreement }) => agreement.coverage.warrantyMonths));
  const reportedOn = sql<string>`(ticket.reported_at at time zone ${office.timeZone})::date`;
  const rows = await inDays(db, office, days)
    .innerJoin('sites as site', 'site.id', 'ticket.site_id')
    .innerJoin('organisations as organisation', 'organisation.id', 'ticket.organisation_id')
    // the verdict itself is the engine's; this leaves out sites that had no warranty at all
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('deliveries as delivery')
          .select(sql`1`.as('one'))
          .whereRef('delivery.site_id', '=', 'ticket.site_id')
          .where(
            sql<boolean>`${reportedOn} between delivery.delivered_on
              and delivery.delivered_on + make_interval(months => ${sql.lit(longest)})`,
          ),
      ),
    )
    .select(['ticket.site_id', 'ticket.reporter_id', 'ticket.reported_at', 'ticket.agreement_version'])
    .select(['ticket.kind', 'ticket.delivery_id', 'ticket.directly_solvable', 'ticket.at_hand'])
    .select(['ticket.cause_outside', 'ticket.overruled_payer', 'ticket.solution_met_at'])
    .select(['site.name as site', 'organisation.name as organisation'])
    .select((eb) =>
      eb
        .selectFrom('research_stretches as stretch')
        .whereRef('stretch.ticket_id', '=', 'ticket.id')
        .select((inner) =>
          inner.fn.coalesce(inner.fn.sum<number>('stretch.minutes'), inner.lit(0)).as('minutes'),
        )
        .as('minutes'),
    )
    .execute();
  const decide = await whoPays(db, office, rows);
  const free = rows.filter((row) => decide(row).rule === 'warranty');
  return [...Map.groupBy(free, ({ site_id }) => site_id)]
    .map(([siteId, tickets]) => ({
      siteId,
      site: tickets[0]!.site,
      organisation: tickets[0]!.organisation,
      tickets: tickets.length,
      minutes: tickets.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
      solved: tickets.filter(({ solution_met_at }) => solution_met_at !== null).length,
    }))
    .toSorted((a, b) => b.tickets - a.tickets || a.site.localeCompare(b.site));
}

/** Trained people with their tickets about the use of the CMS in these days, most first; from `least` on. */
export const cmsUse = (db: Db, office: Office, { days, least }: { days: Days; least: number }) =>
  inDays(db, office, days)
    .innerJoin('people as person', 'person.id', 'ticket.reporter_id')
    .innerJoin('organisations as organisation', 'organisation.id', 'ticket.organisation_id')
    .where('ticket.kind', '=', 'cms_use')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('trainings')
          .select(sql`1`.as('one'))
          .whereRef('trainings.person_id', '=', 'ticket.reporter_id')
          .where(
            sql<boolean>`trainings.trained_on <= (ticket.reported_at at time zone ${office.timeZone})::date`,
          ),
      ),
    )
    .select(['person.id', 'person.name', 'organisation.name as organisation'])
    .select((eb) => eb.fn.countAll<number>().as('tickets'))
    .groupBy(['person.id', 'person.name', 'organisation.name'])
    .having((eb) => eb.fn.countAll(), '>=', least)
    .orderBy('tickets', 'desc')
    .orderBy('person.name')
    .execute();

/** The tickets reported in these days of the office's own. */
const inDays = (db: Db, office: Office, { from, to }: Days) => {
  const midnight = (day: string) => sql<Date>`${day}::date::timestamp at time zone ${office.timeZone}`;
  return db
    .selectFrom('tickets as ticket')
    .where('ticket.reported_at', '>=', midnight(from))
    .where('ticket.reported_at', '<', midnight(Temporal.PlainDate.from(to).add({ days: 1 }).toString()));
};
