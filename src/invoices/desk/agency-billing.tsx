import type { History } from '#events/history.tsx';
import { SettingsFrame } from '#settings/frame.tsx';
import { Form, MendNotice, TextArea, TextField, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { FormFoot, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import type { AgencyBilling } from '../billing.ts';
import { spacedIban } from '../checks.ts';
import { invoicesTexts } from '../texts.ts';
import { AddressFields, BillingHistory } from './billing-fields.tsx';

interface Props {
  readonly page: Page;
  readonly once: string;
  readonly typed: Typed;
  readonly billing: AgencyBilling;
  readonly seen: number;
  readonly history: History;
}

/** What stands on invoices about the agency. */
export const AgencyBillingPage = ({ page, once, typed, billing, seen, history }: Props) => {
  const say = invoicesTexts(page.language);
  const common = { language: page.language, typed };
  const plain = { ...common, autocomplete: 'off' };
  return (
    <SettingsFrame page={page} room="billing">
      <p class="mb-4">{say('billing.agency_intro')}</p>
      <MendNotice {...common} />
      <Form action="/desk/settings/billing" once={once}>
        <input type="hidden" name="seen" value={String(seen)} />
        <AddressFields page={page} typed={typed} billing={billing} />
        <Section title={say('billing.numbers')}>
          <TextField
            {...plain}
            name="kvk"
            label={say('billing.kvk')}
            hint={say('billing.kvk_hint')}
            value={billing.kvk}
            inputmode="numeric"
          />
          <TextField
            {...plain}
            name="vat_number"
            label={say('billing.vat_number')}
            hint={say('billing.vat_number_hint')}
            value={billing.vat_number}
          />
        </Section>
        <Section title={say('billing.paying')}>
          <TextField
            {...plain}
            name="iban"
            label={say('billing.iban')}
            value={billing.iban && spacedIban(billing.iban)}
          />
          <TextField {...plain} optional name="bic" label={say('billing.bic')} value={billing.bic} />
          <TextField
            {...common}
            name="term_days"
            label={say('billing.term_days')}
            value={String(billing.term_days)}
            inputmode="numeric"
          />
        </Section>
        <Section title={say('billing.sending')}>
          <TextField
            {...plain}
            name="email"
            type="email"
            inputmode="email"
            label={say('billing.email')}
            value={billing.email}
          />
          <TextField
            {...plain}
            optional
            name="phone"
            type="tel"
            inputmode="tel"
            label={say('billing.phone')}
            value={billing.phone}
          />
          <TextArea
            {...plain}
            optional
            name="intro"
            label={say('billing.text')}
            hint={say('billing.text_hint')}
            value={billing.intro}
            rows={3}
          />
          <FormFoot label={uiTexts(page.language)('form.save')} />
        </Section>
      </Form>
      <BillingHistory page={page} history={history} />
    </SettingsFrame>
  );
};
