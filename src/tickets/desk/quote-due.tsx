import { TicketQuoteAct } from '#quotes/panel.tsx';
import { agreedAsk } from '../research/facts.ts';
import { ticketTexts } from '../texts.ts';
import { type ActProps, pathOf } from './act-form.tsx';
import type { TicketView } from './load.ts';

/** Whether the client has to agree to a quote before the work goes on, and has not yet. */
export const isQuoteDue = ({ ticket, costs, research, quotes }: TicketView): boolean =>
  ticket.state === 'picked_up' &&
  !quotes.some(({ state }) => state === 'accepted') &&
  (costs.verdict.next === 'quote' || (ticket.at_hand === false && agreedAsk(research.asks) !== null));

/** The next act where more work is needed: the draft that is there, or a new one. */
export const QuoteDue = ({ view }: ActProps) => {
  const { page, quotes } = view;
  return (
    <>
      <p class="mb-3 text-secondary">{ticketTexts(page.language)('desk.act.to_quote')}</p>
      <TicketQuoteAct page={page} quotes={quotes} path={pathOf(view)} once={view.newId()} />
    </>
  );
};
