import type { Scope } from '#db/scope.ts';
import { peopleOnDuty } from '#duty/present.ts';
import { type Actor, actorId } from '#lib/actor.ts';
import type { Addressee } from '#mail/outbox.ts';
import { send, toClient, toStaff, type Writing } from './letter.ts';
import { handlers, managers } from './recipients.ts';
import type { Ticket } from './ticket.ts';

/** The mails of a ticket that colleagues at the agency read. */

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

/** Who is told that a note calls somebody: they, or whoever stands in for the absent colleague of this name. */
export interface Told {
  readonly person: Addressee;
  readonly absent: string | null;
}

interface Mentioned {
  readonly told: readonly Told[];
  readonly note: string;
  readonly by: Actor;
}

/** Tells colleagues that a note calls them by name. The only mail that holds a note; none of its readers is a client. */
export async function sendMentioned(scope: Scope, ticket: Ticket, { told, note, by }: Mentioned) {
  const name = by.kind === 'program' ? '' : by.name;
  const absentOf = ({ to }: Writing) => told.find(({ person }) => person.id === to.id)?.absent ?? null;
  await send(scope, ticket, {
    kind: 'mentioned',
    audience: 'staff',
    people: told.map(({ person }) => person),
    subject: (writing) => {
      const fill = { name, number: ticket.number, subject: ticket.subject };
      const absent = absentOf(writing);
      return absent
        ? writing.say('mail.staff.mentioned_absent_subject', { ...fill, absent })
        : writing.say('mail.staff.mentioned_subject', fill);
    },
    blocks: (writing) => {
      const absent = absentOf(writing);
      const paragraph = absent
        ? writing.say('mail.staff.mentioned_absent', { name, absent })
        : writing.say('mail.staff.mentioned', { name });
      return [{ paragraph }, { quote: note }];
    },
  });
}

/** Alerts everyone on duty of a ticket of high priority, at any hour (agreement §4, «Outside office hours»). */
export const sendAlert = async (scope: Scope, ticket: Ticket) =>
  send(scope, ticket, {
    kind: 'alert',
    audience: 'staff',
    people: await peopleOnDuty(scope),
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
