import type { OfficeCalendar } from './calendar.ts';
import type { Language } from './holidays.ts';
import { dateText, type Hours, hoursOn, readDate, usualHours } from './hours.ts';

/** A day on which other hours hold than on others of its weekday. */
export interface SpecialDay {
  /** As `2026-12-24`. */
  readonly date: string;
  readonly hours: readonly Hours[];
  /** The reason that the agency gave, or the holiday's name in each language. */
  readonly why: Readonly<Record<Language, string | null>>;
}

/** The days with other hours among so many from `first` on, by the calendar that holds on each. */
export function specialDays(calendar: OfficeCalendar, first: string, days: number): SpecialDay[] {
  const from = readDate(first, []);
  const found: SpecialDay[] = [];
  for (let day = from; day < from + days; day++) {
    const date = dateText(day);
    const { calendar: held } = calendar.dayAt(calendar.instantOf(`${date}T12:00`));
    const [hours, usual] = [hoursOn(held, day), usualHours(held, day)];
    if (hours.length === usual.length && hours.every(same(usual))) continue;
    const reason = held.exceptions.get(day)?.reason;
    const why = (language: Language) => reason ?? held.holidays?.name(day, language) ?? null;
    found.push({ date, hours, why: { nl: why('nl'), en: why('en') } });
  }
  return found;
}

const same = (usual: readonly Hours[]) => (each: Hours, at: number) =>
  each.from === usual[at]?.from && each.to === usual[at]?.to;
