import { createRoute, z } from '@hono/zod-openapi';
import { dueOf } from '#agreement/due.ts';
import { CalendarError } from '#agreement/errors.ts';
import type { Api } from '#api/context.ts';
import { answerOne } from '#api/etag.ts';
import { instant, json, reading } from '#api/route.ts';
import { Invalid } from '#lib/errors.ts';
import { languages } from '#lib/language.ts';
import { type AgreementVersion, loadOffice } from './office.ts';

const tag = 'Agreement';

const versionSchema = z
  .object({
    version: z.int(),
    validFrom: z.string().openapi({ format: 'date', description: 'The first day on which it holds.' }),
    agreement: z.record(z.string(), z.unknown()).openapi({
      description:
        'Office hours (`calendar`), `targets` by priority, the `matrix` from urgency and impact to priority, what the words mean, `silence`, `warnAtPercent`, `solverMayTest`, `coverage` (the months of warranty and the ordered rules of who pays) and `costs`.',
    }),
  })
  .openapi('Agreement');
const clock = z.object({
  due: instant('When the target is spent.'),
  met: instant('Always null here.').nullable(),
  missed: z.boolean(),
  missedByChange: z.boolean(),
});
const deadlinesSchema = z
  .object({
    response: clock,
    solution: clock.extend({ spentMinutes: z.number(), waiting: z.boolean() }),
    stretches: z
      .array(
        z.object({
          from: instant('Its beginning.'),
          to: instant('Its end.'),
          kind: z.enum(['office', 'waiting', 'closed']),
          minutes: z.number().openapi({ description: 'Office time within it.' }),
        }),
      )
      .openapi({ description: 'The way from the report to the deadline of the solution.' }),
    explanation: z.string().openapi({ description: 'The same in words.' }),
  })
  .openapi('Deadlines');

const inForceRoute = createRoute({
  method: 'get',
  path: '/agreement',
  ...reading({ id: 'getAgreement', tag, scope: 'settings:read', summary: 'Read the agreement in force' }),
  request: {
    query: z.strictObject({
      on: z.iso.date('not_a_day').optional().openapi({ description: 'Another day than today.' }),
    }),
  },
  responses: { 200: json(versionSchema, 'The version that holds.') },
});
const versionsRoute = createRoute({
  method: 'get',
  path: '/agreement/versions',
  ...reading({
    id: 'listAgreementVersions',
    tag,
    scope: 'settings:read',
    summary: 'List the agreement in all its versions',
  }),
  responses: {
    200: json(z.object({ items: z.array(versionSchema) }).openapi('AgreementVersions'), 'The oldest first.'),
  },
});
const deadlinesRoute = createRoute({
  method: 'get',
  path: '/deadlines',
  ...reading({
    id: 'getDeadlines',
    tag,
    scope: 'settings:read',
    summary: 'When would a ticket reported now be due?',
    description: 'The clocks as `nazorg due` and `nazorg replay` print them.',
  }),
  request: {
    query: z.strictObject({
      priority: z.enum(['high', 'medium', 'low']),
      at: z.string().max(64, 'not_a_moment').optional().openapi({
        description:
          'The report; now when left out. With `Z` or an offset, or on the office’s own wall: `2026-10-23T16:30`.',
      }),
      language: z.enum(languages).default('en').openapi({ description: 'Of the explanation.' }),
    }),
  },
  responses: { 200: json(deadlinesSchema, 'When response and solution are due, and how that comes about.') },
});

const present = ({ version, validFrom, agreement }: AgreementVersion): z.output<typeof versionSchema> => ({
  version,
  validFrom,
  agreement: { ...agreement },
});

/** `/agreement` and `/deadlines`: what the agency promises. */
export function settingsApi(api: Api): void {
  api.openapi(inForceRoute, async (c) => {
    const { scope } = c.var;
    const { on } = c.req.valid('query');
    const office = await loadOffice(scope.db);
    return answerOne(c, present(on ? office.inForceOn(on) : office.inForce(scope.now())));
  });
  api.openapi(versionsRoute, async (c) => {
    const { versions } = await loadOffice(c.var.scope.db);
    return c.json({ items: versions.map(present) }, 200);
  });
  api.openapi(deadlinesRoute, async (c) => {
    const { scope } = c.var;
    const { priority, at, language } = c.req.valid('query');
    const { versions } = await loadOffice(scope.db);
    // a `+` that was not escaped arrives as a space
    const moment = at?.replace(/ (?=\d\d:?\d\d$)/, '+') ?? scope.now().toISOString();
    const { json, text } = reckon(() => dueOf(versions, { priority, at: moment, language }));
    return c.json({ ...json, explanation: text }, 200);
  });
}

/** A moment that is none, or lies beyond the years of which office time is known. */
function reckon<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CalendarError || error instanceof RangeError)
      throw new Invalid({ at: 'not_a_moment' });
    throw error;
  }
}
