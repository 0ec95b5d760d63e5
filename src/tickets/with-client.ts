import type { Scope } from '#db/scope.ts';
import type { Wait } from '#db/types.ts';
import type { Actor } from '#lib/actor.ts';
import { Conflict } from '#lib/errors.ts';
import { canHandle } from './policy.ts';
import { carryPromise } from './promise.ts';
import { type Advance, advance, type Step, takeStep } from './step.ts';
import { type Ticket, type TicketState, waitingSince } from './ticket.ts';

/** The states from which a ticket can be laid before the client. */
export const askableStates: readonly TicketState[] = ['reported', 'picked_up', 'testing'];

interface Waiting {
  readonly reason: Wait;
  /** The type of the event that tells of it, and what it keeps. */
  readonly type: string;
  readonly data?: Record<string, unknown>;
  readonly messageId?: string;
}

/** Lets a ticket wait for the client, and its solution clock with it (agreement §4, «Waiting»). This is a response. */
export const wait = (step: Step, { reason, ...told }: Waiting): Promise<Ticket> =>
  advance(step, {
    ...told,
    set: { state: 'waiting', resumes_as: step.ticket.state, waiting_for: reason },
    clock: [{ type: 'wait_started', reason }],
  });

/** The same as an operation of its own: the agency waits for the client's decision or answer to a quote. */
export const waitForClient = (
  scope: Scope,
  actor: Actor,
  ticketId: string,
  waiting: Waiting & { readonly reason: 'decision' | 'quote' },
): Promise<Ticket> =>
  takeStep(scope, actor, ticketId, { may: canHandle, from: askableStates }, (step) => wait(step, waiting));

interface WaitEnd extends Omit<Waiting, 'reason'> {
  /** What it has to be waiting for; waiting for something else, it is a `Conflict`. */
  readonly reason: Wait;
  readonly set?: Advance['set'];
}

/** Takes a waiting ticket up again where it was; its clock goes on, and the promised moment moves along. */
export async function resume(step: Step, { reason, set, ...told }: WaitEnd): Promise<Ticket> {
  const { ticket } = step;
  if (!ticket.resumes_as || ticket.waiting_for !== reason) throw new Conflict('not_waiting');
  const since = waitingSince(ticket);
  const after = await advance(step, {
    ...told,
    set: { ...set, state: ticket.resumes_as },
    clock: [{ type: 'wait_ended' }],
  });
  return carryPromise(step, after, since);
}

/**
 * The same as an operation of its own, for whoever decided. Part of the operation that asked who may: nothing is
 * asked here, since a budget holder decides about tickets that are not theirs to see.
 */
export const endWait = (scope: Scope, actor: Actor, ticketId: string, end: WaitEnd): Promise<Ticket> =>
  takeStep(scope, actor, ticketId, { may: () => true, sees: () => true, from: ['waiting'] }, (step) =>
    resume(step, end),
  );
