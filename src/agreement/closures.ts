import type { OfficeCalendar, OfficeDay } from './calendar.ts';
import type { ExplainedPart } from './explain.ts';
import type { Language } from './holidays.ts';
import { hoursOn, usualHours } from './hours.ts';
import type { Stretch } from './stretches.ts';
import { weekdayOf, words } from './words.ts';

/**
 * A closed stretch by what closed it. Days that are closed altogether give it their names, and the evening before and
 * the morning after go with them; where there is no such day, it is time outside office hours.
 */
export function closedParts(
  { from, to }: Stretch,
  calendar: OfficeCalendar,
  language: Language,
): ExplainedPart[] {
  const parts: ExplainedPart[] = [];
  for (let at = from; at < to; ) {
    const day = calendar.dayAt(at);
    const label = closureOf(day, language);
    const end = Math.min(to, day.to);
    const last = parts.at(-1);
    if (label !== undefined && last?.label !== label) {
      // What came unnamed before the first name belongs to it.
      parts.push({ from: last?.to ?? from, to: end, kind: 'closed', minutes: 0, label });
    } else if (last) {
      parts.push({ ...parts.pop()!, to: end });
    }
    at = end;
  }
  return parts.length > 0
    ? parts
    : [{ from, to, kind: 'closed', minutes: 0, label: words[language].outside }];
}

/** Why a date has fewer hours than its weekday, or none; undefined for a date that is open as usual. */
function closureOf({ day, calendar }: OfficeDay, language: Language): string | undefined {
  const exception = calendar.exceptions.get(day);
  const closed = hoursOn(calendar, day).length === 0;
  if (exception?.reason && (closed || usualHours(calendar, day).length > 0)) return exception.reason;
  if (!closed) return undefined;
  if (usualHours(calendar, day).length > 0) {
    const holiday = calendar.holidays?.name(day, language);
    return holiday ?? words[language].closed;
  }
  return weekdayOf(day) >= 5 ? words[language].weekend : words[language].closed;
}
