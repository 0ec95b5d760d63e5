import type { z } from 'zod';
import { type Form, fieldsOf } from '#auth/form.ts';
import { personOf, type Web } from '#auth/web.ts';
import { Invalid } from '#lib/errors.ts';
import type { KeptFile } from '#ui/form.tsx';
import { keepFiles, keptFiles, largestFile, mostFiles, readFiles } from './attachments.ts';

/** The files of a form, kept whatever becomes of the form. */
export interface HandedIn {
  /** Those that came now and those that came with an earlier try, for the form when it is shown again. */
  readonly kept: readonly KeptFile[];
  readonly ids: readonly string[];
  /** The key of what was wrong with those that were left out. */
  readonly problem: string | undefined;
}

/**
 * Keeps the files of a form before anything else is done with it, so that a form that cannot be taken loses
 * none. A file that is too large or one too many is left out, and said.
 */
export async function handIn(c: Web, form: Form): Promise<HandedIn> {
  const { scope, files: store } = c.var;
  const person = personOf(c);
  const earlier = await keptFiles(scope, person, form.all.kept ?? []);
  const small = form.files.filter((file) => file.size <= largestFile);
  const taken = await readFiles(small.slice(0, mostFiles - earlier.length));
  const ids = await keepFiles(scope, store, person, taken);
  const kept = [...earlier, ...taken.map(({ name }, index) => ({ id: ids[index]!, name }))];
  const problem =
    small.length < form.files.length
      ? 'file_too_large'
      : taken.length < small.length
        ? 'too_many_files'
        : undefined;
  return { kept, ids: kept.map(({ id }) => id), problem };
}

/** What a form with files says by `schema`; throws `Invalid` for its fields and its files together otherwise. */
export function parseWithFiles<T extends z.ZodType>(
  schema: T,
  input: unknown,
  { problem }: HandedIn,
): z.output<T> {
  const result = schema.safeParse(input);
  const files: Record<string, string> = problem ? { files: problem } : {};
  if (!result.success) throw new Invalid({ ...fieldsOf(result.error), ...files });
  if (problem) throw new Invalid(files);
  return result.data;
}
