import { euroWords, hundredthsField } from '#lib/money.ts';
import type { Page } from '#ui/page.ts';
import { Act, Row, Rows, Section } from '#ui/parts.tsx';
import { sayDate } from '#ui/time.tsx';
import { hoursOf, totalsWith } from './amounts.ts';
import type { QuoteListed } from './queries.ts';
import { standingOf } from './quote.ts';
import { quoteName } from './shown.ts';
import { quotesTexts } from './texts.ts';

interface PanelProps {
  readonly page: Page;
  readonly quotes: readonly QuoteListed[];
  readonly ticketId: string;
  /** Whether the ticket is open, so that a quote can be made for it. */
  readonly open: boolean;
  readonly once: string;
}

/** At a ticket of the desk: its quotes, the budget that was agreed to, and the way to a further quote. */
export const TicketQuotes = ({ page, quotes, ticketId, open, once }: PanelProps) => {
  const say = quotesTexts(page.language);
  const agreed = quotes.filter(({ state }) => state === 'accepted');
  return (
    <section aria-labelledby="quotes" class="rounded-box border border-base-300 bg-base-100 p-4">
      <h2 id="quotes" class="mb-2 font-semibold">
        {say('desk.panel.title')}
      </h2>
      {quotes.length === 0 && <p class="mb-3 text-secondary">{say('desk.panel.none')}</p>}
      <ul class="mb-3 grid gap-2">
        {quotes.map((quote) => (
          <li>
            <a href={`/desk/quotes/${quote.id}`} class="text-primary underline underline-offset-2">
              {quoteName(quote, page.language)}
            </a>{' '}
            <span class="text-secondary">{say(`state.${standingOf(quote, page.now)}`)}</span>
            <span class="block text-sm tabular-nums">
              {euroWords(quote.agreedCents ?? totalsWith(quote.lines, []).netCents, page.language)}
            </span>
            {quote.plannedOn && (
              <span class="block text-sm text-secondary">
                {say('desk.panel.planned', { day: sayDate(quote.plannedOn, page) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {agreed.length > 0 && <Budget page={page} agreed={agreed} />}
      {open && <Act action={`/desk/tickets/${ticketId}/quotes`} once={once} label={say('desk.panel.new')} />}
    </section>
  );
};

interface QuoteActProps extends Pick<PanelProps, 'page' | 'quotes' | 'once'> {
  /** Of the ticket at the desk. */
  readonly path: string;
}

/** What there is to do about a quote for a ticket that needs one: go on with the draft, or make one. */
export const TicketQuoteAct = ({ page, quotes, path, once }: QuoteActProps) => {
  const draft = quotes.find(({ state }) => state === 'draft');
  if (!draft)
    return (
      <Act
        action={`${path}/quotes`}
        once={once}
        label={quotesTexts(page.language)('desk.panel.new')}
        look="primary"
      />
    );
  return (
    <a href={`/desk/quotes/${draft.id}`} class="btn btn-primary">
      {quoteName(draft, page.language)}
    </a>
  );
};

/** What was agreed to altogether, with the hours in it. */
const Budget = ({ page, agreed }: { page: Page; agreed: readonly QuoteListed[] }) => {
  const say = quotesTexts(page.language);
  const amount = agreed.reduce((sum, { agreedCents }) => sum + (agreedCents ?? 0), 0);
  const hours = agreed.reduce((sum, { lines, ticks }) => sum + hoursOf(lines, ticks ?? []), 0);
  const fill = {
    amount: euroWords(amount, page.language),
    hours: hundredthsField(hours, page.language),
  };
  return (
    <>
      <p class="font-medium">{say(hours > 0 ? 'desk.panel.budget_hours' : 'desk.panel.budget', fill)}</p>
      <p class="mb-3 text-sm text-secondary">{say('desk.panel.further')}</p>
    </>
  );
};

interface ClientProps {
  readonly page: Page;
  readonly quotes: readonly QuoteListed[];
}

/** In the portal: the quotes that somebody may read, those to decide about first. */
export const ClientQuotes = ({ page, quotes }: ClientProps) => {
  const say = quotesTexts(page.language);
  if (quotes.length === 0) return null;
  const isOpen = (quote: QuoteListed) => standingOf(quote, page.now) === 'sent';
  const sorted = [...quotes.filter(isOpen), ...quotes.filter((quote) => !isOpen(quote))];
  return (
    <Section title={say('portal.title')} id="quotes">
      {quotes.some(isOpen) && <p class="mb-3">{say('desk.panel.waiting')}</p>}
      <Rows label={say('portal.title')}>
        {sorted.map((quote) => (
          <Row
            href={`/quotes/${quote.id}`}
            name={`${quoteName(quote, page.language)}: ${quote.title}`}
            mark={say(`state.${standingOf(quote, page.now)}`)}
          >
            <span class="tabular-nums">
              {euroWords(quote.agreedCents ?? totalsWith(quote.lines, []).netCents, page.language)}
            </span>
            {isOpen(quote) && <span>{say('desk.valid', { day: sayDate(quote.validUntil, page) })}</span>}
          </Row>
        ))}
      </Rows>
    </Section>
  );
};

/** In the portal at a ticket that waits for it: the way to the quote. */
export const DecideAboutQuote = ({ page, quotes }: ClientProps) => {
  const say = quotesTexts(page.language);
  return (
    <>
      {quotes
        .filter((quote) => standingOf(quote, page.now) === 'sent')
        .map((quote) => (
          <div class="mb-3">
            <p class="mb-2">
              {quoteName(quote, page.language)}: {quote.title}.{' '}
              {say('valid', { day: sayDate(quote.validUntil, page) })}
            </p>
            <a class="btn btn-primary" href={`/quotes/${quote.id}`}>
              {say('desk.panel.decide')}
            </a>
          </div>
        ))}
    </>
  );
};
