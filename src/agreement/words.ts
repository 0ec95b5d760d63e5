import type { Target } from './agreement.ts';
import type { OfficeCalendar, OfficeDay } from './calendar.ts';
import type { Language } from './holidays.ts';

const DAY = 86_400_000;

/** The words of the agreement for people, in both languages. */
export const words = {
  nl: {
    weekdays: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
    months: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
    weekend: 'weekend',
    closed: 'gesloten',
    outside: 'buiten kantoortijd',
    waiting: { staff: 'bij de klant', client: 'bij u' },
    priority: { high: 'hoog', medium: 'middel', low: 'laag' },
    hour: ['uur', 'uur'],
    minute: ['minuut', 'minuten'],
    workingDay: ['werkdag', 'werkdagen'],
  },
  en: {
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    weekend: 'weekend',
    closed: 'closed',
    outside: 'outside office hours',
    waiting: { staff: 'with the client', client: 'with you' },
    priority: { high: 'high', medium: 'medium', low: 'low' },
    hour: ['hour', 'hours'],
    minute: ['minute', 'minutes'],
    workingDay: ['working day', 'working days'],
  },
} as const;

/** Monday is 0. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** «vr», and with the date «vr 23 okt». */
export function dayWords(day: number, { language, dated }: { language: Language; dated: boolean }): string {
  const { weekdays, months } = words[language];
  const date = new Date(day * DAY);
  const name = weekdays[weekdayOf(day)]!;
  return dated ? `${name} ${date.getUTCDate()} ${months[date.getUTCMonth()]}` : name;
}

/** «vr 23 okt 2026 16:30», on the office's wall. */
export function momentWords(at: number, calendar: OfficeCalendar, language: Language): string {
  const office = calendar.dayAt(at);
  const year = new Date(office.day * DAY).getUTCFullYear();
  return `${dayWords(office.day, { language, dated: true })} ${year} ${timeWords(at, office)}`;
}

/** The time on the office's wall, seconds only where there are some; the end of the day is 24:00. */
export function timeWords(at: number, { day, to, calendar }: OfficeDay): string {
  if (at === to) return '24:00';
  const seconds = Math.floor((at + calendar.zone.offsetAt(at) - day * DAY) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (parts[2] === 0 ? parts.slice(0, 2) : parts).map((part) => String(part).padStart(2, '0')).join(':');
}

/** «90 min», to a hundredth. */
export function minutesWords(minutes: number, language: Language): string {
  return `${numberWords(Math.round(minutes * 100) / 100, language)} min`;
}

/** «2 uur», «90 minuten» or «3 werkdagen». */
export function targetWords(target: Target, language: Language): string {
  const { hour, minute, workingDay } = words[language];
  const count = (amount: number, [one, more]: readonly [string, string]) =>
    `${numberWords(amount, language)} ${amount === 1 ? one : more}`;
  if ('workingDays' in target) return count(target.workingDays, workingDay);
  return target.minutes % 60 === 0 ? count(target.minutes / 60, hour) : count(target.minutes, minute);
}

function numberWords(amount: number, language: Language): string {
  return language === 'nl' ? String(amount).replace('.', ',') : String(amount);
}
