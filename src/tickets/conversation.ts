import type { Scope } from '#db/scope.ts';
import type { Actor } from '#lib/actor.ts';
import { sendAnswered, sendQuestion, sendReply } from './mail.ts';
import { mention, readCalled } from './mentions.ts';
import { canAdd, canHandle } from './policy.ts';
import { advance, takeStep } from './step.ts';
import { endedStates, openStates, type Ticket } from './ticket.ts';
import { askableStates, resume, wait } from './with-client.ts';
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
  return takeStep(scope, actor, ticketId, { may: canHandle, from: askableStates }, async (step) => {
    const messageId = await writeMessage(step, input);
    const after = await wait(step, { reason: 'question', type: 'asked', messageId });
    await sendQuestion(step.scope, after, input.body);
    return after;
  });
}

/**
 * The client writes: the answer when they were asked a question, which ends the wait, and an addition otherwise. What
 * costs money is never decided by a message.
 */
export function addMessage(scope: Scope, actor: Actor, ticketId: string, input: Written): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canAdd, from: openStates }, async (step) => {
    const messageId = await writeMessage(step, input);
    const after =
      step.ticket.waiting_for === 'question'
        ? await resume(step, { reason: 'question', type: 'answered', messageId })
        : await advance(step, { type: 'added', messageId });
    await sendAnswered(step.scope, after, input.body);
    return after;
  });
}

/** Enters the answer that the client gave by phone. */
export function enterAnswer(scope: Scope, actor: Actor, ticketId: string, input: Written): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: ['waiting'] }, async (step) =>
    resume(step, {
      reason: 'question',
      type: 'answered_by_phone',
      messageId: await writeMessage(step, input),
    }),
  );
}

/** Writes a note for colleagues only; those whom it calls by name are told. Throws `Invalid` for a name of several. */
export function addNote(scope: Scope, actor: Actor, ticketId: string, input: Written): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: anyState }, async (step) => {
    const called = await readCalled(step, input.body);
    const noteId = await writeNote(step, input);
    const data = called.length > 0 ? { data: { mentioned: called } } : {};
    const after = await advance(step, { type: 'noted', internal: true, noteId, ...data });
    await mention({ ...step, ticket: after }, { noteId, body: input.body, called });
    return after;
  });
}
