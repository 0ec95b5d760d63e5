import { specialDays } from '#agreement/special-days.ts';
import type { Language } from '#lib/language.ts';
import type { Office } from '#settings/office.ts';
import { sayDate } from '#ui/time.tsx';
import { publishedOf } from './document.ts';
import type { Published } from './model.ts';
import { publishedTexts } from './texts.ts';
import { type PublishedVersion, sinceEver } from './versions.ts';

const aYear = 366;

/** A version as it is to be read today: days ahead are those of the calendar that holds on each of them. */
export function readVersion(
  office: Office,
  { version, today, language }: { version: PublishedVersion; today: string; language: Language },
): Published {
  const { state, validFrom, agreement } = version;
  const first = state === 'planned' ? validFrom : today;
  const ahead = state === 'now' || state === 'planned' ? specialDays(office.calendar, first, aYear) : [];
  return publishedOf({ agreement, agency: office.agency?.name ?? 'Nazorg', ahead }, language);
}

/** Which version it is and when it holds, in a sentence. */
export function versionWords(made: PublishedVersion, office: Office, now: Date, language: Language): string {
  const say = publishedTexts(language);
  const { version, state, validFrom, until } = made;
  const day = (date: string) => sayDate(date, { language, timeZone: office.timeZone, now });
  if (state === 'planned') return say('version.planned', { version, day: day(validFrom) });
  if (state === 'replaced') return say('version.replaced', { version });
  const ever = sinceEver(made);
  if (state === 'now')
    return say(ever ? 'version.now_ever' : 'version.now', { version, day: day(validFrom) });
  return say(ever ? 'version.past_ever' : 'version.past', { version, from: day(validFrom), to: day(until!) });
}
