import type { Floor } from './ask.ts';
import type { Facts } from './facts.ts';

/** What the floors ask: the rows that a page shows, by one statement. */

/** What a row of the queue shows, with the names that belong to it. */
export const rows = `
  select ticket.id, ticket.number, ticket.subject, ticket.priority, ticket.state, ticket.response_due,
    ticket.response_met_at, ticket.solution_due, ticket.next_due_at, ticket.expected_at, ticket.clock_events,
    ticket.agreement_version, site.name as site, organisation.name as organisation, assignee.name as assignee
  from tickets as ticket
    join sites as site on site.id = ticket.site_id
    join organisations as organisation on organisation.id = ticket.organisation_id
    left join people as assignee on assignee.id = ticket.assignee_id`;

/** The order of the queue. */
export const byDue = 'order by ticket.next_due_at nulls last, ticket.number';

/** A ticket with what was said about it. */
export const oneTicket = `
  select ticket.*, (
    select json_agg(json_build_object('at', message.at, 'author', message.author_id, 'body', message.body)
                    order by message.at)
    from messages as message where message.ticket_id = ticket.id
  ) as messages
  from tickets as ticket where ticket.id = $1`;

/** The tickets that hold the word, asked for by their ids: what is left of a search when the searching is free. */
export const found = ({ marked }: Facts): Floor['statement'] => ({
  sql: `select ticket.id, ticket.number, ticket.subject, ticket.state, ticket.reported_at
        from tickets as ticket where ticket.id = any($1::uuid[])`,
  values: [[marked]],
});
