import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Language } from '#lib/language.ts';
import { PriorityBadge } from '#tickets/priority-badge.tsx';
import { ticketTexts } from '#tickets/texts.ts';
import { flat } from '#ui/jsx/runtime.ts';
import type { Page } from '#ui/page.ts';
import { Moment } from '#ui/time.tsx';
import { excerpt, type Marker, marked } from '../marking.ts';
import { Pieces } from '../pieces.tsx';
import type { FoundTicket } from '../rows.ts';
import { textOf } from '../search.ts';
import { searchTexts } from '../texts.ts';

interface TicketFoundProps {
  readonly page: Page;
  readonly ticket: FoundTicket;
  readonly marker: Marker;
}

/**
 * One ticket that was found: what it is about, where it stands, and the text in which the words were. Its looks stand
 * in `found.css`.
 */
export const TicketFound = ({ page, ticket, marker }: TicketFoundProps) => {
  const text = textOf(ticket, marker);
  return (
    <li class="found-row">
      <p class="found-head">
        <span class="found-about">
          <span class="found-number">{ticket.number}</span>
          <a href={`/desk/tickets/${ticket.id}`} dir="auto" class="found-subject">
            <Pieces pieces={marked(ticket.subject.normalize('NFC'), marker)} />
          </a>
        </span>
        {stateOf(ticket, page.language)}
      </p>
      <p class="found-of">
        {ticket.organisation} · {ticket.site} · {ticket.reporter} ·{' '}
        <span class="sr-only">{searchTexts(page.language)('last_change')} </span>
        <Moment at={ticket.updated_at} page={page} />
      </p>
      {text && (
        <p class="found-text">
          <PlaceMark page={page} ticket={ticket} />
          <bdi>
            <Pieces pieces={excerpt(text, marker)} />
          </bdi>
        </p>
      )}
    </li>
  );
};

type Standing = Pick<FoundTicket, 'state' | 'priority' | 'closed_at'>;

/** There are a few dozen states in all their priorities, and a hundred tickets on a page. */
const states = new Map<string, JSX.Element>();

function stateOf(ticket: Standing, language: Language): JSX.Element {
  const key = `${language} ${ticket.state} ${ticket.priority} ${ticket.closed_at ? 'closed' : ''}`;
  const known = states.get(key);
  if (known) return known;
  const made = flat(<State ticket={ticket} language={language} />);
  states.set(key, made);
  return made;
}

const State = ({ ticket, language }: { ticket: Standing; language: Language }) => (
  <span class="found-state">
    <span class={ticket.closed_at ? 'text-secondary' : undefined}>
      {ticketTexts(language)(`state.${ticket.state}`)}
    </span>
    <PriorityBadge priority={ticket.priority} language={language} />
  </span>
);

/** Says where the text comes from; what is internal is marked so that nobody takes it for a message. */
const PlaceMark = ({ page, ticket: { place } }: Pick<TicketFoundProps, 'page' | 'ticket'>) => {
  const say = searchTexts(page.language);
  if (place === 'note')
    return <span class="mr-1 badge badge-sm border-warning text-base-content">🔒 {say('place.note')}</span>;
  if (place === 'message') return <span class="mr-1 text-secondary">{say('place.message')}:</span>;
  return null;
};
