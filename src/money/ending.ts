import { sql } from 'kysely';
import type { Db } from '#db/open.ts';

/** From one calendar day up to and including another, as `2026-11-23`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Care plans whose last day lies in these days and that nothing follows, the earliest end first. */
export const plansEnding = (db: Db, { from, to }: Days) =>
  db
    .selectFrom('contracts as plan')
    .innerJoin('sites as site', 'site.id', 'plan.site_id')
    .innerJoin('organisations as organisation', 'organisation.id', 'site.organisation_id')
    .where('plan.kind', '=', 'care_plan')
    .where('plan.last_day', '>=', from)
    .where('plan.last_day', '<=', to)
    .where('site.phase', '!=', 'ended')
    .where('organisation.ended_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('contracts as next')
            .select(sql`1`.as('one'))
            .whereRef('next.site_id', '=', 'plan.site_id')
            .where('next.kind', '=', 'care_plan')
            .whereRef('next.first_day', '>', 'plan.last_day'),
        ),
      ),
    )
    .select(['plan.plan', 'plan.price_cents as priceCents'])
    .select((eb) => eb.ref('plan.last_day').$notNull().as('lastDay'))
    .select(['site.id as siteId', 'site.name as site'])
    .select(['organisation.id as organisationId', 'organisation.name as organisation'])
    .orderBy('plan.last_day')
    .orderBy('site.name')
    .execute();

/**
 * Warranties whose last day lies in these days, of so many months, on sites without a care plan that day: the
 * earliest end first. Months are added as the agreement does (§4, «Warranty»): 31 January and three is 30 April.
 */
export async function warrantiesEnding(db: Db, { from, to }: Days, months: number) {
  const ends = sql<string>`(delivery.delivered_on + make_interval(months => ${sql.lit(months)}))::date`;
  // an index on the day of delivery finds them; a month is 28 to 31 days
  const earliest = sql<string>`${from}::date - make_interval(months => ${sql.lit(months)}, days => 3)`;
  return db
    .selectFrom('deliveries as delivery')
    .innerJoin('sites as site', 'site.id', 'delivery.site_id')
    .innerJoin('organisations as organisation', 'organisation.id', 'site.organisation_id')
    .where('delivery.delivered_on', '>=', earliest)
    .where(ends, '>=', sql<string>`${from}::date`)
    .where(ends, '<=', sql<string>`${to}::date`)
    .where('site.phase', '!=', 'ended')
    .where('organisation.ended_at', 'is', null)
    .select(['delivery.id', 'delivery.name', 'site.id as siteId', 'site.name as site'])
    .select(['organisation.id as organisationId', 'organisation.name as organisation'])
    .select(ends.as('lastDay'))
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('contracts as plan')
          .select(sql`1`.as('one'))
          .whereRef('plan.site_id', '=', 'site.id')
          .where('plan.kind', '=', 'care_plan')
          .where(sql<boolean>`daterange(plan.first_day, plan.last_day, '[]') @> (${ends} + 1)`),
      ).as('hasPlan'),
    )
    .orderBy(ends)
    .orderBy('site.name')
    .execute();
}
