/** Whether what somebody typed can be the number that it is meant to be: by its form, and its check where it has one. */

export const isKvk = (value: string): boolean => /^\d{8}$/.test(value);

export const isOin = (value: string): boolean => /^\d{20}$/.test(value);

/** An IBAN without spaces, by ISO 13616: its remainder by 97 is 1. */
export function isIban(value: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(value)) return false;
  if (value.startsWith('NL') && !/^NL\d{2}[A-Z]{4}\d{10}$/.test(value)) return false;
  return remainderBy97(value.slice(4) + value.slice(0, 4)) === 1;
}

export const isBic = (value: string): boolean => /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(value);

/** The prefix of a country's VAT numbers; Greece has one of its own. */
export const vatPrefix = (country: string): string => (country === 'GR' ? 'EL' : country);

/**
 * A VAT number of a country. A Dutch one is checked as well: by 11 over its nine digits (companies), or by 97 over
 * the whole (sole traders, since 2020).
 */
export function isVatNumber(value: string, country: string): boolean {
  if (country !== 'NL') return new RegExp(`^${vatPrefix(country)}[A-Z0-9+*]{2,13}$`).test(value);
  const digits = /^NL(\d{9})B\d{2}$/.exec(value)?.[1];
  if (!digits) return false;
  const sum = [...digits.slice(0, 8)].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
  return sum % 11 === Number(digits[8]) || remainderBy97(value) === 1;
}

export const isPostcode = (value: string, country: string): boolean =>
  country === 'NL'
    ? /^[1-9]\d{3} (?!SA|SD|SS)[A-Z]{2}$/.test(value)
    : /^[A-Z0-9](?:[A-Z0-9 -]{0,8}[A-Z0-9])?$/.test(value);

/** A number as it is written down: upper case, without spaces, dots and dashes. */
export const plainNumber = (value: string): string => value.toUpperCase().replace(/[\s.-]/g, '');

/** A postcode as it is written: `1234 AB` in the Netherlands. */
export function plainPostcode(value: string, country: string): string {
  const upper = value.toUpperCase().replace(/\s+/g, ' ').trim();
  return country === 'NL' ? upper.replace(/^(\d{4}) ?([A-Z]{2})$/, '$1 $2') : upper;
}

/** An IBAN in groups of four, for people. */
export const spacedIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');

/** Letters count as 10 to 35. */
function remainderBy97(value: string): number {
  let remainder = 0;
  for (const character of value) {
    const number = Number.parseInt(character, 36);
    remainder = (remainder * (number > 9 ? 100 : 10) + number) % 97;
  }
  return remainder;
}
