import type { Child } from 'hono/jsx';
import type { Contact } from '#lib/actor.ts';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, Heading } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import { ticketTexts } from '../texts.ts';
import { Card } from './card.tsx';
import { manyInView, type PortalTicket, type PortalView } from './queries.ts';

/** Part of somebody's tickets, and whether more follow. */
export interface Part {
  readonly rows: readonly PortalTicket[];
  readonly more: boolean;
}

interface ListProps {
  readonly page: Page;
  readonly contact: Contact;
  readonly view: PortalView;
  readonly own: boolean;
  readonly counts: Readonly<Record<PortalView, number>>;
  /** Those on which the reader has to act; first, whatever else there is. */
  readonly waiting: Part | null;
  readonly rest: Part | null;
  /** The number below which this page goes on. */
  readonly before: number | undefined;
}

/** The address of one view of the list. */
const addressOf = (view: PortalView, own: boolean, before?: number) => {
  const query = new URLSearchParams();
  if (view !== 'open') query.set('view', view);
  if (own) query.set('own', '');
  if (before) query.set('before', String(before));
  return `/${query.size ? `?${query}` : ''}`;
};

/** A contact's tickets: what waits for them first, then what is in hand. */
export const MyTickets = (props: ListProps) => {
  const { page, contact, view, own, counts, waiting, rest, before } = props;
  const say = ticketTexts(page.language);
  const nothing = !waiting?.rows.length && !rest?.rows.length;
  return (
    <Layout page={page} face="portal" title={say('portal.list.title')} live="tickets">
      <Heading title={say('portal.list.title')}>
        <a href="/report" class="btn btn-primary">
          {uiTexts(page.language)('nav.report')}
        </a>
      </Heading>
      <Tabs {...props} />
      {contact.role !== 'reporter' && <Whose page={page} view={view} own={own} />}
      {waiting && waiting.rows.length > 0 && (
        <Group title={say('portal.list.your_turn')} {...props} part={waiting}>
          {waiting.more && (
            <More
              href={addressOf('waiting', own, view === 'waiting' ? waiting.rows.at(-1)?.number : undefined)}
            >
              {view === 'waiting'
                ? say('portal.list.older')
                : say('portal.list.more_waiting', { count: sayCount(counts.waiting, page) })}
            </More>
          )}
        </Group>
      )}
      {rest && rest.rows.length > 0 && (
        <Group
          title={say(view === 'done' ? 'portal.list.done' : 'portal.list.in_hand')}
          {...props}
          part={rest}
        >
          {rest.more && (
            <More href={addressOf(view, own, rest.rows.at(-1)?.number)}>{say('portal.list.older')}</More>
          )}
        </Group>
      )}
      {nothing && (
        <Empty>
          <p class="mb-4">{say(before ? 'portal.list.empty_older' : `portal.list.empty_${view}`)}</p>
          {view === 'open' && !before && (
            <a href="/report" class="btn btn-primary">
              {uiTexts(page.language)('nav.report')}
            </a>
          )}
        </Empty>
      )}
      {before && <More href={addressOf(view, own)}>{say('portal.list.newest')}</More>}
    </Layout>
  );
};

const sayCount = (count: number, { language }: Pick<Page, 'language'>): string =>
  count < manyInView ? String(count) : ticketTexts(language)('portal.list.many', { count: manyInView - 1 });

const Tabs = ({ page, view, own, counts }: ListProps) => {
  const say = ticketTexts(page.language);
  return (
    <nav aria-label={say('portal.list.views')} class="mb-4 flex flex-wrap gap-2">
      {(['open', 'waiting', 'done'] as const).map((each) => (
        <a
          href={addressOf(each, own)}
          aria-current={each === view ? 'page' : undefined}
          class="rounded-field border border-base-300 bg-base-100 px-3 py-2 no-underline hover:border-primary aria-[current=page]:border-primary aria-[current=page]:font-semibold aria-[current=page]:text-primary"
        >
          {say(`portal.list.${each}`)}{' '}
          <span
            class={`badge badge-sm tabular-nums ${each === 'waiting' && counts.waiting > 0 ? 'badge-primary' : 'badge-ghost'}`}
          >
            {sayCount(counts[each], page)}
          </span>
        </a>
      ))}
    </nav>
  );
};

const Whose = ({ page, view, own }: Pick<ListProps, 'page' | 'view' | 'own'>) => {
  const say = ticketTexts(page.language);
  return (
    <nav aria-label={say('portal.list.whose')} class="mb-5 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {([false, true] as const).map((each) => (
        <a
          href={addressOf(view, each)}
          aria-current={each === own ? 'true' : undefined}
          class="py-1 underline underline-offset-4 decoration-base-300 hover:decoration-primary aria-[current=true]:font-semibold aria-[current=true]:text-primary aria-[current=true]:decoration-primary"
        >
          {say(each ? 'portal.list.own' : 'portal.list.everyone')}
        </a>
      ))}
    </nav>
  );
};

const Group = ({
  title,
  page,
  contact,
  part,
  children,
}: ListProps & { title: string; part: Part; children?: Child }) => (
  <section class="mb-8">
    <h2 class="mb-3 font-semibold">{title}</h2>
    <ul class="grid gap-3">
      {part.rows.map((ticket) => (
        <Card page={page} contact={contact} ticket={ticket} />
      ))}
    </ul>
    {children}
  </section>
);

const More = ({ href, children }: { href: string; children?: Child }) => (
  <p class="mt-4">
    <a href={href} class="btn">
      {children}
    </a>
  </p>
);
