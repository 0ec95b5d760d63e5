import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Heading } from '#ui/parts.tsx';
import type { Facets } from '../facets.ts';
import { Examples, NothingFound, Pager, Remarks } from '../said.tsx';
import { type SearchAsked, searchAddress } from '../schema.ts';
import type { Results } from '../search.ts';
import { searchTexts } from '../texts.ts';
import { FacetList } from './facet-list.tsx';
import { groupsOf, titles } from './groups.ts';
import { NameGroup } from './name-group.tsx';
import { TicketFound } from './ticket-found.tsx';

const root = '/desk/search';

/** What can be searched, while nothing was. */
export const EmptySearch = ({ page }: { page: Page }) => {
  const say = searchTexts(page.language);
  return (
    <Layout page={page} face="desk" title={say('title')} searched="">
      <Heading title={say('title')} />
      <p>{say('empty.desk')}</p>
      <Examples page={page} which={['number', 'words', 'name', 'part']} />
    </Layout>
  );
};

interface DeskSearchProps {
  readonly page: Page;
  readonly asked: SearchAsked;
  readonly results: Results;
  readonly facets: Facets;
  readonly pageSize: number;
}

/** Everything that was found at the desk: tickets first, then clients, sites and people. */
export const DeskSearch = ({ page, asked, results, facets, pageSize }: DeskSearchProps) => {
  const say = searchTexts(page.language);
  const { hits, tickets, names, marker } = results;
  const words = results.instead ?? asked.typed.trim();
  const nothing = hits.length === 0 && names.length === 0;
  const narrowed = Object.keys(asked.filters).length > 0;
  const groups = groupsOf(names);
  return (
    <Layout
      page={page}
      face="desk"
      title={say('title_for', { words: words.slice(0, 100) })}
      searched={asked.typed}
      wide
    >
      <Heading title={say('title')} />
      <Remarks page={page} asked={asked} results={results} />
      {nothing && <NothingFound page={page} asked={asked} results={results} root={root} />}
      {!nothing && (
        <div class="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_16rem]">
          <div class="lg:order-last">
            {(hits.length > 0 || narrowed) && (
              <FacetList page={page} asked={{ ...asked, typed: words }} facets={facets} root={root} />
            )}
          </div>
          <div class="min-w-0">
            <Parts page={page} results={results} />
            {hits.length > 0 && (
              <section aria-labelledby="tickets" class="mb-8">
                <h2 id="tickets" class="mb-2 text-lg font-semibold">
                  {say('tickets')} <Count count={hits.length} more={results.more} />
                </h2>
                <ol class="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
                  {tickets.map((ticket) => (
                    <TicketFound page={page} ticket={ticket} marker={marker} />
                  ))}
                </ol>
                <Pager
                  page={page}
                  number={asked.page}
                  size={pageSize}
                  total={hits.length}
                  shown={tickets.length}
                  addressOf={(number) => searchAddress(root, words, asked.filters, number)}
                />
              </section>
            )}
            {hits.length === 0 && narrowed && (
              <NothingFound page={page} asked={asked} results={results} root={root} />
            )}
            {groups.map(({ kind, names }) => (
              <NameGroup page={page} kind={kind} names={names} marker={marker} />
            ))}
          </div>
        </div>
      )}
    </Layout>
  );
};

const Count = ({ count, more }: { count: number; more: boolean }) => (
  <span class="font-normal text-secondary tabular-nums">
    {count}
    {more && '+'}
  </span>
);

/** How much of what was found, each the way to its place: names stand below all tickets. */
const Parts = ({ page, results: { hits, more, names } }: { page: Page; results: Results }) => {
  const say = searchTexts(page.language);
  const groups = groupsOf(names);
  if (groups.length === 0 && !more) return null;
  return (
    <>
      {groups.length > 0 && (
        <nav aria-label={say('parts')} class="mb-3 flex flex-wrap gap-x-4 gap-y-1">
          {hits.length > 0 && <a href="#tickets">{say('found.tickets', { count: hits.length })}</a>}
          {groups.map(({ kind, names }) => (
            <a href={`#${titles[kind]}`}>{say(`found.${titles[kind]}`, { count: names.length })}</a>
          ))}
        </nav>
      )}
      {more && <p class="mb-3 text-secondary">{say('found.tickets_more', { count: hits.length })}</p>}
    </>
  );
};
