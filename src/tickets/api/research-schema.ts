import { z } from '@hono/zod-openapi';
import { instant, isoOf } from '#api/route.ts';
import { id, optionalText, text } from '#lib/text.ts';
import type { Ask } from '../research/facts.ts';
import { actingFor, actingForClient, described } from './step-schema.ts';

const cents = (description: string) => z.int().min(1, 'too_small').openapi({ description });

export const researchQuestionSchema = z
  .strictObject({
    explanation: text(5_000).openapi(described(5_000, 'The client reads it.')),
    feeCents: cents('In cents without VAT; at most what the agreement of the ticket says.'),
    actingFor,
  })
  .openapi('ResearchQuestion');

export const researchRefusalSchema = z
  .strictObject({
    questionId: id()
      .optional()
      .openapi({ description: 'What was read; replaced meanwhile, it is a conflict.' }),
    reason: optionalText(5_000).openapi({ maxLength: 5_000, description: 'Why; may be empty.' }),
    actingFor: actingForClient,
  })
  .openapi('ResearchRefusal');

export const researchConclusionSchema = z
  .strictObject({
    atHand: z.boolean(),
    found: text(5_000).openapi(described(5_000, 'What was found; the client reads it.')),
    actingFor,
  })
  .openapi('ResearchConclusion');

const askSchema = z
  .object({
    id: z.uuid(),
    askedAt: instant('When the client was asked.'),
    explanation: z.string(),
    feeCents: z.int().openapi({ description: 'In cents without VAT.' }),
    open: z.boolean().openapi({ description: 'The ticket waits for this decision.' }),
    agreed: z
      .object({
        at: instant('When a budget holder agreed.'),
        name: z.string(),
        role: z.string(),
        charge: z.enum(['agreed', 'done', 'invoiced', 'credited', 'waived']),
      })
      .nullable(),
  })
  .openapi('ResearchAsked');

export const researchSchema = z
  .object({
    questions: z.array(askSchema),
    work: z.array(
      z.object({
        by: z.object({ id: z.uuid(), name: z.string() }),
        beganAt: instant('When this stretch began.'),
        endedAt: instant('When it ended; null while it runs.').nullable(),
        minutes: z.int().openapi({ description: 'What counts of it, corrections included.' }),
      }),
    ),
  })
  .openapi('Research');

export const presentAsk = (
  { id, askedAt, explanation, feeCents, agreed }: Ask,
  open: boolean,
): z.output<typeof askSchema> => ({
  id,
  askedAt: isoOf(askedAt),
  explanation,
  feeCents,
  open,
  agreed: agreed && { at: isoOf(agreed.at), name: agreed.name, role: agreed.role, charge: agreed.state },
});
