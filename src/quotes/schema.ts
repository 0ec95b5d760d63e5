import { z } from 'zod';
import { vatKinds } from '#costs/vat.ts';
import { languages } from '#lib/language.ts';
import { hundredths } from '#lib/money.ts';
import { day, id, line, optionalText, seen, text } from '#lib/text.ts';
import { amountOf, largestAmount, type QuoteLine } from './amounts.ts';

export const lineKinds = ['hours', 'fixed'] as const;

/** The most lines of one quote. */
export const mostLines = 60;

/** A number above nothing with at most two decimals, in hundredths; `wrong` says what it should look like. */
const positive = (most: number, wrong: string) =>
  z
    .string('required')
    .trim()
    .min(1, 'required')
    .transform((typed, context) => {
      const value = hundredths(typed);
      const problem =
        value === null
          ? /^-/.test(typed)
            ? 'not_above_zero'
            : /^(?:€\s?)?\d+[.,]\d{3,}$/.test(typed)
              ? 'too_many_decimals'
              : wrong
          : value === 0
            ? 'not_above_zero'
            : value > most
              ? 'too_large'
              : null;
      if (problem === null) return value!;
      context.addIssue({ code: 'custom', message: problem });
      return z.NEVER;
    });

/** One line as a form holds it. */
export const lineSchema = z
  .object({
    kind: z.enum(lineKinds, 'unknown_choice'),
    description: line(300),
    quantity: positive(1_000_000, 'not_a_quantity'),
    price: positive(largestAmount, 'not_an_amount'),
    vat: z
      .enum(vatKinds as [string, ...string[]], 'unknown_choice')
      .transform((vat) => vat as QuoteLine['vat']),
    optional: z.boolean(),
  })
  .transform(({ price, ...rest }, context): QuoteLine => {
    const made = { ...rest, unitCents: price };
    if (amountOf(made) > largestAmount)
      context.addIssue({ code: 'custom', message: 'too_large', path: ['price'] });
    if (amountOf(made) < 1) context.addIssue({ code: 'custom', message: 'not_above_zero', path: ['price'] });
    return made;
  });

/** A day that may be left open. */
const optionalDay = () =>
  z
    .string()
    .default('')
    .transform((value) => value.trim() || null)
    .pipe(day().nullable());

/** What a draft holds beside its lines. */
export const draftSchema = z
  .object({
    title: line(150),
    introduction: optionalText(5_000),
    conditions: text(20_000),
    valid_until: day(),
    planned_on: optionalDay(),
    language: z.enum(languages, 'unknown_choice'),
    seen: seen(),
  })
  .transform(({ valid_until: validUntil, planned_on: plannedOn, ...rest }) => ({
    ...rest,
    validUntil,
    plannedOn,
  }));

export type DraftInput = z.output<typeof draftSchema> & { readonly lines: readonly QuoteLine[] };

/** For whom a new quote is: a ticket, or an organisation alone. */
export const newSchema = z.object({ organisationId: id(), title: line(150) });

/** How the numbers of ticked lines come with a form. */
export const ticksIn = (values: readonly string[] | undefined): number[] =>
  (values ?? [])
    .flatMap((each) => each.split(','))
    .filter((each) => /^\d{1,3}$/.test(each))
    .map(Number);

export const agreeSchema = z.object({ name: line(150), role: line(150) });
export const codeSchema = z.object({
  code: z
    .string('required')
    .transform((typed) => typed.replaceAll(/\s/g, ''))
    .pipe(
      z
        .string()
        .min(1, 'required')
        .regex(/^\d{6}$/, 'not_a_code'),
    ),
});
export const declineSchema = z.object({ reason: text(5_000) });
export const askSchema = z.object({ body: text(10_000) });
export const forwardSchema = z.object({ to: id() });
export const elsewhereSchema = z.object({
  acceptedBy: id(),
  name: line(150),
  role: line(150),
});
export const withdrawSchema = z.object({ reason: text(5_000) });
