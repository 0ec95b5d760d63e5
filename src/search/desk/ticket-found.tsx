import { PriorityBadge } from '#tickets/priority-badge.tsx';
import { ticketTexts } from '#tickets/texts.ts';
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

/** One ticket that was found: what it is about, where it stands, and the text in which the words were. */
export const TicketFound = ({ page, ticket, marker }: TicketFoundProps) => {
  const say = ticketTexts(page.language);
  const text = textOf(ticket, marker);
  return (
    <li class="relative px-4 py-3 focus-within:bg-base-200 hover:bg-base-200">
      <p class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span class="min-w-0 flex-1 basis-64">
          <span class="mr-2 text-secondary tabular-nums">{ticket.number}</span>
          <a
            href={`/desk/tickets/${ticket.id}`}
            dir="auto"
            class="rounded-field font-medium underline-offset-2 after:absolute after:inset-0 hover:underline"
          >
            <Pieces pieces={marked(ticket.subject.normalize('NFC'), marker)} />
          </a>
        </span>
        <span class="flex items-center gap-2 text-sm">
          <span class={ticket.closed_at ? 'text-secondary' : ''}>{say(`state.${ticket.state}`)}</span>
          <PriorityBadge priority={ticket.priority} language={page.language} />
        </span>
      </p>
      <p class="text-sm text-secondary">
        {ticket.organisation} · {ticket.site} · {ticket.reporter} ·{' '}
        <span class="sr-only">{searchTexts(page.language)('last_change')} </span>
        <Moment at={ticket.updated_at} page={page} />
      </p>
      {text && (
        <p class="mt-1 line-clamp-2 text-sm">
          <PlaceMark page={page} ticket={ticket} />
          <bdi>
            <Pieces pieces={excerpt(text, marker)} />
          </bdi>
        </p>
      )}
    </li>
  );
};

/** Says where the text comes from; what is internal is marked so that nobody takes it for a message. */
const PlaceMark = ({ page, ticket: { place } }: Pick<TicketFoundProps, 'page' | 'ticket'>) => {
  const say = searchTexts(page.language);
  if (place === 'note')
    return <span class="mr-1 badge badge-sm border-warning text-base-content">🔒 {say('place.note')}</span>;
  if (place === 'message') return <span class="mr-1 text-secondary">{say('place.message')}:</span>;
  return null;
};
