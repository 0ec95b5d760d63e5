import { z } from 'zod';
import { day, id, line, seen } from '#lib/text.ts';
import { kinds } from './log.ts';

export const codeSchema = z.object({ code: line(100) });
export const nameSchema = z.object({ name: line(60) });

/** The day counts only where a second factor is asked at all. */
export const requirementSchema = z
  .object({ required: z.enum(['yes', 'no'], 'unknown_choice'), from: z.string().optional(), seen: seen() })
  .transform(({ required, from, seen }, context) => {
    if (required === 'no') return { from: null, seen };
    const parsed = day().safeParse(from);
    if (!parsed.success) context.addIssue({ code: 'custom', path: ['from'], message: 'not_a_day' });
    return { from: parsed.data ?? null, seen };
  });

/** What narrows the log; anything odd narrows nothing. */
export const logSchema = z.object({
  kind: z.enum(kinds).optional().catch(undefined),
  person: id().optional().catch(undefined),
  before: seen(),
});
