import { z } from 'zod';
import { optionalLine } from '#lib/text.ts';
import { folded } from './frame.ts';

const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const two = (part: string) => part.padStart(2, '0');

/** A day as `2026-11-23` or `23-11-2026`; empty becomes null. */
const anyDay = () =>
  optionalLine(20).transform((value, context) => {
    if (value === null) return null;
    const parts = dutch.exec(value);
    const iso = parts ? `${parts[3]}-${two(parts[2]!)}-${two(parts[1]!)}` : value;
    if (z.iso.date().safeParse(iso).success && iso >= '2000' && iso < '2200') return iso;
    context.addIssue({ code: 'custom', message: 'day_cell' });
    return z.NEVER;
  });

export const optionalDayCell = () => anyDay();
export const dayCell = () =>
  anyDay()
    .refine((value) => value !== null, 'required')
    .transform((value) => value!);

/** One of several words, in either language; empty is `otherwise`, or refused without one. */
export const choiceCell = <T extends string>(
  words: Readonly<Record<T, readonly string[]>>,
  otherwise?: NoInfer<T>,
) =>
  optionalLine(100).transform((value, context): T => {
    if (value === null && otherwise !== undefined) return otherwise;
    const all = Object.entries(words) as [T, readonly string[]][];
    const found = all.find(([name, known]) =>
      [name, ...known].some((each) => folded(each) === folded(value ?? '')),
    );
    if (found) return found[0];
    context.addIssue({ code: 'custom', message: value === null ? 'required' : 'choice_cell' });
    return z.NEVER;
  });

export const yesNoCell = () =>
  choiceCell(
    { yes: ['ja', 'j', 'x', '1', 'true', 'waar'], no: ['nee', 'n', '0', 'false', 'onwaar'] },
    'no',
  ).transform((value) => value === 'yes');

/** Several names with commas or semicolons between them. */
export const listCell = () =>
  optionalLine(2_000).transform((value) =>
    (value ?? '')
      .split(/[,;|]/)
      .map((each) => each.trim())
      .filter(Boolean),
  );
