import { z } from 'zod';
import { costsSchema } from './costs.ts';
import { coverageSchema } from './coverage-rules.ts';
import { CalendarError } from './errors.ts';
import { type CalendarInput, readCalendar } from './hours.ts';

export { defaultAgreement } from './defaults.ts';

/** A problem's message is an English sentence; zod keeps its path, so that a form can show it at its field. */
const positive = z.number({ error: 'must be a number' }).positive({ error: 'must be more than 0' });
const whole = positive.int({ error: 'must be a whole number' });
const words = z.string({ error: 'must be a text' }).trim().min(1, { error: 'must not be empty' });
const object = {
  error: ({ code, input }: { code: string; input?: unknown }) => {
    if (code !== 'invalid_type') return undefined;
    return input === undefined ? 'is missing' : 'must be an object';
  },
};
const inTwo = z.strictObject({ nl: words, en: words }, object);

export const prioritySchema = z.enum(['high', 'medium', 'low'], { error: 'must be high, medium or low' });
export const urgencySchema = prioritySchema;
export const impactSchema = z.enum(['large', 'medium', 'small'], { error: 'must be large, medium or small' });

const targetSchema = z.union(
  [z.strictObject({ minutes: positive }), z.strictObject({ workingDays: positive })],
  {
    error: 'must be {"minutes": …} or {"workingDays": …}, more than 0',
  },
);
const pairSchema = z.strictObject({ response: targetSchema, solution: targetSchema }, object);

/** Office time within which to respond and to solve, by priority. */
export const targetsSchema = z.object({ high: pairSchema, medium: pairSchema, low: pairSchema }, object);

const pair = z.tuple([z.string(), z.string()], { error: 'must be two times, like ["08:30", "17:00"]' });
const hours = z.array(pair, { error: 'must be a list of opening hours' });
const date = z.string({ error: 'must be a date like 2026-12-24' });

/** Opening hours as an agency writes them; the times, the zone and the country are checked for sense as well. */
export const calendarSchema = z
  .object(
    {
      timeZone: z.string({ error: 'must be the name of a time zone, like Europe/Amsterdam' }),
      hours: z.strictObject(
        {
          mon: hours.optional(),
          tue: hours.optional(),
          wed: hours.optional(),
          thu: hours.optional(),
          fri: hours.optional(),
          sat: hours.optional(),
          sun: hours.optional(),
        },
        object,
      ),
      holidays: z.string({ error: 'must be a country code, like NL, or null' }).nullable().default(null),
      exceptions: z
        .array(z.object({ date, hours, reason: words.optional() }, object), {
          error: 'must be a list of exceptions',
        })
        .default([]),
      workingDayMinutes: positive,
    },
    object,
  )
  .superRefine((calendar: CalendarInput, context) => {
    report(context, () => readCalendar(calendar));
  });

export const agreementSchema = z.strictObject(
  {
    calendar: calendarSchema,
    targets: targetsSchema,
    /** Urgency, then impact, gives the priority. */
    matrix: z.strictObject({ high: row(), medium: row(), low: row() }, object),
    urgencies: z.strictObject({ high: inTwo, medium: inTwo, low: inTwo }, object),
    impacts: z.strictObject({ large: inTwo, medium: inTwo, small: inTwo }, object),
    /** What happens to a ticket that waits for sign-off; reminders and sign-off in working days, reopening in calendar days. */
    silence: z
      .strictObject(
        {
          remindAfterWorkingDays: z.array(positive),
          signOffAfterWorkingDays: positive,
          reopenWithinDays: whole,
        },
        object,
      )
      .superRefine((silence, context) => {
        for (const [index, days] of silence.remindAfterWorkingDays.entries()) {
          if (days >= silence.signOffAfterWorkingDays) {
            const path = ['remindAfterWorkingDays', index];
            context.addIssue({ code: 'custom', path, message: 'must come before the sign-off' });
          }
        }
      }),
    /** Parts of a target, in percent of its office time, at which the agency is warned. */
    warnAtPercent: z.array(positive),
    solverMayTest: z.boolean({ error: 'must be true or false' }),
    /** Who pays. Agreements from before it had a place here hold the published rules. */
    coverage: coverageSchema.prefault({}),
    /** What research costs and how long a client may take to decide. */
    costs: costsSchema.prefault({}),
  },
  object,
);

export type Agreement = z.output<typeof agreementSchema>;
export type Priority = z.output<typeof prioritySchema>;
export type Urgency = z.output<typeof urgencySchema>;
export type Impact = z.output<typeof impactSchema>;
export type Targets = z.output<typeof targetsSchema>;
export type Target = z.output<typeof targetSchema>;

/** The priority that the agreement's table gives. */
export function priorityOf(agreement: Pick<Agreement, 'matrix'>, urgency: Urgency, impact: Impact): Priority {
  return agreement.matrix[urgency][impact];
}

/** A target as office time in ms, rounded to the millisecond. */
export function targetMs(target: Target, workingDayMinutes: number): number {
  const minutes = 'minutes' in target ? target.minutes : target.workingDays * workingDayMinutes;
  return Math.round(minutes * 60_000);
}

function row() {
  return z.strictObject({ large: prioritySchema, medium: prioritySchema, small: prioritySchema }, object);
}

type Context = { addIssue(issue: { code: 'custom'; path: PropertyKey[]; message: string }): void };

function report(context: Context, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    context.addIssue({ code: 'custom', path: [...error.path], message: error.message });
  }
}
