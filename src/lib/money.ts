import type { Language } from './language.ts';

const formats = {
  nl: new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }),
  en: new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }),
};

/** An amount in cents as a person reads it: «€ 45,00», «€45.00». */
export const euroWords = (cents: number, language: Language): string => formats[language].format(cents / 100);

/**
 * A number of at most two decimals as people type it, «45», «45,5», «€ 45.50», in hundredths; null for anything
 * else, as a third decimal or a separator of thousands.
 */
export function hundredths(typed: string): number | null {
  const parts = /^(?:€\s?)?(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(typed.trim());
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : null;
}

/** Hundredths as a field shows them: «45,50» in Dutch, «45.50» in English; whole numbers without decimals. */
export function hundredthsField(value: number, language: Language): string {
  const whole = value % 100 === 0 ? String(value / 100) : (value / 100).toFixed(2);
  return language === 'nl' ? whole.replace('.', ',') : whole;
}
