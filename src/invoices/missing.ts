import type { Vat } from '#db/types.ts';
import type { AgencyBilling, OrganisationBilling } from './billing.ts';
import type { Buyer, Seller } from './document.ts';

type AgencyField = 'legal_name' | 'street' | 'postcode' | 'city' | 'kvk' | 'vat_number' | 'iban' | 'email';
type OrganisationField = Exclude<AgencyField, 'iban'> | 'kvk_or_oin';

/** A fact without which an invoice is not one: of whom, and which field. */
export type Missing =
  | { readonly of: 'agency'; readonly field: AgencyField }
  | { readonly of: 'organisation'; readonly field: OrganisationField };

const ofAgency = [
  ...(['legal_name', 'street', 'postcode', 'city', 'kvk', 'vat_number', 'iban', 'email'] as const),
] satisfies AgencyField[];
const ofBuyer = ['legal_name', 'street', 'city', 'email'] as const satisfies OrganisationField[];

/**
 * What is still missing to invoice these kinds of VAT: the Dutch VAT act (article 35a), and what e-invoicing asks
 * in the Netherlands (NLCIUS: BR-NL-1, BR-NL-3, BR-NL-4, BR-NL-10; EN 16931: BR-AE-02, BR-S-02 and their like).
 */
export function missingFacts(
  agency: AgencyBilling,
  organisation: OrganisationBilling,
  kinds: readonly Vat[],
): Missing[] {
  const home = organisation.country === 'NL';
  const buyer: OrganisationField[] = ofBuyer.filter((field) => !organisation[field]);
  if (home && !organisation.postcode) buyer.push('postcode');
  if (home && !organisation.kvk && !organisation.oin) buyer.push('kvk_or_oin');
  if (kinds.includes('reverse_charge') && !organisation.vat_number) buyer.push('vat_number');
  return [
    ...ofAgency.filter((field) => !agency[field]).map((field) => ({ of: 'agency' as const, field })),
    ...buyer.map((field) => ({ of: 'organisation' as const, field })),
  ];
}

/** The agency as it stands on paper; only where `missingFacts` misses nothing. */
export const sellerOf = (agency: AgencyBilling): Seller => ({
  name: agency.legal_name!,
  street: agency.street!,
  postcode: agency.postcode!,
  city: agency.city!,
  country: agency.country,
  kvk: agency.kvk!,
  vatNumber: agency.vat_number!,
  iban: agency.iban!,
  bic: agency.bic,
  email: agency.email!,
  phone: agency.phone,
});

/** The client as it stands on paper; only where `missingFacts` misses nothing. */
export const buyerOf = (organisation: OrganisationBilling): Buyer => ({
  name: organisation.legal_name!,
  street: organisation.street!,
  postcode: organisation.postcode ?? '',
  city: organisation.city!,
  country: organisation.country,
  kvk: organisation.kvk,
  oin: organisation.oin,
  vatNumber: organisation.vat_number,
  email: organisation.email!,
});
