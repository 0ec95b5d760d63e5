import { z } from 'zod';
import { emailAddress, id, line, optionalText, text } from '#lib/text.ts';

/** What the forms of a ticket's way take; the page, and every other door, parses with these. */

const urgency = z.enum(['high', 'medium', 'low'], 'required');
const impact = z.enum(['large', 'medium', 'small'], 'required');

export const reportSchema = z.object({
  siteId: id(),
  subject: line(200),
  did: text(),
  happened: text(),
  expected: optionalText(),
  urgency,
  impact,
  followsId: id().optional(),
});
export type ReportInput = z.output<typeof reportSchema>;

export const reportForSchema = reportSchema.extend({
  reporterId: id(),
  channel: z.enum(['phone', 'desk'], 'required'),
});
export type ReportForInput = z.output<typeof reportForSchema>;

const body = { body: text() };
export const bodySchema = z.object(body);
export const reasonSchema = z.object({ reason: text(5_000) });
export const prioritySchema = z.object({ urgency, impact, reason: text(5_000) });
export const handOverSchema = z.object({ whatChanged: text(), howToTest: text() });
export const assignSchema = z.object({ assigneeId: z.union([z.literal('').transform(() => null), id()]) });
export const watcherSchema = z.object({ email: emailAddress() });
