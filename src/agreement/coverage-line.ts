import { z } from 'zod';
import { coverageOf } from './coverage.ts';
import { type CoverageTerms, ticketKinds } from './coverage-rules.ts';
import { answerLines, type Lines, parseJson, problemWords, type Write } from './lines.ts';

const object = (what: string) => ({
  error: ({ code, input }: { code: string; input?: unknown }) => {
    if (code !== 'invalid_type') return undefined;
    return input === undefined ? 'is missing' : `must be ${what}`;
  },
});
const day = z
  .string({ error: ({ input }) => (input === undefined ? 'is missing' : 'must be a day like 2026-10-16') })
  .refine(isDay, { error: ({ input }) => `“${String(input)}” is not a day like 2026-10-16` });
const name = z.string({ error: 'must be a text' });
const finding = z.boolean({ error: 'must be true, false or null' }).nullable().default(null);

const period = z
  .object({ from: day, to: day.nullable().default(null) }, object('a period like {"from": …, "to": …}'))
  .superRefine(({ from, to }, context) => {
    if (to !== null && to < from)
      context.addIssue({ code: 'custom', path: ['to'], message: 'ends before it begins' });
  });
const periods = z.array(period, { error: 'must be a list of periods' }).default([]);

const documentSchema = z
  .object(
    {
      reportedOn: day,
      kind: z.enum(ticketKinds, { error: `must be one of ${ticketKinds.join(', ')}` }),
      site: z
        .object(
          {
            deliveries: z
              .array(z.object({ on: day, name: name.default('') }, object('a delivery')), {
                error: 'must be a list of deliveries',
              })
              .default([]),
            hosting: periods,
            carePlans: periods,
          },
          object('an object'),
        )
        .prefault({}),
      concerns: name.nullable().default(null),
      reporter: z.object({ trainedOn: day.nullable().default(null) }, object('an object')).prefault({}),
      findings: z
        .object(
          {
            directlySolvable: finding,
            atHand: finding,
            causeOutside: z.boolean({ error: 'must be true or false' }).default(false),
          },
          object('an object'),
        )
        .prefault({}),
    },
    { error: 'must be one JSON object' },
  )
  .superRefine(({ concerns, site }, context) => {
    if (concerns === null || site.deliveries.some((each) => each.name === concerns)) return;
    const message = `“${concerns}” is not the name of a delivery of the site`;
    context.addIssue({ code: 'custom', path: ['concerns'], message });
  });

/**
 * One document of `nazorg coverage`, JSON in and JSON out, without a line break. A document that makes no sense gives
 * `{"error": "…"}`, with the place in the document and what is wrong there; it never throws.
 */
export function coverageLine(line: string, terms: CoverageTerms): string {
  try {
    return JSON.stringify(coverageOf(documentSchema.parse(parseJson(line)), terms));
  } catch (error) {
    return JSON.stringify({ error: problemWords(error) });
  }
}

/** Answers a stream of documents line by line. */
export const coverage = (input: Lines, write: Write, terms: CoverageTerms): Promise<void> =>
  answerLines(input, write, (line) => coverageLine(line, terms));

function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}
