import type { Language } from '#lib/language.ts';

const format = {
  nl: new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
};

/** A file's size as people say it: «812 kB», «2,4 MB». */
export function saySize(bytes: number, language: Language): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${format[language].format(bytes / 1_000_000)} MB`;
}
