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
    const end = Math.min(to, day.to);
    const label = closureOf(day, { language, morning: at === day.from });
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

/** Why a date is closed, or has shorter hours than its weekday at that end; undefined when it is open as usual. */
function closureOf(
  { day, calendar }: OfficeDay,
  { language, morning }: { language: Language; morning: boolean },
): string | undefined {
  const reason = calendar.exceptions.get(day)?.reason;
  const hours = hoursOn(calendar, day);
  const usual = usualHours(calendar, day);
  if (hours.length > 0) {
    const shorter =
      usual.length > 0 && (morning ? hours[0]!.from > usual[0]!.from : hours.at(-1)!.to < usual.at(-1)!.to);
    return shorter ? (reason ?? calendar.holidays?.name(day, language)) : undefined;
  }
  if (reason) return reason;
  if (usual.length > 0) return calendar.holidays?.name(day, language) ?? words[language].closed;
  return weekdayOf(day) >= 5 ? words[language].weekend : words[language].closed;
}
