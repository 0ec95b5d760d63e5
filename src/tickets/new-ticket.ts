import { priorityOf } from '#agreement/agreement.ts';
import type { ClockEvent } from '#agreement/clocks.ts';
import type { Db } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import { insertion } from '#db/statement.ts';
import type { Channel } from '#db/types.ts';
import { type ClockContext, clockColumns, clocksAt } from './clock.ts';
import type { TicketRow } from './queries.ts';
import type { ReportInput } from './schema.ts';
import type { Ticket } from './ticket.ts';

/** The row of a ticket that is reported now. */

/** What somebody reported, who they are, and by which way it came. */
export interface Reported extends ReportInput {
  readonly reporterId: string;
  readonly channel: Channel;
}

interface Given {
  readonly number: number;
  /** The version of the agreement that holds now. */
  readonly version: number;
  readonly context: ClockContext;
  readonly names: Pick<TicketRow, 'organisation_id' | 'organisation' | 'site' | 'reporter'>;
}

/** A ticket as it begins: its priority by urgency and impact, its deadlines from now on (agreement §2). */
export function newTicket(
  scope: Scope,
  input: Reported,
  { number, version, context, names }: Given,
): TicketRow {
  const { agreement, now } = context;
  const priority = priorityOf(agreement, input.urgency, input.impact);
  const clock_events: ClockEvent[] = [{ at: now.getTime(), type: 'reported', priority }];
  return {
    ...untouched,
    id: scope.newId(),
    number,
    organisation_id: names.organisation_id,
    organisation: names.organisation,
    site_id: input.siteId,
    site: names.site,
    reporter_id: input.reporterId,
    reporter: names.reporter,
    subject: input.subject,
    did: input.did,
    happened: input.happened,
    expected: input.expected,
    urgency: input.urgency,
    impact: input.impact,
    kind: input.kind ?? 'defect',
    priority,
    channel: input.channel,
    state: 'reported',
    agreement_version: version,
    reported_at: now,
    follows_id: input.followsId ?? null,
    updated_at: now,
    clock_events,
    ...clockColumns({ state: 'reported' }, clocksAt({ clock_events, closed_at: null }, context)),
  };
}

/** What nobody has said of a new ticket. */
const untouched = {
  resumes_as: null,
  waiting_for: null,
  assignee_id: null,
  assignee: null,
  researching: false,
  expected_at: null,
  solver_id: null,
  what_changed: null,
  how_to_test: null,
  tested_at: null,
  tested_by: null,
  delivered_at: null,
  closed_at: null,
  delivery_id: null,
  directly_solvable: null,
  at_hand: null,
  cause_outside: null,
  overruled_payer: null,
  overruled_reason: null,
  warned: {},
} satisfies Partial<TicketRow>;

const insert = insertion('tickets', [
  ...(['id', 'number', 'organisation_id', 'site_id', 'reporter_id', 'subject', 'did', 'happened'] as const),
  ...(['expected', 'urgency', 'impact', 'kind', 'priority', 'channel', 'state'] as const),
  ...(['agreement_version', 'reported_at', 'follows_id', 'updated_at', 'clock_events'] as const),
  ...(['response_due', 'response_met_at', 'solution_due', 'solution_met_at', 'next_due_at'] as const),
]);

/** Writes it down. */
export const insertTicket = (db: Db, ticket: Ticket) =>
  insert(db, { ...ticket, clock_events: JSON.stringify(ticket.clock_events) });
