import { euroWords } from '#lib/money.ts';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Facts, Heading, Section } from '#ui/parts.tsx';
import { sayDate } from '#ui/time.tsx';
import { type InvoiceLine, totalsOfDocument } from '../document.ts';
import type { InvoiceShown } from '../queries.ts';
import { FileLinks } from '../received.tsx';
import { invoicesTexts } from '../texts.ts';

interface Props {
  readonly page: Page;
  readonly invoice: InvoiceShown;
  readonly creditNotes: readonly { readonly id: string; readonly number: string }[];
}

/** An issued document: what stands on it, where it went, and its files. */
export const InvoicePage = ({ page, invoice, creditNotes }: Props) => {
  const say = invoicesTexts(page.language);
  const title = say(`paper.${invoice.kind}`, { number: invoice.number });
  return (
    <Layout page={page} face="desk" title={title}>
      <Heading title={title} />
      <Section>
        <Standing page={page} invoice={invoice} creditNotes={creditNotes} />
      </Section>
      <Section title={say('invoice.lines')}>
        <Lines page={page} lines={invoice.document.lines} />
      </Section>
      <Section title={say('invoice.files')}>
        <p class="mb-2 text-secondary">{say('invoice.files_hint')}</p>
        <FileLinks page={page} at={`/desk/money/invoices/${invoice.id}`} about={invoice.number} />
      </Section>
      {invoice.kind === 'invoice' && <p class="text-secondary">{say('invoice.fixed')}</p>}
    </Layout>
  );
};

const Link = ({ href, label }: { href: string; label: string }) => (
  <a href={href} class="mr-3 text-primary underline underline-offset-2">
    {label}
  </a>
);

const Standing = ({ page, invoice, creditNotes }: Props) => {
  const say = invoicesTexts(page.language);
  const euro = (cents: number) => euroWords(cents, page.language);
  const { document } = invoice;
  const { netCents, vatCents, grossCents } = totalsOfDocument(document);
  const reference = [document.buyerReference, document.orderReference].filter(Boolean).join(' · ');
  const at = (id: string) => `/desk/money/invoices/${id}`;
  const day = sayDate(invoice.issuedOn, page);
  return (
    <Facts
      facts={[
        [
          say('invoice.to'),
          <Link
            href={`/desk/organisations/${invoice.organisationId}/charges`}
            label={invoice.organisation}
          />,
        ],
        [say('invoice.issued'), say('invoice.issued_by', { day, name: invoice.issuer })],
        ...(invoice.dueOn ? ([[say('invoice.due'), sayDate(invoice.dueOn, page)]] as const) : []),
        [say('invoice.net'), euro(netCents)],
        [say('invoice.vat'), euro(vatCents)],
        [say('invoice.amount'), <strong>{euro(grossCents)}</strong>],
        ...(reference ? ([[say('invoice.reference'), reference]] as const) : []),
        ...(invoice.creditsId && document.credits
          ? ([
              [
                say('invoice.credits'),
                <Link
                  href={at(invoice.creditsId)}
                  label={say('paper.invoice', { number: document.credits.number })}
                />,
              ],
            ] as const)
          : []),
        ...(creditNotes.length > 0
          ? ([
              [
                say('invoice.credited_by'),
                creditNotes.map(({ id, number }) => (
                  <Link href={at(id)} label={say('paper.credit_note', { number })} />
                )),
              ],
            ] as const)
          : []),
        ...(invoice.mailId && invoice.mailState
          ? ([
              [
                say('invoice.mail'),
                <>
                  <Link href={`/desk/mail/${invoice.mailId}`} label={document.buyer.email} />
                  <span class="whitespace-nowrap">{say(`invoice.mail_state.${invoice.mailState}`)}</span>
                </>,
              ],
            ] as const)
          : []),
      ]}
    />
  );
};

const Lines = ({ page, lines }: { page: Page; lines: readonly InvoiceLine[] }) => {
  const say = invoicesTexts(page.language);
  return (
    <ul class="divide-y divide-base-300">
      {lines.map((line) => (
        <li class="py-2">
          <div class="flex flex-wrap justify-between gap-x-4">
            <span class="font-medium">{line.description}</span>
            <span class="tabular-nums">{euroWords(line.amountCents, page.language)}</span>
          </div>
          <p class="text-sm text-secondary">
            {[
              line.ticketNumber === null ? '' : say('draft.ticket', { number: line.ticketNumber }),
              say('draft.done', { day: sayDate(line.deliveredOn, page) }),
              say('draft.agreed', { name: line.agreedBy, day: sayDate(line.agreedOn, page) }),
              say(`rate.${line.vat}`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
};
