import { z } from 'zod';
import { languages } from '#lib/language.ts';
import { day, id, optionalLine, optionalText, seen, text, tick, whole } from '#lib/text.ts';
import {
  isBic,
  isIban,
  isKvk,
  isOin,
  isPostcode,
  isVatNumber,
  plainNumber,
  plainPostcode,
} from './checks.ts';
import { countries, isInUnion } from './countries.ts';

/** A number that may be left empty, without the spaces and dots that people write in it. */
const number = (isOne: (value: string) => boolean, wrong: string) =>
  optionalLine(60)
    .transform((value) => (value ? plainNumber(value) : null))
    .refine((value) => !value || isOne(value), wrong);

const email = () =>
  optionalLine(254)
    .transform((value) => value?.toLowerCase() ?? null)
    .refine((value) => !value || z.email().safeParse(value).success, 'not_an_address');

const address = {
  legal_name: optionalLine(150),
  street: optionalLine(150),
  postcode: optionalLine(12),
  city: optionalLine(100),
  country: z.string('unknown_choice').refine((value) => countries.includes(value), 'unknown_choice'),
  kvk: number(isKvk, 'not_a_kvk'),
  vat_number: number(() => true, 'not_a_vat_number'),
};

interface Addressed {
  readonly country: string;
  readonly postcode: string | null;
  readonly vat_number: string | null;
}

/** What depends on the country: how its postcodes and VAT numbers look. */
function byCountry(
  { country, postcode, vat_number }: Addressed,
  context: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): void {
  const wrong = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (postcode && !isPostcode(plainPostcode(postcode, country), country)) wrong('postcode', 'not_a_postcode');
  if (vat_number && !isVatNumber(vat_number, country)) wrong('vat_number', 'not_a_vat_number');
}

const tidy = <T extends Addressed>(input: T): T => ({
  ...input,
  postcode: input.postcode && plainPostcode(input.postcode, input.country),
});

export const agencyBillingSchema = z
  .object({
    ...address,
    iban: number(isIban, 'not_an_iban'),
    bic: number(isBic, 'not_a_bic'),
    email: email(),
    phone: optionalLine(40),
    term_days: whole(1, 90),
    intro: optionalText(500).transform((value) => value || null),
    seen: seen(),
  })
  .superRefine(byCountry)
  .transform(tidy);

export const organisationBillingSchema = z
  .object({
    ...address,
    oin: number(isOin, 'not_an_oin'),
    email: email(),
    buyer_reference: optionalLine(100),
    order_reference: optionalLine(100),
    reverse_charge: tick(),
    language: z.enum(languages, 'unknown_choice'),
    seen: seen(),
  })
  .superRefine(byCountry)
  .superRefine(({ reverse_charge, country, vat_number }, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (!reverse_charge) return;
    if (country === 'NL' || !isInUnion(country)) wrong('reverse_charge', 'reverse_charge_abroad');
    else if (!vat_number) wrong('vat_number', 'reverse_charge_number');
  })
  .transform(tidy);

export const waiverSchema = z.object({ reason: text(1000) });

const month = /^20\d\d-(0[1-9]|1[0-2])$/;

export const monthSchema = z.string().regex(month, 'unknown_choice');

/** A draft as it was checked: what goes on the invoice, what was on the page, and what the client calls it. */
export const issueSchema = z.object({
  month: monthSchema,
  charges: z.array(id()).min(1, 'no_charge_chosen').max(500, 'too_long'),
  shown: z
    .string('unknown_choice')
    .transform((value) => value.split(' ').filter(Boolean))
    .pipe(z.array(id()).max(500)),
  buyer_reference: optionalLine(100),
  order_reference: optionalLine(100),
});

export const creditSchema = z.object({
  shown: z
    .string('unknown_choice')
    .transform((value) => value.split(' ').filter(Boolean))
    .pipe(z.array(id()).min(1, 'draft_changed').max(500)),
});

export const periodSchema = z
  .object({ from: day(), to: day() })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'ends_before_it_begins' });

export type AgencyBillingInput = z.output<typeof agencyBillingSchema>;
export type OrganisationBillingInput = z.output<typeof organisationBillingSchema>;
