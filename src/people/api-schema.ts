import { z } from '@hono/zod-openapi';
import { paging } from '#api/page.ts';
import { flag, instant, momentInput, words } from '#api/route.ts';
import { languages } from '#lib/language.ts';
import { emailAddress, id } from '#lib/text.ts';
import { contactRoles, contactSchema as formSchema, staffRoles } from './schema.ts';

/** What programs ask and are answered about people. */

const shape = formSchema.shape;

const fields = {
  name: shape.name.openapi({ minLength: 1, maxLength: 100 }),
  email: shape.email.openapi({ format: 'email', maxLength: 254 }),
  phone: z
    .string()
    .nullable()
    .transform((phone) => phone ?? '')
    .pipe(shape.phone as unknown as z.ZodType<string | null, string>)
    .openapi({ type: ['string', 'null'], maxLength: 50 }),
  language: shape.language,
  role: shape.role.openapi({
    description:
      'Sees: a `reporter` their own tickets, a `colleague` those of `siteIds`, a `coordinator` all.',
  }),
  budgetHolder: z.boolean().openapi({ description: 'May agree to costs.' }),
  siteIds: z.array(id()).max(200, 'too_long').openapi({ description: 'Of a colleague: the sites.' }),
};

export const contactSchema = z
  .object({
    id: z.uuid(),
    organisation: z.object({ id: z.uuid(), name: z.string() }),
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    language: z.enum(languages),
    role: z.enum(contactRoles),
    budgetHolder: z.boolean(),
    siteIds: z.array(z.uuid()),
    active: z.boolean().openapi({ description: 'Whether they have access.' }),
    updatedAt: instant('The last change.'),
  })
  .openapi('Contact');
export const newSchema = z
  .strictObject({
    organisationId: id(),
    ...fields,
    phone: fields.phone.default(null),
    language: fields.language.default('nl'),
    role: fields.role.default('reporter'),
    budgetHolder: fields.budgetHolder.default(false),
    siteIds: fields.siteIds.default([]),
    invite: z.boolean().default(false).openapi({ description: 'Mail them an invitation.' }),
  })
  .openapi('NewContact');
export const changeSchema = z
  .strictObject({
    ...fields,
    active: z.boolean().openapi({ description: 'False ends their access at once, on every device.' }),
  })
  .partial()
  .openapi('ContactChange');
export const filterSchema = z.strictObject({
  organisation: z.uuid().optional(),
  email: emailAddress().optional().openapi({ description: 'The whole address.' }),
  name: words('Letters of the name.'),
  active: flag('Those who have access, or the others.'),
  updated_since: momentInput('Only those that were changed since then.').optional(),
  ...paging,
});
export const colleagueSchema = z
  .object({ id: z.uuid(), name: z.string(), role: z.enum(staffRoles) })
  .openapi('Colleague');
