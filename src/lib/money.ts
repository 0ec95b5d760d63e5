import type { Language } from './language.ts';

const formats = {
  nl: new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }),
  en: new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }),
};

/** An amount in cents as a person reads it: «€ 45,00», «€45.00». */
export const euroWords = (cents: number, language: Language): string => formats[language].format(cents / 100);
