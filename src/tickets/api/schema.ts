import { z } from '@hono/zod-openapi';
import { payers, ticketKinds } from '#agreement/coverage-rules.ts';
import { instant } from '#api/route.ts';
import { endedStates, openStates } from '../ticket.ts';

/** What is answered about tickets. */

export const stateSchema = z
  .enum([...openStates, ...endedStates] as [string, ...string[]])
  .openapi('TicketState', {
    description:
      '`reported` → `picked_up` → `testing` → `sign_off` → `signed_off`; `waiting` for the client, see `waitingFor`; `dropped` by the agency or withdrawn by the client.',
  });
const level = (description: string) => z.enum(['high', 'medium', 'low']).openapi({ description });
const named = z.object({ id: z.uuid(), name: z.string() });

const clock = {
  due: instant('When the target is spent, the pauses known so far left out.'),
  met: instant('When it was met; null while it was not.').nullable(),
  missed: z.boolean().openapi({ description: 'Met, or else now, is later than due.' }),
  missedByChange: z.boolean().openapi({ description: 'A change of priority put the deadline in the past.' }),
};
export const clocksSchema = z
  .object({
    response: z.object(clock),
    solution: z.object({
      ...clock,
      spentMinutes: z.number().openapi({ description: 'Office time spent.' }),
      waiting: z.boolean().openapi({ description: 'The ticket is with the client, and not delivered.' }),
    }),
  })
  .openapi('Clocks', { description: 'As `nazorg replay` computes them from the events of the ticket.' });

const findingsSchema = z
  .object({
    deliveryId: z
      .uuid()
      .nullable()
      .openapi({ description: 'The delivery that it is about; else the latest.' }),
    directlySolvable: z.boolean().nullable(),
    atHand: z.boolean().nullable().openapi({ description: 'Whether research brought the solution to hand.' }),
    causeOutside: z
      .string()
      .nullable()
      .openapi({ description: 'Why the cause lies outside the agency’s work; the client reads it.' }),
  })
  .openapi('Findings');
const whoPaysSchema = z
  .object({
    rule: z.string().openapi({ description: 'The rule of the agreement, or `overruled`.' }),
    payer: z.enum(payers),
    next: z.string().openapi({ description: '`work`, `judge`, `research`, `ask_research` or `quote`.' }),
    until: z.string().nullable().openapi({
      format: 'date',
      description: 'The last day of the period that the verdict rests on.',
    }),
    sentence: z.object({ nl: z.string(), en: z.string() }).openapi({ description: 'As people read it.' }),
    overruledReason: z.string().nullable(),
  })
  .openapi('WhoPays', {
    description: 'As `nazorg coverage` decides it, on the facts of the day of the report.',
  });

export const ticketSchema = z
  .object({
    id: z.uuid(),
    number: z.int().openapi({ description: 'The number for people.' }),
    subject: z.string(),
    state: stateSchema,
    priority: level('By the table of the agreement, from urgency and impact.'),
    urgency: level('How soon it has to be restored.'),
    impact: z.enum(['large', 'medium', 'small']).openapi({ description: 'How much of the company is hit.' }),
    channel: z.enum(['portal', 'phone', 'desk']),
    organisation: named,
    site: named,
    reporter: named,
    assignee: named.nullable(),
    did: z.string().openapi({ description: 'What the reporter did.' }),
    happened: z.string().openapi({ description: 'What happened next.' }),
    expected: z.string().openapi({ description: 'What they had expected; may be empty.' }),
    waitingFor: z.enum(['question', 'decision', 'quote']).nullable().openapi({
      description:
        'While `waiting`: for the answer to a question, for the decision about research, or for that about a quote.',
    }),
    withClient: z.boolean().openapi({ description: 'Whether it is for the client to act.' }),
    clocks: clocksSchema,
    reportedAt: instant('When it was reported.'),
    expectedAt: instant('The moment that was promised at the pick-up.').nullable(),
    deliveredAt: instant('When the new version, or the answer, went to the reporter.').nullable(),
    closedAt: instant('When it was signed off or dropped.').nullable(),
    updatedAt: instant('The last step; `updated_since` looks at it.'),
    followsId: z.uuid().nullable().openapi({ description: 'The ticket that this one continues.' }),
    kind: z.enum(ticketKinds).openapi({ description: 'What it is about, as far as it decides who pays.' }),
    findings: findingsSchema,
    whoPays: whoPaysSchema,
    agreementVersion: z.int().openapi({ description: 'The version of the agreement by which it lives.' }),
    url: z.url().openapi({ description: 'Its page at the desk.' }),
  })
  .openapi('Ticket');

export const watcherListSchema = z
  .object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string() })) })
  .openapi('Watchers');

export const attachmentSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    size: z.int().openapi({ description: 'In bytes.' }),
    imageType: z.string().nullable().openapi({
      description: 'The kind of picture that its bytes are; null for all that is no picture.',
    }),
  })
  .openapi('Attachment');

const entry = {
  id: z.int(),
  at: instant('When it happened.'),
  by: z
    .object({ id: z.uuid(), name: z.string(), kind: z.enum(['staff', 'contact']) })
    .nullable()
    .openapi({ description: 'Who did it; null for the program itself.' }),
  via: named.nullable().openapi({ description: 'The token through which it came, when it acted for `by`.' }),
  attachments: z.array(attachmentSchema),
};
export const messageSchema = z
  .object({
    ...entry,
    type: z
      .string()
      .openapi({ description: 'The step it came with: `replied`, `asked`, `answered`, `released` …' }),
    body: z.string(),
  })
  .openapi('Message');
export const noteSchema = z.object({ ...entry, body: z.string() }).openapi('Note', {
  description: 'For colleagues only. No client ever reads it.',
});
export const eventSchema = z
  .object({
    ...entry,
    type: z.string(),
    internal: z.boolean().openapi({ description: 'For colleagues only.' }),
    body: z.string().nullable().openapi({ description: 'The message or note that belongs to it.' }),
    data: z.record(z.string(), z.unknown()).openapi({ description: 'What the step changed, and why.' }),
  })
  .openapi('Event');
