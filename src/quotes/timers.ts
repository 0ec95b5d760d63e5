import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { program } from '#lib/actor.ts';
import type { Office } from '#settings/office.ts';
import { endQuote } from './ending.ts';
import { sendExpired, sendReminder } from './mail.ts';
import { lockQuote, type Quote } from './quote.ts';
import { goOn } from './ticket.ts';

/**
 * Plans what will happen to a quote by itself: reminders at the opening of the days that the agreement names, and
 * its expiry at the end of its last day.
 */
export async function setTimers(scope: Scope, quote: Quote, office: Office): Promise<void> {
  const { calendar } = office;
  const { quoteRemindDaysBefore } = office.inForce(scope.now()).agreement.costs;
  const reminders = quoteRemindDaysBefore.map((days) => {
    const day = Temporal.PlainDate.from(quote.validUntil).subtract({ days });
    const at = new Date(calendar.nextOpening(calendar.instantOf(`${day}T00:00`)));
    return { quote_id: quote.id, kind: `reminder.${days}`, at };
  });
  const ahead = reminders.filter(({ at }) => at > scope.now() && at < quote.endsAt!);
  await scope.db
    .insertInto('quote_timers')
    .values([...ahead, { quote_id: quote.id, kind: 'expiry', at: quote.endsAt! }])
    .execute();
}

/** Does everything that quotes were to do by themselves up to now. Answers how much was done. */
export async function runQuoteTimers(scope: Scope): Promise<number> {
  for (let done = 0; ; done++) {
    if (!(await runNextQuoteTimer(scope))) return done;
  }
}

/**
 * Does the timer that is due first, in one transaction; false when none is due. It is claimed by removing its row
 * while the quote is held, so that two nodes never do the same one.
 */
export function runNextQuoteTimer(scope: Scope): Promise<boolean> {
  return inTransaction(scope, async (scope) => {
    const next = await scope.db
      .selectFrom('quote_timers as timer')
      .innerJoin('quotes as quote', 'quote.id', 'timer.quote_id')
      .select(['quote.id', 'timer.kind'])
      .where('timer.at', '<=', scope.now())
      .orderBy('timer.at')
      .limit(1)
      .executeTakeFirst();
    if (!next) return false;
    const quote = await lockQuote(scope, program, next.id);
    const claimed = await scope.db
      .deleteFrom('quote_timers')
      .where('quote_id', '=', next.id)
      .where('kind', '=', next.kind)
      .executeTakeFirst();
    if (claimed.numDeletedRows > 0n) await fire(scope, quote, next.kind);
    return true;
  });
}

async function fire(scope: Scope, quote: Quote, kind: string): Promise<void> {
  if (quote.state !== 'sent') return;
  if (kind === 'expiry') {
    await endQuote(scope, program, quote, { state: 'expired' });
    await goOn(scope, program, quote, { type: 'quote_expired' });
    await sendExpired(scope, quote);
    return;
  }
  // a program that stood still does not remind of what has ended
  if (quote.endsAt! <= scope.now()) return;
  await record(scope, program, {
    type: 'quote.reminded',
    subject: { type: 'quote', id: quote.id },
    data: { kind },
  });
  await sendReminder(scope, quote);
}
