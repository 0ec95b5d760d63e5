import type { Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { type Actor, actorId } from '#lib/actor.ts';
import type { Quote } from './quote.ts';

interface Ending {
  readonly state: 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'replaced';
  readonly reason?: string;
  readonly data?: Record<string, unknown>;
}

/** Writes down how a quote that was sent ended; nothing will happen to it by itself any more. */
export async function endQuote(
  scope: Scope,
  actor: Actor,
  { id }: Pick<Quote, 'id'>,
  { state, reason, data }: Ending,
): Promise<void> {
  await scope.db
    .updateTable('quotes')
    .set({
      state,
      ended_at: scope.now(),
      ended_by: actorId(actor),
      ended_reason: reason ?? null,
    })
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .execute();
  await scope.db.deleteFrom('quote_timers').where('quote_id', '=', id).execute();
  await record(scope, actor, {
    type: `quote.${state}`,
    subject: { type: 'quote', id },
    data: { ...data, ...(reason ? { reason } : {}) },
  });
}
