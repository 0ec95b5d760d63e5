import { totalsOf } from '#costs/vat.ts';
import { euroWords } from '#lib/money.ts';
import { ErrorLine } from '#ui/field.tsx';
import { Form, MendNotice, TextField, Tick, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, FormFoot, Heading, Section } from '#ui/parts.tsx';
import { sayDay } from '#ui/time.tsx';
import type { OrganisationBilling } from '../billing.ts';
import { vatOnInvoice } from '../document.ts';
import type { DraftCharge } from '../drafts.ts';
import type { Missing } from '../missing.ts';
import { invoicesTexts } from '../texts.ts';
import { MissingNotice } from './missing.tsx';

interface Props {
  readonly page: Page;
  readonly once: string;
  readonly typed: Typed;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly month: string;
  readonly charges: readonly DraftCharge[];
  /** The charges that were left out on the page before. */
  readonly left: ReadonlySet<string>;
  readonly missing: readonly Missing[];
  readonly billing: OrganisationBilling;
  readonly termDays: number;
}

/** What goes on the next invoice to a client, for a manager to check. */
export const DraftPage = (props: Props) => {
  const { page, typed, organisation, month, charges, missing } = props;
  const say = invoicesTexts(page.language);
  const title = say('draft.title', { name: organisation.name });
  const back = `/desk/money/invoices?month=${month}`;
  return (
    <Layout page={page} face="desk" title={title}>
      <Heading title={title}>
        <a class="btn" href={`/desk/organisations/${organisation.id}/billing`}>
          {say('billing.link')}
        </a>
      </Heading>
      <MendNotice typed={typed} language={page.language} />
      {charges.length === 0 ? (
        <Empty>
          <p class="mb-3">{say('draft.gone')}</p>
          <a class="btn btn-primary" href={back}>
            {say('draft.back')}
          </a>
        </Empty>
      ) : (
        <>
          <MissingNotice page={page} missing={missing} organisation={organisation} />
          <p class="mb-5 text-secondary">{say('draft.intro')}</p>
          <DraftForm {...props} back={back} />
        </>
      )}
    </Layout>
  );
};

const DraftForm = (props: Props & { back: string }) => {
  const { page, once, typed, organisation, month, charges, left, missing, billing, termDays, back } = props;
  const say = invoicesTexts(page.language);
  const common = { language: page.language, typed };
  const euro = (cents: number) => euroWords(cents, page.language);
  const { netCents, grossCents } = totalsOf(
    charges.map(({ amountCents, vat }) => ({ amountCents, vat: vatOnInvoice(vat, billing.reverse_charge) })),
  );
  return (
    <Form action={`/desk/money/invoices/drafts/${organisation.id}`} once={once}>
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="shown" value={charges.map(({ id }) => id).join(' ')} />
      <Section>
        <fieldset aria-describedby={typed.errors.charges ? 'charges-error' : undefined}>
          <legend class="mb-2 text-lg font-semibold">{say('draft.charges')}</legend>
          {charges.map((charge) => (
            <Tick
              name="charges"
              value={charge.id}
              checked={!left.has(charge.id)}
              label={`${charge.description} · ${euro(charge.amountCents)} · ${say(`rate.${vatOnInvoice(charge.vat, billing.reverse_charge)}`)}`}
              hint={chargeFacts(charge, page)}
            />
          ))}
          <ErrorLine name="charges" error={typed.errors.charges} language={page.language} />
          <p class="mt-3 border-t border-base-300 pt-3 font-medium">
            {say('draft.total', { net: euro(netCents), gross: euro(grossCents) })}
          </p>
        </fieldset>
      </Section>
      <Section title={say('draft.references')}>
        <TextField
          {...common}
          name="buyer_reference"
          label={say('draft.buyer_reference')}
          hint={say('draft.buyer_reference_hint')}
          value={billing.buyer_reference ?? (billing.order_reference ? '' : charges[0]!.agreedBy)}
          autocomplete="off"
          optional
        />
        <TextField
          {...common}
          name="order_reference"
          label={say('draft.order_reference')}
          value={billing.order_reference}
          autocomplete="off"
          optional
        />
        {missing.length === 0 && (
          <>
            <p class="mb-4">{say('draft.to', { email: billing.email ?? '', count: termDays })}</p>
            <FormFoot label={say('draft.issue')} back={{ href: back, label: say('draft.back') }} />
          </>
        )}
      </Section>
    </Form>
  );
};

/** «melding 12 · klaar op 3 oktober 2026 · akkoord van Cora op 1 oktober 2026». */
export function chargeFacts(charge: DraftCharge, page: Page): string {
  const say = invoicesTexts(page.language);
  return [
    charge.ticketNumber === null ? '' : say('draft.ticket', { number: charge.ticketNumber }),
    charge.doneAt ? say('draft.done', { day: sayDay(charge.doneAt, page) }) : '',
    say('draft.agreed', { name: charge.agreedBy, day: sayDay(charge.agreedAt, page) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
