import type { Scope } from '#db/scope.ts';
import type { Actor } from '#lib/actor.ts';
import { actorId, handlerId } from '#lib/actor.ts';
import { Conflict } from '#lib/errors.ts';
import { sendAnswerGiven, sendReleased } from './mail.ts';
import { canHandle, canTest } from './policy.ts';
import { advance, type Step, takeStep } from './step.ts';
import type { Ticket } from './ticket.ts';
import { type Written, writeMessage } from './writing.ts';

interface HandOver {
  readonly whatChanged: string;
  readonly howToTest: string;
}

/** Says that the solution is made and has to be tested: what changed, and how to test it. */
export function handOver(scope: Scope, actor: Actor, ticketId: string, input: HandOver): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: ['picked_up'] }, (step) =>
    advance(step, {
      type: 'handed_over',
      internal: true,
      set: {
        state: 'testing',
        solver_id: actorId(actor),
        what_changed: input.whatChanged,
        how_to_test: input.howToTest,
        tested_at: null,
        tested_by: null,
      },
      data: { whatChanged: input.whatChanged, howToTest: input.howToTest },
    }),
  );
}

/** The internal test passed; done by someone other than the solver unless the agreement allows it. */
export function passTest(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  input: { remark?: string } = {},
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: ['testing'] }, (step) => {
    mustBeAllowedToTest(step);
    return advance(step, {
      type: 'test_passed',
      internal: true,
      set: { tested_at: step.scope.now(), tested_by: actorId(actor) },
      data: input.remark ? { remark: input.remark } : {},
    });
  });
}

/** The internal test failed: back to solving, with what was seen. */
export function failTest(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { reason }: { reason: string },
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: ['testing'] }, (step) => {
    mustBeAllowedToTest(step);
    return advance(step, {
      type: 'test_failed',
      internal: true,
      set: { state: 'picked_up' },
      data: { reason },
    });
  });
}

function mustBeAllowedToTest({ actor, ticket, office }: Step): void {
  if (ticket.tested_at) throw new Conflict('tested_already');
  const { solverMayTest } = office.agreement(ticket.agreement_version);
  if (!canTest(actor, ticket, solverMayTest)) throw new Conflict('solver_may_not_test');
}

/**
 * Reports the new version online: the solution clock is met and the ticket goes to the reporter for
 * sign-off (agreement §2, step 3). Only after the internal test passed.
 */
export function release(scope: Scope, actor: Actor, ticketId: string, input: Written): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: ['testing'] }, async (step) => {
    if (!step.ticket.tested_at) throw new Conflict('not_tested');
    const after = await deliver(step, input, 'released');
    await sendReleased(step.scope, after, input.body);
    return after;
  });
}

/** Gives the answer to a ticket for which nothing has to be built; the reporter signs it off as well. */
export function giveAnswer(scope: Scope, actor: Actor, ticketId: string, input: Written): Promise<Ticket> {
  return takeStep(
    scope,
    actor,
    ticketId,
    { may: canHandle, from: ['reported', 'picked_up'] },
    async (step) => {
      const after = await deliver(step, input, 'answer_given');
      await sendAnswerGiven(step.scope, after, input.body);
      return after;
    },
  );
}

async function deliver(step: Step, input: Written, type: 'released' | 'answer_given'): Promise<Ticket> {
  const messageId = await writeMessage(step, input);
  return advance(step, {
    type,
    messageId,
    set: {
      state: 'sign_off',
      delivered_at: step.scope.now(),
      assignee_id: step.ticket.assignee_id ?? handlerId(step.actor),
    },
    clock: [{ type: 'delivered' }],
  });
}
