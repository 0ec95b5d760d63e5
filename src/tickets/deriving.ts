import { sql } from 'kysely';
import { type Scope, together } from '#db/scope.ts';
import { statement } from '#db/statement.ts';
import type { Office } from '#settings/office.ts';
import { type ClockContext, clockColumns, clocksAt } from './clock.ts';
import { timersFor } from './due-timers.ts';
import type { Advance } from './step.ts';
import type { Ticket } from './ticket.ts';

/** Writes down what follows from a ticket's events: its clocks, and what it will do by itself. */

/** Writes a ticket's clock columns and timers anew, as they follow from its events and the office's time. */
export async function deriveClocks(
  scope: Scope,
  ticket: Ticket,
  office: Office,
  set: Advance['set'] = {},
): Promise<Ticket> {
  const context = {
    calendar: office.calendar,
    agreement: office.agreement(ticket.agreement_version),
    now: scope.now(),
  };
  const columns = clockColumns(ticket, clocksAt(ticket, context));
  const { warned, ...plain } = set;
  // whoever follows what changes has to see a deadline that moved with the office hours
  const moved =
    +columns.response_due !== +ticket.response_due || +columns.solution_due !== +ticket.solution_due;
  const updated_at = moved ? context.now : ticket.updated_at;
  const after = { ...ticket, ...columns, updated_at };
  await together([
    scope.db
      .updateTable('tickets')
      .set({
        ...plain,
        ...columns,
        clock_events: JSON.stringify(ticket.clock_events),
        ...(warned ? { warned: JSON.stringify(warned) } : {}),
        updated_at,
      })
      .where('id', '=', ticket.id)
      .execute(),
    // what a connection is asked at once it does in turn: the old ones go before the new ones come
    deleteTimers(scope.db, ticket.id),
    addTimers(scope, after, context),
  ]);
  return after;
}

const deleteTimers = statement((db, ticketId: string) =>
  db.deleteFrom('timers').where('ticket_id', '=', ticketId),
);

/** Writes down what a ticket that has no timers is to do by itself. */
export async function addTimers(scope: Scope, ticket: Ticket, context: ClockContext): Promise<void> {
  const due = (await timersFor(scope, ticket, context)).filter(
    ({ kind, about }) => ticket.warned[kind] !== about.toISOString(),
  );
  if (due.length === 0) return;
  const kinds = due.map(({ kind }) => kind);
  const moments = due.map(({ at }) => at);
  await insertTimers(scope.db, ticket.id, kinds, moments);
}

const insertTimers = statement(
  (_, ticketId: string, kinds: readonly string[], moments: readonly Date[]) => sql<never>`
    insert into timers (ticket_id, kind, at)
    select ${ticketId}::uuid, timer.* from unnest(${kinds}::text[], ${moments}::timestamptz[]) as timer`,
);
