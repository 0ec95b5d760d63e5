import type { Language } from '#lib/language.ts';
import type { Page } from './page.ts';
import { uiTexts } from './ui.ts';

type Where = Pick<Page, 'language' | 'timeZone' | 'now'>;

/** The ways in which a moment is said. */
const ways = {
  full: { dateStyle: 'full', timeStyle: 'short' },
  day: { dateStyle: 'long' },
  time: { hour: '2-digit', minute: '2-digit' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  short_with_year: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  digits: { year: 'numeric', month: '2-digit', day: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type Way = keyof typeof ways;

/** One way of saying moments, in one language and zone, with what was said of each minute: no way says seconds. */
interface Sayer {
  readonly format: Intl.DateTimeFormat;
  readonly said: Map<number, string>;
}

const sayers = new Map<string, Record<Language, Partial<Record<Way, Sayer>>>>();
const keptAtMost = 2_000;

function format(way: Way, at: Date, { language, timeZone }: Omit<Where, 'now'>): string {
  const { format, said } = sayerOf(way, language, timeZone);
  const minute = Math.floor(at.getTime() / 60_000);
  const known = said.get(minute);
  if (known !== undefined) return known;
  if (said.size >= keptAtMost) said.clear();
  const text = format.format(at);
  said.set(minute, text);
  return text;
}

function sayerOf(way: Way, language: Language, timeZone: string): Sayer {
  const ofZone = sayers.get(timeZone) ?? { nl: {}, en: {} };
  if (!sayers.has(timeZone)) sayers.set(timeZone, ofZone);
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  ofZone[language][way] ??= {
    format: new Intl.DateTimeFormat(locale, { timeZone, ...ways[way] }),
    said: new Map(),
  };
  return ofZone[language][way];
}

/** Keeps what was found out of each minute in a zone. */
function ofMinutes<T>(find: (at: Date, timeZone: string) => T): (at: Date, timeZone: string) => T {
  const zones = new Map<string, Map<number, T>>();
  return (at, timeZone) => {
    const found = zones.get(timeZone) ?? new Map<number, T>();
    if (found.size === 0) zones.set(timeZone, found);
    const minute = Math.floor(at.getTime() / 60_000);
    const known = found.get(minute);
    if (known !== undefined) return known;
    if (found.size >= keptAtMost) found.clear();
    const value = find(at, timeZone);
    found.set(minute, value);
    return value;
  };
}

const dayNumber = ofMinutes((at, timeZone) => {
  const [day, month = 1, year = 1] = format('digits', at, { language: 'en', timeZone })
    .split('/')
    .map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
});

/** The full date and time, as «maandag 23 november 2026 om 15:30». */
export const sayFully = (at: Date, where: Where): string => format('full', at, where);

/** A day, as «23 november 2026». */
export const sayDay = (at: Date, where: Where): string => format('day', at, where);

/** A calendar day written as `2026-11-23`, said as «23 november 2026». */
export const sayDate = (day: string, where: Where): string =>
  format('day', new Date(`${day}T12:00:00Z`), { ...where, timeZone: 'UTC' });

/** A moment as a person says it on the day of `where.now`: «vandaag 15:30», «ma 23 nov 15:30». */
export function sayMoment(at: Date, where: Where): string {
  const { language, timeZone, now } = where;
  const time = format('time', at, where);
  const say = uiTexts(language);
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone);
  if (days === 0) return say('time.today', { time });
  if (days === 1) return say('time.tomorrow', { time });
  if (days === -1) return say('time.yesterday', { time });
  return sayDated(at, where);
}

/** A moment by its date, however near it is: «ma 23 nov 15:30». For what was said on another day than today. */
export function sayDated(at: Date, where: Where): string {
  const days = dayNumber(at, where.timeZone) - dayNumber(where.now, where.timeZone);
  const way = Math.abs(days) < 300 ? 'short' : 'short_with_year';
  return `${format(way, at, where)} ${format('time', at, where)}`;
}

/** A span of office time in milliseconds, as «1 u 20» or «45 min». */
export function saySpan(milliseconds: number, language: Language): string {
  const say = uiTexts(language);
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return say('time.minutes', { minutes });
  const rest = minutes % 60;
  if (rest === 0) return say('time.hours', { hours });
  return say('time.hours_minutes', { hours, minutes: String(rest).padStart(2, '0') });
}

/** What a page says of a moment, and what it says on hover. */
interface Words {
  readonly said: string;
  readonly full: string;
}

/** The words of each minute, on one day, in one language and zone. */
const wordsOn = new Map<string, Map<number, Words>>();
/** Those of the pages under way, so that a page looks once for what all of its moments are said with. */
const wordsOf = new WeakMap<Where, Map<number, Words>>();
/** Yesterday's words are of no use today. */
const daysAtMost = 8;

function wordsFor(page: Where): Map<number, Words> {
  const known = wordsOf.get(page);
  if (known) return known;
  const day = `${dayNumber(page.now, page.timeZone)} ${page.timeZone} ${page.language}`;
  if (!wordsOn.has(day) && wordsOn.size >= daysAtMost) wordsOn.clear();
  const words = wordsOn.get(day) ?? new Map<number, Words>();
  wordsOn.set(day, words);
  wordsOf.set(page, words);
  return words;
}

/** A moment in a page: said as a person would, with the full date on hover and for machines. */
export const Moment = ({ at, page, dated = false }: { at: Date; page: Where; dated?: boolean }) => {
  const kept = wordsFor(page);
  const minute = Math.floor(at.getTime() / 60_000);
  let words = kept.get(minute);
  if (!words) {
    if (kept.size >= keptAtMost) kept.clear();
    words = { said: sayMoment(at, page), full: sayFully(at, page) };
    kept.set(minute, words);
  }
  return (
    <time datetime={at.toISOString()} title={words.full}>
      {dated ? sayDated(at, page) : words.said}
    </time>
  );
};

/** A moment as the value of `<input type="datetime-local">`, in the office's zone. */
export const toLocalInput: (at: Date, timeZone: string) => string = ofMinutes((at, timeZone) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' }),
);

/** The moment that `<input type="datetime-local">` holds, or null where it holds none. */
export function fromLocalInput(value: string, timeZone: string): Date | null {
  try {
    const local = Temporal.PlainDateTime.from(value.trim());
    return new Date(local.toZonedDateTime(timeZone).epochMilliseconds);
  } catch {
    return null;
  }
}
