import type { z } from 'zod';
import { Invalid } from '#lib/errors.ts';
import type { Web } from './web.ts';

/** A form as it was sent: the text of each field, every value of fields that come more than once, and files. */
export interface Form {
  readonly values: Readonly<Record<string, string>>;
  readonly all: Readonly<Record<string, readonly string[]>>;
  readonly files: readonly File[];
}

/** Reads a form, by multipart or urlencoded. Empty file fields fall away. */
export async function readForm(c: Web): Promise<Form> {
  const data = await c.req.formData().catch(() => new FormData());
  // without a prototype, so that a field may be called anything
  const values: Record<string, string> = Object.create(null);
  const all: Record<string, string[]> = Object.create(null);
  const files: File[] = [];
  for (const [name, value] of data) {
    if (typeof value !== 'string') {
      if (value.size > 0 || value.name) files.push(value);
      continue;
    }
    values[name] = value;
    all[name] = [...(all[name] ?? []), value];
  }
  return { values, all, files };
}

/** The first issue of each field, by the field's name. */
export function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = issue.path.map(String).join('.') || 'form';
    fields[name] ??= /^[a-z_]+$/.test(issue.message) ? issue.message : 'unknown_choice';
  }
  return fields;
}

/** What `input` says by `schema`; throws `Invalid` with the key of a sentence for each field otherwise. */
export function parse<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input);
  if (!result.success) throw new Invalid(fieldsOf(result.error));
  return result.data;
}

/** What a field holds that a script filled with JSON; null where it holds none. */
export function readJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
