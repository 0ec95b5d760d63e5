import type { Scope } from '#db/scope.ts';
import type { Actor } from '#lib/actor.ts';
import { Conflict } from '#lib/errors.ts';
import { sendAnswered, sendQuestion, sendReply } from './mail.ts';
import { canAdd, canHandle } from './policy.ts';
import { carryPromise } from './promise.ts';
import { advance, type Step, takeStep } from './step.ts';
import { endedStates, openStates, type Ticket } from './ticket.ts';
import { type Written, writeMessage, writeNote } from './writing.ts';

const anyState = [...openStates, ...endedStates];

/** Writes to the client; this is a response. The ticket stays where it is. */
export function reply(scope: Scope, actor: Actor, ticketId: string, input: Written): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: anyState }, async (step) => {
    const messageId = await writeMessage(step, input);
    const after = await advance(step, { type: 'replied', messageId, clock: [{ type: 'responded' }] });
    await sendReply(step.scope, after, input.body);
    return after;
  });
}

/** Asks the client something; the ticket waits, and its solution clock with it, until they answer. */
export function ask(scope: Scope, actor: Actor, ticketId: string, input: Written): Promise<Ticket> {
  const from = ['reported', 'picked_up', 'testing'] as const;
  return takeStep(scope, actor, ticketId, { may: canHandle, from }, async (step) => {
    const messageId = await writeMessage(step, input);
    const after = await advance(step, {
      type: 'asked',
      messageId,
      set: { state: 'waiting', resumes_as: step.ticket.state },
      clock: [{ type: 'wait_started', reason: 'question' }],
    });
    await sendQuestion(step.scope, after, input.body);
    return after;
  });
}

/** The client writes: the answer when they were asked, which ends the wait, and an addition otherwise. */
export function addMessage(scope: Scope, actor: Actor, ticketId: string, input: Written): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canAdd, from: openStates }, async (step) => {
    const messageId = await writeMessage(step, input);
    const after =
      step.ticket.state === 'waiting'
        ? await resume(step, messageId, 'answered')
        : await advance(step, { type: 'added', messageId });
    await sendAnswered(step.scope, after, input.body);
    return after;
  });
}

/** Enters the answer that the client gave by phone. */
export function enterAnswer(scope: Scope, actor: Actor, ticketId: string, input: Written): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: ['waiting'] }, async (step) =>
    resume(step, await writeMessage(step, input), 'answered_by_phone'),
  );
}

/** Writes a note for colleagues only. */
export function addNote(scope: Scope, actor: Actor, ticketId: string, input: Written): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: anyState }, async (step) => {
    const noteId = await writeNote(step, input);
    return advance(step, { type: 'noted', internal: true, noteId });
  });
}

async function resume(
  step: Step,
  messageId: string,
  type: 'answered' | 'answered_by_phone',
): Promise<Ticket> {
  if (!step.ticket.resumes_as) throw new Conflict('not_waiting');
  const asked = step.ticket.clock_events.findLast(({ type }) => type === 'wait_started');
  const after = await advance(step, {
    type,
    messageId,
    set: { state: step.ticket.resumes_as, resumes_as: null },
    clock: [{ type: 'wait_ended' }],
  });
  return carryPromise(step, after, asked ? new Date(asked.at) : null);
}
