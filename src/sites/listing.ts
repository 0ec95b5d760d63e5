import { afterName, type Wanted } from '#api/page.ts';
import { oneMore } from '#db/one-more.ts';
import type { Db } from '#db/open.ts';
import type { SiteKind, SitePhase } from '#db/types.ts';
import { containing } from '#lib/like.ts';

export interface SiteFilter {
  readonly organisation?: string | undefined;
  readonly kind?: SiteKind | undefined;
  readonly phase?: SitePhase | undefined;
  /** Letters of the name. */
  readonly name?: string | undefined;
}

const sites = (db: Db) =>
  db
    .selectFrom('sites as site')
    .innerJoin('organisations as organisation', 'organisation.id', 'site.organisation_id')
    .select([
      'site.id',
      'site.name',
      'site.kind',
      'site.phase',
      'site.addresses',
      'site.critical_parts',
      'site.created_at',
      'site.organisation_id',
      'organisation.name as organisation',
    ]);

export type SiteRow = Awaited<ReturnType<typeof pageOfSites>>[number];

/** A page of sites by name, and one more when more follow. */
export const pageOfSites = (db: Db, filter: SiteFilter, { limit, after }: Wanted) =>
  sites(db)
    .where(afterName('site.name', 'site.id', after))
    .$if(filter.organisation !== undefined, (query) =>
      query.where('site.organisation_id', '=', filter.organisation!),
    )
    .$if(filter.kind !== undefined, (query) => query.where('site.kind', '=', filter.kind!))
    .$if(filter.phase !== undefined, (query) => query.where('site.phase', '=', filter.phase!))
    .$if(filter.name !== undefined, (query) => query.where('site.name', 'ilike', containing(filter.name!)))
    .orderBy('site.name')
    .orderBy('site.id')
    .limit(oneMore(limit))
    .execute();

/** One site, or nothing. */
export const siteRow = (db: Db, id: string) => sites(db).where('site.id', '=', id).executeTakeFirst();
