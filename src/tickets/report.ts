import { sql } from 'kysely';
import type { Decision } from '#agreement/coverage.ts';
import { inTransaction, type Scope, together } from '#db/scope.ts';
import { statement } from '#db/statement.ts';
import { record } from '#events/events.ts';
import type { Actor, Person, Staff } from '#lib/actor.ts';
import { Conflict, Invalid, NotFound } from '#lib/errors.ts';
import { senderOf } from '#mail/own-texts.ts';
import { loadOffice, type Office } from '#settings/office.ts';
import { attachTo } from './attachments.ts';
import { addTimers } from './deriving.ts';
import { sendAlert, sendConfirmation } from './mail.ts';
import { insertTicket, newTicket, type Reported } from './new-ticket.ts';
import { canReportOn, canSee } from './policy.ts';
import type { TicketRow } from './queries.ts';
import { addressees } from './recipients.ts';
import type { ReportForInput, ReportInput } from './schema.ts';
import { lockTicket } from './step.ts';
import type { Ticket } from './ticket.ts';
import { groundsAmong, judgingBy } from './who-pays.ts';

type WithFiles<T> = T & { readonly attachmentIds?: readonly string[] };

/** Reports a ticket for oneself, through the portal. Answers the new ticket (agreement §2, step 1). */
export async function reportTicket(
  scope: Scope,
  person: Person,
  input: WithFiles<ReportInput>,
): Promise<Ticket> {
  if (person.kind !== 'contact') throw new NotFound();
  return (await openTicket(scope, person, { ...input, reporterId: person.id, channel: 'portal' })).ticket;
}

/** Enters what a contact reported by phone, or at the desk, in that contact's name. */
export const reportFor = async (
  scope: Scope,
  staff: Staff,
  input: WithFiles<ReportForInput>,
): Promise<Ticket> => (await openTicket(scope, staff, input)).ticket;

type Opening = WithFiles<Reported>;

/** A new ticket as it now stands in the database, and by what it was judged. */
export interface Opened {
  readonly ticket: TicketRow;
  readonly office: Office;
  readonly decision: Decision;
}

/**
 * Opens a ticket with all that belongs to it. All that has to be known is asked for in one message, and all that is
 * written goes in another: a report is what a desk gets most of at once.
 */
export function openTicket(scope: Scope, actor: Person, input: Opening): Promise<Opened> {
  return inTransaction(scope, async (scope) => {
    const [[reporter], [site], [drawn], office, [grounds]] = await together([
      reporterOf(scope.db, input.reporterId),
      siteOf(scope.db, input.siteId),
      drawNumber(scope.db),
      loadOffice(scope.db),
      groundsAmong(scope.db, [input.siteId], [input.reporterId]),
      // whoever writes the mail finds it there
      senderOf(scope.db),
    ]);
    if (!reporter) throw new Invalid({ reporterId: 'unknown_choice' });
    if (!site || site.organisation_id !== reporter.organisation_id)
      throw new Invalid({ siteId: 'unknown_choice' });
    if (!canReportOn(actor, site.organisation_id)) throw new Invalid({ siteId: 'unknown_choice' });
    if (site.ended_at || site.phase === 'ended') throw new Conflict('no_longer_a_client');
    if (input.followsId) await mustSee(scope, actor, input.followsId);

    const { version, agreement } = office.inForce(scope.now());
    const context = { calendar: office.calendar, agreement, now: scope.now() };
    const names = { ...site, reporter: reporter.name };
    const ticket = newTicket(scope, input, { number: drawn!.number, version, context, names });
    const decision = judgingBy(office, grounds!).decide(ticket);
    await together([
      insertTicket(scope.db, ticket),
      addTimers(scope, ticket, context),
      attachTo(scope, actor.id, input.attachmentIds ?? [], { ticket_id: ticket.id }),
      recordReport(scope, actor, ticket),
      sendConfirmation(scope, ticket, { reporter, about: site, decision }),
      ticket.priority === 'high' ? sendAlert(scope, ticket) : Promise.resolve(),
    ]);
    return { ticket, office, decision };
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

/** The number of a ticket stands in its mail, which is written along with it. */
const drawNumber = statement(() => sql<{ number: number }>`select nextval('tickets_number_seq') as number`);

const reporterOf = statement((db, id: string) =>
  addressees(db)
    .select('person.organisation_id')
    .where('person.id', '=', id)
    .where('person.kind', '=', 'contact')
    .where('person.deactivated_at', 'is', null),
);

const siteOf = statement((db, id: string) =>
  db
    .selectFrom('sites as site')
    .innerJoin('organisations as organisation', 'organisation.id', 'site.organisation_id')
    .select(['site.organisation_id', 'organisation.name as organisation', 'site.name as site'])
    .select(['site.phase', 'organisation.ended_at'])
    .where('site.id', '=', id),
);

async function mustSee(scope: Scope, actor: Actor, ticketId: string): Promise<void> {
  const earlier = await lockTicket(scope, ticketId);
  if (!earlier || !canSee(actor, earlier)) throw new NotFound();
}
