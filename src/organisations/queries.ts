import { oneMore } from '#db/one-more.ts';
import type { Db } from '#db/open.ts';
import { containing } from '#lib/like.ts';

/** The clients that are shown on one page of the list. */
export const pageSize = 50;

interface Wanted {
  readonly words: string;
  /** The last client of the page before. */
  readonly after: string | null;
}

/** One page of clients by name, with how much each has, in one query; one more than shown when more follow. */
export const listOrganisations = (db: Db, { words, after }: Wanted) =>
  db
    .selectFrom('organisations as organisation')
    .select((eb) => [
      'organisation.id',
      'organisation.name',
      'organisation.ended_at as endedAt',
      eb
        .selectFrom('sites')
        .whereRef('sites.organisation_id', '=', 'organisation.id')
        .where('sites.phase', '!=', 'ended')
        .select(eb.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('sites'),
      eb
        .selectFrom('people')
        .whereRef('people.organisation_id', '=', 'organisation.id')
        .where('people.deactivated_at', 'is', null)
        .select(eb.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('contacts'),
      eb
        .selectFrom('tickets')
        .whereRef('tickets.organisation_id', '=', 'organisation.id')
        .where('tickets.closed_at', 'is', null)
        .select(eb.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('openTickets'),
    ])
    .$if(words !== '', (query) => query.where('organisation.name', 'ilike', containing(words)))
    .$if(after !== null, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple('organisation.name', 'organisation.id'),
          '>',
          eb
            .selectFrom('organisations')
            .select(['name', 'id'])
            .where('id', '=', after!)
            .$asTuple('name', 'id'),
        ),
      ),
    )
    .orderBy('organisation.name')
    .orderBy('organisation.id')
    .limit(oneMore(pageSize))
    .execute();

export type OrganisationListed = Awaited<ReturnType<typeof listOrganisations>>[number];

/** The clients that the agency works for, by name. */
export const activeOrganisations = (db: Db) =>
  db
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('ended_at', 'is', null)
    .orderBy('name')
    .execute();

/** A client by its id, or null. */
export const organisationName = async (db: Db, id: string) =>
  (await db
    .selectFrom('organisations')
    .select(['id', 'name', 'ended_at as endedAt'])
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

/** All clients by name, those that have ended too: to choose one of. */
export const organisationNames = (db: Db) =>
  db.selectFrom('organisations').select(['id', 'name']).orderBy('name').orderBy('id').execute();

/** How many tickets a client has: in all, and not closed. */
export const ticketCounts = (db: Db, organisationId: string) =>
  db
    .selectFrom('tickets')
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      eb.fn.countAll<number>().filterWhere('closed_at', 'is', null).as('open'),
    ])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow();
