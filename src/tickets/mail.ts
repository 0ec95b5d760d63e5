import type { Decision } from '#agreement/coverage.ts';
import type { Scope } from '#db/scope.ts';
import type { Addressee } from '#mail/outbox.ts';
import type { Block } from '#mail/render.tsx';
import { loadOffice } from '#settings/office.ts';
import { type About, type Blocks, send, toClient, type Writing } from './letter.ts';
import type { Ticket } from './ticket.ts';
import { payerOf } from './who-pays.ts';

export * from './staff-mail.ts';

/** The mails of a ticket that its reporter reads, and those who read along. */

interface Confirmed {
  readonly reporter: Addressee;
  readonly about: About;
  readonly decision: Decision;
}

/** To the reporter of a new ticket, along with which nobody reads yet. All that it says is known by then. */
export const sendConfirmation = (scope: Scope, ticket: Ticket, { reporter, about, decision }: Confirmed) =>
  send(scope, ticket, {
    kind: 'confirmation',
    about,
    audience: 'client',
    people: [reporter],
    blocks: (writing) => [
      { paragraph: writing.say('mail.confirmation.received', { number: ticket.number }) },
      {
        paragraph: writing.say('mail.confirmation.moments', {
          response: writing.moment(ticket.response_due),
          solution: writing.moment(ticket.solution_due),
        }),
      },
      costsOf(decision, writing),
      { quote: [ticket.did, ticket.happened, ticket.expected].filter(Boolean).join('\n\n') },
    ],
  });

export const sendPickedUp = (scope: Scope, ticket: Ticket) =>
  toClient(
    scope,
    ticket,
    'picked_up',
    withCosts(scope, ticket, ({ say, moment }, costs) => [
      {
        paragraph: say('mail.picked_up', { moment: ticket.expected_at ? moment(ticket.expected_at) : '' }),
      },
      costs,
    ]),
  );

/** The sentence of who pays, in the language of whoever reads it. */
const costsOf = ({ sentence }: Decision, { say, language }: Writing): Block => ({
  paragraph: say('costs.mail', { sentence: sentence[language] }),
});

/** Blocks among which stands the sentence of who pays. */
async function withCosts(
  scope: Scope,
  ticket: Ticket,
  blocks: (writing: Writing, costs: Block) => readonly Block[],
): Promise<Blocks> {
  const decision = await payerOf(scope.db, await loadOffice(scope.db), ticket);
  return (writing) => blocks(writing, costsOf(decision, writing));
}

export const sendExpectedMoved = (scope: Scope, ticket: Ticket, reason: string) =>
  toClient(scope, ticket, 'expected_moved', ({ say, moment }) => [
    {
      paragraph: say('mail.expected_moved', { moment: ticket.expected_at ? moment(ticket.expected_at) : '' }),
    },
    { paragraph: say('mail.reason') },
    { quote: reason },
  ]);

export const sendPriorityAdjusted = (scope: Scope, ticket: Ticket, reason: string) =>
  toClient(scope, ticket, 'priority_adjusted', ({ say, moment }) => [
    {
      paragraph: say('mail.priority_adjusted', {
        urgency: say(`urgency.${ticket.urgency}`),
        impact: say(`impact.${ticket.impact}`),
        priority: say(`priority.${ticket.priority}`),
      }),
    },
    { paragraph: say('mail.reason') },
    { quote: reason },
    ...(ticket.solution_met_at
      ? []
      : [{ paragraph: say('mail.solution_due', { moment: moment(ticket.solution_due) }) }]),
  ]);

export const sendQuestion = (scope: Scope, ticket: Ticket, body: string) =>
  toClient(scope, ticket, 'question', ({ say }) => [
    { paragraph: say('mail.question.asked') },
    { quote: body },
    { paragraph: say('mail.question.waits') },
  ]);

export const sendReply = (scope: Scope, ticket: Ticket, body: string) =>
  toClient(scope, ticket, 'reply', ({ say }) => [{ paragraph: say('mail.reply') }, { quote: body }]);

const silenceDays = async (scope: Scope, ticket: Ticket) => {
  const { silence } = (await loadOffice(scope.db)).agreement(ticket.agreement_version);
  return { days: silence.signOffAfterWorkingDays, reopen: silence.reopenWithinDays };
};

async function sendDelivered(scope: Scope, ticket: Ticket, kind: 'released' | 'answer_given', body: string) {
  const days = await silenceDays(scope, ticket);
  return toClient(scope, ticket, kind, ({ say }) => [
    { paragraph: say(`mail.${kind}`) },
    { quote: body },
    { paragraph: say('mail.please_sign_off') },
    { paragraph: say('mail.by_itself', days) },
  ]);
}

export const sendReleased = (scope: Scope, ticket: Ticket, body: string) =>
  sendDelivered(scope, ticket, 'released', body);
export const sendAnswerGiven = (scope: Scope, ticket: Ticket, body: string) =>
  sendDelivered(scope, ticket, 'answer_given', body);

/** Reminds of the sign-off and says when it happens by itself. */
export async function sendReminder(scope: Scope, ticket: Ticket, signOffAt: Date) {
  const days = await silenceDays(scope, ticket);
  return toClient(scope, ticket, 'reminder', ({ say, moment }) => [
    { paragraph: say('mail.reminder.waits') },
    { paragraph: say('mail.please_sign_off') },
    { paragraph: say('mail.reminder.by_itself', { ...days, moment: moment(signOffAt) }) },
  ]);
}

export async function sendSignedOff(scope: Scope, ticket: Ticket, { bySilence }: { bySilence: boolean }) {
  const { reopen } = await silenceDays(scope, ticket);
  return toClient(scope, ticket, bySilence ? 'signed_off_by_silence' : 'signed_off', ({ say }) => [
    { paragraph: bySilence ? say('mail.signed_off_by_silence') : say('mail.signed_off') },
    { paragraph: say('mail.reopen_within', { reopen }) },
  ]);
}

export async function sendDropped(scope: Scope, ticket: Ticket, reason: string) {
  const { reopen } = await silenceDays(scope, ticket);
  return toClient(scope, ticket, 'dropped', ({ say }) => [
    { paragraph: say('mail.dropped') },
    { quote: reason },
    { paragraph: say('mail.reopen_within', { reopen }) },
  ]);
}
