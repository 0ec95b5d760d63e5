import type { Contact } from '#lib/actor.ts';
import type { Page } from '#ui/page.ts';
import { ticketTexts } from '../texts.ts';
import { isEnded, stateKey } from '../ticket.ts';
import { PriorityBadge } from '../view/priority-badge.tsx';
import { Said } from '../view/said.tsx';
import type { PortalTicket } from './queries.ts';
import { turnOf, turnWords } from './turn.ts';

interface CardProps {
  readonly page: Page;
  readonly contact: Contact;
  readonly ticket: PortalTicket;
}

/**
 * One ticket in a list: what it is about, whose turn it is, and what comes next. The whole card is its link. Its
 * looks stand in `card.css`.
 */
export const Card = ({ page, contact, ticket }: CardProps) => {
  const say = ticketTexts(page.language);
  const yours = turnOf(contact, ticket) === 'you';
  const turn = turnWords(contact, ticket);
  const mine = ticket.reporter_id === contact.id;
  return (
    <li id={`ticket-${ticket.id}`} class={yours ? 'ticket-card yours' : 'ticket-card'}>
      <div class="ticket-card-head">
        <span class="tabular-nums">#{ticket.number}</span>
        <bdi>{ticket.site}</bdi>
        {!mine && <span>{say('portal.card.by', { name: ticket.reporter })}</span>}
        {!isEnded(ticket) && (
          <span class="ml-auto">
            <PriorityBadge priority={ticket.priority} language={page.language} />
          </span>
        )}
      </div>
      <h3 class="ticket-card-subject">
        <a href={`/tickets/${ticket.id}`} dir="auto">
          {ticket.subject}
        </a>
      </h3>
      <p class="ticket-card-turn">
        {turn && <span class={yours ? 'badge badge-primary font-semibold' : 'font-medium'}>{turn}</span>}
        <span class="text-secondary">{say(`state.${stateKey(ticket)}`)}</span>
      </p>
      <p class="mt-1">
        <NextMoment page={page} contact={contact} ticket={ticket} />
      </p>
    </li>
  );
};

/** What the reader waits for, or is waited for, with its moment. */
const NextMoment = ({ page, contact, ticket }: CardProps) => {
  const say = ticketTexts(page.language);
  if (ticket.closed_at)
    return <Said page={page} text="portal.card.closed" fill={{ moment: ticket.closed_at }} />;
  if (ticket.state === 'waiting')
    return <span>{say(`portal.card.${ticket.waiting_for ?? 'question'}`)}</span>;
  if (ticket.state === 'sign_off') {
    const yours = turnOf(contact, ticket) === 'you';
    return <span>{say(yours ? 'portal.card.check' : 'portal.card.checks', { name: ticket.reporter })}</span>;
  }
  if (!ticket.expected_at && !ticket.response_met_at)
    return ticket.response_due < page.now ? (
      <Late page={page} text="portal.card.response_late" moment={ticket.response_due} />
    ) : (
      <Said page={page} text="portal.card.responds" fill={{ moment: ticket.response_due }} />
    );
  const moment = ticket.expected_at ?? ticket.solution_due;
  if (moment < page.now) return <Late page={page} text="portal.card.late" moment={moment} />;
  return (
    <Said
      page={page}
      text={ticket.expected_at ? 'portal.card.expected' : 'portal.card.solves'}
      fill={{ moment }}
    />
  );
};

interface LateProps {
  readonly page: Page;
  readonly text: 'portal.card.late' | 'portal.card.response_late';
  readonly moment: Date;
}

const Late = ({ page, text, moment }: LateProps) => (
  <span class="font-medium text-error">
    <span aria-hidden="true">▲ </span>
    <Said page={page} text={text} fill={{ moment }} />
  </span>
);
