import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Page } from '#ui/page.ts';
import { toLocalInput } from '#ui/time.tsx';

/** What can be chosen in the forms of the desk. */

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The colleagues who can have a ticket. */
export const colleagues: (db: Db) => Promise<Named[]> = statement((db) =>
  db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('kind', '=', 'staff')
    .where('deactivated_at', 'is', null)
    .orderBy('name')
    .orderBy('id'),
);

export interface Colleague extends Named {
  /** The last day of an absence on the day asked about, and who takes over meanwhile. */
  readonly lastDay: string | null;
  readonly substitute: string | null;
}

/** The day on which a page is read, at the office. */
export const todayIn = ({ now, timeZone }: Pick<Page, 'now' | 'timeZone'>): string =>
  toLocalInput(now, timeZone).slice(0, 10);

/** The colleagues who can be given a ticket, each with until when they are away. */
export const colleaguesOn: (db: Db, today: string) => Promise<Colleague[]> = statement((db, today: string) =>
  db
    .selectFrom('people as person')
    .leftJoin('absences as away', (join) =>
      join
        .onRef('away.person_id', '=', 'person.id')
        .on('away.first_day', '<=', today)
        .on('away.last_day', '>=', today),
    )
    .leftJoin('people as substitute', 'substitute.id', 'away.substitute_id')
    .select(['person.id', 'person.name', 'away.last_day as lastDay', 'substitute.name as substitute'])
    .where('person.kind', '=', 'staff')
    .where('person.deactivated_at', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id'),
);

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
