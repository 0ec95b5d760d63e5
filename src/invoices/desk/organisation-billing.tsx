import type { History } from '#events/history.tsx';
import { ErrorLine } from '#ui/field.tsx';
import { Form, MendNotice, RadioField, TextField, Tick, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { FormFoot, Heading, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import type { OrganisationBilling } from '../billing.ts';
import { invoicesTexts } from '../texts.ts';
import { AddressFields, BillingHistory } from './billing-fields.tsx';

interface Props {
  readonly page: Page;
  readonly once: string;
  readonly typed: Typed;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly billing: OrganisationBilling;
  readonly seen: number;
  readonly history: History;
}

/** What stands on invoices to a client. */
export const OrganisationBillingPage = (props: Props) => {
  const { page, once, typed, organisation, billing, seen, history } = props;
  const say = invoicesTexts(page.language);
  const title = say('billing.title', { name: organisation.name });
  const at = `/desk/organisations/${organisation.id}`;
  return (
    <Layout page={page} face="desk" title={title}>
      <Heading title={title}>
        <a class="btn" href={`${at}/charges`}>
          {say('charges.link')}
        </a>
      </Heading>
      <p class="mb-4">{say('billing.intro')}</p>
      <MendNotice typed={typed} language={page.language} />
      <Form action={`${at}/billing`} once={once}>
        <input type="hidden" name="seen" value={String(seen)} />
        <AddressFields page={page} typed={typed} billing={billing} />
        <Numbers page={page} typed={typed} billing={billing} />
        <Sending page={page} typed={typed} billing={billing} />
        <FormFoot label={uiTexts(page.language)('form.save')} back={{ href: at, label: organisation.name }} />
      </Form>
      <div class="mt-6">
        <BillingHistory page={page} history={history} />
      </div>
    </Layout>
  );
};

type PartProps = Pick<Props, 'page' | 'typed' | 'billing'>;

const Numbers = ({ page, typed, billing }: PartProps) => {
  const say = invoicesTexts(page.language);
  const common = { language: page.language, typed, optional: true, autocomplete: 'off' };
  const typedOne = Object.keys(typed.values).length > 0;
  const reversed = typedOne ? typed.values.reverse_charge !== undefined : billing.reverse_charge;
  return (
    <Section title={say('billing.numbers')}>
      <TextField
        {...common}
        name="kvk"
        label={say('billing.kvk')}
        hint={say('billing.kvk_hint')}
        value={billing.kvk}
        inputmode="numeric"
      />
      <TextField
        {...common}
        name="oin"
        label={say('billing.oin')}
        hint={say('billing.oin_hint')}
        value={billing.oin}
        inputmode="numeric"
      />
      <TextField
        {...common}
        name="vat_number"
        label={say('billing.vat_number')}
        hint={say('billing.vat_number_hint')}
        value={billing.vat_number}
      />
      <Tick
        name="reverse_charge"
        checked={reversed}
        label={say('billing.reverse_charge')}
        hint={say('billing.reverse_charge_hint')}
      />
      <ErrorLine name="reverse_charge" error={typed.errors.reverse_charge} language={page.language} />
    </Section>
  );
};

const Sending = ({ page, typed, billing }: PartProps) => {
  const say = invoicesTexts(page.language);
  const common = { language: page.language, typed, optional: true, autocomplete: 'off' };
  return (
    <Section title={say('billing.sending')}>
      <TextField
        {...common}
        optional={false}
        name="email"
        type="email"
        inputmode="email"
        label={say('billing.invoice_email')}
        value={billing.email}
      />
      <TextField
        {...common}
        name="buyer_reference"
        label={say('billing.buyer_reference')}
        hint={say('billing.buyer_reference_hint')}
        value={billing.buyer_reference}
      />
      <TextField
        {...common}
        name="order_reference"
        label={say('billing.order_reference')}
        value={billing.order_reference}
      />
      <RadioField
        language={page.language}
        typed={typed}
        name="language"
        label={say('billing.language')}
        value={billing.language}
        choices={[
          { value: 'nl', label: 'Nederlands' },
          { value: 'en', label: 'English' },
        ]}
      />
    </Section>
  );
};
