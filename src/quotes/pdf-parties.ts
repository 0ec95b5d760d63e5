import type { Column, Content } from 'pdfmake/interfaces';
import type { AgencyBilling, OrganisationBilling } from '#invoices/billing.ts';
import { countryName } from '#invoices/countries.ts';
import type { Language } from '#lib/language.ts';
import { quotesTexts } from './texts.ts';

/** Who offers and who is offered, as far as their details were filled in. */
export interface Parties {
  readonly agency: AgencyBilling;
  readonly organisation: OrganisationBilling;
}

type Facts = Pick<
  OrganisationBilling,
  'legal_name' | 'street' | 'postcode' | 'city' | 'country' | 'kvk' | 'vat_number' | 'email'
>;

interface Named {
  readonly language: Language;
  /** How each is called where no legal name was filled in. */
  readonly names: { readonly agency: string; readonly organisation: string };
}

/** The client to the left and the agency to the right, each with its address and numbers. */
export function partiesOf({ agency, organisation }: Parties, { language, names }: Named): Content {
  const say = quotesTexts(language);
  const abroad = organisation.country !== agency.country;
  const block = (label: string, name: string, facts: Facts): Column => ({
    width: '*',
    stack: [
      { text: label, style: 'small', margin: [0, 0, 0, 2] },
      { text: facts.legal_name ?? name, bold: true },
      lined([
        facts.street,
        [facts.postcode, facts.city].filter(Boolean).join(' '),
        abroad && facts.city && countryName(facts.country, language),
      ]),
      {
        text: lined([
          facts.kvk && say('pdf.kvk', { number: facts.kvk }),
          facts.vat_number && say('pdf.vat_number', { number: facts.vat_number }),
          facts === agency && facts.email,
        ]),
        style: 'quiet',
        margin: [0, 4, 0, 0],
      },
    ],
  });
  return {
    columns: [
      block(say('pdf.for'), names.organisation, organisation),
      block(say('pdf.from'), names.agency, agency),
    ],
    columnGap: 24,
    margin: [0, 0, 0, 4],
  };
}

const lined = (rows: readonly (string | null | false)[]): string => rows.filter(Boolean).join('\n');
