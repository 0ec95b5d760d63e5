import type { Scope } from '#db/scope.ts';
import { type Actor, handlerId } from '#lib/actor.ts';
import { Conflict, Invalid } from '#lib/errors.ts';
import { sendExpectedMoved, sendPickedUp } from './mail.ts';
import { canHandle } from './policy.ts';
import { advance, type Step, takeStep } from './step.ts';
import { openStates, type Ticket } from './ticket.ts';

interface PickUp {
  /** When the ticket is expected to be handled; left out, the solution deadline. */
  readonly expectedAt?: Date;
  /** Left out, whoever picks it up. */
  readonly assigneeId?: string;
}

/**
 * Takes a reported ticket in hand and promises the reporter a moment (agreement §2, step 2). This is a
 * response. Throws `Invalid` on `expectedAt` for a moment in the past.
 */
export function pickUp(scope: Scope, actor: Actor, ticketId: string, input: PickUp = {}): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: ['reported', 'waiting'] }, async (step) => {
    const { ticket } = step;
    if (ticket.state === 'waiting' && ticket.resumes_as !== 'reported')
      throw new Conflict('picked_up_already');
    const expectedAt = input.expectedAt ?? ticket.solution_due;
    mustLieAhead(step, expectedAt);
    const assigneeId = input.assigneeId ?? ticket.assignee_id ?? handlerId(actor);
    await mustBeActiveStaff(step, assigneeId);
    const state =
      ticket.state === 'waiting' ? { resumes_as: 'picked_up' as const } : { state: 'picked_up' as const };
    const after = await advance(step, {
      type: 'picked_up',
      set: { ...state, expected_at: expectedAt, assignee_id: assigneeId },
      clock: [{ type: 'responded' }],
      data: { expectedAt: expectedAt.toISOString(), assigneeId },
    });
    await sendPickedUp(step.scope, after);
    return after;
  });
}

interface NewMoment {
  readonly expectedAt: Date;
  readonly reason: string;
}

/** Moves the promised moment; the reporter reads why. */
export function moveExpected(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { expectedAt, reason }: NewMoment,
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: openStates }, async (step) => {
    if (step.ticket.state === 'reported') throw new Conflict('not_picked_up');
    mustLieAhead(step, expectedAt);
    const after = await advance(step, {
      type: 'expected_moved',
      set: { expected_at: expectedAt },
      data: { from: step.ticket.expected_at?.toISOString(), to: expectedAt.toISOString(), reason },
    });
    await sendExpectedMoved(step.scope, after, reason);
    return after;
  });
}

/** Gives a ticket to a colleague, or to nobody. */
export function assign(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { assigneeId }: { assigneeId: string | null },
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: openStates }, async (step) => {
    if (step.ticket.assignee_id === assigneeId) return step.ticket;
    await mustBeActiveStaff(step, assigneeId);
    return advance(step, {
      type: 'assigned',
      internal: true,
      set: { assignee_id: assigneeId },
      data: { from: step.ticket.assignee_id, to: assigneeId },
    });
  });
}

function mustLieAhead({ scope }: Step, moment: Date): void {
  if (Number.isNaN(moment.getTime())) throw new Invalid({ expectedAt: 'not_a_moment' });
  if (moment <= scope.now()) throw new Invalid({ expectedAt: 'in_the_past' });
}

async function mustBeActiveStaff({ scope }: Step, personId: string | null): Promise<void> {
  if (!personId) return;
  const found = await scope.db
    .selectFrom('people')
    .select('id')
    .where('id', '=', personId)
    .where('kind', '=', 'staff')
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  if (!found) throw new Invalid({ assigneeId: 'unknown_choice' });
}
