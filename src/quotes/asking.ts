import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import type { Actor } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { canSee } from '#tickets/policy.ts';
import { budgetHolders } from '#tickets/research/people.ts';
import { lockTicket } from '#tickets/step.ts';
import { isEnded } from '#tickets/ticket.ts';
import { addMessage } from '#tickets/tickets.ts';
import { sendForwarded, sendQuestion } from './mail.ts';
import { canAskAbout } from './policy.ts';
import { lockQuote, mustBeOpen } from './quote.ts';

/**
 * Asks the agency something about a quote: in its ticket, where there is one that the asker sees and that is open;
 * else in the quote's own history, with a mail to whoever made it. The quote stays open meanwhile.
 */
export function askAboutQuote(
  scope: Scope,
  actor: Actor,
  quoteId: string,
  { body }: { body: string },
): Promise<void> {
  return inTransaction(scope, async (scope) => {
    const quote = await lockQuote(scope, actor, quoteId);
    if (!canAskAbout(actor, quote)) throw new NotFound();
    const ticket = quote.ticketId ? await lockTicket(scope, quote.ticketId) : undefined;
    const inTicket = ticket !== undefined && canSee(actor, ticket) && !isEnded(ticket);
    await record(scope, actor, {
      type: 'quote.asked',
      subject: { type: 'quote', id: quoteId },
      data: inTicket ? { inTicket } : { body },
    });
    if (inTicket) await addMessage(scope, actor, ticket.id, { body });
    else await sendQuestion(scope, quote, { body, actor });
  });
}

/** Passes a quote on to somebody who can decide about it. */
export function forwardQuote(
  scope: Scope,
  actor: Actor,
  quoteId: string,
  { to }: { to: string },
): Promise<void> {
  return inTransaction(scope, async (scope) => {
    const quote = await lockQuote(scope, actor, quoteId);
    if (!canAskAbout(actor, quote)) throw new NotFound();
    mustBeOpen(quote, scope.now());
    const decider = (await budgetHolders(scope.db, quote.organisationId)).find(({ id }) => id === to);
    if (!decider) throw new Invalid({ to: 'unknown_choice' });
    await record(scope, actor, {
      type: 'quote.forwarded',
      subject: { type: 'quote', id: quoteId },
      data: { to: decider.id, name: decider.name },
    });
    await sendForwarded(scope, quote, { decider, actor });
  });
}
