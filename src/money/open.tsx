import type { Child } from 'hono/jsx';
import { euroWords } from '#lib/money.ts';
import type { Page } from '#ui/page.ts';
import { Empty, Section } from '#ui/parts.tsx';
import type { notInvoiced } from './queries.ts';
import { moneyTexts } from './texts.ts';

export type NotInvoiced = Awaited<ReturnType<typeof notInvoiced>>;

/** What clients agreed to and have not been invoiced for: each client with what is agreed and what is done. */
export const Open = ({ page, open }: { page: Page; open: NotInvoiced }) => {
  const say = moneyTexts(page.language);
  const euro = (cents: number) => euroWords(cents, page.language);
  const sum = (of: 'agreedCents' | 'doneCents') => open.reduce((total, each) => total + each[of], 0);
  return (
    <Section title={say('open.title')} id="open">
      <p class="mb-3 text-secondary">{say('open.hint')}</p>
      {open.length === 0 && <Empty>{say('open.empty')}</Empty>}
      {open.length > 0 && (
        <table class="table table-sm sm:table-md [&_td]:px-1 [&_th]:px-1 sm:[&_td]:px-4 sm:[&_th]:px-4">
          <thead>
            <tr>
              <th scope="col">{say('open.customer')}</th>
              <Amount head>{say('open.agreed')}</Amount>
              <Amount head>{say('open.done')}</Amount>
            </tr>
          </thead>
          <tbody>
            {open.map(({ id, name, agreedCents, doneCents }) => (
              <tr>
                <th scope="row" class="font-normal">
                  <a
                    href={`/desk/organisations/${id}/charges`}
                    class="text-primary underline underline-offset-2"
                  >
                    {name}
                  </a>
                </th>
                <Amount>{euro(agreedCents)}</Amount>
                <Amount>{euro(doneCents)}</Amount>
              </tr>
            ))}
          </tbody>
          <tfoot class="text-base text-base-content">
            <tr>
              <th scope="row">{say('open.total')}</th>
              <Amount>{euro(sum('agreedCents'))}</Amount>
              <Amount>{euro(sum('doneCents'))}</Amount>
            </tr>
          </tfoot>
        </table>
      )}
    </Section>
  );
};

const Amount = ({ head, children }: { head?: boolean; children?: Child }) =>
  head ? (
    <th scope="col" class="text-right whitespace-normal">
      {children}
    </th>
  ) : (
    <td class="text-right tabular-nums">{children}</td>
  );
