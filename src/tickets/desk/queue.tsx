import type { Child } from 'hono/jsx';
import type { Payer } from '#agreement/coverage-rules.ts';
import type { Office } from '#settings/office.ts';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Heading } from '#ui/parts.tsx';
import { manyInGroup, type QueueGroup, type QueueTicket, queuePage } from '../queue.ts';
import { ticketTexts } from '../texts.ts';
import { type Chosen, queueAddress, without } from './filter.ts';
import { Chips, type FilterOptions, Filters } from './filters.tsx';
import { Keys } from './keys.tsx';
import { Nothing } from './nothing.tsx';
import { KeptQueueRow, RowHeads } from './row.tsx';
import { type QueueView, SavedViews, SaveView } from './saved.tsx';

export interface QueueProps {
  readonly page: Page;
  readonly office: Office;
  readonly me: string;
  readonly newId: () => string;
  readonly chosen: Chosen;
  readonly saved: readonly QueueView[];
  readonly options: FilterOptions;
  /** A page of tickets, and one more when there is a next. */
  readonly tickets: readonly QueueTicket[];
  /** How many each group holds over all pages, up to `manyInGroup`. */
  readonly counts: Readonly<Record<QueueGroup, number>>;
  readonly endOfToday: Date;
  readonly payerOf: (ticket: QueueTicket) => Payer;
}

const groups: readonly QueueGroup[] = ['late', 'today', 'later', 'with_client', 'ended'];

/** The queue: what is due next, in office time. */
export const Queue = (props: QueueProps) => {
  const { page, me, newId, chosen, saved, counts } = props;
  const say = ticketTexts(page.language);
  const total = groups.reduce((sum, group) => sum + counts[group], 0);
  const isCounted = groups.every((group) => counts[group] < manyInGroup);
  return (
    <Layout page={page} face="desk" title={say('desk.queue.title')} live="tickets" wide>
      <Keys page={page} once={newId()} me={me}>
        <Heading title={say('desk.queue.title')}>
          <a href="/desk/keys" class="btn btn-ghost btn-sm">
            <kbd class="kbd kbd-sm">?</kbd>
            {say('desk.keys.title')}
          </a>
        </Heading>
        <Views page={page} chosen={chosen}>
          <SavedViews page={page} chosen={chosen} views={saved} />
        </Views>
        <Filters {...props} />
        <Chips {...props} />
        <SaveView page={page} chosen={chosen} views={saved} once={newId()} />
        {props.tickets.length > 0 && <RowHeads page={page} />}
        {groups.map((group) => (
          <Group {...props} group={group} />
        ))}
        {props.tickets.length === 0 && <Nothing page={page} chosen={chosen} total={total} />}
        <Pager {...props} total={isCounted ? String(total) : say('desk.queue.many', { count: total - 1 })} />
      </Keys>
    </Layout>
  );
};

/** Which group of the queue a ticket stands in. */
export function groupOf(
  ticket: QueueTicket,
  { now, endOfToday }: { now: Date; endOfToday: Date },
): QueueGroup {
  if (ticket.closed_at) return 'ended';
  if (!ticket.next_due_at) return 'with_client';
  if (ticket.next_due_at < now) return 'late';
  return ticket.next_due_at < endOfToday ? 'today' : 'later';
}

const Group = ({
  page,
  office,
  tickets,
  counts,
  group,
  endOfToday,
  payerOf,
}: QueueProps & { group: QueueGroup }) => {
  const here = tickets
    .slice(0, queuePage)
    .filter((ticket) => groupOf(ticket, { now: page.now, endOfToday }) === group);
  if (here.length === 0) return null;
  return (
    <section class="mb-5" aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`} class={`mb-1 font-semibold ${group === 'late' ? 'text-error' : ''}`}>
        {group === 'late' && <span aria-hidden="true">▲ </span>}
        {ticketTexts(page.language)(`desk.group.${group}`)}{' '}
        <span class="font-normal text-secondary tabular-nums">
          {counts[group] < manyInGroup
            ? counts[group]
            : ticketTexts(page.language)('desk.queue.many', { count: manyInGroup - 1 })}
        </span>
      </h2>
      <ol class="divide-y divide-base-300 overflow-hidden rounded-box border border-base-300 bg-base-100">
        {here.map((ticket) => (
          <KeptQueueRow ticket={ticket} page={page} office={office} payer={payerOf(ticket)} />
        ))}
      </ol>
    </section>
  );
};

/** Whose tickets: the filter that is used all day, one click each. */
const Views = ({ page, chosen, children }: Pick<QueueProps, 'page' | 'chosen'> & { children?: Child }) => {
  const say = ticketTexts(page.language);
  const rest = without(without(chosen.filters, 'assignee'), 'mentioned');
  const views = [
    { label: say('desk.queue.everything'), only: {} },
    { label: say('desk.queue.mine'), only: { assignee: 'me' } },
    { label: say('desk.queue.nobodys'), only: { assignee: 'none' } },
    { label: say('desk.queue.mentions_me'), only: { mentioned: 'me' } },
  ];
  const here = queueAddress(chosen.filters);
  return (
    <nav aria-label={say('desk.queue.views')} class="mb-3 flex flex-wrap gap-1">
      {views.map(({ label, only }) => (
        <a
          href={queueAddress({ ...rest, ...only })}
          class="rounded-field border border-transparent px-3 py-1 aria-[current=page]:border-base-300 aria-[current=page]:bg-base-100 aria-[current=page]:font-semibold"
          aria-current={queueAddress({ ...rest, ...only }) === here ? 'page' : undefined}
        >
          {label}
        </a>
      ))}
      {children}
    </nav>
  );
};

const Pager = ({ page, chosen, tickets, total }: QueueProps & { total: string }) => {
  const more = tickets.length > queuePage;
  if (tickets.length === 0 || (chosen.page === 1 && !more)) return null;
  const say = ticketTexts(page.language);
  const from = (chosen.page - 1) * queuePage + 1;
  const to = from + Math.min(tickets.length, queuePage) - 1;
  return (
    <nav aria-label={say('desk.queue.pages')} class="flex flex-wrap items-center gap-3">
      {chosen.page > 1 && (
        <a
          class="btn border-base-300 bg-base-100"
          rel="prev"
          href={queueAddress(chosen.filters, chosen.page - 1)}
        >
          {say('desk.queue.previous', { count: queuePage })}
        </a>
      )}
      <span class="tabular-nums">{say('desk.queue.shown', { from, to, total })}</span>
      {more && (
        <a
          class="btn border-base-300 bg-base-100"
          rel="next"
          href={queueAddress(chosen.filters, chosen.page + 1)}
        >
          {say('desk.queue.next', { count: queuePage })}
        </a>
      )}
    </nav>
  );
};
