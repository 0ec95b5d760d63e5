import type { Child } from 'hono/jsx';
import type { Payer } from '#agreement/coverage-rules.ts';
import type { Office } from '#settings/office.ts';
import { KeptMarkup } from '#ui/kept-markup.ts';
import type { Page } from '#ui/page.ts';
import type { QueueTicket } from '../queue.ts';
import { ticketTexts } from '../texts.ts';
import { stateKey } from '../ticket.ts';
import { PriorityBadge } from '../view/priority-badge.tsx';
import { Due, Promised } from './due.tsx';

/** What stands above the columns; each cell says it again to those who do not see them. */
export const RowHeads = ({ page }: { page: Page }) => {
  const say = ticketTexts(page.language);
  const names = ['number', 'subject', 'priority', 'state', 'pays', 'due', 'assignee', 'promised'] as const;
  return (
    <div aria-hidden="true" class="queue-columns px-3 pb-1 text-xs text-secondary max-lg:hidden">
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

/** One ticket of the queue: one line on a wide screen, stacked on a narrow one. Its looks stand in `queue.css`. */
const QueueRow = ({ ticket, page, office, payer }: RowProps) => {
  const say = ticketTexts(page.language);
  const path = `/desk/tickets/${ticket.id}`;
  return (
    <li data-row={path} id={`ticket-${ticket.id}`} class="queue-row queue-columns">
      <span class="queue-number">{ticket.number}</span>
      <span class="queue-about">
        <a href={path} dir="auto" class="queue-subject">
          {ticket.subject}
        </a>
        <span class="queue-site">
          {ticket.organisation} · {ticket.site}
        </span>
      </span>
      <span class="queue-facts">
        <PriorityBadge priority={ticket.priority} language={page.language} />
        <Cell label={say('desk.column.state')}>
          {say(ticket.researching ? 'research.desk.running' : `state.${stateKey(ticket)}`)}
        </Cell>
        <Cell label={say('desk.column.pays')} shown>
          {say(`costs.mark.${payer}`)}
        </Cell>
        <span class="queue-due">
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
    <span class={shown ? 'queue-label' : 'sr-only'}>{label}: </span>
    {children}
  </span>
);
