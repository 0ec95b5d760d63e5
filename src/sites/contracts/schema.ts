import { z } from 'zod';
import { day, euros, line, optionalLine, seen } from '#lib/text.ts';

export const contractKinds = ['hosting', 'care_plan'] as const;

/** The last day may be left open. */
const lastDay = () =>
  z
    .string()
    .default('')
    .transform((value) => value.trim() || null)
    .pipe(day().nullable());

export const deliverySchema = z
  .object({ delivery_name: line(100), delivered_on: day(), seen: seen() })
  .transform(({ delivery_name: name, delivered_on: on, seen }) => ({ name, on, seen }));

export const contractSchema = z
  .object({
    contract_kind: z.enum(contractKinds, 'required'),
    plan: optionalLine(100),
    price: euros(),
    first_day: day(),
    last_day: lastDay(),
    seen: seen(),
  })
  .transform(({ contract_kind: kind, plan, price: priceCents, first_day: from, last_day: to, seen }) => {
    const isPlan = kind === 'care_plan';
    return { kind, plan: isPlan ? plan : null, priceCents: isPlan ? priceCents : null, from, to, seen };
  });
