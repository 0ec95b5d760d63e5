import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { program } from '#lib/actor.ts';
import { loadOffice } from '#settings/office.ts';
import type { Timer } from './clock.ts';
import { signOffBySilence } from './closing.ts';
import { deriveClocks } from './deriving.ts';
import { timersFor } from './due-timers.ts';
import { sendReminder, sendWarning } from './mail.ts';
import { lapseResearch } from './research/decide.ts';
import { sendDecisionReminder } from './research/mail.ts';
import { sendResearchReminder } from './research/work-mail.ts';
import { lockTicket } from './step.ts';
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
  const timers = await timersFor(scope, ticket, context);
  const due = timers.find((timer) => timer.kind === kind);
  if (!due || due.at > scope.now()) {
    await deriveClocks(scope, ticket, office);
    return;
  }
  const end = ends[kind as keyof typeof ends];
  if (end) {
    await end(scope, ticket.id);
    return;
  }
  const warns = kind.startsWith('response') || kind.startsWith('solution');
  if (warns && !office.calendar.isOpen(scope.now().getTime()) && !atClosing(due.at, scope.now())) {
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
    type: warns ? 'warned' : kind === 'research' ? 'research_reminded' : 'reminded',
    subject: { type: 'ticket', id: ticket.id },
    internal: warns || kind === 'research',
    data: { kind, about: due.about.toISOString() },
  });
  await tell(scope, ticket, kind, timers);
}

/** What silence brings about in the end. */
const ends = { silence: signOffBySilence, lapse: lapseResearch } as const;

function tell(scope: Scope, ticket: Ticket, kind: string, timers: readonly Timer[]): Promise<void> {
  const at = (end: keyof typeof ends) => timers.find((timer) => timer.kind === end)!.at;
  if (kind.startsWith('reminder')) return sendReminder(scope, ticket, at('silence'));
  if (kind.startsWith('decision')) return sendDecisionReminder(scope, ticket, at('lapse'));
  if (kind === 'research') return sendResearchReminder(scope, ticket);
  const [clock, percent] = kind.split('.') as ['response' | 'solution', string];
  return sendWarning(scope, ticket, { clock, percent: Number(percent) });
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
