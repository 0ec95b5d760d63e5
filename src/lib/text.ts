import { z } from 'zod';
import { hundredths } from './money.ts';

/** The longest text that a person can send in one field, in UTF-16 units. */
export const longestText = 100_000;

const storable = (value: string) => value.isWellFormed() && !value.includes('\u0000');

/**
 * A line of text: trimmed, one line, at most `max` long. Issues carry the key of a sentence
 * (`required`, `too_long`, `odd_characters`).
 */
export const line = (max = 200) =>
  z
    .string('required')
    .refine(storable, 'odd_characters')
    .transform((value) => value.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().min(1, 'required').max(max, 'too_long'));

/** The first words of a text, as a title: its first line or sentence, cut between two words after 60 characters. */
export function firstWords(text: string, max = 60): string {
  const [first = ''] = text.trim().split(/\n|(?<=[.!?])\s/u);
  const whole = first.replace(/\s+/gu, ' ').trim().replace(/\.$/u, '');
  const letters = [...whole];
  if (letters.length <= max) return whole;
  const cut = letters.slice(0, max).join('');
  return `${/^(.{20,})\s/u.exec(cut)?.[1] ?? cut}…`;
}

/** A line that may be left empty; empty becomes null. */
export const optionalLine = (max = 200) =>
  z
    .string()
    .default('')
    .refine(storable, 'odd_characters')
    .transform((value) => value.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().max(max, 'too_long'))
    .transform((value) => value || null);

/** Text of several lines, trimmed, with line ends as LF. */
export const text = (max = longestText) =>
  z
    .string('required')
    .refine(storable, 'odd_characters')
    .transform((value) => value.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, 'required').max(max, 'too_long'));

/** Text of several lines that may be left empty; empty stays the empty string. */
export const optionalText = (max = longestText) =>
  z
    .string()
    .default('')
    .refine(storable, 'odd_characters')
    .transform((value) => value.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(max, 'too_long'));

/** Several values, one a line; empty lines fall away. */
export const lines = (maxLines = 50, maxLength = 200) =>
  optionalText().transform((value, context) => {
    const all = value
      .split('\n')
      .map((each) => each.trim())
      .filter(Boolean);
    if (all.length > maxLines || all.some((each) => each.length > maxLength))
      context.addIssue({ code: 'custom', message: 'too_long' });
    return all;
  });

/** An e-mail address, lower-cased, of a form that mail servers agree upon. */
export const emailAddress = () =>
  z
    .string('required')
    .refine(storable, 'odd_characters')
    .transform((value) => value.trim().toLowerCase())
    .pipe(z.string().min(1, 'required').max(254, 'too_long').pipe(z.email('not_an_address')));

/** A checkbox: there or not. */
export const tick = () =>
  z
    .string()
    .optional()
    .transform((value) => value !== undefined);

/** One id that the program made. */
export const id = () => z.uuid('unknown_choice');

/** The last event that the sender of a form had seen of its subject; anything odd counts as not said. */
export const seen = () =>
  z
    .string()
    .optional()
    .transform((value) => (value && /^\d{1,15}$/.test(value) ? Number(value) : undefined));

/** A new password: as typed, since spaces count. */
export const newPassword = () =>
  z
    .string('required')
    .refine(storable, 'odd_characters')
    .pipe(z.string().min(1, 'required').min(10, 'password_too_short').max(200, 'too_long'));

/** A whole number as people type it. */
export const whole = (min: number, max: number) =>
  z
    .string('required')
    .trim()
    .min(1, 'required')
    .regex(/^\d{1,9}$/, 'not_a_number')
    .transform(Number)
    .pipe(z.number().min(min, 'too_small').max(max, 'too_large'));

/** Several whole numbers with commas between them, rising; may be empty. `wrong` is the key of what to do. */
export const wholeNumbers = (max: number, wrong: string) =>
  optionalLine(100).transform((value, context) => {
    const all = (value ?? '').split(/[,;\s]+/).filter(Boolean);
    const wholes = all.map(Number).sort((a, b) => a - b);
    if (!all.every((each) => /^\d{1,4}$/.test(each)) || wholes.some((each) => each < 1 || each > max))
      context.addIssue({ code: 'custom', message: wrong });
    return [...new Set(wholes)];
  });

/** A day as `<input type="date">` sends it, `2026-11-23`. */
export const day = () =>
  z
    .string('not_a_day')
    .trim()
    .pipe(z.iso.date('not_a_day'))
    .refine((value) => value >= '2000' && value < '2200', 'not_a_day');

/** An amount in euros as people type it, «45» or «45,50», in cents; empty becomes null. */
export const euros = () =>
  optionalLine(20).transform((value, context) => {
    if (value === null) return null;
    const cents = hundredths(value);
    if (cents !== null && cents < 100_000_000) return cents;
    context.addIssue({ code: 'custom', message: 'not_an_amount' });
    return z.NEVER;
  });
