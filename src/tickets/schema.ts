import { z } from 'zod';
import { ticketKinds } from '#agreement/coverage-rules.ts';
import {
  emailAddress,
  euros,
  firstWords,
  id,
  line,
  optionalLine,
  optionalText,
  text,
  whole,
} from '#lib/text.ts';
import { fromLocalInput } from '#ui/time.tsx';

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
  kind: z.enum(ticketKinds, 'required').optional(),
  followsId: id().optional(),
});
export type ReportInput = z.output<typeof reportSchema>;

/** A report in the portal may do without a subject: the part that was chosen names it, or its first words. */
export const portalReportSchema = reportSchema
  .extend({ subject: line(200).optional(), part: optionalLine(150) })
  .transform(({ part, subject, ...report }) => ({
    ...report,
    subject:
      subject ?? (part ? part.replace(/^./u, (first) => first.toUpperCase()) : firstWords(report.happened)),
  }));

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
export const assignSchema = z.object({
  assigneeId: z.union([z.enum(['', 'none']).transform(() => null), id()]),
});
/** What a list of yes, no and not known yet sends. */
const yesNo = z
  .enum(['', 'yes', 'no'], 'unknown_choice')
  .default('')
  .transform((value) => (value === '' ? null : value === 'yes'));
export const findingsSchema = z.object({
  kind: z.enum(ticketKinds, 'unknown_choice'),
  deliveryId: z.union([z.literal('').transform(() => null), id()]).default(null),
  directlySolvable: yesNo,
  atHand: yesNo,
  causeOutside: optionalText(5_000).transform((value) => value || null),
});
export const overrulingSchema = z.object({
  payer: z
    .enum(['rules', 'agency', 'client'], 'required')
    .transform((value) => (value === 'rules' ? null : value)),
  reason: text(5_000),
});
export const askResearchSchema = z.object({
  explanation: text(5_000),
  fee: euros().pipe(z.number('required').min(1, 'too_small')),
});
export const acceptanceSchema = z.object({
  ask: id(),
  shown: z.string().regex(/^[0-9a-f]{64}$/, 'unknown_choice'),
  name: line(100),
  role: line(100),
  consent: z.literal('on', 'no_consent'),
});
export const refusalSchema = z.object({ ask: id().optional(), reason: optionalText(5_000) });
export const forwardingSchema = z.object({
  ask: id().optional(),
  person: id(),
  note: optionalText(2_000),
});
export const conclusionSchema = z.object({
  atHand: z.enum(['yes', 'no'], 'required').transform((value) => value === 'yes'),
  found: text(5_000),
});
export const correctionSchema = z.object({
  stretch: id(),
  minutes: whole(0, 100_000),
  reason: text(5_000),
});
export const watcherSchema = z.object({ email: emailAddress() });

/** The last year of which office time is known; later moments are slips of the keyboard. */
const lastYear = 2199;

/** A moment as `<input type="datetime-local">` sends it, read on the office's wall. */
export const momentIn = (timeZone: string) =>
  z.string('not_a_moment').transform((value, context) => {
    const moment = fromLocalInput(value, timeZone);
    if (moment && moment.getUTCFullYear() <= lastYear) return moment;
    context.addIssue({ code: 'custom', message: 'not_a_moment' });
    return z.NEVER;
  });
