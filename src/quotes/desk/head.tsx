import type { Page } from '#ui/page.ts';
import { sayDate } from '#ui/time.tsx';
import { type Quote, standingOf } from '../quote.ts';
import { quoteName } from '../shown.ts';
import { quotesTexts } from '../texts.ts';

/** What a quote is, for whom, and how it stands. */
export const QuoteHead = ({ page, quote }: { page: Page; quote: Quote }) => {
  const say = quotesTexts(page.language);
  return (
    <p class="mb-4 flex flex-wrap gap-x-4 gap-y-1">
      <strong class="font-semibold">{quoteName(quote, page.language)}</strong>
      <span class="badge badge-outline self-center">{say(`state.${standingOf(quote, page.now)}`)}</span>
      <a
        href={`/desk/organisations/${quote.organisationId}`}
        class="text-primary underline underline-offset-2"
      >
        {quote.organisation}
      </a>
      {quote.ticketId && (
        <a href={`/desk/tickets/${quote.ticketId}`} class="text-primary underline underline-offset-2">
          {say('desk.ticket', { number: quote.ticketNumber ?? '' })}: {quote.ticketSubject}
        </a>
      )}
      {quote.state !== 'draft' && (
        <span class="text-secondary">{say('desk.valid', { day: sayDate(quote.validUntil, page) })}</span>
      )}
    </p>
  );
};
