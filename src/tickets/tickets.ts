import { priorityOf } from '#agreement/agreement.ts';
import type { ClockEvent } from '#agreement/clocks.ts';
import { inTransaction, type Scope, together } from '#db/scope.ts';
import { insertion, statement } from '#db/statement.ts';
import type { Channel } from '#db/types.ts';
import { record } from '#events/events.ts';
import type { Actor, Person, Staff } from '#lib/actor.ts';
import { Conflict, Invalid, NotFound } from '#lib/errors.ts';
import { loadOffice, type Office } from '#settings/office.ts';
import { attachTo } from './attachments.ts';
import { clockColumns, clocksAt } from './clock.ts';
import { sendAlert, sendConfirmation } from './mail.ts';
import { canReportOn, canSee } from './policy.ts';
import type { ReportForInput, ReportInput } from './schema.ts';
import { addTimers, lockTicket } from './step.ts';
import type { Ticket } from './ticket.ts';

export * from './agree.ts';
export * from './closing.ts';
export * from './conversation.ts';
export * from './findings.ts';
export * from './handling.ts';
export * from './research/ask.ts';
export * from './research/credit.ts';
export * from './research/decide.ts';
export * from './research/work.ts';
export * from './testing.ts';

type WithFiles<T> = T & { readonly attachmentIds?: readonly string[] };

/** Reports a ticket for oneself, through the portal. Answers the new ticket (agreement §2, step 1). */
export function reportTicket(scope: Scope, person: Person, input: WithFiles<ReportInput>): Promise<Ticket> {
  if (person.kind !== 'contact') throw new NotFound();
  return openTicket(scope, person, { ...input, reporterId: person.id, channel: 'portal' });
}

/** Enters what a contact reported by phone, or at the desk, in that contact's name. */
export function reportFor(scope: Scope, staff: Staff, input: WithFiles<ReportForInput>): Promise<Ticket> {
  return openTicket(scope, staff, input);
}

interface Opening extends WithFiles<ReportInput> {
  readonly reporterId: string;
  readonly channel: Channel;
}

function openTicket(scope: Scope, actor: Person, input: Opening): Promise<Ticket> {
  return inTransaction(scope, async (scope) => {
    const [[reporter], [site], office] = await together([
      reporterOf(scope.db, input.reporterId),
      siteOf(scope.db, input.siteId),
      loadOffice(scope.db),
    ]);
    if (!reporter) throw new Invalid({ reporterId: 'unknown_choice' });
    if (!site || site.organisation_id !== reporter.organisation_id)
      throw new Invalid({ siteId: 'unknown_choice' });
    if (!canReportOn(actor, site.organisation_id)) throw new Invalid({ siteId: 'unknown_choice' });
    if (site.ended_at || site.phase === 'ended') throw new Conflict('no_longer_a_client');
    if (input.followsId) await mustSee(scope, actor, input.followsId);

    const { ticket, context } = await insertTicket(scope, input, site.organisation_id, office);
    await together([
      addTimers(scope, ticket, context),
      attachTo(scope, actor.id, input.attachmentIds ?? [], { ticket_id: ticket.id }),
      recordReport(scope, actor, ticket),
      sendConfirmation(scope, ticket),
      ticket.priority === 'high' ? sendAlert(scope, ticket) : Promise.resolve(),
    ]);
    return ticket;
  });
}

async function recordReport(scope: Scope, actor: Person, ticket: Ticket): Promise<void> {
  const { id, number, priority, channel, follows_id: follows } = ticket;
  await record(scope, actor, {
    type: 'reported',
    subject: { type: 'ticket', id },
    data: { priority, channel, ...(follows ? { follows } : {}) },
  });
  if (follows)
    await record(scope, actor, {
      type: 'followed_up',
      subject: { type: 'ticket', id: follows },
      data: { by: id, number },
    });
}

async function insertTicket(scope: Scope, input: Opening, organisationId: string, office: Office) {
  const now = scope.now();
  const { version, agreement } = office.inForce(now);
  const priority = priorityOf(agreement, input.urgency, input.impact);
  const events: ClockEvent[] = [{ at: now.getTime(), type: 'reported', priority }];
  const context = { calendar: office.calendar, agreement, now };
  const [row] = await insertRow(scope.db, {
    id: scope.newId(),
    organisation_id: organisationId,
    site_id: input.siteId,
    reporter_id: input.reporterId,
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
    clock_events: JSON.stringify(events),
    ...clockColumns({ state: 'reported' }, clocksAt({ clock_events: events, closed_at: null }, context)),
  });
  return { ticket: row as unknown as Ticket, context };
}

const insertRow = insertion(
  'tickets',
  [
    ...(['id', 'organisation_id', 'site_id', 'reporter_id', 'subject', 'did', 'happened'] as const),
    ...(['expected', 'urgency', 'impact', 'kind', 'priority', 'channel', 'state'] as const),
    ...(['agreement_version', 'reported_at', 'follows_id', 'updated_at', 'clock_events'] as const),
    ...(['response_due', 'response_met_at', 'solution_due', 'solution_met_at', 'next_due_at'] as const),
  ],
  (written) => written.returningAll(),
);

const reporterOf = statement((db, id: string) =>
  db
    .selectFrom('people')
    .select(['id', 'organisation_id'])
    .where('id', '=', id)
    .where('kind', '=', 'contact')
    .where('deactivated_at', 'is', null),
);

const siteOf = statement((db, id: string) =>
  db
    .selectFrom('sites as site')
    .innerJoin('organisations as organisation', 'organisation.id', 'site.organisation_id')
    .select(['site.organisation_id', 'site.phase', 'organisation.ended_at'])
    .where('site.id', '=', id),
);

async function mustSee(scope: Scope, actor: Actor, ticketId: string): Promise<void> {
  const earlier = await lockTicket(scope, ticketId);
  if (!earlier || !canSee(actor, earlier)) throw new NotFound();
}
