import {
  type CalendarError,
  type CalendarErrorCode,
  type HoursInput,
  WEEKDAYS,
} from '#agreement/calendar.ts';

const sentences: Record<CalendarErrorCode, string> = {
  no_hours: 'no_hours',
  overlap: 'hours_overlap',
  ends_before_it_begins: 'hours_end_first',
  unknown_zone: 'unknown_zone',
  bad_time: 'hours',
  bad_date: 'not_a_day',
  bad_number: 'not_a_number',
  duplicate_date: 'duplicate_date',
  unknown_country: 'unknown_country',
  no_office_time_ahead: 'no_office_time_ahead',
  out_of_range: 'no_office_time_ahead',
};

/** What to do about a calendar that makes no sense, at the field of the form where it stands. */
export function calendarField({ code, path }: CalendarError): Record<string, string> {
  return { [fieldOf(code, path)]: sentences[code] };
}

function fieldOf(code: CalendarErrorCode, [part, day, what]: CalendarError['path']): string {
  if (code === 'unknown_zone') return 'zone';
  if (code === 'unknown_country') return 'holidays';
  if (code === 'bad_number') return 'working_day';
  if (part === 'exceptions') return what === 'hours' ? 'hours' : 'date';
  if (part === 'hours' && WEEKDAYS.some((each) => each === day)) return `hours_${day}`;
  return 'form';
}

const interval = /^(\d{1,2})[:.](\d\d)\s*[-–—]\s*(\d{1,2})[:.](\d\d)$/;

/** Opening hours as people type them, «8:30-12:00, 13.00 – 17.00»; null when they are none. */
export function readHours(text: string): HoursInput[] | null {
  const hours: HoursInput[] = [];
  for (const each of text.split(/[,;]/).map((part) => part.trim())) {
    if (each === '') continue;
    const match = interval.exec(each);
    if (!match) return null;
    const [, opens = '', opensAt = '', closes = '', closesAt = ''] = match;
    hours.push([`${opens.padStart(2, '0')}:${opensAt}`, `${closes.padStart(2, '0')}:${closesAt}`]);
  }
  return hours;
}

/** Opening hours as the form shows them. */
export const writeHours = (hours: readonly HoursInput[] | undefined): string =>
  (hours ?? []).map(([opens, closes]) => `${opens}-${closes}`).join(', ');
