import type { OfficeCalendar } from './calendar.ts';
import { closedParts } from './closures.ts';
import type { Language } from './holidays.ts';
import type { Stretch } from './stretches.ts';
import { dayWords, minutesWords, timeWords, words } from './words.ts';

export type { Language } from './holidays.ts';

export interface ExplainOptions {
  readonly language: Language;
  /** Who reads it: waiting is «bij de klant» for the agency and «bij u» for the client. */
  readonly audience: 'staff' | 'client';
}

/** A part of the explanation; instants in epoch ms, `minutes` the office time in it, breaks left out. */
export interface ExplainedPart {
  readonly from: number;
  readonly to: number;
  readonly kind: Stretch['kind'];
  readonly minutes: number;
  readonly label: string;
}

/** Beyond this many days a weekday's name alone would be ambiguous. */
const UNDATED_DAYS = 6;
const DAY = 86_400_000;

/**
 * Stretches in words: «vr 16:30–17:00 30 min · weekend · ma 08:30–10:00 90 min». One part per working day, a break in it
 * included; closed days by the name of what closed them. The parts follow one another without gaps; the text leaves
 * out the nights between two of them.
 */
export function explain(
  stretches: readonly Stretch[],
  calendar: OfficeCalendar,
  options: ExplainOptions,
): { text: string; parts: ExplainedPart[] } {
  const { language } = options;
  const first = stretches[0];
  const dated = first !== undefined && stretches.at(-1)!.to - first.from > UNDATED_DAYS * DAY;
  const parts = byDay(stretches, calendar).flatMap((stretch) =>
    stretch.kind === 'closed'
      ? closedParts(stretch, calendar, language)
      : [openPart(stretch, calendar, { ...options, dated })],
  );
  const night = words[language].outside;
  const shown = parts.filter(
    ({ label }, index) => label !== night || index === 0 || index === parts.length - 1,
  );
  return { text: shown.map(({ label }) => label).join(' · '), parts };
}

/** Open stretches cut at midnight, and joined with their neighbours of the same kind and day over a break. */
function byDay(stretches: readonly Stretch[], calendar: OfficeCalendar): Stretch[] {
  const days: Stretch[] = [];
  const cut = stretches.flatMap((stretch) =>
    stretch.kind === 'closed' ? [stretch] : cutAtMidnight(stretch, calendar),
  );
  for (const stretch of cut) {
    const pause = days.at(-1);
    const earlier = days.at(-2);
    const overBreak =
      pause?.kind === 'closed' &&
      earlier?.kind === stretch.kind &&
      calendar.dayAt(earlier.from).day === calendar.dayAt(stretch.from).day;
    if (overBreak) {
      const officeMs = earlier.officeMs + stretch.officeMs;
      days.splice(-2, 2, { from: earlier.from, to: stretch.to, kind: stretch.kind, officeMs });
    } else {
      days.push(stretch);
    }
  }
  return days;
}

function cutAtMidnight(stretch: Stretch, calendar: OfficeCalendar): Stretch[] {
  const cut: Stretch[] = [];
  let from = stretch.from;
  while (from < stretch.to) {
    const to = Math.min(stretch.to, calendar.dayAt(from).to);
    cut.push({ from, to, kind: stretch.kind, officeMs: to - from });
    from = to;
  }
  return cut;
}

function openPart(
  { from, to, kind, officeMs }: Stretch,
  calendar: OfficeCalendar,
  { language, audience, dated }: ExplainOptions & { dated: boolean },
): ExplainedPart {
  const day = calendar.dayAt(from);
  const minutes = officeMs / 60_000;
  const what = kind === 'waiting' ? words[language].waiting[audience] : minutesWords(minutes, language);
  const times = `${timeWords(from, day)}–${timeWords(to, day)}`;
  return { from, to, kind, minutes, label: `${dayWords(day.day, { language, dated })} ${times} ${what}` };
}
