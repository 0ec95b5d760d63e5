import { ticketTexts } from '#tickets/texts.ts';
import type { Page } from '#ui/page.ts';
import type { Facets, FacetValue } from '../facets.ts';
import { type FilterName, filterNames, type SearchAsked, searchAddress } from '../schema.ts';
import { searchTexts } from '../texts.ts';

interface FacetListProps {
  readonly page: Page;
  readonly asked: SearchAsked;
  readonly facets: Facets;
  readonly root: string;
}

/**
 * By what the tickets that were found can be narrowed: each value a link, a chosen one the way back. Nothing where they
 * are all alike.
 */
export const FacetList = (props: FacetListProps) => {
  const say = searchTexts(props.page.language);
  const offered = filterNames.filter((name) => choicesOf(props, name).length > 0);
  if (offered.length === 0) return null;
  return (
    <details class="beside lg:sticky lg:top-4" open={Object.keys(props.asked.filters).length > 0}>
      <summary class="w-fit cursor-pointer rounded-field py-1 font-medium">{say('filters')}</summary>
      <nav aria-label={say('filters')} class="mt-2 grid gap-3 text-sm sm:grid-cols-2 lg:grid-cols-1 lg:gap-4">
        {offered.map((name) => (
          <Facet {...props} name={name} />
        ))}
      </nav>
    </details>
  );
};

/** The values of a facet that can be chosen, or the one that was; none where there is only one. */
function choicesOf({ asked, facets }: FacetListProps, name: FilterName): readonly FacetValue[] {
  const chosen = asked.filters[name];
  const values = facets[name].filter(({ value, count }) => (chosen ? value === chosen : count > 0));
  return chosen || values.length > 1 ? values : [];
}

const Facet = ({ name, ...props }: FacetListProps & { name: FilterName }) => {
  const { page, asked, root } = props;
  const say = searchTexts(page.language);
  const chosen = asked.filters[name];
  const values = choicesOf(props, name);
  const others = Object.fromEntries(Object.entries(asked.filters).filter(([each]) => each !== name));
  return (
    <section aria-label={say(`facet.${name}`)}>
      <h2 class="mb-1 font-semibold">{say(`facet.${name}`)}</h2>
      <ul class="flex flex-wrap gap-1 lg:block">
        {values.map((each) => (
          <li class="max-w-full">
            <a
              href={searchAddress(
                root,
                asked.typed,
                chosen ? others : { ...asked.filters, [name]: each.value },
              )}
              class={`flex max-w-full items-baseline gap-2 rounded-field border border-base-300 px-2 py-1 no-underline hover:border-primary lg:border-transparent ${chosen ? 'bg-base-100 font-semibold lg:border-base-300' : ''}`}
              aria-label={chosen ? `${wordsFor(page, name, each)}, ${say('drop_filter')}` : undefined}
            >
              <bdi class="truncate">{wordsFor(page, name, each)}</bdi>
              {chosen ? (
                <span aria-hidden="true" class="ml-auto">
                  ✕
                </span>
              ) : (
                <span class="ml-auto text-secondary tabular-nums">{each.count}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

function wordsFor(page: Page, name: FilterName, { value, name: called }: FacetValue): string {
  if (name === 'open') return searchTexts(page.language)(value === 'yes' ? 'open' : 'ended');
  if (name === 'priority') return ticketTexts(page.language)(`priority.${value as 'high'}`);
  return called ?? '–';
}
