import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { program } from '#lib/actor.ts';
import { loadOffice } from '#settings/office.ts';
import { timersOf } from './clock.ts';
import { signOffBySilence } from './closing.ts';
import { sendReminder, sendWarning } from './mail.ts';
import { deriveClocks, lockTicket } from './step.ts';
import type { Ticket } from './ticket.ts';

/**
 * Does everything that tickets were to do by themselves up to now: warnings, reminders, sign-off by
 * silence. Each timer is claimed by removing its row, so that two nodes never do the same one, and a
 * program that stops halfway does it the next time. Answers how many were done.
 */
export async function runTimers(scope: Scope): Promise<number> {
  for (let done = 0; ; done++) {
    if (!(await runNextTimer(scope))) return done;
  }
}

/**
 * Does the timer that is due first, in one transaction; false when none is due. The ticket is locked before
 * its timer is touched, in the same order as by every step, so that the two never wait for each other.
 */
export function runNextTimer(scope: Scope): Promise<boolean> {
  return inTransaction(scope, async (scope) => {
    const next = await scope.db
      .selectFrom('timers')
      .innerJoin('tickets', 'tickets.id', 'timers.ticket_id')
      .selectAll('tickets')
      .select('timers.kind as timer')
      .where('timers.at', '<=', scope.now())
      .orderBy('timers.at')
      .limit(1)
      .forUpdate('tickets')
      .skipLocked()
      .executeTakeFirst();
    if (!next) return false;
    const { timer, ...ticket } = next;
    const claimed = await scope.db
      .deleteFrom('timers')
      .where('ticket_id', '=', ticket.id)
      .where('kind', '=', timer)
      .executeTakeFirst();
    if (claimed.numDeletedRows > 0n) await fire(scope, ticket as unknown as Ticket, timer);
    return true;
  });
}

async function fire(scope: Scope, ticket: Ticket, kind: string): Promise<void> {
  const office = await loadOffice(scope.db);
  const context = {
    calendar: office.calendar,
    agreement: office.agreement(ticket.agreement_version),
    now: scope.now(),
  };
  const timers = timersOf(ticket, context);
  const due = timers.find((timer) => timer.kind === kind);
  if (!due || due.at > scope.now()) {
    await deriveClocks(scope, ticket, office);
    return;
  }
  if (kind === 'silence') {
    await signOffBySilence(scope, ticket.id);
    return;
  }

  if (
    !kind.startsWith('reminder') &&
    !office.calendar.isOpen(scope.now().getTime()) &&
    !atClosing(due.at, scope.now())
  ) {
    await postpone(scope, ticket, kind, new Date(office.calendar.nextOpening(scope.now().getTime())));
    return;
  }
  const warned = { ...ticket.warned, [kind]: due.about.toISOString() };
  await scope.db
    .updateTable('tickets')
    .set({ warned: JSON.stringify(warned) })
    .where('id', '=', ticket.id)
    .execute();
  await record(scope, program, {
    type: kind.startsWith('reminder') ? 'reminded' : 'warned',
    subject: { type: 'ticket', id: ticket.id },
    internal: !kind.startsWith('reminder'),
    data: { kind, about: due.about.toISOString() },
  });
  if (kind.startsWith('reminder')) {
    const silence = timers.find((timer) => timer.kind === 'silence');
    await sendReminder(scope, ticket, silence!.at);
    return;
  }
  const [clock, percent] = kind.split('.') as ['response' | 'solution', string];
  await sendWarning(scope, ticket, { clock, percent: Number(percent) });
}

/** A target that ends at closing time is told at closing time; a late run waits for the opening. */
const atClosing = (due: Date, now: Date) => now.getTime() - due.getTime() < 15 * 60_000;

const postpone = (scope: Scope, ticket: Ticket, kind: string, at: Date) =>
  scope.db.insertInto('timers').values({ ticket_id: ticket.id, kind, at }).execute();

/** Derives every open ticket's clocks anew, after office hours or holidays changed. */
export async function recomputeOpenTickets(scope: Scope): Promise<number> {
  const open = await scope.db.selectFrom('tickets').select('id').where('closed_at', 'is', null).execute();
  for (const { id } of open) {
    await inTransaction(scope, async (scope) => {
      const ticket = await lockTicket(scope, id);
      if (ticket) await deriveClocks(scope, ticket, await loadOffice(scope.db));
    });
  }
  return open.length;
}
