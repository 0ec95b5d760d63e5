import { queryOf, type Web } from '#auth/web.ts';
import type { Priority, TicketState } from '#db/types.ts';
import type { Staff } from '#lib/actor.ts';
import { type QueueFilter, queuePage } from '../queries.ts';
import { endedStates, openStates } from '../ticket.ts';

/** By what the queue can be narrowed, in the order of the form. */
export const filterNames = ['assignee', 'organisation', 'site', 'priority', 'state', 'words'] as const;
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
  organisation: (value) => uuid.test(value),
  site: (value) => uuid.test(value),
  priority: (value) => priorities.includes(value as Priority),
  state: (value) => value === 'ended' || states.includes(value as TicketState),
  words: (value) => value !== '',
};

/** Reads the filters and the page from the address. */
export function chosenIn(c: Web): Chosen {
  const asked = filterNames
    .map((name) => [name, queryOf(c, name)] as const)
    .filter(([name, value]) => sensible[name](value));
  const page = queryOf(c, 'page');
  return { filters: Object.fromEntries(asked), page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1 };
}

/** The filters as the list is asked for them. */
export function queueFilter({ filters, page }: Chosen, me: Staff): QueueFilter {
  return {
    ...filters,
    assignee: filters.assignee === 'me' ? me.id : filters.assignee,
    priority: filters.priority as Priority | undefined,
    state: filters.state as QueueFilter['state'],
    offset: (page - 1) * queuePage,
  };
}

/** The address of the queue with these filters; a change of filters begins at the first page. */
export function queueAddress(filters: Chosen['filters'], page = 1): string {
  const query = new URLSearchParams(
    filterNames.flatMap((name) => (filters[name] ? [[name, filters[name]] as [string, string]] : [])),
  );
  if (page > 1) query.set('page', String(page));
  return query.size ? `/desk?${query}` : '/desk';
}

/** The same filters without one of them. */
export function without(filters: Chosen['filters'], name: FilterName): Chosen['filters'] {
  return Object.fromEntries(Object.entries(filters).filter(([each]) => each !== name));
}
