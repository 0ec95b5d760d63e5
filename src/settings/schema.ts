import { z } from 'zod';
import { prioritySchema, type Targets } from '#agreement/agreement.ts';
import { type HoursInput, WEEKDAYS, type Weekday } from '#agreement/calendar.ts';
import { fieldsOf } from '#auth/form.ts';
import { Invalid } from '#lib/errors.ts';
import { languages } from '#lib/language.ts';
import { day, line, optionalLine, seen, tick, whole, wholeNumbers } from '#lib/text.ts';
import { readHours } from './calendar-field.ts';

const hours = () =>
  optionalLine(200).transform((value, context): HoursInput[] => {
    const read = readHours(value ?? '');
    if (!read) context.addIssue({ code: 'custom', message: 'hours' });
    return read ?? [];
  });

/** A name that can stand before an address without quotes. */
const senderName = () =>
  optionalLine(100).refine((value) => !value || !/[<>"\\]/.test(value), 'not_a_sender');

export const agencySchema = z
  .object({
    name: line(100),
    accent: z
      .string('required')
      .trim()
      .toLowerCase()
      .regex(/^#[0-9a-f]{6}$/, 'accent'),
    language: z.enum(languages, 'unknown_choice'),
    sender_name: senderName(),
    sender_address: optionalLine(254)
      .transform((value) => value?.toLowerCase() ?? null)
      .refine((value) => !value || z.email().safeParse(value).success, 'not_an_address'),
    seen: seen(),
  })
  .refine(({ sender_name, sender_address }) => !sender_name || sender_address, {
    path: ['sender_address'],
    message: 'required',
  });

const from = { valid_from: day(), seen: seen() };

const weekdayFields = Object.fromEntries(WEEKDAYS.map((each) => [`hours_${each}`, hours()])) as Record<
  `hours_${Weekday}`,
  ReturnType<typeof hours>
>;

export const hoursSchema = z.object({
  ...weekdayFields,
  zone: line(100),
  holidays: optionalLine(20).transform((value) => value?.toUpperCase() ?? null),
  working_day: whole(1, 1440),
  ...from,
});

export const exceptionSchema = z.object({
  date: day(),
  hours: hours(),
  reason: optionalLine(200),
  seen: seen(),
});

export const remindersSchema = z
  .object({
    remind: wholeNumbers(250, 'reminders'),
    sign_off: whole(1, 250),
    reopen: whole(1, 3650),
    warn: wholeNumbers(1000, 'percentages'),
    solver_may_test: tick(),
    ...from,
  })
  .refine(({ remind, sign_off }) => remind.every((days) => days < sign_off), {
    path: ['remind'],
    message: 'reminders',
  });

export const fromSchema = z.object(from);

export const units = ['minutes', 'hours', 'working_days'] as const;
export const clocks = ['response', 'solution'] as const;
export const priorities = prioritySchema.options;

const targetSchema = z.object({ amount: whole(1, 100_000), unit: z.enum(units, 'unknown_choice') });
const longestTarget = { minutes: 100_000, hours: 2_000, working_days: 250 };

/** The six targets, from fields like `high_response_amount` and `high_response_unit`. */
export function readTargets(values: Readonly<Record<string, string>>): Targets {
  const problems: Record<string, string> = {};
  const read = (name: string) => {
    const input = { amount: values[`${name}_amount`], unit: values[`${name}_unit`] };
    const result = targetSchema.safeParse(input);
    const found = result.success ? result.data : { amount: 1, unit: 'minutes' as const };
    const wrong = result.error ? fieldsOf(result.error) : {};
    if (found.amount > longestTarget[found.unit]) wrong.amount = 'too_large';
    for (const [field, sentence] of Object.entries(wrong)) problems[`${name}_${field}`] = sentence;
    if (found.unit === 'working_days') return { workingDays: found.amount };
    return { minutes: found.unit === 'hours' ? found.amount * 60 : found.amount };
  };
  const pair = (priority: string) => ({
    response: read(`${priority}_response`),
    solution: read(`${priority}_solution`),
  });
  const targets = { high: pair('high'), medium: pair('medium'), low: pair('low') };
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  return targets;
}

/** A target as the form shows it. */
export function writeTarget(target: Targets['high']['response']): {
  amount: string;
  unit: (typeof units)[number];
} {
  if ('workingDays' in target) return { amount: String(target.workingDays), unit: 'working_days' };
  const whole = target.minutes % 60 === 0;
  return whole
    ? { amount: String(target.minutes / 60), unit: 'hours' }
    : { amount: String(target.minutes), unit: 'minutes' };
}
