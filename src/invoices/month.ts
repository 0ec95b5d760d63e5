import type { Language } from '#lib/language.ts';

/** Months are written `2026-10`. */

/** The month of a name, not later than `now`; undefined for anything else. */
export const monthNamed = (name: string, now: string): string | undefined =>
  /^20\d\d-(0[1-9]|1[0-2])$/.test(name) && name <= now ? name : undefined;

export const monthBefore = (month: string): string =>
  Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString();

export const monthAfter = (month: string): string =>
  Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString();

const formats = {
  nl: new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
};

/** «oktober 2026». */
export const monthWords = (month: string, language: Language): string =>
  formats[language].format(new Date(`${month}-15T12:00:00Z`));

/** The first and the last day of a month. */
export const daysOf = (month: string): { from: string; to: string } => ({
  from: `${month}-01`,
  to: Temporal.PlainDate.from(`${monthAfter(month)}-01`)
    .subtract({ days: 1 })
    .toString(),
});
