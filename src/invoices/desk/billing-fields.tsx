import { type History, HistorySection } from '#events/history.tsx';
import { SelectField, TextField, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { Section } from '#ui/parts.tsx';
import { countryChoices } from '../countries.ts';
import { invoicesTexts } from '../texts.ts';

interface Props {
  readonly page: Page;
  readonly typed: Typed;
  readonly billing: {
    readonly legal_name: string | null;
    readonly street: string | null;
    readonly postcode: string | null;
    readonly city: string | null;
    readonly country: string;
  };
}

/** Name and address, as agency and clients both have them. */
export const AddressFields = ({ page, typed, billing }: Props) => {
  const say = invoicesTexts(page.language);
  const common = { language: page.language, typed, autocomplete: 'off' };
  return (
    <Section title={say('billing.address')}>
      <TextField
        {...common}
        name="legal_name"
        label={say('billing.legal_name')}
        hint={say('billing.legal_name_hint')}
        value={billing.legal_name}
      />
      <TextField {...common} name="street" label={say('billing.street')} value={billing.street} />
      <div class="grid gap-x-4 sm:grid-cols-[1fr_2fr]">
        <TextField {...common} name="postcode" label={say('billing.postcode')} value={billing.postcode} />
        <TextField {...common} name="city" label={say('billing.city')} value={billing.city} />
      </div>
      <SelectField
        {...common}
        name="country"
        label={say('billing.country')}
        value={billing.country}
        choices={countryChoices(page.language)}
      />
    </Section>
  );
};

/** Who changed which fields, and when. */
export const BillingHistory = ({ page, history }: { page: Page; history: History }) => {
  const say = invoicesTexts(page.language);
  const labels: Record<string, string> = {
    legal_name: say('billing.legal_name'),
    street: say('billing.street'),
    postcode: say('billing.postcode'),
    city: say('billing.city'),
    country: say('billing.country'),
    kvk: say('billing.kvk'),
    oin: say('billing.oin'),
    vat_number: say('billing.vat_number'),
    iban: say('billing.iban'),
    bic: say('billing.bic'),
    email: say('billing.some_email'),
    phone: say('billing.phone'),
    term_days: say('billing.term_days'),
    intro: say('billing.text'),
    buyer_reference: say('billing.buyer_reference'),
    order_reference: say('billing.order_reference'),
    reverse_charge: say('billing.reverse_charge'),
    language: say('billing.language'),
  };
  const fields = (data: Readonly<Record<string, unknown>>) =>
    Object.keys((data.changes ?? {}) as object)
      .map((field) => labels[field] ?? field)
      .join(', ');
  return (
    <HistorySection
      page={page}
      title={say('billing.history')}
      history={history}
      say={(_, data) => say('billing.changed', { fields: fields(data) })}
    />
  );
};
