import { totalsOf } from '#costs/vat.ts';
import { euroWords } from '#lib/money.ts';
import { Form, MendNotice, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, FormFoot, Heading, Section } from '#ui/parts.tsx';
import type { creditCharges } from '../drafts.ts';
import type { InvoiceShown } from '../queries.ts';
import { invoicesTexts } from '../texts.ts';
import { chargeFacts } from './draft.tsx';

interface Props {
  readonly page: Page;
  readonly once: string;
  readonly typed: Typed;
  readonly invoice: InvoiceShown;
  readonly charges: Awaited<ReturnType<typeof creditCharges>>;
  readonly email: string;
}

/** What is given back of an invoice, for a manager to check. */
export const CreditDraftPage = ({ page, once, typed, invoice, charges, email }: Props) => {
  const say = invoicesTexts(page.language);
  const euro = (cents: number) => euroWords(cents, page.language);
  const title = say('draft.credit_title', { number: invoice.number });
  const back = { href: '/desk/money/invoices', label: say('draft.back') };
  const { grossCents } = totalsOf(charges.map((each) => ({ ...each, vat: each.invoicedVat })));
  return (
    <Layout page={page} face="desk" title={title}>
      <Heading title={title} />
      <MendNotice typed={typed} language={page.language} />
      {charges.length === 0 ? (
        <Empty>
          <p class="mb-3">{say('draft.gone')}</p>
          <a class="btn btn-primary" href={back.href}>
            {back.label}
          </a>
        </Empty>
      ) : (
        <>
          <p class="mb-5 text-secondary">{say('draft.credit_intro')}</p>
          <Section title={say('draft.credited')}>
            <ul class="divide-y divide-base-300">
              {charges.map((charge) => (
                <li class="py-2">
                  <div class="flex flex-wrap justify-between gap-x-4">
                    <span class="font-medium">{charge.description}</span>
                    <span class="tabular-nums">{euro(charge.amountCents)}</span>
                  </div>
                  <p class="text-sm text-secondary">{chargeFacts(charge, page)}</p>
                  {charge.reason && <p>{say('draft.why', { reason: charge.reason })}</p>}
                </li>
              ))}
            </ul>
            <p class="mt-2 mb-4 flex justify-between gap-x-4 border-t border-base-300 pt-3 font-medium">
              <span>{say('paper.gross.credit_note')}</span>
              <span class="tabular-nums">{euro(grossCents)}</span>
            </p>
            <p class="mb-4">{say('draft.credit_to', { email })}</p>
            <Form action={`/desk/money/invoices/credits/${invoice.id}`} once={once}>
              <input type="hidden" name="shown" value={charges.map(({ id }) => id).join(' ')} />
              <FormFoot label={say('draft.credit_issue')} back={back} />
            </Form>
          </Section>
        </>
      )}
    </Layout>
  );
};
