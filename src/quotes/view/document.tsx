import type { Child } from 'hono/jsx';
import { euroWords } from '#lib/money.ts';
import type { Page } from '#ui/page.ts';
import { Section } from '#ui/parts.tsx';
import { sayDate } from '#ui/time.tsx';
import { type PlacedLine, totalsWith } from '../amounts.ts';
import type { Quote } from '../quote.ts';
import { quantityWords } from '../shown.ts';
import { quotesTexts } from '../texts.ts';

interface DocumentProps {
  readonly page: Page;
  readonly quote: Quote;
  readonly ticks: readonly number[];
  /** What stands around the lines: a form in which the reader ticks. */
  readonly choosing?: { readonly action: string } | null;
}

/** The content of a quote as both sides read it: introduction, lines, totals, what is planned, terms. */
export const QuoteDocument = (props: DocumentProps) => {
  const { page, quote } = props;
  const say = quotesTexts(page.language);
  return (
    <>
      <Section>
        {quote.introduction && <p class="mb-4 whitespace-pre-line">{quote.introduction}</p>}
        <Choosing {...props}>
          <Lines {...props} />
        </Choosing>
        <TotalsList page={page} quote={quote} ticks={props.ticks} />
        {quote.plannedOn && quote.state === 'sent' && (
          <p class="mt-3">{say('planned', { day: sayDate(quote.plannedOn, page) })}</p>
        )}
      </Section>
      <Section title={say('conditions')} id="conditions">
        <p class="whitespace-pre-line">{quote.conditions}</p>
        <p class="mt-3 text-secondary">{say('valid', { day: sayDate(quote.validUntil, page) })}</p>
      </Section>
    </>
  );
};

const Choosing = ({ page, choosing, children }: DocumentProps & { children?: Child }) => {
  if (!choosing) return <>{children}</>;
  const say = quotesTexts(page.language);
  return (
    <form method="post" action={choosing.action}>
      <p class="mb-2 text-secondary">{say('portal.options_hint')}</p>
      {children}
      <button type="submit" class="btn mt-3 mb-4">
        {say('portal.recalculate')}
      </button>
    </form>
  );
};

const Lines = ({ page, quote, ticks, choosing }: DocumentProps) => (
  <ul class="divide-y divide-base-300 border-y border-base-300">
    {quote.lines.map((line) => (
      <li class="py-3">
        {line.optional && choosing ? (
          <label class="flex cursor-pointer gap-3">
            <input
              type="checkbox"
              class="checkbox checkbox-primary mt-0.5"
              name="ticks"
              value={String(line.position)}
              checked={ticks.includes(line.position)}
            />
            <LineWords page={page} line={line} counts={ticks.includes(line.position)} />
          </label>
        ) : (
          <LineWords
            page={page}
            line={line}
            counts={!line.optional || ticks.includes(line.position)}
            decided={quote.state === 'accepted'}
          />
        )}
      </li>
    ))}
  </ul>
);

interface LineProps {
  readonly page: Page;
  readonly line: PlacedLine;
  /** Whether it is part of the total. */
  readonly counts: boolean;
  /** The client has chosen, once and for all. */
  readonly decided?: boolean;
}

const LineWords = ({ page, line, counts, decided = false }: LineProps) => {
  const say = quotesTexts(page.language);
  return (
    <span class="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
      <span class="min-w-0 flex-1 basis-48">
        <span class="font-medium wrap-anywhere">{line.description}</span>
        {line.optional && (
          <span class="badge badge-outline badge-sm ml-2">
            {say(!decided ? 'optional' : counts ? 'chosen' : 'not_chosen')}
          </span>
        )}
        <span class="block text-sm text-secondary">
          {quantityWords(line, page.language)} · {say(`vat.${line.vat}`)}
        </span>
      </span>
      <span class={`tabular-nums ${counts ? '' : 'text-secondary'}`}>
        {counts ? '' : '('}
        {euroWords(line.amountCents, page.language)}
        {counts ? '' : ')'}
      </span>
    </span>
  );
};

interface TotalsProps {
  readonly page: Page;
  readonly quote: Pick<Quote, 'lines'>;
  readonly ticks: readonly number[];
}

/** What it comes to: without VAT, each rate, and with VAT. */
export const TotalsList = ({ page, quote, ticks }: TotalsProps) => {
  const say = quotesTexts(page.language);
  const totals = totalsWith(quote.lines, ticks);
  const euro = (cents: number) => euroWords(cents, page.language);
  const rows: [string, number][] = [
    [say('net'), totals.netCents],
    ...totals.perRate.map(({ vat, vatCents }): [string, number] => [say(`vat.${vat}`), vatCents]),
  ];
  return (
    <dl class="mt-3 ml-auto grid max-w-sm grid-cols-[1fr_auto] gap-x-6 gap-y-1" id="totals">
      {rows.map(([name, cents]) => (
        <>
          <dt class="text-secondary">{name}</dt>
          <dd class="text-right tabular-nums">{euro(cents)}</dd>
        </>
      ))}
      <dt class="font-semibold">{say('gross')}</dt>
      <dd class="text-right text-lg font-semibold tabular-nums">{euro(totals.grossCents)}</dd>
    </dl>
  );
};
