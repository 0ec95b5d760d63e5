import { activePerson } from '#auth/session.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { statement } from '#db/statement.ts';
import { record } from '#events/events.ts';
import type { Actor } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { canAdd, canHandle, canWatch } from './policy.ts';
import { findTicket } from './queries.ts';

/** Lets a colleague of the reporter read along by mail; only somebody who may see the ticket anyway. */
export function addWatcher(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { email }: { email: string },
): Promise<void> {
  return inTransaction(scope, async (scope) => {
    const ticket = await findTicket(scope.db, actor, ticketId);
    if (!canAdd(actor, ticket) && !canHandle(actor, ticket)) throw new NotFound();
    const watcher = await activePerson(scope.db, { email });
    if (!watcher || !canWatch(watcher, ticket)) throw new Invalid({ email: 'cannot_watch' });
    const { numInsertedOrUpdatedRows } = await scope.db
      .insertInto('watchers')
      .values({ ticket_id: ticket.id, person_id: watcher.id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) return;
    const subject = { type: 'ticket', id: ticket.id } as const;
    await record(scope, actor, {
      type: 'watching',
      subject,
      data: { personId: watcher.id, name: watcher.name },
    });
  });
}

/** Ends somebody's reading along. */
export function removeWatcher(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { personId }: { personId: string },
): Promise<void> {
  return inTransaction(scope, async (scope) => {
    const ticket = await findTicket(scope.db, actor, ticketId);
    if (!canAdd(actor, ticket) && !canHandle(actor, ticket)) throw new NotFound();
    const { numDeletedRows } = await scope.db
      .deleteFrom('watchers')
      .where('ticket_id', '=', ticket.id)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (!numDeletedRows) return;
    const subject = { type: 'ticket', id: ticket.id } as const;
    await record(scope, actor, { type: 'unwatched', subject, data: { personId } });
  });
}

/** Who reads along with a ticket. */
export const watchersOf = statement((db, ticketId: string) =>
  db
    .selectFrom('watchers')
    .innerJoin('people as person', 'person.id', 'watchers.person_id')
    .where('watchers.ticket_id', '=', ticketId)
    .select(['person.id', 'person.name', 'person.email'])
    .orderBy('person.name'),
);
