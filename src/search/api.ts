import { createRoute, z } from '@hono/zod-openapi';
import type { Api } from '#api/context.ts';
import { pageOf, pageSchema, paging, wantedPage } from '#api/page.ts';
import { flag, instant, isoOf, isoOrNull, json, reading } from '#api/route.ts';
import type { Scope } from '#db/scope.ts';
import { line } from '#lib/text.ts';
import { stateSchema } from '#tickets/api/schema.ts';
import { excerpt, type Marker } from './marking.ts';
import type { FoundTicket } from './rows.ts';
import { search, textOf } from './search.ts';

const named = z.object({ id: z.uuid(), name: z.string() });

const foundSchema = z
  .object({
    id: z.uuid(),
    number: z.int(),
    subject: z.string(),
    state: stateSchema,
    priority: z.enum(['high', 'medium', 'low']),
    organisation: named,
    site: named,
    reporter: named,
    closedAt: instant('When it was signed off or dropped.').nullable(),
    updatedAt: instant('The last step.'),
    url: z.url().openapi({ description: 'Its page at the desk.' }),
    place: z.enum(['subject', 'report', 'message', 'note']).nullable().openapi({
      description: 'Where the words stood; null for the number, or for several places.',
    }),
    excerpt: z
      .array(z.object({ text: z.string(), hit: z.boolean() }))
      .openapi({ description: 'The text around them in pieces; a `hit` is what was sought.' }),
  })
  .openapi('FoundTicket');

const querySchema = z.strictObject({
  q: line(500).openapi({
    type: 'string',
    minLength: 1,
    maxLength: 500,
    description:
      'Words, of which each has to stand somewhere about the ticket, or a number. The last one may be the beginning of a word. Slips of the keyboard are forgiven where nothing is found otherwise.',
  }),
  open: flag('Those that are not signed off or dropped, or those that are.'),
  priority: z.enum(['high', 'medium', 'low']).optional(),
  organisation: z.uuid().optional(),
  site: z.uuid().optional(),
  ...paging,
});

const mostPassed = 10_000;
const key = z.tuple([z.int().min(0).max(mostPassed)]);

const searchRoute = createRoute({
  method: 'get',
  path: '/search',
  ...reading({
    id: 'searchTickets',
    tag: 'Tickets',
    scope: 'tickets:read',
    summary: 'Search tickets',
    description:
      'In numbers, subjects, reports, messages, and the names of clients, sites and reporters; with the scope `tickets:internal` also in notes. The likeliest first: of more than 500 texts only the newest are looked at. What is written meanwhile may change the order between two pages.',
  }),
  request: { query: querySchema },
  responses: { 200: json(pageSchema(foundSchema, 'FoundPage'), 'A page of tickets.') },
});

/** `/search`: the tickets about which something was written. */
export function searchApi(api: Api): void {
  api.openapi(searchRoute, async (c) => {
    const { scope, actor, token } = c.var;
    const query = c.req.valid('query');
    const { limit, after } = wantedPage(query, key);
    const { q: typed, open, priority, organisation, site } = query;
    const offset = Number(after?.[0] ?? 0);
    const { tickets, marker } = await search(scope.db, actor, scope.now(), {
      typed,
      filter: { open, priority, organisation, site },
      offset,
      pageSize: limit + 1,
      internal: token.scopes.includes('tickets:internal'),
    });
    const rows = tickets.map((ticket, nth) => ({ ticket, next: offset + nth + 1 }));
    const present = ({ ticket }: (typeof rows)[number]) => presentFound(ticket, marker, scope);
    return c.json(pageOf(c, query, { rows, present, keyOf: ({ next }) => [next] }), 200);
  });
}

function presentFound(ticket: FoundTicket, marker: Marker, scope: Scope): z.output<typeof foundSchema> {
  return {
    id: ticket.id,
    number: ticket.number,
    subject: ticket.subject,
    state: ticket.state,
    priority: ticket.priority,
    organisation: { id: ticket.organisation_id, name: ticket.organisation },
    site: { id: ticket.site_id, name: ticket.site },
    reporter: { id: ticket.reporter_id, name: ticket.reporter },
    closedAt: isoOrNull(ticket.closed_at),
    updatedAt: isoOf(ticket.updated_at),
    url: `${scope.baseUrl}/desk/tickets/${ticket.id}`,
    place: ticket.place === 'number' ? null : ticket.place,
    excerpt: excerpt(textOf(ticket, marker), marker),
  };
}
