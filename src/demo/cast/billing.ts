import type { AgencyBillingInput, OrganisationBillingInput } from '#invoices/schema.ts';

/** What stands on invoices in the demo. The numbers are of the right form, and of nobody. */

export const agencyFacts: AgencyBillingInput = {
  legal_name: 'Studio Voorbeeld B.V.',
  street: 'Modelstraat 12',
  postcode: '3511 AB',
  city: 'Utrecht',
  country: 'NL',
  kvk: '12345678',
  vat_number: 'NL123456782B01',
  iban: 'NL91ABNA0417164300',
  bic: 'ABNANL2A',
  email: 'boekhouding@studio-voorbeeld.example',
  phone: '030 000 00 00',
  term_days: 30,
  intro: 'Bedankt voor de samenwerking. Hieronder staat wat u hebt afgesproken en wat klaar is.',
  seen: undefined,
};

type Facts = Omit<OrganisationBillingInput, 'seen' | 'email' | 'legal_name'>;

const home = (kvk: string | null, street: string, postcode: string, city: string): Facts => ({
  street,
  postcode,
  city,
  country: 'NL',
  kvk,
  oin: null,
  vat_number: null,
  buyer_reference: null,
  order_reference: null,
  reverse_charge: false,
  language: 'nl',
});

/** By the client's name; whoever is not here has told nothing yet. */
export const clientFacts: Readonly<Record<string, Facts>> = {
  'Bakkerij De Gouden Korenaar': home('90000001', 'Korenmarkt 5', '7411 AB', 'Deventer'),
  'Rijwielhuis Van den Trapper': home('90000002', 'Fietspad 18', '6811 CD', 'Arnhem'),
  'Basisschool De Vlieger': {
    ...home(null, 'Wolkenlaan 3', '8011 EF', 'Zwolle'),
    oin: '00000001900000030000',
    order_reference: 'INKOOP-2611',
  },
  // has not told its KvK number yet
  'Tandartspraktijk Lachebek': home(null, 'Kiezelweg 32', '5611 GH', 'Eindhoven'),
  'Boekhoudkantoor Cijfer & Zoon': {
    ...home('90000005', 'Balansplein 1', '3011 JK', 'Rotterdam'),
    vat_number: 'NL000099998B57',
    buyer_reference: 'Kostenplaats 410',
  },
  'Harbour & Vine Wholesale': {
    ...home('90000007', 'Wijnhaven 60', '3011 LM', 'Rotterdam'),
    language: 'en',
  },
  'Northfield Outdoor': {
    ...home(null, '8 North Field Road', 'D02 X285', 'Dublin'),
    country: 'IE',
    vat_number: 'IE6388047V',
    reverse_charge: true,
    language: 'en',
  },
};

interface Work {
  readonly nl: string;
  readonly en: string;
  readonly amountCents: number;
}

/** What clients agreed to some weeks ago. */
export const research: Work = {
  nl: 'Onderzoek naar een storing',
  en: 'Research into a fault',
  amountCents: 4_500,
};
export const wishes: readonly Work[] = [
  { nl: 'Verzendkosten per land instelbaar', en: 'Shipping costs per country', amountCents: 37_500 },
  { nl: 'Formulier voor proefafspraken', en: 'Form for trial appointments', amountCents: 28_050 },
  { nl: 'Koppeling met de agenda', en: 'Connection with the calendar', amountCents: 61_275 },
];
