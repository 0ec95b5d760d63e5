import { type SpecialDay, specialDays } from '#agreement/special-days.ts';
import type { Page } from '#ui/page.ts';
import { Empty } from '#ui/parts.tsx';
import { sayDate } from '#ui/time.tsx';
import type { Office } from './office.ts';
import { settingsTexts } from './texts.ts';

interface CalendarProps {
  readonly page: Page;
  readonly office: Office;
  readonly today: string;
}

const months = 24;

/** Two years as the office's calendar has them: days closed by a holiday, and days with other hours. */
export const YearCalendar = ({ page, office, today }: CalendarProps) => {
  const say = settingsTexts(page.language);
  const first = Temporal.PlainDate.from(today).toPlainYearMonth();
  const end = first.add({ months }).toPlainDate({ day: 1 });
  const days = Temporal.PlainDate.from(today).until(end).days;
  const special = specialDays(office.calendar, today, days);
  if (special.length === 0) return <Empty>{say('calendar.none')}</Empty>;
  const byDate = new Map(special.map((each) => [each.date, each]));
  return (
    <>
      <p class="mb-4 text-secondary">{say('calendar.hint')}</p>
      <div class="grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] gap-x-6 gap-y-5" aria-hidden="true">
        {Array.from({ length: months }, (_, n) => (
          <MonthGrid page={page} month={first.add({ months: n })} special={byDate} today={today} />
        ))}
      </div>
      <details class="mt-4">
        <summary class="w-fit cursor-pointer py-1">{say('calendar.list')}</summary>
        <ul class="mt-2 grid gap-1">
          {special.map((each) => (
            <li class="flex flex-wrap gap-x-3">
              <span class="w-48">{sayDate(each.date, page)}</span>
              <span class="text-secondary">{wordsOf(each, page)}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
};

interface MonthProps {
  readonly page: Page;
  readonly month: Temporal.PlainYearMonth;
  readonly special: ReadonlyMap<string, SpecialDay>;
  readonly today: string;
}

const MonthGrid = ({ page, month, special, today }: MonthProps) => {
  const first = month.toPlainDate({ day: 1 });
  return (
    <div>
      <p class="mb-1 font-medium">{monthWords(first, page)}</p>
      <ol class="grid grid-cols-7 text-center text-sm tabular-nums">
        {Array.from({ length: month.daysInMonth }, (_, n) => {
          const date = first.add({ days: n });
          const key = date.toString();
          const found = special.get(key);
          return (
            <li class={n === 0 ? starts[date.dayOfWeek] : undefined}>
              <span
                class={`block rounded-field border px-1 ${lookOf(date, found, key < today)}`}
                title={found && wordsOf(found, page)}
              >
                {n + 1}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
};

// written out, so that the classes are found when the styles are made
const starts: Readonly<Record<number, string>> = {
  1: 'col-start-1',
  2: 'col-start-2',
  3: 'col-start-3',
  4: 'col-start-4',
  5: 'col-start-5',
  6: 'col-start-6',
  7: 'col-start-7',
};

function lookOf({ dayOfWeek }: Temporal.PlainDate, found: SpecialDay | undefined, past: boolean): string {
  if (found && found.hours.length === 0) return 'border-primary font-semibold text-primary';
  if (found) return 'border-transparent font-semibold underline underline-offset-2';
  return past || dayOfWeek > 5 ? 'border-transparent text-secondary' : 'border-transparent';
}

function wordsOf({ hours, why }: SpecialDay, { language }: Page): string {
  const times = hours.map(({ from, to }) => `${wall(from)}–${wall(to)}`).join(', ');
  return [why[language], times || settingsTexts(language)('calendar.closed')].filter(Boolean).join(' · ');
}

const two = (part: number) => String(part).padStart(2, '0');
const wall = (ms: number) => `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}`;

const monthWords = (first: Temporal.PlainDate, { language }: Page) =>
  first.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', { month: 'long', year: 'numeric' });
