import type { Scope } from '#db/scope.ts';
import { program } from '#lib/actor.ts';
import { sendExpectedMoved } from './mail.ts';
import { advance, type Step } from './step.ts';
import { ticketTexts } from './texts.ts';
import type { Ticket } from './ticket.ts';

/**
 * The promise waits along with the clock: it moves by the office time for which the ticket was with the client
 * since `since`, and the reporter is told, with the reason.
 */
export async function carryPromise(step: Step, ticket: Ticket, since: Date | null): Promise<Ticket> {
  if (!ticket.expected_at || !since) return ticket;
  const { calendar } = step.office;
  const waited = calendar.between(since.getTime(), step.scope.now().getTime());
  if (waited === 0) return ticket;
  return movePromise(step, ticket, new Date(calendar.add(ticket.expected_at.getTime(), waited)));
}

/** A ticket that is taken up again is promised for when its solution is due now, while that lies ahead. */
export async function renewPromise(step: Step, ticket: Ticket): Promise<Ticket> {
  if (!ticket.expected_at || ticket.expected_at > step.scope.now()) return ticket;
  const expected_at = ticket.solution_due > step.scope.now() ? ticket.solution_due : null;
  await step.scope.db.updateTable('tickets').set({ expected_at }).where('id', '=', ticket.id).execute();
  return { ...ticket, expected_at };
}

async function movePromise(step: Step, ticket: Ticket, to: Date): Promise<Ticket> {
  const reason = ticketTexts(await languageOf(step.scope, ticket.reporter_id))('promise.waited');
  const data = { from: ticket.expected_at?.toISOString(), to: to.toISOString(), reason };
  const moved = { type: 'expected_moved', set: { expected_at: to }, data };
  const after = await advance({ ...step, actor: program, ticket }, moved);
  await sendExpectedMoved(step.scope, after, reason);
  return after;
}

async function languageOf({ db }: Scope, personId: string) {
  const { language } = await db
    .selectFrom('people')
    .select('language')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return language;
}
