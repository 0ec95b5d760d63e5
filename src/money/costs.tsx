import type { InvoiceListed } from '#invoices/queries.ts';
import { ReceivedInvoices } from '#invoices/received.tsx';
import { euroWords } from '#lib/money.ts';
import { ClientQuotes } from '#quotes/panel.tsx';
import type { QuoteListed } from '#quotes/queries.ts';
import type { Span } from '#sites/contracts/spans.ts';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, Heading, Section } from '#ui/parts.tsx';
import { Moment, sayDate, sayDay } from '#ui/time.tsx';
import { type ChargeRow, chargesPage, type decisionsWaiting } from './queries.ts';
import { moneyTexts } from './texts.ts';

interface CostsProps {
  readonly page: Page;
  readonly decisions: Awaited<ReturnType<typeof decisionsWaiting>>;
  readonly sites: readonly { readonly id: string; readonly name: string; readonly spans: readonly Span[] }[];
  /** None for whoever may not read them. */
  readonly quotes: readonly QuoteListed[];
  /** Null for whoever may not see what the organisation agreed to. */
  readonly charges: {
    readonly rows: readonly ChargeRow[];
    readonly more: boolean;
    readonly offset: number;
  } | null;
  /** Likewise. */
  readonly invoices: readonly InvoiceListed[] | null;
}

/** A client's costs: what was agreed and charged, and until when each site is covered. */
export const CostsPage = (props: CostsProps) => {
  const { page, invoices } = props;
  const say = moneyTexts(page.language);
  return (
    <Layout page={page} face="portal" title={say('costs.title')}>
      <Heading title={say('costs.title')} />
      <p class="mb-5 text-secondary">{say('costs.intro')}</p>
      <Decisions {...props} />
      <ClientQuotes page={page} quotes={props.quotes} />
      <Section title={say('costs.charges')} id="charges">
        <Charges {...props} />
      </Section>
      {invoices && (
        <Section title={say('costs.invoices')} id="invoices">
          <ReceivedInvoices page={page} rows={invoices} />
        </Section>
      )}
      <Section title={say('costs.sites')} id="sites">
        <Sites {...props} />
      </Section>
    </Layout>
  );
};

/** What waits for somebody to decide, before all else; nothing where nothing waits. */
const Decisions = ({ page, decisions }: CostsProps) => {
  const say = moneyTexts(page.language);
  if (decisions.length === 0) return null;
  return (
    <Section title={say('costs.decisions')} id="decisions">
      <ul class="divide-y divide-base-300">
        {decisions.map(({ id, number, subject, feeCents, askedAt }) => (
          <li class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <span class="min-w-48 flex-1">
              <span class="block font-medium">{subject}</span>
              <span class="text-secondary">
                {say('costs.research', { number, fee: euroWords(feeCents, page.language) })} ·{' '}
                <Moment at={askedAt} page={page} />
              </span>
            </span>
            <a href={`/tickets/${id}/decision`} class="btn btn-primary">
              {say('costs.decide')}
              <span class="sr-only"> {say('costs.ticket', { number })}</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Charges = ({ page, charges }: CostsProps) => {
  const say = moneyTexts(page.language);
  if (!charges) return <p class="text-secondary">{say('costs.charges_hidden')}</p>;
  const { rows, more, offset } = charges;
  if (rows.length === 0) return <Empty>{say('costs.charges_empty')}</Empty>;
  return (
    <>
      <ul class="divide-y divide-base-300">
        {rows.map((row) => (
          <Charge page={page} row={row} />
        ))}
      </ul>
      <p class="mt-3 flex gap-2">
        {offset > 0 && (
          <a href="/costs" class="btn btn-sm">
            {say('costs.newest')}
          </a>
        )}
        {more && (
          <a href={`/costs?from=${offset + chargesPage}`} class="btn btn-sm">
            {say('costs.older')}
          </a>
        )}
      </p>
    </>
  );
};

const Charge = ({ page, row }: { page: Page; row: ChargeRow }) => {
  const say = moneyTexts(page.language);
  const returned = row.state === 'credited' || row.state === 'waived';
  return (
    <li class="py-3">
      <div class="flex flex-wrap items-baseline justify-between gap-x-4">
        <span class="font-medium">{row.description}</span>
        <span class={`tabular-nums ${returned ? 'line-through' : 'font-medium'}`}>
          {euroWords(row.amountCents, page.language)}
        </span>
      </div>
      <div class="flex flex-wrap gap-x-4 text-secondary">
        <span>{say(`costs.state.${row.state}`)}</span>
        <span>{say('costs.agreed_by', { name: row.name, day: sayDay(row.acceptedAt, page) })}</span>
        {row.ticketId && (
          <a href={`/tickets/${row.ticketId}`} class="text-primary underline underline-offset-2">
            {say('costs.ticket', { number: row.number ?? 0 })}
          </a>
        )}
      </div>
      {row.reason && <p>{row.reason}</p>}
    </li>
  );
};

const Sites = ({ page, sites }: CostsProps) => {
  const say = moneyTexts(page.language);
  const known = sites.filter(({ spans }) => spans.length > 0);
  if (known.length === 0) return <Empty>{say('costs.sites_empty')}</Empty>;
  return (
    <ul class="grid gap-3">
      {known.map(({ name, spans }) => (
        <li>
          <h3 class="font-medium">{name}</h3>
          <ul>
            {spans.toSorted(latestFirst).map((span) => (
              <li class={span.state === 'past' ? 'text-secondary' : undefined}>
                <span aria-hidden="true" class={span.state === 'now' ? 'text-success' : 'text-secondary'}>
                  {span.state === 'now' ? '✓ ' : '· '}
                </span>
                {spanSentence(span, page)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
};

const latestFirst = (a: Span, b: Span) => (b.to ?? '9999').localeCompare(a.to ?? '9999');

/** «Garantie op de webshop tot en met 14 januari 2027», «Hosting sinds 1 januari 2025». */
function spanSentence({ label: what, from, to, state }: Span, page: Page): string {
  const say = moneyTexts(page.language);
  if (state === 'past' && to) return say('costs.ended', { what, day: sayDate(to, page) });
  if (state === 'future') return say('costs.from', { what, day: sayDate(from, page) });
  if (to) return say('costs.until', { what, day: sayDate(to, page) });
  return say('costs.since', { what, day: sayDate(from, page) });
}
