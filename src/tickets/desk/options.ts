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
