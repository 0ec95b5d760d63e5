import { z } from '@hono/zod-openapi';
import { day, line } from '#lib/text.ts';
import { contractKinds } from './schema.ts';

/** What is known of a site that decides who pays, as programs say it. */

const dayOf = (description: string) => day().openapi({ type: 'string', format: 'date', description });
const openDay = z.union([day(), z.null()]).openapi({
  type: ['string', 'null'],
  format: 'date',
  description: 'The last day, counted; null while it has none.',
});
const price = z.int().min(0).max(100_000_000).nullable().openapi({
  description: 'Of a care plan: cents a month, without VAT.',
});
const plan = line(100)
  .nullable()
  .openapi({
    type: ['string', 'null'],
    minLength: 1,
    maxLength: 100,
    description: 'Of a care plan: which one.',
  });

export const newDelivery = z
  .strictObject({
    name: line(100).openapi({ minLength: 1, maxLength: 100, description: 'Unique within the site.' }),
    on: dayOf('The day on which its warranty begins.'),
  })
  .openapi('NewDelivery');
export const newContract = z
  .strictObject({
    kind: z.enum(contractKinds),
    plan: plan.default(null),
    priceCents: price.default(null),
    from: dayOf('The first day, counted.'),
    to: openDay.default(null),
  })
  .openapi('NewContract');
export const coverageSchema = z
  .object({
    deliveries: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        on: z.string().openapi({ format: 'date' }),
        warrantyUntil: z
          .string()
          .openapi({ format: 'date', description: 'Its last day, by the agreement of today.' }),
      }),
    ),
    contracts: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(contractKinds),
        plan: z.string().nullable(),
        priceCents: z.int().nullable(),
        from: z.string().openapi({ format: 'date' }),
        to: z.string().nullable().openapi({ format: 'date' }),
      }),
    ),
  })
  .openapi('SiteCoverage', { description: 'What decides who pays for tickets about a site.' });
