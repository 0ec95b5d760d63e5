import type { QuoteState } from '#db/types.ts';
import { euroWords } from '#lib/money.ts';
import { Form, MendNotice, SelectField, TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, FormFoot, Heading, Row, Rows, Section } from '#ui/parts.tsx';
import { sayDate } from '#ui/time.tsx';
import { uiTexts } from '#ui/ui.ts';
import { totalsWith } from '../amounts.ts';
import { type QuoteListed, type quoteSums, quotesPage } from '../queries.ts';
import { standingOf } from '../quote.ts';
import { quoteName } from '../shown.ts';
import { quotesTexts } from '../texts.ts';

/** The states by which the list can be narrowed. */
export const listedStates = [
  'draft',
  'sent',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
] as const satisfies readonly QuoteState[];

interface ListProps {
  readonly page: Page;
  readonly state: QuoteState | null;
  readonly offset: number;
  readonly listed: readonly QuoteListed[];
  readonly sums: Awaited<ReturnType<typeof quoteSums>>;
}

/** All quotes by when they were sent, with what each state comes to. */
export const QuotesPage = ({ page, state, offset, listed, sums }: ListProps) => {
  const say = quotesTexts(page.language);
  const query = (from: number) => `?${state ? `state=${state}&` : ''}from=${from}`;
  const any = sums.some(({ count }) => count > 0);
  return (
    <Layout page={page} face="desk" title={say('desk.title')}>
      <Heading title={say('desk.title')}>
        <a class="btn btn-primary" href="/desk/quotes/new">
          {say('desk.new')}
        </a>
      </Heading>
      {any && <States page={page} state={state} sums={sums} />}
      {listed.length === 0 && <Empty>{say(any ? 'desk.found_none' : 'desk.empty')}</Empty>}
      {listed.length > 0 && (
        <Rows label={say('desk.title')}>
          {listed.slice(0, quotesPage).map((quote) => (
            <QuoteRow page={page} quote={quote} face="/desk" />
          ))}
        </Rows>
      )}
      <p class="mt-3 flex gap-2">
        {offset > 0 && (
          <a class="btn btn-sm" href={query(0)}>
            {say('desk.newest')}
          </a>
        )}
        {listed.length > quotesPage && (
          <a class="btn btn-sm" href={query(offset + quotesPage)}>
            {say('desk.older')}
          </a>
        )}
      </p>
    </Layout>
  );
};

/** The way to the quotes of each state, with how many there are and what they come to. */
const States = ({ page, state, sums }: Pick<ListProps, 'page' | 'state' | 'sums'>) => {
  const say = quotesTexts(page.language);
  const look = (current: boolean) =>
    `rounded-box border bg-base-100 p-3 no-underline ${current ? 'border-2 border-primary' : 'border-base-300'}`;
  return (
    <nav aria-label={say('desk.title')} class="mb-5 grid grid-cols-2 gap-2 sm:grid-cols-4">
      <a href="/desk/quotes" class={look(state === null)} aria-current={state === null ? 'page' : undefined}>
        <span class="font-medium">{say('desk.all')}</span>
      </a>
      {listedStates.map((each) => {
        const sum = sums.find((found) => found.state === each);
        return (
          <a
            href={`/desk/quotes?state=${each}`}
            class={look(state === each)}
            aria-current={state === each ? 'page' : undefined}
          >
            <span class="font-medium">{say(`state.${each}`)}</span>{' '}
            <span class="text-secondary">{sum?.count ?? 0}</span>
            <span class="block text-sm tabular-nums">{euroWords(sum?.cents ?? 0, page.language)}</span>
          </a>
        );
      })}
    </nav>
  );
};

/** One quote in a list. */
const QuoteRow = ({ page, quote, face }: { page: Page; quote: QuoteListed; face: '/desk' | '' }) => {
  const say = quotesTexts(page.language);
  const cents = quote.agreedCents ?? totalsWith(quote.lines, []).netCents;
  return (
    <Row
      href={`${face}/quotes/${quote.id}`}
      name={`${quoteName(quote, page.language)}: ${quote.title}`}
      mark={say(`state.${standingOf(quote, page.now)}`)}
    >
      <span>{quote.organisation}</span>
      <span class="tabular-nums">{euroWords(cents, page.language)}</span>
      {quote.state === 'sent' && <span>{say('desk.valid', { day: sayDate(quote.validUntil, page) })}</span>}
      {quote.ticketNumber && <span>{say('desk.ticket', { number: quote.ticketNumber })}</span>}
    </Row>
  );
};

interface NewProps {
  readonly page: Page;
  readonly typed: Typed;
  readonly once: string;
  readonly organisation: string;
  readonly title: string;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

/** Begins a quote that stands alone. */
export const NewQuotePage = ({ page, typed, once, organisation, title, organisations }: NewProps) => {
  const say = quotesTexts(page.language);
  const common = { language: page.language, typed };
  return (
    <Layout page={page} face="desk" title={say('desk.new')}>
      <Heading title={say('desk.new')} />
      <p class="mb-4 text-secondary">{say('desk.new_intro')}</p>
      <MendNotice typed={typed} language={page.language} />
      <Section>
        <Form action="/desk/quotes" once={once}>
          <SelectField
            {...common}
            name="organisationId"
            label={say('desk.organisation')}
            value={organisation}
            empty={uiTexts(page.language)('form.choose')}
            choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField
            {...common}
            name="title"
            label={say('desk.title_field')}
            value={title}
            autocomplete="off"
          />
          <FormFoot
            label={say('desk.create')}
            back={{ href: '/desk/quotes', label: uiTexts(page.language)('form.cancel') }}
          />
        </Form>
      </Section>
    </Layout>
  );
};
