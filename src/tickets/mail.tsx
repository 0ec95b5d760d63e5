import type { Scope } from '#db/scope.ts';
import { type Actor, actorId } from '#lib/actor.ts';
import { type Addressee, post } from '#mail/outbox.ts';
import type { Block } from '#mail/render.tsx';
import { loadOffice } from '#settings/office.ts';
import { sayFully } from '#ui/time.tsx';
import { clientSide, handlers, managers, onDuty } from './recipients.ts';
import { ticketTexts } from './texts.ts';
import { type Ticket, threadOf } from './ticket.ts';

/** The mails that a ticket sends. None takes a note: what is internal has no way in. */

type Say = ReturnType<typeof ticketTexts>;

/** What a mail is written with: its reader's language, and moments said in full in the office's zone. */
interface Writing {
  readonly say: Say;
  readonly to: Addressee;
  readonly moment: (at: Date) => string;
}

interface Draft {
  readonly kind: string;
  readonly audience: 'client' | 'staff';
  readonly people: readonly Addressee[];
  readonly subject?: (writing: Writing) => string;
  readonly blocks: (writing: Writing) => readonly Block[];
}

async function send(scope: Scope, ticket: Ticket, draft: Draft): Promise<void> {
  if (draft.people.length === 0) return;
  const [{ timeZone }, about] = [await loadOffice(scope.db), await aboutTicket(scope, ticket)];
  for (const to of draft.people) {
    const say = ticketTexts(to.language);
    const moment = (at: Date) => sayFully(at, { language: to.language, timeZone, now: scope.now() });
    const writing = { say, to, moment };
    const fill = { number: ticket.number, subject: ticket.subject };
    await post(scope, {
      kind: draft.kind,
      to,
      ticketId: ticket.id,
      thread: threadOf(ticket.id),
      subject: draft.subject?.(writing) ?? say('mail.subject', fill),
      blocks: [
        ...draft.blocks(writing),
        {
          facts: [
            [say('mail.fact.ticket'), `${ticket.number} – ${ticket.subject}`],
            [say('mail.fact.site'), about.site],
            ...(draft.audience === 'staff'
              ? [[say('mail.fact.organisation'), about.organisation] as const]
              : []),
            [say('mail.fact.priority'), say(`priority.${ticket.priority}`)],
          ],
        },
        {
          action: say('mail.open'),
          href: `${scope.baseUrl}${draft.audience === 'staff' ? '/desk' : ''}/tickets/${ticket.id}`,
        },
      ],
    });
  }
}

const aboutTicket = (scope: Scope, ticket: Ticket) =>
  scope.db
    .selectFrom('sites as site')
    .innerJoin('organisations as organisation', 'organisation.id', 'site.organisation_id')
    .select(['site.name as site', 'organisation.name as organisation'])
    .where('site.id', '=', ticket.site_id)
    .executeTakeFirstOrThrow();

const toClient = async (scope: Scope, ticket: Ticket, kind: string, blocks: Draft['blocks']) =>
  send(scope, ticket, { kind, audience: 'client', people: await clientSide(scope, ticket), blocks });

const toStaff = async (
  scope: Scope,
  ticket: Ticket,
  people: readonly Addressee[],
  kind: string,
  blocks: Draft['blocks'],
) => send(scope, ticket, { kind, audience: 'staff', people, blocks });

export const sendConfirmation = (scope: Scope, ticket: Ticket) =>
  toClient(scope, ticket, 'confirmation', ({ say, moment }) => [
    { paragraph: say('mail.confirmation.received', { number: ticket.number }) },
    {
      paragraph: say('mail.confirmation.moments', {
        response: moment(ticket.response_due),
        solution: moment(ticket.solution_due),
      }),
    },
    { quote: [ticket.did, ticket.happened, ticket.expected].filter(Boolean).join('\n\n') },
  ]);

export const sendPickedUp = (scope: Scope, ticket: Ticket) =>
  toClient(scope, ticket, 'picked_up', ({ say, moment }) => [
    { paragraph: say('mail.picked_up', { moment: ticket.expected_at ? moment(ticket.expected_at) : '' }) },
  ]);

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

/** Tells the client's side, and those at the agency except whoever reopened it. */
export async function sendReopened(scope: Scope, ticket: Ticket, body: string, by: Actor) {
  const others = (people: Addressee[]) => people.filter(({ id }) => id !== actorId(by));
  await toClient(scope, ticket, 'reopened', ({ say, moment }) => [
    { paragraph: say('mail.reopened', { moment: moment(ticket.solution_due) }) },
    { quote: body },
  ]);
  await toStaff(scope, ticket, others(await handlers(scope, ticket)), 'reopened', ({ say }) => [
    { paragraph: say('mail.staff.reopened') },
    { quote: body },
  ]);
}

export const sendRefused = async (scope: Scope, ticket: Ticket, body: string) =>
  toStaff(scope, ticket, await handlers(scope, ticket), 'refused', ({ say, moment }) => [
    { paragraph: say('mail.staff.refused', { moment: moment(ticket.solution_due) }) },
    { quote: body },
  ]);

export const sendAnswered = async (scope: Scope, ticket: Ticket, body: string) =>
  toStaff(scope, ticket, await handlers(scope, ticket), 'answered', ({ say }) => [
    { paragraph: say('mail.staff.answered') },
    { quote: body },
  ]);

export const sendWithdrawn = async (scope: Scope, ticket: Ticket, reason: string) =>
  toStaff(scope, ticket, await handlers(scope, ticket), 'withdrawn', ({ say }) => [
    { paragraph: say('mail.staff.withdrawn') },
    { quote: reason },
  ]);

/** Alerts everyone on duty of a ticket of high priority, at any hour (agreement §4, «Outside office hours»). */
export const sendAlert = async (scope: Scope, ticket: Ticket) =>
  send(scope, ticket, {
    kind: 'alert',
    audience: 'staff',
    people: await onDuty(scope),
    subject: ({ say }) => say('mail.staff.alert_subject', { number: ticket.number, subject: ticket.subject }),
    blocks: ({ say, moment }) => [
      { paragraph: say('mail.staff.alert', { moment: moment(ticket.response_due) }) },
      { quote: [ticket.did, ticket.happened].join('\n\n') },
    ],
  });

interface Warning {
  readonly clock: 'response' | 'solution';
  readonly percent: number;
}

/** Warns whoever has the ticket that a clock runs out; once it has, the managers as well. */
export async function sendWarning(scope: Scope, ticket: Ticket, { clock, percent }: Warning) {
  const people = await handlers(scope, ticket);
  const all = percent >= 100 ? [...people, ...(await managers(scope))] : people;
  const each = [...new Map(all.map((person) => [person.email, person])).values()];
  const due = clock === 'response' ? ticket.response_due : ticket.solution_due;
  await send(scope, ticket, {
    kind: `warning_${clock}`,
    audience: 'staff',
    people: each,
    subject: ({ say }) => say(`mail.staff.warning_subject_${clock}`, { number: ticket.number, percent }),
    blocks: ({ say, moment }) => [
      {
        paragraph:
          percent >= 100
            ? say(`mail.staff.missed_${clock}`, { moment: moment(due) })
            : say(`mail.staff.warning_${clock}`, { percent, moment: moment(due) }),
      },
    ],
  });
}
