import type { Child } from 'hono/jsx';
import type { Payer } from '#agreement/coverage-rules.ts';
import type { Office } from '#settings/office.ts';
import { KeptMarkup } from '#ui/kept-markup.ts';
import type { Page } from '#ui/page.ts';
import type { QueueTicket } from '../queries.ts';
import { ticketTexts } from '../texts.ts';
import { stateKey } from '../ticket.ts';
import { PriorityBadge } from '../view/priority-badge.tsx';
import { Due, Promised } from './due.tsx';

/** The columns where there is room for one line a ticket; heads and rows share them. */
const columns =
  'lg:grid lg:grid-cols-[2.5rem_minmax(0,1fr)_5.5rem_8.25rem_5rem_15.5rem_7rem_8rem] lg:items-center lg:gap-x-3';

/** What stands above the columns; each cell says it again to those who do not see them. */
export const RowHeads = ({ page }: { page: Page }) => {
  const say = ticketTexts(page.language);
  const names = ['number', 'subject', 'priority', 'state', 'pays', 'due', 'assignee', 'promised'] as const;
  return (
    <div aria-hidden="true" class={`hidden px-3 pb-1 text-xs text-secondary ${columns}`}>
      {names.map((name) => (
        <span>{say(`desk.column.${name}`)}</span>
      ))}
    </div>
  );
};

interface RowProps {
  readonly ticket: QueueTicket;
  readonly page: Page;
  readonly office: Office;
  readonly payer: Payer;
}

const rows = new KeptMarkup(2_000);

/** A row as it was made for somebody else within the same second, while nothing that it shows has changed. */
export const KeptQueueRow = (props: RowProps) => {
  const { ticket, page, office, payer } = props;
  const second = Math.floor(page.now.getTime() / 1_000);
  const { version, organisation, site, assignee } = ticket;
  const of = [version, organisation, site, assignee, payer, second, office.calendar, page.timeZone];
  return rows.of(`${ticket.id} ${page.language}`, of, () => <QueueRow {...props} />);
};

/** One ticket of the queue: one line on a wide screen, stacked on a narrow one. */
const QueueRow = ({ ticket, page, office, payer }: RowProps) => {
  const say = ticketTexts(page.language);
  const path = `/desk/tickets/${ticket.id}`;
  return (
    <li
      data-row={path}
      id={`ticket-${ticket.id}`}
      class={`px-3 py-2 text-sm focus-within:bg-base-200 focus-within:shadow-[inset_4px_0_0_var(--color-primary)] hover:bg-base-200 lg:py-1 ${columns}`}
    >
      <span class="mr-2 text-secondary tabular-nums lg:mr-0">{ticket.number}</span>
      <span class="min-w-0 lg:flex lg:items-baseline lg:gap-2">
        <a
          href={path}
          dir="auto"
          class="rounded-field text-base font-medium hover:underline lg:-m-1 lg:max-w-[70%] lg:shrink-0 lg:truncate lg:p-1 lg:text-sm"
        >
          {ticket.subject}
        </a>
        <span class="block truncate text-secondary lg:inline">
          {ticket.organisation} · {ticket.site}
        </span>
      </span>
      <span class="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 lg:mt-0 lg:contents">
        <PriorityBadge priority={ticket.priority} language={page.language} />
        <Cell label={say('desk.column.state')}>
          {say(ticket.researching ? 'research.desk.running' : `state.${stateKey(ticket)}`)}
        </Cell>
        <Cell label={say('desk.column.pays')} shown>
          {say(`costs.mark.${payer}`)}
        </Cell>
        <span class="flex min-w-0 items-center gap-2">
          <span class="sr-only">{say('desk.column.due')}: </span>
          <Due ticket={ticket} page={page} office={office} />
        </span>
        <Cell label={say('desk.column.assignee')} shown>
          {ticket.assignee ?? <span class="text-secondary">{say('desk.due.nobody')}</span>}
        </Cell>
        <Cell label={say('desk.column.promised')} shown>
          <Promised ticket={ticket} page={page} />
        </Cell>
      </span>
    </li>
  );
};

/** A fact with its name: read aloud, and shown where the column has no head and the fact does not speak for itself. */
const Cell = ({ label, shown, children }: { label: string; shown?: boolean; children?: Child }) => (
  <span class="truncate">
    <span class={shown ? 'text-secondary lg:sr-only' : 'sr-only'}>{label}: </span>
    {children}
  </span>
);
