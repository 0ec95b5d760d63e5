import type { Agreement } from '#agreement/agreement.ts';
import { type HoursInput, WEEKDAYS } from '#agreement/calendar.ts';
import type { SpecialDay } from '#agreement/special-days.ts';
import type { Language } from '#lib/language.ts';
import type { PublishedBlock, PublishedSection } from './model.ts';
import { publishedTexts } from './texts.ts';

/** When the office is open, what a working day is, and the days ahead that are otherwise. */
export function hoursSection(
  calendar: Agreement['calendar'],
  ahead: readonly SpecialDay[],
  language: Language,
): PublishedSection {
  const say = publishedTexts(language);
  const blocks: PublishedBlock[] = [
    { paragraph: say('hours.intro', { zone: zoneName(calendar.timeZone, language) }) },
    {
      caption: say('hours.caption'),
      head: [say('hours.day'), say('hours.time')],
      body: week(calendar, language),
    },
  ];
  if (calendar.holidays)
    blocks.push({ paragraph: say('hours.holidays', { country: country(calendar.holidays, language) }) });
  blocks.push({
    paragraph: say('hours.working_day', { length: lengthWords(calendar.workingDayMinutes, language) }),
  });
  if (ahead.length > 0) blocks.push({ heading: say('hours.coming') }, aheadTable(ahead, language));
  return { id: 'office-hours', title: say('hours.title'), blocks };
}

/** The week, days with the same hours after each other in one row. */
function week({ hours }: Agreement['calendar'], language: Language): string[][] {
  const say = publishedTexts(language);
  const groups: { first: number; last: number; text: string }[] = [];
  for (const [at, day] of WEEKDAYS.entries()) {
    const text = (hours[day] ?? []).map(([from, to]: HoursInput) => `${from}–${to}`).join(', ');
    const group = groups.at(-1);
    if (group && group.text === text) group.last = at;
    else groups.push({ first: at, last: at, text });
  }
  return groups.map(({ first, last, text }) => {
    const [one, other] = [dayName(first, language), dayName(last, language)];
    const days = first === last ? one : say('hours.range', { first: one, last: other });
    return [days, text || say('hours.closed')];
  });
}

function aheadTable(ahead: readonly SpecialDay[], language: Language): PublishedBlock {
  const say = publishedTexts(language);
  const date = new Intl.DateTimeFormat(locale(language), { dateStyle: 'full', timeZone: 'UTC' });
  return {
    caption: say('hours.coming_caption'),
    head: [say('hours.day'), say('hours.time'), say('hours.why')],
    body: ahead.map((each) => [
      date.format(new Date(`${each.date}T12:00:00Z`)),
      each.hours.map(({ from, to }) => `${wall(from)}–${wall(to)}`).join(', ') || say('hours.closed'),
      each.why[language] ?? say('hours.exception'),
    ]),
  };
}

const locale = (language: Language) => (language === 'nl' ? 'nl-NL' : 'en-GB');

// 5 January 1970 was a Monday.
const dayName = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(1970, 0, 5 + at)),
  );

const two = (part: number) => String(part).padStart(2, '0');
const wall = (ms: number) => `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}`;

// A zone's general name shows only where it has summer time as well.
const summer = Date.UTC(2026, 6, 1);
const zoneName = (timeZone: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(summer)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;

/** «Nederland», «Duitsland (BY)». */
function country(code: string, language: Language): string {
  const [land = code, ...part] = code.split('-');
  const name = new Intl.DisplayNames(locale(language), { type: 'region' }).of(land) ?? land;
  return part.length > 0 ? `${name} (${part.join('-')})` : name;
}

function lengthWords(minutes: number, language: Language): string {
  const say = publishedTexts(language);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return say('hours.length.minutes', { minutes });
  return say(rest === 0 ? 'hours.length.hours' : 'hours.length.both', { hours, minutes: rest });
}
