import type { Agreement, Priority } from './agreement.ts';
import { type OfficeCalendar, officeCalendar } from './calendar.ts';
import { clocksOf, stretchesOf } from './clocks.ts';
import { CalendarError } from './errors.ts';
import { explain, type Language } from './explain.ts';
import { presentClocks } from './replay.ts';
import { momentWords, targetWords, words } from './words.ts';

export interface AgreementVersion {
  readonly version?: number | undefined;
  /** The ISO date from which it holds; null is since ever. */
  readonly validFrom: string | null;
  readonly agreement: Agreement;
}

export interface DueQuestion {
  readonly priority: Priority;
  /** With `Z` or an offset as it says; without, a time on the office's wall. */
  readonly at: string;
  readonly language: Language;
}

const texts = {
  nl: {
    reported: (priority: string, at: string, zone: string) =>
      `Gemeld ${at} (${zone}), prioriteit ${priority}.`,
    response: 'Reactie uiterlijk',
    solution: 'Oplossing, streven',
    officeTime: 'kantoortijd',
  },
  en: {
    reported: (priority: string, at: string, zone: string) =>
      `Reported ${at} (${zone}), ${priority} priority.`,
    response: 'Response by',
    solution: 'Solution, target',
    officeTime: 'of office time',
  },
};

/**
 * When response and solution of a ticket reported at that moment are due, by the agreement in force on that date and the
 * office hours of the days concerned. `json` has the shape of `nazorg replay`: the clocks at the moment of the report,
 * and as stretches the way to the solution's deadline. `text` says the same to people.
 */
export function dueOf(versions: readonly AgreementVersion[], { priority, at, language }: DueQuestion) {
  const calendar = officeCalendar(
    versions.map((version) => ({ validFrom: version.validFrom, calendar: version.agreement.calendar })),
  );
  const now = momentOf(at, calendar);
  const { targets, calendar: own } = agreementOn(versions, calendar.localDate(now));
  const clocks = clocksOf({
    calendar,
    targets,
    workingDayMinutes: own.workingDayMinutes,
    events: [{ at: now, type: 'reported', priority }],
    now,
  });
  const pathTo = (due: number) => stretchesOf(calendar, { from: now, to: due, pauses: [] });
  const text = texts[language];
  const line = (which: 'response' | 'solution') => {
    const { due } = clocks[which];
    const how = explain(pathTo(due), calendar, { language, audience: 'staff' }).text;
    const target = targets[priority][which];
    const unit = 'minutes' in target ? ` ${text.officeTime}` : '';
    const within = targetWords(target, language) + unit;
    return `${text[which]} ${momentWords(due, calendar, language)} (${within}): ${how}`;
  };
  const zone = calendar.dayAt(now).calendar.zone.name;
  const head = text.reported(words[language].priority[priority], momentWords(now, calendar, language), zone);
  return {
    json: presentClocks({ ...clocks, stretches: pathTo(clocks.solution.due) }),
    text: [head, line('response'), line('solution')].join('\n'),
  };
}

/** The agreement in force on a local date; before the first of them, the first. */
export function agreementOn(versions: readonly AgreementVersion[], date: string): Agreement {
  const inOrder = [...versions].sort((a, b) => {
    const [one, other] = [a.validFrom ?? '', b.validFrom ?? ''];
    return one < other ? -1 : one > other ? 1 : 0;
  });
  const held =
    inOrder.filter(({ validFrom }) => validFrom === null || validFrom <= date).at(-1) ?? inOrder[0];
  if (!held) throw new RangeError('there is no agreement');
  return held.agreement;
}

function momentOf(text: string, calendar: OfficeCalendar): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    // Not an instant: a time on the wall, or nothing of the kind.
  }
  try {
    return calendar.instantOf(text);
  } catch {
    throw new CalendarError('bad_time', `“${text}” is not a moment like 2026-10-23T16:30`);
  }
}
