import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { type Actor, actorId } from '#lib/actor.ts';
import { Conflict, Invalid, NotFound } from '#lib/errors.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { budgetHolders } from '#tickets/research/people.ts';
import { lockDraft } from './drafts.ts';
import { endQuote } from './ending.ts';
import { sendQuoteMail, sendWithdrawn } from './mail.ts';
import { canQuote } from './policy.ts';
import { lockQuote, mustBeOpen, type Quote } from './quote.ts';
import { goOn, layBefore } from './ticket.ts';
import { setTimers } from './timers.ts';

/** The most days ahead at which a quote may end. */
const longestValidity = 366;

/**
 * Sends a draft: from now on it stays as it is. A first version gets the next number of the year, without a gap; a
 * later one ends the version before it. The ticket waits for the client (agreement §4, «A quote», «Waiting»).
 * Throws `Invalid` for what is missing, `Conflict` where an earlier version was accepted meanwhile.
 */
export function sendQuote(
  scope: Scope,
  actor: Actor,
  quoteId: string,
  { seen }: { seen?: number | undefined } = {},
): Promise<Quote> {
  if (!canQuote(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const draft = await lockDraft(scope, actor, quoteId, seen);
    const office = await loadOffice(scope.db);
    const now = scope.now();
    const today = todayOf(office, now);
    if (draft.lines.length === 0) throw new Invalid({ form: 'quote_without_lines' });
    if (draft.validUntil < today) throw new Invalid({ valid_until: 'in_the_past' });
    const latest = Temporal.PlainDate.from(today).add({ days: longestValidity }).toString();
    if (draft.validUntil > latest) throw new Invalid({ valid_until: 'too_far_ahead' });
    if (draft.plannedOn !== null && draft.plannedOn < today) throw new Invalid({ planned_on: 'in_the_past' });
    if ((await budgetHolders(scope.db, draft.organisationId)).length === 0)
      throw new Invalid({ form: 'quote_nobody_decides' });
    const numbered = draft.replacesId
      ? await succeed(scope, actor, draft.replacesId)
      : { ...(await nextNumber(scope, Number(today.slice(0, 4)))), version: 1 };
    const dayAfter = Temporal.PlainDate.from(draft.validUntil).add({ days: 1 });
    const ends_at = new Date(office.calendar.instantOf(`${dayAfter}T00:00`));
    await scope.db
      .updateTable('quotes')
      .set({ ...numbered, state: 'sent', sent_at: now, sent_by: actorId(actor), ends_at })
      .where('id', '=', quoteId)
      .execute();
    const quote = await lockQuote(scope, actor, quoteId);
    await setTimers(scope, quote, office);
    await record(scope, actor, {
      type: 'quote.sent',
      subject: { type: 'quote', id: quoteId },
      data: { ...numbered, validUntil: quote.validUntil },
    });
    await layBefore(scope, actor, quote);
    await sendQuoteMail(scope, quote);
    return quote;
  });
}

/** Takes back a quote that was sent, with a reason that the client reads. */
export function withdrawQuote(
  scope: Scope,
  actor: Actor,
  quoteId: string,
  { reason }: { reason: string },
): Promise<void> {
  if (!canQuote(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const quote = await lockQuote(scope, actor, quoteId);
    mustBeOpen(quote, scope.now());
    await endQuote(scope, actor, quote, { state: 'withdrawn', reason });
    await goOn(scope, actor, quote, { type: 'quote_withdrawn', data: { reason } });
    await sendWithdrawn(scope, quote, reason);
  });
}

/** Ends what of this quote still counts, and answers the number and version of its successor. */
async function succeed(scope: Scope, actor: Actor, replacesId: string) {
  const { year, number } = await lockQuote(scope, actor, replacesId);
  const versions = await scope.db
    .selectFrom('quotes')
    .select(['id', 'state', 'version'])
    .where('year', '=', year)
    .where('number', '=', number)
    .orderBy('version')
    .forUpdate()
    .execute();
  if (versions.some(({ state }) => state === 'accepted')) throw new Conflict('quote_accepted');
  for (const each of versions.filter(({ state }) => state === 'sent'))
    await endQuote(scope, actor, each, { state: 'replaced' });
  return { year, number, version: versions.at(-1)!.version + 1 };
}

/** The year's next number; its row is held until the commit, so that none is skipped and none given twice. */
async function nextNumber({ db }: Scope, year: number) {
  const { last } = await db
    .insertInto('quote_numbers')
    .values({ year, last: 1 })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet((eb) => ({ last: eb('quote_numbers.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return { year, number: last };
}
