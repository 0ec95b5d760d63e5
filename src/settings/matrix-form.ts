import { z } from 'zod';
import type { Agreement } from '#agreement/agreement.ts';
import { impactSchema, prioritySchema, urgencySchema } from '#agreement/agreement.ts';
import { parse } from '#auth/form.ts';
import { line } from '#lib/text.ts';

export const urgencies = urgencySchema.options;
export const impacts = impactSchema.options;
export const languages = ['nl', 'en'] as const;

type Terms = Pick<Agreement, 'matrix' | 'urgencies' | 'impacts'>;

const fields = z.object({
  ...Object.fromEntries(
    [...urgencies.map((each) => `urgency_${each}`), ...impacts.map((each) => `impact_${each}`)].flatMap(
      (name) => languages.map((language) => [`${name}_${language}`, line(500)]),
    ),
  ),
  ...Object.fromEntries(
    urgencies.flatMap((urgency) =>
      impacts.map((impact) => [
        `matrix_${urgency}_${impact}`,
        z.enum(prioritySchema.options, 'unknown_choice'),
      ]),
    ),
  ),
});

/** What urgency and impact mean and the priority that follows from them, as the form says it. */
export function readMatrix(values: Readonly<Record<string, string>>): Terms {
  const read = parse(fields, values) as Record<string, string>;
  const words = (name: string) => ({ nl: read[`${name}_nl`]!, en: read[`${name}_en`]! });
  const each = <K extends string, T>(keys: readonly K[], of: (key: K) => T) =>
    Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, T>;
  return {
    urgencies: each(urgencies, (urgency) => words(`urgency_${urgency}`)),
    impacts: each(impacts, (impact) => words(`impact_${impact}`)),
    matrix: each(urgencies, (urgency) =>
      each(impacts, (impact) => read[`matrix_${urgency}_${impact}`] as z.output<typeof prioritySchema>),
    ),
  };
}
