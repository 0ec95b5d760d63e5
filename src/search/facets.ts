import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import { type FilterName, type Filters, priorities } from './schema.ts';
import type { Results } from './search.ts';

/** One value by which what was found can be narrowed, and how many tickets have it. */
export interface FacetValue {
  readonly value: string;
  /** A name, for what has one of its own. */
  readonly name: string | null;
  readonly count: number;
}
export type Facets = Readonly<Record<FilterName, readonly FacetValue[]>>;

const mostNames = 6;

/** What the tickets that were found can be narrowed by: the commonest first. */
export async function facetsOf(
  db: Db,
  { hits, tickets }: Pick<Results, 'hits' | 'tickets'>,
  filters: Filters,
): Promise<Facets> {
  const organisations = countsOf(hits.map((hit) => hit.organisation_id));
  const sites = countsOf(hits.map((hit) => hit.site_id));
  const shown = [...organisations.keys(), ...sites.keys()];
  const chosen = [filters.organisation, filters.site].filter((id) => id !== undefined);
  // most of them stand with the tickets that are shown
  const names = new Map(
    tickets.flatMap((each) => [
      [each.organisation_id, each.organisation] as const,
      [each.site_id, each.site] as const,
    ]),
  );
  const others = [...shown, ...chosen].filter((id) => !names.has(id));
  for (const [id, name] of await namesOf(db, others)) names.set(id, name);
  const named = (counts: ReadonlyMap<string, number>, name: 'organisation' | 'site'): FacetValue[] => {
    const wanted = filters[name] ? [[filters[name], counts.get(filters[name]) ?? 0] as const] : counts;
    return [...wanted].map(([value, count]) => ({ value, name: names.get(value) ?? null, count }));
  };
  const ended = hits.filter(({ closed_at }) => closed_at).length;
  const plain = (value: string, count: number): FacetValue => ({ value, name: null, count });
  return {
    open: [plain('yes', hits.length - ended), plain('no', ended)],
    priority: priorities.map((each) => plain(each, hits.filter((hit) => hit.priority === each).length)),
    organisation: named(organisations, 'organisation'),
    site: named(sites, 'site'),
  };
}

function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]).slice(0, mostNames));
}

async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organisations where id = any(${ids})
    union all select id, name from sites where id = any(${ids})`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
