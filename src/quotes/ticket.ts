import type { Scope } from '#db/scope.ts';
import type { Actor } from '#lib/actor.ts';
import { Conflict } from '#lib/errors.ts';
import { advance, lockTicket, takeStep } from '#tickets/step.ts';
import { isEnded } from '#tickets/ticket.ts';
import { askableStates, endWait, waitForClient } from '#tickets/with-client.ts';
import { numberOf, type Quote } from './quote.ts';

/** What a ticket's history keeps of a quote. */
const told = (quote: Quote) => ({ quoteId: quote.id, number: numberOf(quote), version: quote.version });

/** Lets the ticket of a quote that is being sent wait for the client, unless it is with the client already. */
export async function layBefore(scope: Scope, actor: Actor, quote: Quote): Promise<void> {
  if (!quote.ticketId) return;
  const ticket = await lockTicket(scope, quote.ticketId);
  if (!ticket || isEnded(ticket)) throw new Conflict('quote_ticket_ended');
  const event = { type: 'quote_sent', data: told(quote) };
  if (askableStates.includes(ticket.state))
    await waitForClient(scope, actor, ticket.id, { reason: 'quote', ...event });
  else
    await takeStep(scope, actor, ticket.id, { may: () => true, from: [ticket.state] }, (step) =>
      advance(step, event),
    );
}

interface Going {
  readonly type: 'quote_accepted' | 'quote_declined' | 'quote_expired' | 'quote_withdrawn';
  readonly data?: Record<string, unknown>;
  /** When the work is planned to be ready; the ticket is promised for then. */
  readonly plannedAt?: Date | null;
}

/**
 * Tells the ticket how its quote ended, and takes it up again where it waited for that; another quote that is
 * still open keeps it waiting. Of a ticket that ended meanwhile only the history learns of it.
 */
export async function goOn(scope: Scope, actor: Actor, quote: Quote, going: Going): Promise<void> {
  if (!quote.ticketId) return;
  const ticket = await lockTicket(scope, quote.ticketId);
  if (!ticket) return;
  const { type, plannedAt } = going;
  const event = { type, data: { ...told(quote), ...going.data } };
  const promised = plannedAt && plannedAt > scope.now() ? { expected_at: plannedAt } : {};
  const waits = ticket.waiting_for === 'quote' && !(await isAnotherOpen(scope, quote));
  if (waits && !promised.expected_at) {
    await endWait(scope, actor, ticket.id, { reason: 'quote', ...event });
    return;
  }
  const rule = { may: () => true, sees: () => true, from: [ticket.state] };
  await takeStep(scope, actor, ticket.id, rule, (step) =>
    advance(step, {
      ...event,
      set: { ...(isEnded(ticket) ? {} : promised), ...(waits ? { state: ticket.resumes_as! } : {}) },
      ...(waits ? { clock: [{ type: 'wait_ended' }] } : {}),
    }),
  );
}

const isAnotherOpen = async ({ db, now }: Scope, quote: Quote): Promise<boolean> => {
  const open = await db
    .selectFrom('quotes')
    .select('id')
    .where('ticket_id', '=', quote.ticketId)
    .where('id', '!=', quote.id)
    .where('state', '=', 'sent')
    .where('ends_at', '>', now())
    .executeTakeFirst();
  return open !== undefined;
};
