import type { Language } from '#lib/language.ts';

/** The European Union: where VAT can be reversed to a buyer. */
export const europeanUnion = [
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT'],
  ...['LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
] as const;

const others = ['AW', 'BQ', 'CH', 'CW', 'GB', 'IS', 'LI', 'NO', 'SR', 'SX', 'TR', 'US', 'CA', 'AU'] as const;

export const countries: readonly string[] = [...europeanUnion, ...others];

export const isInUnion = (country: string): boolean => (europeanUnion as readonly string[]).includes(country);

const names = {
  nl: new Intl.DisplayNames('nl', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

export const countryName = (country: string, language: Language): string =>
  names[language].of(country) ?? country;

/** Countries to choose from, the Netherlands first, the others by name. */
export const countryChoices = (language: Language) =>
  countries
    .map((value) => ({ value, label: countryName(value, language) }))
    .sort((a, b) =>
      a.value === 'NL' ? -1 : b.value === 'NL' ? 1 : a.label.localeCompare(b.label, language),
    );
