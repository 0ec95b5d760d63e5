import type { Scope } from '#db/scope.ts';
import { program } from '#lib/actor.ts';
import { endQuote } from './ending.ts';
import { sendWithdrawn } from './mail.ts';
import { lockQuote, standingOf } from './quote.ts';
import { quotesTexts } from './texts.ts';
import { goOn } from './ticket.ts';

/**
 * The program withdraws what of a ticket's quotes waits for an answer, since the ticket was dropped: part of that
 * step, after the ticket itself. The client is told why; nobody is reminded any more.
 */
export async function withdrawQuotesOf(scope: Scope, ticketId: string): Promise<void> {
  const open = await scope.db
    .selectFrom('quotes')
    .select(['id', 'language', 'state', 'ends_at as endsAt'])
    .where('ticket_id', '=', ticketId)
    .where('state', '=', 'sent')
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const { id, language } of open.filter((each) => standingOf(each, scope.now()) === 'sent')) {
    const quote = await lockQuote(scope, program, id);
    const reason = quotesTexts(language)('ticket_dropped', { number: quote.ticketNumber! });
    await endQuote(scope, program, quote, { state: 'withdrawn', reason });
    await goOn(scope, program, quote, { type: 'quote_withdrawn', data: { reason } });
    await sendWithdrawn(scope, quote, reason);
  }
}
