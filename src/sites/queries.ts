import type { Db } from '#db/open.ts';
import type { Actor } from '#lib/actor.ts';

const all = (db: Db) =>
  db
    .selectFrom('sites')
    .select([
      'id',
      'organisation_id as organisationId',
      'name',
      'kind',
      'phase',
      'addresses',
      'critical_parts as criticalParts',
    ]);

/** The sites of an organisation by name, those that ended last. */
export const sitesOf = (db: Db, organisationId: string) =>
  all(db)
    .where('organisation_id', '=', organisationId)
    .orderBy((eb) => eb('phase', '=', 'ended'))
    .orderBy('name')
    .execute();

export type SiteShown = Awaited<ReturnType<typeof sitesOf>>[number];

/**
 * The sites on which somebody may report: all of the agency's clients for its staff; for a contact those of
 * their organisation, and for a colleague with chosen sites only these. Sites and organisations that have
 * ended take no new tickets.
 */
export async function sitesFor(db: Db, actor: Actor): Promise<SiteShown[]> {
  const query = all(db)
    .where('phase', '!=', 'ended')
    .where('organisation_id', 'in', (eb) =>
      eb.selectFrom('organisations').select('organisations.id').where('ended_at', 'is', null),
    )
    .orderBy('name');
  if (actor.kind !== 'contact') return query.execute();
  const own = query.where('organisation_id', '=', actor.organisationId);
  const narrowed = actor.role === 'colleague' && actor.siteIds.length > 0;
  return (narrowed ? own.where('id', 'in', actor.siteIds) : own).execute();
}

/** A site with its organisation, for the desk. */
export const siteOf = (db: Db, id: string) =>
  all(db)
    .innerJoin('organisations', 'organisations.id', 'sites.organisation_id')
    .clearSelect()
    .select([
      'sites.id',
      'sites.organisation_id as organisationId',
      'organisations.name as organisation',
      'sites.name',
      'sites.kind',
      'sites.phase',
      'sites.addresses',
      'sites.critical_parts as criticalParts',
    ])
    .where('sites.id', '=', id)
    .executeTakeFirst();

export type SiteWithOwner = NonNullable<Awaited<ReturnType<typeof siteOf>>>;

/** How many tickets a site has that are not closed. */
export async function openTicketsOn(db: Db, siteId: string): Promise<number> {
  const row = await db
    .selectFrom('tickets')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('site_id', '=', siteId)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}
