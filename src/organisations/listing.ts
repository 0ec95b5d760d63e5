import { afterName, type Wanted } from '#api/page.ts';
import { oneMore } from '#db/one-more.ts';
import type { Db } from '#db/open.ts';
import { containing } from '#lib/like.ts';

export interface OrganisationFilter {
  /** Letters of the name. */
  readonly name?: string | undefined;
  readonly active?: boolean | undefined;
}

const organisations = (db: Db) =>
  db.selectFrom('organisations').select(['id', 'name', 'created_at', 'ended_at']);

export type OrganisationRow = Awaited<ReturnType<typeof pageOfOrganisations>>[number];

/** A page of clients by name, and one more when more follow. */
export const pageOfOrganisations = (db: Db, filter: OrganisationFilter, { limit, after }: Wanted) =>
  organisations(db)
    .where(afterName('name', 'id', after))
    .$if(filter.name !== undefined, (query) => query.where('name', 'ilike', containing(filter.name!)))
    .$if(filter.active !== undefined, (query) =>
      query.where('ended_at', filter.active ? 'is' : 'is not', null),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(oneMore(limit))
    .execute();

/** One client, or nothing. */
export const organisationRow = (db: Db, id: string) =>
  organisations(db).where('id', '=', id).executeTakeFirst();
