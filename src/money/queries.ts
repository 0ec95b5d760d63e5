import type { Db } from '#db/open.ts';

/** What each organisation agreed to and is not yet invoiced, in cents without VAT; the most that is done first. */
export const notInvoiced = (db: Db) =>
  db
    .selectFrom('charges as charge')
    .innerJoin('organisations as organisation', 'organisation.id', 'charge.organisation_id')
    .where('charge.state', 'in', ['agreed', 'done'])
    .select(['organisation.id', 'organisation.name'])
    .select((eb) => [
      eb.fn
        .coalesce(
          eb.fn.sum<number>('charge.amount_cents').filterWhere('charge.state', '=', 'agreed'),
          eb.lit(0),
        )
        .as('agreedCents'),
      eb.fn
        .coalesce(
          eb.fn.sum<number>('charge.amount_cents').filterWhere('charge.state', '=', 'done'),
          eb.lit(0),
        )
        .as('doneCents'),
    ])
    .groupBy(['organisation.id', 'organisation.name'])
    .orderBy('doneCents', 'desc')
    .orderBy('organisation.name')
    .execute();
