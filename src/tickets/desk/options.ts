import type { Db } from '#db/open.ts';

/** What can be chosen in the forms of the desk. */

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The colleagues who can have a ticket. */
export const colleagues = (db: Db): Promise<Named[]> =>
  db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('kind', '=', 'staff')
    .where('deactivated_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();

/** The clients for whom the agency works; also former ones when their tickets are looked for. */
export function organisations(db: Db, { ended = true } = {}): Promise<Named[]> {
  const all = db.selectFrom('organisations').select(['id', 'name']).orderBy('name').orderBy('id');
  return (ended ? all : all.where('ended_at', 'is', null)).execute();
}

export interface SiteOption extends Named {
  readonly organisationId: string;
  readonly organisation: string;
}

/** What the filters of the queue offer; clients and their sites only where they are asked for. */
export async function filterOptions(
  db: Db,
  filters: { readonly organisation?: string },
  { clients }: { clients: boolean },
) {
  const [ours, theirs, ownSites] = await Promise.all([
    colleagues(db),
    clients ? organisations(db) : [],
    clients ? sites(db, filters.organisation) : [],
  ]);
  return { colleagues: ours, organisations: theirs, sites: ownSites };
}

/** The sites of one client, or of all. */
export function sites(db: Db, organisation?: string): Promise<SiteOption[]> {
  const all = db
    .selectFrom('sites as site')
    .innerJoin('organisations as organisation', 'organisation.id', 'site.organisation_id')
    .select([
      'site.id',
      'site.name',
      'organisation.id as organisationId',
      'organisation.name as organisation',
    ])
    .orderBy('organisation.name')
    .orderBy('site.name')
    .orderBy('site.id');
  return (organisation ? all.where('organisation.id', '=', organisation) : all).execute();
}
