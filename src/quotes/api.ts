import { createRoute, z } from '@hono/zod-openapi';
import type { Api } from '#api/context.ts';
import { answerOne } from '#api/etag.ts';
import { pageOf, pageSchema, paging, wantedPage } from '#api/page.ts';
import { idParam, instant, isoOf, isoOrNull, json, reading } from '#api/route.ts';
import { pageOfQuotes } from './queries.ts';
import { findQuote, numberOf, type Quote } from './quote.ts';

const tag = 'Quotes';
const states = ['draft', 'sent', 'accepted', 'declined', 'expired', 'withdrawn', 'replaced'] as const;
const cents = (description: string) => z.int().openapi({ description });
const day = (description: string) => z.string().openapi({ format: 'date', description });

const lineSchema = z
  .object({
    position: z.int(),
    kind: z.enum(['hours', 'fixed']),
    description: z.string(),
    quantity: cents('How much of it, in hundredths: `750` is 7.5.'),
    unitCents: cents('For one of it, in cents without VAT.'),
    amountCents: cents('What it comes to, in cents without VAT.'),
    optional: z.boolean().openapi({ description: 'Whether the client chooses if it counts.' }),
    vat: z.enum(['standard', 'reduced', 'zero', 'exempt', 'reverse_charge']),
  })
  .openapi('QuoteLine');
const quoteSchema = z
  .object({
    id: z.uuid(),
    number: z.string().nullable().openapi({ description: 'As «2026-0001»; null for a first draft.' }),
    version: z.int(),
    state: z.enum(states),
    organisationId: z.uuid(),
    ticketId: z
      .uuid()
      .nullable()
      .openapi({ description: 'The ticket it is for; null where it stands alone.' }),
    language: z.enum(['nl', 'en']),
    title: z.string(),
    introduction: z.string(),
    conditions: z.string(),
    lines: z.array(lineSchema),
    validUntil: day('The last day on which it can be accepted.'),
    plannedOn: day('When the work is planned to be ready.').nullable(),
    createdAt: instant('When it was begun.'),
    sentAt: instant('When it was sent.').nullable(),
    endedAt: instant('When it was accepted, or ended otherwise.').nullable(),
    endedReason: z.string().nullable(),
  })
  .openapi('Quote');
const filterSchema = z.strictObject({
  state: z.enum(states).optional().openapi({ description: 'Quotes in this state.' }),
  organisationId: z.uuid().optional().openapi({ description: 'Quotes for this organisation.' }),
  ...paging,
});

function present(quote: Quote): z.output<typeof quoteSchema> {
  const { id, version, state, organisationId, ticketId, language, title, introduction, conditions } = quote;
  return {
    ...{ id, number: numberOf(quote), version, state, organisationId, ticketId, language, title },
    ...{ introduction, conditions, lines: quote.lines },
    validUntil: quote.validUntil,
    plannedOn: quote.plannedOn,
    createdAt: isoOf(quote.createdAt),
    sentAt: isoOrNull(quote.sentAt),
    endedAt: isoOrNull(quote.endedAt),
    endedReason: quote.endedReason,
  };
}

const byPeople =
  'Accepting has no operation: only a budget holder of the client does so, signed in to the portal.';

const listRoute = createRoute({
  method: 'get',
  path: '/quotes',
  ...reading({
    id: 'listQuotes',
    tag,
    scope: 'tickets:read',
    summary: 'List quotes, the latest first',
    description: byPeople,
  }),
  request: { query: filterSchema },
  responses: { 200: json(pageSchema(quoteSchema, 'QuotePage'), 'A page of quotes.') },
});
const readRoute = createRoute({
  method: 'get',
  path: '/quotes/{id}',
  ...reading({
    id: 'getQuote',
    tag,
    scope: 'tickets:read',
    summary: 'Read one version of a quote',
    description: byPeople,
  }),
  request: { params: idParam },
  responses: { 200: json(quoteSchema, 'The quote.') },
});

const latestKey = z.tuple([z.iso.datetime(), z.uuid()]);

/** `/quotes`: what clients were offered, and how that ended. */
export function quotesApi(api: Api): void {
  api.openapi(listRoute, async (c) => {
    const query = c.req.valid('query');
    const rows = await pageOfQuotes(c.var.scope.db, query, wantedPage(query, latestKey));
    const keyOf = ({ createdAt, id }: Quote) => [createdAt.toISOString(), id];
    return c.json(pageOf(c, query, { rows, present, keyOf }), 200);
  });
  api.openapi(readRoute, async (c) => {
    const { scope, actor } = c.var;
    return answerOne(c, present(await findQuote(scope.db, actor, c.req.valid('param').id)));
  });
}
