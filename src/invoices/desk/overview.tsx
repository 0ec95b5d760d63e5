import { euroWords } from '#lib/money.ts';
import { MendNotice, TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, Heading, Row, Rows, Section } from '#ui/parts.tsx';
import { sayDate } from '#ui/time.tsx';
import type { creditsOf, draftsOf } from '../drafts.ts';
import { daysOf, monthAfter, monthBefore, monthWords } from '../month.ts';
import { type InvoiceListed, pageSize } from '../queries.ts';
import { invoicesTexts } from '../texts.ts';

interface Props {
  readonly page: Page;
  readonly month: string;
  /** The month of today. */
  readonly now: string;
  readonly drafts: Awaited<ReturnType<typeof draftsOf>>;
  readonly credits: Awaited<ReturnType<typeof creditsOf>>;
  readonly listed: readonly InvoiceListed[];
  readonly more: boolean;
  readonly offset: number;
  readonly typed: Typed;
  /** Whether a period was asked for that is none. */
  readonly asked: boolean;
}

const root = '/desk/money/invoices';

/** What waits for an invoice in a month, what has to be given back, and what was issued. */
export const InvoicesPage = (props: Props) => {
  const { page, month, now, credits } = props;
  const say = invoicesTexts(page.language);
  const title = say('of_month', { month: monthWords(month, page.language) });
  return (
    <Layout page={page} face="desk" title={title}>
      <Heading title={title}>
        <a class="btn" href={`${root}?month=${monthBefore(month)}`}>
          {say('earlier')}
        </a>
        {month < now && (
          <a class="btn" href={`${root}?month=${monthAfter(month)}`}>
            {say('later')}
          </a>
        )}
      </Heading>
      <Drafts {...props} />
      {credits.length > 0 && (
        <Section title={say('credits.title')} id="credits">
          <p class="mb-3 text-secondary">{say('credits.hint')}</p>
          <Rows label={say('credits.title')}>
            {credits.map((each) => (
              <Row href={`${root}/credits/${each.id}`} name={each.name}>
                <span>{say('credits.of', { number: each.number })}</span>
                <span class="tabular-nums">{euroWords(each.netCents, page.language)}</span>
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      <Issued {...props} />
      <Export {...props} />
    </Layout>
  );
};

const Drafts = ({ page, month, drafts }: Props) => {
  const say = invoicesTexts(page.language);
  const words = monthWords(month, page.language);
  return (
    <Section title={say('drafts.title')} id="drafts">
      <p class="mb-3 text-secondary">{say('drafts.hint', { month: words })}</p>
      {drafts.length === 0 && <Empty>{say('drafts.empty', { month: words })}</Empty>}
      {drafts.length > 0 && (
        <Rows label={say('drafts.title')}>
          {drafts.map(({ id, name, charges, netCents }) => (
            <Row href={`${root}/drafts/${id}?month=${month}`} name={name}>
              <span>{say('drafts.count', { count: charges })}</span>
              <span class="tabular-nums">{euroWords(netCents, page.language)}</span>
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
};

const Issued = ({ page, month, listed, more, offset }: Props) => {
  const say = invoicesTexts(page.language);
  const at = (from: number) => `${root}?month=${month}&from_row=${from}#issued`;
  return (
    <Section title={say('issued.title')} id="issued">
      {listed.length === 0 && <Empty>{say('issued.empty')}</Empty>}
      {listed.length > 0 && (
        <Rows label={say('issued.title')}>
          {listed.map((each) => (
            <Row
              href={`${root}/${each.id}`}
              name={each.number}
              mark={each.kind === 'credit_note' ? say('kind.credit_note') : undefined}
            >
              <span>{each.organisation}</span>
              <span>{sayDate(each.issuedOn, page)}</span>
              <span class="tabular-nums">
                {euroWords(each.kind === 'credit_note' ? -each.grossCents : each.grossCents, page.language)}
              </span>
            </Row>
          ))}
        </Rows>
      )}
      <p class="mt-3 flex flex-wrap gap-2">
        {offset > 0 && (
          <a class="btn btn-sm" href={at(0)}>
            {say('issued.newest')}
          </a>
        )}
        {more && (
          <a class="btn btn-sm" href={at(offset + pageSize)}>
            {say('issued.older')}
          </a>
        )}
      </p>
    </Section>
  );
};

const Export = ({ page, month, typed, asked }: Props) => {
  const say = invoicesTexts(page.language);
  const common = { language: page.language, typed: asked ? typed : { values: {}, errors: {} } };
  const days = daysOf(month);
  return (
    <Section title={say('export.title')} id="bookkeeping">
      <p class="mb-3 text-secondary">{say('export.hint')}</p>
      <MendNotice {...common} />
      <form method="get" action={`${root}/bookkeeping.csv`} data-turbo="false" novalidate>
        <div class="grid gap-x-4 sm:grid-cols-2">
          <TextField {...common} name="from" type="date" label={say('export.from')} value={days.from} />
          <TextField {...common} name="to" type="date" label={say('export.to')} value={days.to} />
        </div>
        <button type="submit" class="btn">
          {say('export.download')}
        </button>
      </form>
    </Section>
  );
};
