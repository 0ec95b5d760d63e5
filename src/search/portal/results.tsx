import type { Contact } from '#lib/actor.ts';
import { ticketTexts } from '#tickets/texts.ts';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Heading } from '#ui/parts.tsx';
import { Moment } from '#ui/time.tsx';
import { excerpt, type Marker, marked } from '../marking.ts';
import { Pieces } from '../pieces.tsx';
import type { FoundTicket } from '../rows.ts';
import { Examples, NothingFound, Pager, Remarks } from '../said.tsx';
import { type SearchAsked, searchAddress } from '../schema.ts';
import { type Results, textOf } from '../search.ts';
import { searchTexts } from '../texts.ts';

const root = '/search';

/** What can be searched, while nothing was. */
export const EmptyPortalSearch = ({ page }: { page: Page }) => {
  const say = searchTexts(page.language);
  return (
    <Layout page={page} face="portal" title={say('title')} searched="">
      <Heading title={say('title')} />
      <p>{say('empty.portal')}</p>
      <Examples page={page} which={['number', 'words', 'part']} />
    </Layout>
  );
};

interface PortalSearchProps {
  readonly page: Page;
  readonly contact: Contact;
  readonly asked: SearchAsked;
  readonly results: Results;
  readonly pageSize: number;
}

/** The tickets that a contact found. */
export const PortalSearch = ({ page, contact, asked, results, pageSize }: PortalSearchProps) => {
  const say = searchTexts(page.language);
  const words = results.instead ?? asked.typed.trim();
  const { hits, more, tickets, marker } = results;
  const narrowed = asked.filters.open !== undefined;
  return (
    <Layout
      page={page}
      face="portal"
      title={say('title_for', { words: words.slice(0, 100) })}
      searched={asked.typed}
    >
      <Heading title={say('title')} />
      <Remarks page={page} asked={asked} results={results} />
      {(hits.length > 0 || narrowed) && <Tabs page={page} words={words} open={asked.filters.open} />}
      {hits.length === 0 ? (
        <NothingFound page={page} asked={asked} results={results} root={root} />
      ) : (
        <>
          <p class="mb-3 text-secondary">
            {more
              ? say('found.tickets_more', { count: hits.length })
              : say('found.tickets', { count: hits.length })}
          </p>
          <ul class="grid gap-3">
            {tickets.map((ticket) => (
              <Card page={page} contact={contact} ticket={ticket} marker={marker} />
            ))}
          </ul>
          <Pager
            page={page}
            number={asked.page}
            size={pageSize}
            total={hits.length}
            shown={tickets.length}
            addressOf={(number) => searchAddress(root, words, asked.filters, number)}
          />
        </>
      )}
    </Layout>
  );
};

const tabs = [
  { name: 'all', open: undefined },
  { name: 'open', open: 'yes' },
  { name: 'done', open: 'no' },
] as const;

const Tabs = ({ page, words, open }: { page: Page; words: string; open: string | undefined }) => {
  const say = searchTexts(page.language);
  return (
    <nav aria-label={say('portal.views')} class="mb-4 flex flex-wrap gap-2">
      {tabs.map((tab) => (
        <a
          href={searchAddress(root, words, tab.open ? { open: tab.open } : {})}
          aria-current={tab.open === open ? 'page' : undefined}
          class="rounded-field border border-base-300 bg-base-100 px-3 py-2 no-underline hover:border-primary aria-[current=page]:border-primary aria-[current=page]:font-semibold aria-[current=page]:text-primary"
        >
          {say(`portal.${tab.name}`)}
        </a>
      ))}
    </nav>
  );
};

interface CardProps {
  readonly page: Page;
  readonly contact: Contact;
  readonly ticket: FoundTicket;
  readonly marker: Marker;
}

/** One ticket that was found; the whole card is its link. */
const Card = ({ page, contact, ticket, marker }: CardProps) => {
  const say = searchTexts(page.language);
  const text = textOf(ticket, marker);
  return (
    <li class="relative rounded-box border border-base-300 bg-base-100 p-4 focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-primary hover:border-primary">
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-secondary">
        <span class="tabular-nums">#{ticket.number}</span>
        <bdi>{ticket.site}</bdi>
        {ticket.reporter_id !== contact.id && <span>{say('portal.by', { name: ticket.reporter })}</span>}
      </div>
      <h2 class="mt-1 text-lg leading-snug font-semibold">
        <a
          href={`/tickets/${ticket.id}`}
          class="no-underline outline-none after:absolute after:inset-0"
          dir="auto"
        >
          <Pieces pieces={marked(ticket.subject.normalize('NFC'), marker)} />
        </a>
      </h2>
      {text && (
        <p class="mt-1 line-clamp-3">
          {ticket.place === 'message' && <span class="text-secondary">{say('portal.message')}: </span>}
          <bdi>
            <Pieces pieces={excerpt(text, marker)} />
          </bdi>
        </p>
      )}
      <p class="mt-1 text-secondary">
        {ticketTexts(page.language)(`state.${ticket.state}`)} · <Moment at={ticket.updated_at} page={page} />
      </p>
    </li>
  );
};
