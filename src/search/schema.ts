import type { Web } from '#auth/web.ts';
import type { Priority } from '#db/types.ts';
import { isId } from '#lib/id.ts';
import type { SearchFilter } from './queries.ts';

/** By what results can be narrowed, in the order in which the filters stand. */
export const filterNames = ['open', 'priority', 'organisation', 'site'] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

/** What the address of a search asks for; what makes no sense in it counts as not asked. */
export interface SearchAsked {
  /** As it was typed, to be shown in the field again. */
  readonly typed: string;
  readonly filters: Filters;
  readonly page: number;
}

export const priorities: readonly Priority[] = ['high', 'medium', 'low'];

const sensible: Record<FilterName, (value: string) => boolean> = {
  open: (value) => value === 'yes' || value === 'no',
  priority: (value) => priorities.includes(value as Priority),
  organisation: isId,
  site: isId,
};

/** What somebody typed, without what no database or page can hold. */
export const typedIn = (c: Web): string =>
  (c.req.query('q') ?? '').toWellFormed().replaceAll('\u0000', '').replaceAll('\ufffd', ' ').trimStart();

/** Reads the address of a search. */
export function askedIn(c: Web): SearchAsked {
  const filters = filterNames
    .map((name) => [name, c.req.query(name) ?? ''] as const)
    .filter(([name, value]) => sensible[name](value));
  const page = c.req.query('page') ?? '';
  return {
    typed: typedIn(c),
    filters: Object.fromEntries(filters),
    page: /^[1-9]\d{0,2}$/.test(page) ? Number(page) : 1,
  };
}

/** The filters as the tickets are asked for them. */
export const searchFilter = ({ open, priority, organisation, site }: Filters): SearchFilter => ({
  open: open === undefined ? undefined : open === 'yes',
  priority: priority as Priority | undefined,
  organisation,
  site,
});

/** The address of a search with these filters; a change of filters begins at the first page. */
export function searchAddress(root: string, typed: string, filters: Filters, page = 1): string {
  const query = new URLSearchParams({ q: typed });
  for (const name of filterNames) if (filters[name]) query.set(name, filters[name]);
  if (page > 1) query.set('page', String(page));
  return `${root}?${query}`;
}
