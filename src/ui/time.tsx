import type { Language } from '#lib/language.ts';
import type { Page } from './page.ts';
import { uiTexts } from './ui.ts';

type Where = Pick<Page, 'language' | 'timeZone' | 'now'>;

const formats = new Map<string, Intl.DateTimeFormat>();
function format(language: Language, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { timeZone, ...options });
    formats.set(key, found);
  }
  return found;
}

const dayNumber = (at: Date, timeZone: string) => {
  const [year = 0, month = 1, day = 1] = format('en', timeZone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
    .format(at)
    .split('/')
    .reverse()
    .map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
};

/** The full date and time, as «maandag 23 november 2026 om 15:30». */
export const sayFully = (at: Date, where: Where): string =>
  format(where.language, where.timeZone, { dateStyle: 'full', timeStyle: 'short' }).format(at);

/** A day, as «23 november 2026». */
export const sayDay = (at: Date, where: Where): string =>
  format(where.language, where.timeZone, { dateStyle: 'long' }).format(at);

/** A calendar day written as `2026-11-23`, said as «23 november 2026». */
export const sayDate = (day: string, where: Where): string =>
  format(where.language, 'UTC', { dateStyle: 'long' }).format(new Date(`${day}T12:00:00Z`));

/** A moment as a person says it on the day of `where.now`: «vandaag 15:30», «ma 23 nov 15:30». */
export function sayMoment(at: Date, where: Where): string {
  const { language, timeZone, now } = where;
  const time = format(language, timeZone, { hour: '2-digit', minute: '2-digit' }).format(at);
  const say = uiTexts(language);
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone);
  if (days === 0) return say('time.today', { time });
  if (days === 1) return say('time.tomorrow', { time });
  if (days === -1) return say('time.yesterday', { time });
  const sameYear = Math.abs(days) < 300;
  const day = format(language, timeZone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
  return `${day} ${time}`;
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

/** A moment in a page: said as a person would, with the full date on hover and for machines. */
export const Moment = ({ at, page }: { at: Date; page: Where }) => (
  <time class="tabular-nums whitespace-nowrap" datetime={at.toISOString()} title={sayFully(at, page)}>
    {sayMoment(at, page)}
  </time>
);

/** A moment as the value of `<input type="datetime-local">`, in the office's zone. */
export const toLocalInput = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

/** The moment that `<input type="datetime-local">` holds, or null where it holds none. */
export function fromLocalInput(value: string, timeZone: string): Date | null {
  try {
    const local = Temporal.PlainDateTime.from(value.trim());
    return new Date(local.toZonedDateTime(timeZone).epochMilliseconds);
  } catch {
    return null;
  }
}
