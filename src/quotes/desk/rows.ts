import { parse } from '#auth/form.ts';
import { Invalid } from '#lib/errors.ts';
import { amountOf, largestAmount, type QuoteLine } from '../amounts.ts';
import { type DraftInput, draftSchema, lineSchema, mostLines } from '../schema.ts';

type Values = Readonly<Record<string, string>>;

/** The fields of one line in the form, as `line.3.price`. */
export const field = (row: number, name: string) => `line.${row}.${name}`;

/** The rows of lines that came with a form, by their numbers. */
export const rowsIn = (values: Values): number[] =>
  Array.from({ length: mostLines + 1 }, (_, row) => row).filter(
    (row) => values[field(row, 'description')] !== undefined,
  );

const isBlank = (values: Values, row: number) =>
  !values[field(row, 'description')]?.trim() && !values[field(row, 'price')]?.trim();

/** A form without the lines of one row. */
export const withoutRow = (values: Values, row: number): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(`line.${row}.`)));

/** The draft that a form holds; blank rows fall away. Throws `Invalid` with the fields of every row. */
export function readDraft(values: Values): DraftInput {
  const errors: Record<string, string> = {};
  const lines: QuoteLine[] = [];
  for (const row of rowsIn(values).filter((each) => !isBlank(values, each))) {
    const result = lineSchema.safeParse({
      kind: values[field(row, 'kind')],
      description: values[field(row, 'description')],
      quantity: values[field(row, 'quantity')],
      price: values[field(row, 'price')],
      vat: values[field(row, 'vat')],
      optional: values[field(row, 'optional')] !== undefined,
    });
    if (result.success) lines.push(result.data);
    else
      for (const { path, message } of result.error.issues)
        errors[field(row, String(path[0]))] ??= /^[a-z_]+$/.test(message) ? message : 'unknown_choice';
  }
  if (lines.length > mostLines) errors.form = 'too_many_lines';
  if (lines.reduce((sum, each) => sum + amountOf(each), 0) > largestAmount) errors.form = 'sum_too_large';
  try {
    const facts = parse(draftSchema, values);
    if (Object.keys(errors).length === 0) return { ...facts, lines };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    throw new Invalid({ ...error.fields, ...errors });
  }
  throw new Invalid(errors);
}
