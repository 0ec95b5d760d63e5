import type { z } from '@hono/zod-openapi';
import type { Decision } from '#agreement/coverage.ts';
import { presentClocks } from '#agreement/replay.ts';
import { isoOf, isoOrNull } from '#api/route.ts';
import type { Scope } from '#db/scope.ts';
import type { Actor } from '#lib/actor.ts';
import { loadOffice, type Office } from '#settings/office.ts';
import { clocksAt } from '../clock.ts';
import { findTicket, type TicketRow } from '../queries.ts';
import type { InternalEntry, PublicEntry, StoryEntry, StoryFile } from '../story.ts';
import { isWithClient } from '../ticket.ts';
import { groundsOf, judgingBy } from '../who-pays.ts';
import type { attachmentSchema, eventSchema, messageSchema, noteSchema, ticketSchema } from './schema.ts';

type Presented = z.output<typeof ticketSchema>;

interface Judged {
  readonly office: Office;
  readonly scope: Scope;
  /** Who pays, by the engine. */
  readonly decision: Decision;
}

/** Reads one ticket for an answer; throws `NotFound` where there is none for this actor. */
export async function readTicket(
  scope: Scope,
  actor: Actor,
  id: string,
): Promise<{ ticket: Presented; row: TicketRow }> {
  const [row, office, grounds] = await Promise.all([
    findTicket(scope.db, actor, id),
    loadOffice(scope.db),
    groundsOf(scope.db, id),
  ]);
  const decision = judgingBy(office, grounds).decide(row);
  return { ticket: presentTicket(row, { office, scope, decision }), row };
}

/** A ticket as every answer shows it. */
export function presentTicket(ticket: TicketRow, { office, scope, decision }: Judged): Presented {
  const context = {
    calendar: office.calendar,
    agreement: office.agreement(ticket.agreement_version),
    now: scope.now(),
  };
  const { response, solution } = presentClocks(clocksAt(ticket, context));
  return {
    id: ticket.id,
    number: ticket.number,
    subject: ticket.subject,
    state: ticket.state,
    priority: ticket.priority,
    urgency: ticket.urgency,
    impact: ticket.impact,
    channel: ticket.channel,
    organisation: { id: ticket.organisation_id, name: ticket.organisation },
    site: { id: ticket.site_id, name: ticket.site },
    reporter: { id: ticket.reporter_id, name: ticket.reporter },
    assignee: ticket.assignee_id ? { id: ticket.assignee_id, name: ticket.assignee ?? '' } : null,
    did: ticket.did,
    happened: ticket.happened,
    expected: ticket.expected,
    waitingFor: ticket.waiting_for,
    withClient: isWithClient(ticket),
    clocks: { response, solution },
    reportedAt: isoOf(ticket.reported_at),
    expectedAt: isoOrNull(ticket.expected_at),
    deliveredAt: isoOrNull(ticket.delivered_at),
    closedAt: isoOrNull(ticket.closed_at),
    updatedAt: isoOf(ticket.updated_at),
    followsId: ticket.follows_id,
    kind: ticket.kind,
    findings: {
      deliveryId: ticket.delivery_id,
      directlySolvable: ticket.directly_solvable,
      atHand: ticket.at_hand,
      causeOutside: ticket.cause_outside,
    },
    whoPays: { ...decision, overruledReason: ticket.overruled_reason },
    agreementVersion: ticket.agreement_version,
    url: `${scope.baseUrl}/desk/tickets/${ticket.id}`,
  };
}

/** What of a ticket changes by a step of somebody, or by missing a deadline: not by the clock alone. */
export function lastingParts({ clocks, ...lasting }: Presented, ticket: TicketRow) {
  const { due: _due, ...response } = clocks.response;
  const { due: _solutionDue, spentMinutes: _spent, ...solution } = clocks.solution;
  return [lasting, response, solution, ticket.response_due, ticket.solution_due];
}

export const presentAttachment = ({
  id,
  name,
  size,
  imageType,
}: StoryFile): z.output<typeof attachmentSchema> => ({
  id,
  name,
  size,
  imageType,
});

const common = (entry: StoryEntry) => {
  const via = entry.data.via as { id: string; name: string } | undefined;
  return {
    id: entry.id,
    at: isoOf(entry.at),
    by: entry.by,
    via: via ?? null,
    attachments: entry.files.map(presentAttachment),
  };
};

/** What both sides say to each other. Takes nothing internal. */
export const presentMessage = (entry: PublicEntry): z.output<typeof messageSchema> => ({
  ...common(entry),
  type: entry.type,
  body: entry.body ?? '',
});

/** What colleagues say among themselves. */
export const presentNote = (entry: InternalEntry): z.output<typeof noteSchema> => ({
  ...common(entry),
  body: entry.note ?? '',
});

export function presentEvent(entry: StoryEntry): z.output<typeof eventSchema> {
  const { via: _via, ...data } = entry.data;
  return {
    ...common(entry),
    type: entry.type,
    internal: entry.internal,
    body: entry.internal ? entry.note : entry.body,
    data,
  };
}
