import { z } from 'zod';
import { day, id } from '#lib/text.ts';

export const dutySchema = z.object({ in_hours: z.array(id()), out_of_hours: z.array(id()) });

export const absenceSchema = z
  .object({
    person: id(),
    first_day: day(),
    last_day: day(),
    substitute: z.union([z.literal('').transform(() => null), id()]),
  })
  .refine(({ first_day, last_day }) => last_day >= first_day, {
    path: ['last_day'],
    message: 'ends_before_it_begins',
  })
  .refine(({ person, substitute }) => person !== substitute, {
    path: ['substitute'],
    message: 'substitute_self',
  });
