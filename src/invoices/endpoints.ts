import type { Buyer } from './document.ts';
import { plain } from './ubl-text.ts';

/** Where e-invoices for VAT-registered companies of a country go: Peppol's code list of participant schemes (EAS). */
const vatScheme = {
  AT: '9914',
  BE: '9925',
  BG: '9926',
  CH: '9927',
  CY: '9928',
  CZ: '9929',
  DE: '9930',
  EE: '9931',
  ES: '9920',
  FR: '9957',
  GB: '9932',
  GR: '9933',
  HR: '9934',
  HU: '9910',
  IE: '9935',
  IT: '0211',
  LI: '9936',
  LT: '9937',
  LU: '9938',
  LV: '9939',
  MT: '9943',
  PL: '9945',
  PT: '9946',
  RO: '9947',
  SI: '9949',
  SK: '9950',
  TR: '9952',
} as const;

type Scheme = (typeof vatScheme)[keyof typeof vatScheme] | '0106' | '0190' | 'EM';

/** The electronic address of a buyer (BT-49): its OIN or KvK number, abroad its VAT number, else its e-mail address. */
export function buyerAddress({ country, oin, kvk, vatNumber, email }: Buyer): { id: string; scheme: Scheme } {
  if (oin) return { id: oin, scheme: '0190' };
  if (kvk) return { id: kvk, scheme: '0106' };
  const scheme = vatScheme[country as keyof typeof vatScheme];
  return vatNumber && scheme ? { id: vatNumber, scheme } : { id: email, scheme: 'EM' };
}

interface Addressed {
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
}

/** A postal address as UBL has it. */
export const partyAddress = ({ street, postcode, city, country }: Addressed) => ({
  'cbc:StreetName': plain(street),
  'cbc:CityName': plain(city),
  ...(postcode && { 'cbc:PostalZone': plain(postcode) }),
  'cac:Country': { 'cbc:IdentificationCode': country as 'NL' },
});
