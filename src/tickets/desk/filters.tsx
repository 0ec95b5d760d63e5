import type { Choice } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { ticketTexts } from '../texts.ts';
import {
  type Chosen,
  type FilterName,
  filterNames,
  filtersAddress,
  priorities,
  queueAddress,
  states,
  without,
} from './filter.ts';
import type { Named, SiteOption } from './options.ts';

export interface FilterOptions {
  readonly colleagues: readonly Named[];
  readonly organisations: readonly Named[];
  readonly sites: readonly SiteOption[];
}

interface FiltersProps {
  readonly page: Page;
  readonly chosen: Chosen;
  readonly options: FilterOptions;
}

type Selected = Exclude<FilterName, 'words'>;

/** Clients and sites are many: they are offered only to whoever asks for them. */
export const offersClients = ({ filters }: Chosen) => Boolean(filters.organisation || filters.site);

/** What the queue offers as views of its own. */
const views: readonly FilterName[] = ['assignee', 'mentioned'];

/** A box of its own: what has none is never in sight, and would not be fetched. */
const clients = 'col-span-2 grid grid-cols-2 items-end gap-2';

/** The form that narrows the queue, one click away. Everything is kept in the address. */
export const Filters = ({ page, chosen, options, open }: FiltersProps & { open?: boolean }) => {
  const say = ticketTexts(page.language);
  const { filters } = chosen;
  const narrowed = open || filterNames.some((name) => !views.includes(name) && filters[name]);
  const select = (name: Selected) => (
    <Select page={page} name={name} value={filters[name] ?? ''} choices={choicesOf(name, page, options)} />
  );
  return (
    <form method="get" action="/desk" class="mb-3">
      {filters.mentioned && <input type="hidden" name="mentioned" value={filters.mentioned} />}
      <details open={narrowed}>
        <summary class="w-fit cursor-pointer rounded-field py-1 font-medium">
          {say('desk.queue.more_filters')}
        </summary>
        <div class="mt-1 grid grid-cols-2 items-end gap-2 sm:grid-cols-4 lg:grid-cols-7">
          <label class="min-w-0 text-sm">
            <span class="block text-secondary">{say('desk.filter.words')}</span>
            <input name="words" type="search" value={filters.words ?? ''} class="input w-full" />
          </label>
          {select('assignee')}
          {open || offersClients(chosen) ? (
            <turbo-frame id="queue-clients" class={clients}>
              {select('organisation')}
              {select('site')}
            </turbo-frame>
          ) : (
            <turbo-frame
              id="queue-clients"
              class={clients}
              src={filtersAddress(filters)}
              loading="lazy"
              refresh="morph"
            >
              <a href={filtersAddress(filters)} class="col-span-2 py-2 text-sm">
                {say('desk.queue.choose_client')}
              </a>
            </turbo-frame>
          )}
          {select('priority')}
          {select('state')}
          <button type="submit" class="btn border-base-300 bg-base-100">
            {say('desk.queue.apply')}
          </button>
        </div>
      </details>
    </form>
  );
};

interface SelectProps {
  readonly page: Page;
  readonly name: Selected;
  readonly value: string;
  readonly choices: readonly Choice[];
}

const Select = ({ page, name, value, choices }: SelectProps) => {
  const say = ticketTexts(page.language);
  const groups = [...new Set(choices.map(({ group }) => group ?? ''))];
  const options = (group: string) =>
    choices
      .filter((each) => (each.group ?? '') === group)
      .map((each) => (
        <option value={each.value} selected={each.value === value}>
          {each.label}
        </option>
      ));
  return (
    <label class="min-w-0 text-sm">
      <span class="block text-secondary">{say(`desk.filter.${name}`)}</span>
      <select name={name} class="select w-full">
        <option value="">{say(name === 'state' ? 'desk.filter.open' : 'desk.filter.any')}</option>
        {groups.map((group) =>
          group ? <optgroup label={group}>{options(group)}</optgroup> : options(group),
        )}
      </select>
    </label>
  );
};

/** What one filter offers. */
function choicesOf(name: Selected, page: Page, options: FilterOptions): Choice[] {
  const say = ticketTexts(page.language);
  const named = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }));
  switch (name) {
    case 'assignee':
      return [
        { value: 'me', label: say('desk.filter.me') },
        { value: 'none', label: say('desk.filter.nobody') },
        ...named(options.colleagues),
      ];
    case 'mentioned':
      return [{ value: 'me', label: say('desk.filter.mentions_me') }];
    case 'organisation':
      return named(options.organisations);
    case 'site':
      return options.sites.map(({ id, name, organisation }) => ({
        value: id,
        label: name,
        group: organisation,
      }));
    case 'priority':
      return priorities.map((value) => ({ value, label: say(`priority.${value}`) }));
    case 'state':
      return [
        ...states.map((value) => ({ value, label: say(`state.${value}`) })),
        { value: 'ended', label: say('desk.filter.ended') },
      ];
  }
}

/** The filters that hold, each with the way to be rid of it. */
export const Chips = ({ page, chosen, options }: FiltersProps) => {
  const say = ticketTexts(page.language);
  const active = filterNames.filter((name) => chosen.filters[name]);
  if (active.length === 0) return null;
  return (
    <ul aria-label={say('desk.queue.active')} class="mb-4 flex flex-wrap items-center gap-2 text-sm">
      {active.map((name) => {
        const label = `${say(`desk.filter.${name}`)}: ${valueWords(name, page, { chosen, options })}`;
        return (
          <li class="max-w-full">
            <a
              href={queueAddress(without(chosen.filters, name))}
              class="badge badge-outline h-auto min-h-7 max-w-full gap-2 hover:bg-base-300"
              aria-label={say('desk.queue.remove', { label })}
            >
              <bdi class="truncate">{label}</bdi>
              <span aria-hidden="true">✕</span>
            </a>
          </li>
        );
      })}
      {active.length > 1 && (
        <li>
          <a href="/desk">{say('desk.queue.clear')}</a>
        </li>
      )}
    </ul>
  );
};

function valueWords(name: FilterName, page: Page, { chosen, options }: Omit<FiltersProps, 'page'>): string {
  const value = chosen.filters[name] ?? '';
  if (name === 'words') return `«${value}»`;
  const found = choicesOf(name, page, options).find((each) => each.value === value);
  return found?.label ?? ticketTexts(page.language)('desk.filter.unknown');
}
