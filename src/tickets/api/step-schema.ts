import { z } from '@hono/zod-openapi';
import { momentInput } from '#api/route.ts';
import { id, line, longestText, optionalText, text } from '#lib/text.ts';
import { mostFiles } from '../attachments.ts';
import {
  bodySchema,
  handOverSchema,
  prioritySchema,
  reasonSchema,
  reportForSchema,
  watcherSchema,
} from '../schema.ts';

/** What is asked with a report and with each step of a ticket's way. */

export const described = (max: number, description: string) => ({
  minLength: 1,
  maxLength: max,
  description,
});
const whole = (description: string) => text().openapi(described(longestText, description));

export const actingFor = id().optional().openapi({
  format: 'uuid',
  description:
    'In whose name this is done: a colleague, or a contact of the client. Needs the scope `tickets:act-for`.',
});
export const actingForClient = id().optional().openapi({
  format: 'uuid',
  description: 'The contact in whose name this is done; the reporter when left out.',
});
const attachmentIds = z.array(id()).max(mostFiles, 'too_many_files').default([]).openapi({
  description: 'What `POST /attachments` answered.',
});

export const newTicketSchema = z
  .strictObject({
    ...reportForSchema.shape,
    subject: line(200).openapi(described(200, 'One line that says what it is about.')),
    did: whole('What the reporter did.'),
    happened: whole('What happened next.'),
    expected: optionalText().openapi({ maxLength: longestText }),
    reporterId: id().openapi({ description: 'The contact in whose name it is reported.' }),
    channel: reportForSchema.shape.channel.default('desk'),
    attachmentIds,
  })
  .openapi('NewTicket');

export const signOffSchema = z
  .strictObject({
    deliveredAt: momentInput(
      'The `deliveredAt` of what was tested; when something newer was delivered since, this is a conflict.',
    ).optional(),
    actingFor: actingForClient,
  })
  .openapi('SignOff');

const writtenText = { body: bodySchema.shape.body.openapi(described(longestText, 'The text; Markdown.')) };
export const writtenSchema = z.strictObject({ ...writtenText, attachmentIds, actingFor }).openapi('Written');
export const clientWrittenSchema = z
  .strictObject({ ...writtenText, attachmentIds, actingFor: actingForClient })
  .openapi('ClientWritten');

const reason = reasonSchema.shape.reason.openapi(described(5_000, 'The reporter reads it.'));
export const reasonedSchema = z.strictObject({ reason, actingFor }).openapi('Reasoned');
export const clientReasonedSchema = z
  .strictObject({
    reason: reasonSchema.shape.reason.openapi(described(5_000, 'Why.')),
    actingFor: actingForClient,
  })
  .openapi('ClientReasoned');

export const pickUpSchema = z
  .strictObject({
    expectedAt: momentInput(
      'The moment promised to the reporter; the solution deadline when left out.',
    ).optional(),
    assigneeId: id().optional().openapi({ description: 'Who has it in hand from now on.' }),
    actingFor,
  })
  .openapi('PickUp');
export const expectedMomentSchema = z
  .strictObject({ expectedAt: momentInput('The new moment; it lies ahead.'), reason, actingFor })
  .openapi('ExpectedMoment');
export const assigneeSchema = z
  .strictObject({
    assigneeId: id().nullable().openapi({ description: 'A colleague, or null for nobody.' }),
    actingFor,
  })
  .openapi('Assignee');
export const newPrioritySchema = z
  .strictObject({ ...prioritySchema.shape, reason, actingFor })
  .openapi('PriorityAdjustment');
export const newHandOverSchema = z
  .strictObject({
    whatChanged: handOverSchema.shape.whatChanged.openapi(described(longestText, 'What was changed.')),
    howToTest: handOverSchema.shape.howToTest.openapi(described(longestText, 'How a colleague tests it.')),
    actingFor,
  })
  .openapi('HandOver');
export const testResultSchema = z
  .strictObject({
    passed: z.boolean(),
    remark: optionalText(5_000).openapi({
      maxLength: 5_000,
      description: 'What was seen; has to be there when it did not pass.',
    }),
    actingFor,
  })
  .refine(({ passed, remark }) => passed || remark !== '', { path: ['remark'], message: 'required' })
  .openapi('TestResult');
export const newWatcherSchema = z
  .strictObject({
    email: watcherSchema.shape.email.openapi({
      format: 'email',
      description: 'Of a contact who may see the ticket.',
    }),
  })
  .openapi('NewWatcher');
