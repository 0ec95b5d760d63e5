import { z } from 'zod';
import { line } from '#lib/text.ts';

const longestName = 60;
const longestQuery = 1_000;

export const viewNameSchema = z.object({ name: line(longestName) });

/** What a view is made of: the filters as they stand in the address of the queue. */
export const viewSchema = viewNameSchema.extend({
  query: line(longestQuery),
  team: z
    .enum(['yes', 'no'], 'unknown_choice')
    .default('no')
    .transform((value) => value === 'yes'),
});
export type ViewInput = z.output<typeof viewSchema>;
