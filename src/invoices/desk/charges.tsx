import type { ChargeState } from '#db/types.ts';
import { euroWords } from '#lib/money.ts';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, Facts, Heading, Section } from '#ui/parts.tsx';
import { sayDay } from '#ui/time.tsx';
import { type ChargeShown, pageSize, type sumsOf } from '../queries.ts';
import { invoicesTexts } from '../texts.ts';

interface Props {
  readonly page: Page;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly sums: Awaited<ReturnType<typeof sumsOf>>;
  readonly rows: readonly ChargeShown[];
  readonly more: boolean;
  readonly offset: number;
  /** May waive, and look at invoices. */
  readonly mayManage: boolean;
}

const states = ['agreed', 'done', 'invoiced', 'credited', 'waived'] as const satisfies ChargeState[];

/** All that a client agreed to, with where each stands. */
export const ChargesPage = (props: Props) => {
  const { page, organisation, sums, rows, more, offset, mayManage } = props;
  const say = invoicesTexts(page.language);
  const title = say('charges.title', { name: organisation.name });
  const at = `/desk/organisations/${organisation.id}`;
  const known = states.flatMap((state) => sums.filter((each) => each.state === state));
  return (
    <Layout page={page} face="desk" title={title}>
      <Heading title={title}>
        {mayManage && (
          <a class="btn" href={`${at}/billing`}>
            {say('billing.link')}
          </a>
        )}
        <a class="btn" href={at}>
          {organisation.name}
        </a>
      </Heading>
      <p class="mb-5 text-secondary">{say('charges.intro')}</p>
      {rows.length === 0 && <Empty>{say('charges.empty')}</Empty>}
      {rows.length > 0 && (
        <>
          <Section>
            <Facts
              facts={known.map(({ state, cents }) => [
                say(`charges.state.${state}`),
                <span class="tabular-nums">{euroWords(cents, page.language)}</span>,
              ])}
            />
          </Section>
          <Section>
            <ul class="divide-y divide-base-300">
              {rows.map((row) => (
                <Charge page={page} row={row} mayManage={mayManage} />
              ))}
            </ul>
          </Section>
        </>
      )}
      <p class="flex flex-wrap gap-2">
        {offset > 0 && (
          <a class="btn btn-sm" href={`${at}/charges`}>
            {say('charges.newest')}
          </a>
        )}
        {more && (
          <a class="btn btn-sm" href={`${at}/charges?from=${offset + pageSize}`}>
            {say('charges.older')}
          </a>
        )}
      </p>
    </Layout>
  );
};

const link = 'text-primary underline underline-offset-2';

const Charge = ({ page, row, mayManage }: { page: Page; row: ChargeShown; mayManage: boolean }) => {
  const say = invoicesTexts(page.language);
  const open = row.state === 'agreed' || row.state === 'done';
  const number = row.invoiceNumber && say('charges.on_invoice', { number: row.invoiceNumber });
  return (
    <li class="py-3">
      <div class="flex flex-wrap items-baseline justify-between gap-x-4">
        <span class="font-medium">{row.description}</span>
        <span class="font-medium tabular-nums">{euroWords(row.amountCents, page.language)}</span>
      </div>
      <div class="flex flex-wrap items-baseline gap-x-4 text-secondary">
        <span class="badge badge-outline badge-sm">{say(`charges.state.${row.state}`)}</span>
        <span>{say('draft.agreed', { name: row.agreedBy, day: sayDay(row.agreedAt, page) })}</span>
        {row.ticketId && (
          <a href={`/desk/tickets/${row.ticketId}`} class={link}>
            {say('draft.ticket', { number: row.ticketNumber ?? 0 })}
          </a>
        )}
        {number && !mayManage && <span>{number}</span>}
        {number && mayManage && (
          <a href={`/desk/money/invoices/${row.invoiceId}`} class={link}>
            {number}
          </a>
        )}
        {open && mayManage && (
          <a href={`/desk/money/charges/${row.id}/waiver`} class={link}>
            {say('charges.waive')}
            <span class="sr-only"> {row.description}</span>
          </a>
        )}
      </div>
      {row.reason && <p>{row.reason}</p>}
    </li>
  );
};
