import { queryOf, type Web } from '#auth/web.ts';
import type { Db } from '#db/open.ts';
import type { Priority, TicketState } from '#db/types.ts';
import type { Staff } from '#lib/actor.ts';
import { ticketsAbout } from '#search/search.ts';
import { isForEnded, type QueueFilter, queuePage } from '../queue.ts';
import { endedStates, openStates } from '../ticket.ts';

/** By what the queue can be narrowed, in the order of the form. */
export const filterNames = [
  'assignee',
  'mentioned',
  'organisation',
  'site',
  'priority',
  'state',
  'words',
] as const;
export type FilterName = (typeof filterNames)[number];

/** What the address asks for; what makes no sense in it counts as not asked. */
export interface Chosen {
  readonly filters: Readonly<Partial<Record<FilterName, string>>>;
  readonly page: number;
}

export const priorities: readonly Priority[] = ['high', 'medium', 'low'];
export const states: readonly TicketState[] = [...openStates, ...endedStates];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const sensible: Record<FilterName, (value: string) => boolean> = {
  assignee: (value) => value === 'me' || value === 'none' || uuid.test(value),
  mentioned: (value) => value === 'me',
  organisation: (value) => uuid.test(value),
  site: (value) => uuid.test(value),
  priority: (value) => priorities.includes(value as Priority),
  state: (value) => value === 'ended' || states.includes(value as TicketState),
  words: (value) => value !== '',
};

/** Reads the filters and the page from the address. */
export function chosenIn(c: Web): Chosen {
  const page = queryOf(c, 'page');
  return {
    filters: filtersIn((name) => queryOf(c, name)),
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  };
}

/** The filters of a saved view, read as those of an address are. */
export function filtersOf(query: string): Chosen['filters'] {
  const values = new URLSearchParams(query);
  return filtersIn((name) => (values.get(name) ?? '').replaceAll('\u0000', '').trim());
}

const filtersIn = (read: (name: FilterName) => string): Chosen['filters'] =>
  Object.fromEntries(
    filterNames.map((name) => [name, read(name)] as const).filter(([name, value]) => sensible[name](value)),
  );

/** A note asks for an answer; what mentioned somebody longer ago than this is no work any more. */
const mentionedFor = 30 * 24 * 3_600_000;

interface Asking {
  readonly me: Staff;
  readonly now: Date;
}

/** The filters as the list is asked for them; words are looked for first. */
export async function queueFilter(
  db: Db,
  { filters, page }: Chosen,
  { me, now }: Asking,
): Promise<QueueFilter> {
  const { words, mentioned, ...others } = filters;
  const filter: QueueFilter = {
    ...others,
    mentioned: mentioned ? { id: me.id, since: new Date(now.getTime() - mentionedFor) } : undefined,
    assignee: filters.assignee === 'me' ? me.id : filters.assignee,
    priority: filters.priority as Priority | undefined,
    state: filters.state as QueueFilter['state'],
    offset: (page - 1) * queuePage,
  };
  if (!words) return filter;
  const { organisation, site, priority } = filter;
  const among = await ticketsAbout(db, me, words, {
    open: !isForEnded(filter),
    organisation,
    site,
    priority,
  });
  return { ...filter, among };
}

/** The address of the queue with these filters; a change of filters begins at the first page. */
export function queueAddress(filters: Chosen['filters'], page = 1): string {
  const query = new URLSearchParams(
    filterNames.flatMap((name) => (filters[name] ? [[name, filters[name]] as [string, string]] : [])),
  );
  if (page > 1) query.set('page', String(page));
  return query.size ? `/desk?${query}` : '/desk';
}

/** The address of the form of these filters, with everything that it offers. */
export const filtersAddress = (filters: Chosen['filters']): string =>
  queueAddress(filters).replace('/desk', '/desk/filters');

/** The same filters without one of them. */
export function without(filters: Chosen['filters'], name: FilterName): Chosen['filters'] {
  return Object.fromEntries(Object.entries(filters).filter(([each]) => each !== name));
}
