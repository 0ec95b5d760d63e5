import { beginChargedWork, finishCharge, waiveCharge } from '#costs/charges.ts';
import type { Scope } from '#db/scope.ts';
import type { Actor } from '#lib/actor.ts';
import { ticketTexts } from '../texts.ts';
import { isEnded, type Ticket, type TicketState } from '../ticket.ts';
import { minutesBetween } from './facts.ts';

/**
 * A ticket that goes to the client, to a test or to its end is no longer being researched: what runs is stopped.
 * Delivered without a quote, the solution was at hand. What was agreed becomes due once there was work for it; at the
 * end of a ticket what was never begun is given up. Answers what that changes in the ticket.
 */
export async function leaveResearch(
  scope: Scope,
  actor: Actor,
  ticket: Ticket,
  to: TicketState,
): Promise<{ at_hand?: true }> {
  if (to === 'reported' || to === 'picked_up') return {};
  await stopStretches(scope, ticket.id);
  if (to === 'waiting') return {};
  await settle(scope, actor, ticket, isEnded({ state: to }));
  const solved = to === 'testing' || to === 'sign_off';
  const undecided = ticket.directly_solvable === false && ticket.at_hand === null;
  return solved && undecided && (await wasResearched(scope, ticket.id)) ? { at_hand: true } : {};
}

/** What the research was to tell is known: it stops, and its fee, if one was agreed, is due. */
export async function endResearch(scope: Scope, actor: Actor, ticket: Ticket): Promise<void> {
  await stopStretches(scope, ticket.id);
  await beginChargedWork(
    scope,
    (await agreedCharges(scope, ticket.id)).map(({ id }) => id),
  );
  await settle(scope, actor, ticket, false);
}

/** Stops all work that runs on a ticket, and counts its minutes. */
export async function stopStretches(scope: Scope, ticketId: string, personId?: string): Promise<number> {
  const running = await scope.db
    .selectFrom('research_stretches')
    .select(['id', 'began_at', 'person_id'])
    .where('ticket_id', '=', ticketId)
    .where('ended_at', 'is', null)
    .execute();
  const now = scope.now();
  let total = 0;
  for (const { id, began_at, person_id } of running) {
    if (personId && person_id !== personId) continue;
    const minutes = minutesBetween(began_at, now);
    total += minutes;
    await scope.db
      .updateTable('research_stretches')
      .set({ ended_at: now > began_at ? now : began_at, minutes })
      .where('id', '=', id)
      .execute();
  }
  return total;
}

/** Makes the fees of a ticket's research due where work was done for them; gives up the others once it ends. */
export async function settle(scope: Scope, actor: Actor, ticket: Ticket, ends: boolean): Promise<void> {
  for (const { id, work_began_at, language } of await agreedCharges(scope, ticket.id)) {
    if (work_began_at) await finishCharge(scope, actor, id);
    else if (ends) await waiveCharge(scope, actor, id, ticketTexts(language)('research.never_begun'));
  }
}

const agreedCharges = (scope: Scope, ticketId: string) =>
  scope.db
    .selectFrom('charges as charge')
    .innerJoin('acceptances as acceptance', 'acceptance.id', 'charge.acceptance_id')
    .where('acceptance.kind', '=', 'research')
    .where('charge.ticket_id', '=', ticketId)
    .where('charge.state', '=', 'agreed')
    .select(['charge.id', 'charge.work_began_at', 'acceptance.language'])
    .execute();

const wasResearched = async ({ db }: Scope, ticketId: string): Promise<boolean> =>
  (await db
    .selectFrom('research_stretches')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .limit(1)
    .executeTakeFirst()) !== undefined;
