import { z } from 'zod';
import { calendarSchema, prioritySchema, targetsSchema } from './agreement.ts';
import { type OfficeCalendar, officeCalendar } from './calendar.ts';
import { type Clock, type Clocks, clocksOf } from './clocks.ts';
import { CalendarError, ClockError } from './errors.ts';
import { answerLines, type Lines, parseJson, placed, problemWords, type Write } from './lines.ts';

const instant = z
  .string({ error: 'must be an instant like 2026-10-16T07:30:00Z' })
  .transform((text, context) => {
    try {
      return Temporal.Instant.from(text).epochMilliseconds;
    } catch {
      const message = `“${text}” is not an instant like 2026-10-16T07:30:00Z`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
  });
const reason = z.string({ error: 'must be a text' }).optional();
const plainTypes = ['responded', 'wait_started', 'wait_ended', 'delivered', 'refused', 'signed_off'] as const;
const known = `must be one of reported, ${plainTypes.join(', ')}, priority_changed`;

const eventSchema = z.discriminatedUnion(
  'type',
  [
    z.object({
      at: instant,
      type: z.enum(['reported', 'priority_changed']),
      priority: prioritySchema,
      reason,
    }),
    z.object({ at: instant, type: z.enum(plainTypes), priority: prioritySchema.optional(), reason }),
  ],
  { error: (issue) => (issue.code === 'invalid_union' ? known : 'must be an event') },
);

const documentSchema = z.object(
  {
    calendar: z.unknown().optional(),
    targets: targetsSchema,
    events: z.array(eventSchema, { error: 'must be a list of events' }),
    now: instant,
  },
  { error: 'must be one JSON object' },
);

type ReadCalendar = { office: OfficeCalendar; workingDayMinutes: number };

/** Documents of one source mostly share a calendar; more than these are not kept. */
const KEPT = 1000;
const calendars = new Map<string, ReadCalendar>();

/**
 * One document of `nazorg replay`, JSON in and JSON out, without a line break. A document that makes no sense gives
 * `{"error": "…"}`, with the place in the document and what is wrong there; it never throws.
 */
export function replayLine(line: string): string {
  try {
    return JSON.stringify(presentClocks(replayDocument(parseJson(line))));
  } catch (error) {
    return JSON.stringify({ error: wordsOf(error) });
  }
}

/** Answers a stream of documents line by line. */
export const replay = (input: Lines, write: Write): Promise<void> => answerLines(input, write, replayLine);

/** Clocks as `nazorg replay` prints them: instants in UTC, amounts of office time in minutes. */
export function presentClocks({ response, solution, stretches }: Clocks) {
  return {
    response: presentClock(response),
    solution: {
      ...presentClock(solution),
      spentMinutes: solution.spentMs / 60_000,
      waiting: solution.waiting,
    },
    stretches: stretches.map(({ from, to, kind, officeMs }) => ({
      from: isoText(from),
      to: isoText(to),
      kind,
      minutes: officeMs / 60_000,
    })),
  };
}

/** An instant in UTC, with a fraction only where there is one. */
export function isoText(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

function replayDocument(json: unknown): Clocks {
  const { calendar: input, ...document } = documentSchema.parse(json);
  const { office, workingDayMinutes } = calendarOf(input);
  return clocksOf({ ...document, calendar: office, workingDayMinutes });
}

function calendarOf(input: unknown): ReadCalendar {
  const key = JSON.stringify(input) ?? '';
  let found = calendars.get(key);
  if (!found) {
    const parsed = z.object({ calendar: calendarSchema }).parse({ calendar: input }).calendar;
    found = {
      office: officeCalendar([{ validFrom: null, calendar: parsed }]),
      workingDayMinutes: parsed.workingDayMinutes,
    };
    if (calendars.size >= KEPT) calendars.clear();
    calendars.set(key, found);
  }
  return found;
}

function presentClock({ due, met, missed, missedByChange }: Clock) {
  return { due: isoText(due), met: met === null ? null : isoText(met), missed, missedByChange };
}

function wordsOf(error: unknown): string {
  if (error instanceof CalendarError) return placed(['calendar', ...error.path], error.message);
  if (error instanceof ClockError) {
    const path = error.index === undefined ? ['events'] : ['events', error.index];
    return placed(error.code === 'now_before_report' ? ['now'] : path, error.message);
  }
  return problemWords(error);
}
