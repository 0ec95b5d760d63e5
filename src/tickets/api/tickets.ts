import { createRoute, z } from '@hono/zod-openapi';
import type { Api } from '#api/context.ts';
import { answerOne } from '#api/etag.ts';
import { pageOf, pageSchema, paging, wantedPage } from '#api/page.ts';
import { body, flag, idParam, json, momentInput, reading, writing } from '#api/route.ts';
import { loadOffice } from '#settings/office.ts';
import { listTickets } from '../listing.ts';
import { openTicket } from '../tickets.ts';
import { whoPays } from '../who-pays.ts';
import { mustBeKept } from './files.ts';
import { lastingParts, presentTicket, readTicket } from './present.ts';
import { stateSchema, ticketSchema } from './schema.ts';
import { newTicketSchema } from './step-schema.ts';

const tag = 'Tickets';

const filterSchema = z.strictObject({
  state: stateSchema.optional(),
  open: flag('Those that are not signed off or dropped, or those that are.'),
  priority: z.enum(['high', 'medium', 'low']).optional(),
  organisation: z.uuid().optional(),
  site: z.uuid().optional(),
  reporter: z.uuid().optional(),
  assignee: z
    .union([z.literal('none'), z.uuid()])
    .optional()
    .openapi({
      type: 'string',
      description: 'A colleague, or `none`.',
    }),
  number: z
    .string()
    .regex(/^\d{1,9}$/, 'not_a_number')
    .transform(Number)
    .optional()
    .openapi({ type: 'integer', description: 'The number for people.' }),
  updated_since: momentInput(
    'Only tickets with a step since then, in the order of their last steps. For following what changes: ask again from a minute before the last `updatedAt` that you saw.',
  ).optional(),
  ...paging,
});

const key = z.union([
  z.tuple([
    z
      .int()
      .min(0)
      .max(2 ** 31 - 1),
  ]),
  z.tuple([z.iso.datetime(), z.uuid()]),
]);

const listRoute = createRoute({
  method: 'get',
  path: '/tickets',
  ...reading({
    id: 'listTickets',
    tag,
    scope: 'tickets:read',
    summary: 'List tickets',
    description: 'The newest first; with `updated_since` in the order of their last steps.',
  }),
  request: { query: filterSchema },
  responses: { 200: json(pageSchema(ticketSchema, 'TicketPage'), 'A page of tickets.') },
});

const openRoute = createRoute({
  method: 'post',
  path: '/tickets',
  ...writing({
    id: 'reportTicket',
    tag,
    scope: 'tickets:write',
    summary: 'Report a ticket',
    description:
      'In the name of a contact, who gets the confirmation. The priority follows from urgency and impact.',
  }),
  request: { body: body(newTicketSchema) },
  responses: { 201: json(ticketSchema, 'The new ticket.') },
});

const readRoute = createRoute({
  method: 'get',
  path: '/tickets/{id}',
  ...reading({ id: 'getTicket', tag, scope: 'tickets:read', summary: 'Read a ticket' }),
  request: { params: idParam },
  responses: { 200: json(ticketSchema, 'The ticket.') },
});

export function ticketOperations(api: Api): void {
  api.openapi(listRoute, async (c) => {
    const { scope, actor } = c.var;
    const query = c.req.valid('query');
    const page = wantedPage(
      query,
      key.refine((found) => (found.length === 2) === Boolean(query.updated_since)),
    );
    const { updated_since: updatedSince, state, limit: _limit, cursor: _cursor, ...filters } = query;
    const filter = {
      ...filters,
      state: state as Parameters<typeof listTickets>[2]['state'],
      updatedSince,
    };
    const [rows, office] = await Promise.all([
      listTickets(scope.db, actor, filter, page),
      loadOffice(scope.db),
    ]);
    const decide = await whoPays(scope.db, office, rows);
    const presented = pageOf(c, query, {
      rows,
      present: (row) => presentTicket(row, { office, scope, decision: decide(row) }),
      keyOf: (row) => (updatedSince ? [row.updated_at.toISOString(), row.id] : [row.number]),
    });
    return c.json(presented, 200);
  });

  api.openapi(openRoute, async (c) => {
    const { scope, actor } = c.var;
    const input = c.req.valid('json');
    await mustBeKept(scope, actor, input.attachmentIds);
    const { ticket, office, decision } = await openTicket(scope, actor, input);
    c.header('Location', `${scope.baseUrl}/api/v1/tickets/${ticket.id}`);
    return c.json(presentTicket(ticket, { office, scope, decision }), 201);
  });

  api.openapi(readRoute, async (c) => {
    const { scope, actor } = c.var;
    const { id } = c.req.valid('param');
    const { ticket, row } = await readTicket(scope, actor, id);
    return answerOne(c, ticket, lastingParts(ticket, row));
  });
}
