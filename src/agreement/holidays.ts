import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import { CalendarError } from './errors.ts';

export type Language = 'nl' | 'en';

const DAY = 86_400_000;
const books = new Map<string, HolidayBook>();
let library: typeof Holidays | undefined;

/** The public holidays of a country (`NL`) or one of its parts (`DE-BY`), kept for the whole process. */
export function holidayBook(code: string): HolidayBook {
  const key = code.toUpperCase();
  let book = books.get(key);
  if (!book) {
    book = new HolidayBook(code);
    books.set(key, book);
  }
  return book;
}

/** Which dates a country's holidays of type `public` close, year by year as they are asked for. */
export class HolidayBook {
  readonly #source: Holidays;
  readonly #years = new Map<number, Map<number, number>>();
  readonly #names = new Map<string, Map<number, string>>();

  constructor(code: string) {
    const source = sourceOf(code);
    if (!source) {
      throw new CalendarError('unknown_country', `no holidays are known for “${code}”`, ['holidays']);
    }
    this.#source = source;
  }

  /**
   * The local time of day (ms after midnight) from which that date is closed: 0 for a whole day, noon for a half
   * one; undefined when it is no holiday. Dates are days since 1970-01-01.
   */
  closesFrom(day: number): number | undefined {
    const year = yearOf(day);
    let days = this.#years.get(year);
    if (!days) {
      days = new Map();
      for (const holiday of this.#publicDays(year, 'en')) {
        days.set(holiday.day, Math.min(holiday.from, days.get(holiday.day) ?? DAY));
      }
      this.#years.set(year, days);
    }
    return days.get(day);
  }

  /** The holiday's name, in its country's own words where the language has none. */
  name(day: number, language: Language): string | undefined {
    const year = yearOf(day);
    const key = `${language}${year}`;
    let names = this.#names.get(key);
    if (!names) {
      names = new Map();
      for (const holiday of this.#publicDays(year, language)) {
        if (!names.has(holiday.day)) names.set(holiday.day, holiday.name);
      }
      this.#names.set(key, names);
    }
    return names.get(day);
  }

  /** Every day of every public holiday in a year, those that began in the year before included. */
  #publicDays(year: number, language: Language): { day: number; from: number; name: string }[] {
    const found: { day: number; from: number; name: string }[] = [];
    for (const holiday of [year - 1, year].flatMap((each) => this.#source.getHolidays(each, language))) {
      if (holiday.type !== 'public') continue;
      // `date` is the date on the wall; `start` and `end` depend on the zone that the library picks.
      const first = Date.parse(`${holiday.date.slice(0, 10)}T00:00:00Z`) / DAY;
      const from = Date.parse(`1970-01-01T${holiday.date.slice(11, 19)}Z`);
      const length = (holiday.end.getTime() - holiday.start.getTime() + from) / DAY;
      // A quarter of an hour more or less in 24 is summer time or a sunset, no further day.
      const days = Math.max(1, Math.ceil(length - 0.1));
      for (let n = 0; n < days; n++) {
        if (yearOf(first + n) === year) {
          found.push({ day: first + n, from: n === 0 ? from : 0, name: holiday.name });
        }
      }
    }
    return found;
  }
}

function sourceOf(code: string): Holidays | undefined {
  const [country = '', state = '', region] = code.split('-');
  // Loading the library takes some 80 ms, which a program without holidays need not spend.
  if (!library) {
    const loaded = createRequire(import.meta.url)('date-holidays');
    library = (loaded.default ?? loaded) as typeof Holidays;
  }
  const all = new library();
  if (!(country.toUpperCase() in all.getCountries())) return undefined;
  if (!state) return code.includes('-') ? undefined : new library(country);
  if (!(state.toUpperCase() in (all.getStates(country) ?? {}))) return undefined;
  if (!region) return new library(country, state);
  if (!(region.toUpperCase() in (all.getRegions(country, state) ?? {}))) return undefined;
  return new library(country, state, region);
}

function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}
