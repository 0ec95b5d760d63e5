import { reopenUntil } from '#agreement/clocks.ts';
import { finishQuotedCharges } from '#costs/charges.ts';
import type { Scope } from '#db/scope.ts';
import { type Actor, program } from '#lib/actor.ts';
import { Conflict } from '#lib/errors.ts';
import { withdrawQuotesOf } from '#quotes/dropping.ts';
import type { Office } from '#settings/office.ts';
import { sendDropped, sendRefused, sendReopened, sendSignedOff, sendWithdrawn } from './mail.ts';
import { canHandle, canReopen, canSignOff, canWithdraw } from './policy.ts';
import { carryPromise, renewPromise } from './promise.ts';
import { type Advance, advance, type Step, takeStep } from './step.ts';
import { endedStates, openStates, type Ticket } from './ticket.ts';
import { type Written, writeMessage } from './writing.ts';

interface Judged {
  /** The moment of the delivery that was judged; left out, the latest. */
  readonly delivered?: string | undefined;
}

/**
 * The client tested and says that it works (agreement §2, step 4). What was delivered after their page was
 * drawn they did not test: that is a `Conflict`.
 */
export function signOff(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { delivered }: Judged = {},
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canSignOff, from: ['sign_off'] }, async (step) => {
    if (delivered && delivered !== step.ticket.delivered_at?.toISOString())
      throw new Conflict('newer_delivery');
    const after = await close(step, 'signed_off', {});
    await sendSignedOff(step.scope, after, { bySilence: false });
    return after;
  });
}

/** Nobody said that it does not work, after both reminders: the program signs off (agreement §4, «Silence»). */
export function signOffBySilence(scope: Scope, ticketId: string): Promise<Ticket> {
  return takeStep(scope, program, ticketId, { may: () => true, from: ['sign_off'] }, async (step) => {
    const after = await close(step, 'signed_off_by_silence', {});
    await sendSignedOff(step.scope, after, { bySilence: true });
    return after;
  });
}

async function close(step: Step, type: string, data: Record<string, unknown>): Promise<Ticket> {
  await finishQuotedCharges(step.scope, step.actor, step.ticket.id);
  return advance(step, {
    type,
    set: { state: 'signed_off', closed_at: step.scope.now() },
    clock: [{ type: 'signed_off' }],
    data,
  });
}

/** It does not work yet: back to solving, with what the client saw. The solution clock goes on. */
export function refuse(scope: Scope, actor: Actor, ticketId: string, input: Written): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canSignOff, from: ['sign_off'] }, async (step) => {
    const messageId = await writeMessage(step, input);
    const after = await advance(step, {
      type: 'refused',
      messageId,
      set: { state: 'picked_up', delivered_at: null, tested_at: null, tested_by: null },
      clock: [{ type: 'refused' }],
    });
    await sendRefused(step.scope, after, input.body);
    return carryPromise(step, after, step.ticket.delivered_at);
  });
}

/** The agency drops a ticket, with a reason that the reporter reads. */
export function drop(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { reason }: { reason: string },
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: openStates }, async (step) => {
    const after = await end(step, 'dropped', reason);
    await sendDropped(step.scope, after, reason);
    return after;
  });
}

/** The client needs it no longer. */
export function withdraw(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { reason }: { reason: string },
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canWithdraw, from: openStates }, async (step) => {
    const after = await end(step, 'withdrawn', reason);
    await sendWithdrawn(step.scope, after, reason);
    return after;
  });
}

/** A client who withdraws a ticket that nobody responded to leaves it unanswered: that is no response. */
const end = (step: Step, type: 'dropped' | 'withdrawn', reason: string) => dropTicket(step, type, { reason });

/**
 * Drops a ticket, as part of the step in which somebody, or the program, decided so; what of its quotes waits for an
 * answer is withdrawn with it.
 */
export async function dropTicket(step: Step, type: string, data: Record<string, unknown>): Promise<Ticket> {
  const unanswered = type === 'withdrawn' && !step.ticket.response_met_at;
  const after = await advance(step, {
    type,
    set: { state: 'dropped', closed_at: step.scope.now() },
    clock: unanswered ? [] : [{ type: 'wait_started', reason: 'dropped' }],
    data,
  });
  await withdrawQuotesOf(step.scope, after.id);
  return after;
}

/** Until when an ended ticket can be reopened; afterwards a new, linked one is made. */
export function reopenableUntil(
  ticket: Pick<Ticket, 'closed_at' | 'agreement_version'>,
  office: Office,
): Date | null {
  if (!ticket.closed_at) return null;
  const agreement = office.agreement(ticket.agreement_version);
  return new Date(reopenUntil(agreement, office.calendar, ticket.closed_at.getTime()));
}

/** Takes an ended ticket up again, with a reason; throws `Conflict` once the term has passed. */
export function reopen(scope: Scope, actor: Actor, ticketId: string, input: Written): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canReopen, from: endedStates }, async (step) => {
    const { ticket, office } = step;
    const until = reopenableUntil(ticket, office);
    if (!until || step.scope.now() > until) throw new Conflict('too_late_to_reopen');
    const messageId = await writeMessage(step, input);
    const after = await renewPromise(
      step,
      await advance(step, {
        type: 'reopened',
        messageId,
        set: {
          state: ticket.expected_at || ticket.delivered_at ? 'picked_up' : 'reported',
          closed_at: null,
          delivered_at: null,
          tested_at: null,
          tested_by: null,
        },
        ...clockOfReopening(ticket),
      }),
    );
    await sendReopened(step.scope, after, input.body, actor);
    return after;
  });
}

/** The solution clock goes on; that of a ticket which was withdrawn unanswered begins anew. */
function clockOfReopening(ticket: Ticket): Pick<Advance, 'clock' | 'restart'> {
  if (!ticket.response_met_at)
    return { clock: [{ type: 'reported', priority: ticket.priority }], restart: true };
  const goesOn = { type: 'wait_ended' } as const;
  return { clock: ticket.solution_met_at ? [{ type: 'refused' }, goesOn] : [goesOn] };
}
