import type { Scope } from '#db/scope.ts';
import { type Actor, actorId } from '#lib/actor.ts';
import type { Addressee } from '#mail/outbox.ts';
import type { Block } from '#mail/render.tsx';
import { loadOffice } from '#settings/office.ts';
import { send, toClient, toStaff, type Writing } from '../letter.ts';
import { clientSide, handlers } from '../recipients.ts';
import type { Ticket } from '../ticket.ts';
import { type Ask, asksOf } from './facts.ts';
import { budgetHolders, forwardedTo } from './people.ts';
import { feeWords, type ShownDecision, shownOf } from './shown.ts';

/** The mails about the choice: what the client has to decide, and what they decided. */

const toChoice = {
  path: '/decision',
  text: ({ say }: Writing) => say('research.mail.choose'),
} as const;

/** What is laid before the client, in both languages. */
async function shownIn(scope: Scope, ticket: Ticket, ask: Ask) {
  const [nl, en] = [await shownOf(scope, ticket, ask, 'nl'), await shownOf(scope, ticket, ask, 'en')];
  return { nl, en };
}

const choice = ({ say }: Writing, shown: ShownDecision): Block[] => [
  { paragraph: shown.ground },
  { quote: shown.explanation },
  { paragraph: say('research.mail.choice') },
  ...shown.terms.map((paragraph) => ({ paragraph })),
  { paragraph: shown.silence },
];

/** Who can say yes, for somebody who cannot. */
async function whoDecides(scope: Scope, ticket: Ticket): Promise<(writing: Writing) => Block[]> {
  const holders = await budgetHolders(scope.db, ticket.organisation_id);
  const names = holders.map(({ name }) => name).join(', ');
  return ({ say, to }) => {
    if (holders.some(({ id }) => id === to.id)) return [{ paragraph: say('research.mail.you_decide') }];
    return [
      {
        paragraph: names ? say('research.mail.they_decide', { names }) : say('research.mail.nobody_decides'),
      },
    ];
  };
}

/** Those on the client's side, and the budget holders to whom the choice was passed on. */
async function deciding(scope: Scope, ticket: Ticket, ask: Ask): Promise<Addressee[]> {
  const all = [...(await clientSide(scope, ticket)), ...(await forwardedTo(scope.db, ticket.id, ask.id))];
  return [...new Map(all.map((person) => [person.id, person])).values()];
}

export async function sendResearchAsked(scope: Scope, ticket: Ticket): Promise<void> {
  const ask = (await asksOf(scope.db, ticket.id))[0]!;
  const [shown, who] = [await shownIn(scope, ticket, ask), await whoDecides(scope, ticket)];
  await send(scope, ticket, {
    kind: 'research_asked',
    audience: 'client',
    people: await clientSide(scope, ticket),
    subject: ({ say }) => say('research.mail.subject', { number: ticket.number, subject: ticket.subject }),
    leads: toChoice,
    blocks: (writing) => [
      { paragraph: writing.say('research.mail.asked') },
      ...choice(writing, shown[writing.language]),
      ...who(writing),
      { paragraph: writing.say('research.mail.no_reply') },
    ],
  });
}

/** Reminds of the choice, and says when the ticket is dropped by itself. */
export async function sendDecisionReminder(scope: Scope, ticket: Ticket, dropAt: Date): Promise<void> {
  const ask = (await asksOf(scope.db, ticket.id))[0]!;
  const [shown, who] = [await shownIn(scope, ticket, ask), await whoDecides(scope, ticket)];
  await send(scope, ticket, {
    kind: 'research_reminder',
    audience: 'client',
    people: await deciding(scope, ticket, ask),
    subject: ({ say }) =>
      say('research.mail.reminder_subject', { number: ticket.number, subject: ticket.subject }),
    leads: toChoice,
    blocks: (writing) => [
      {
        paragraph: writing.say('research.mail.reminder', {
          ...feeWords(ask.feeCents, writing.language),
          moment: writing.moment(dropAt),
        }),
      },
      { quote: shown[writing.language].explanation },
      ...who(writing),
      { paragraph: writing.say('research.mail.no_reply') },
    ],
  });
}

export async function sendResearchForwarded(
  scope: Scope,
  ticket: Ticket,
  { to, note, ask, by }: { to: Addressee; note: string; ask: Ask; by: Actor },
): Promise<void> {
  const shown = await shownIn(scope, ticket, ask);
  const name = by.kind === 'program' ? '' : by.name;
  await send(scope, ticket, {
    kind: 'research_forwarded',
    audience: 'client',
    people: [to],
    subject: ({ say }) => say('research.mail.subject', { number: ticket.number, subject: ticket.subject }),
    leads: toChoice,
    blocks: (writing) => [
      { paragraph: writing.say('research.mail.forwarded', { name }) },
      ...(note ? [{ quote: note, by: name }] : []),
      ...choice(writing, shown[writing.language]),
      { paragraph: writing.say('research.mail.you_decide') },
      { paragraph: writing.say('research.mail.no_reply') },
    ],
  });
}

/** Confirms to the client what was agreed to, and tells colleagues that they can begin. */
export async function sendResearchAccepted(
  scope: Scope,
  ticket: Ticket,
  { ask, by }: { ask: Ask; by: Actor },
): Promise<void> {
  const name = by.kind === 'program' ? '' : by.name;
  await send(scope, ticket, {
    kind: 'research_accepted',
    audience: 'client',
    people: await withDecider(scope, ticket, by),
    blocks: ({ say, language }) => [
      { paragraph: say('research.mail.accepted', { name, ...feeWords(ask.feeCents, language) }) },
      { paragraph: say('research.mail.accepted_next') },
    ],
  });
  await toStaff(scope, ticket, await handlers(scope, ticket), 'research_accepted', ({ say, language }) => [
    { paragraph: say('research.mail.staff_accepted', { name, ...feeWords(ask.feeCents, language) }) },
  ]);
}

export async function sendResearchDeclined(
  scope: Scope,
  ticket: Ticket,
  { reason, by }: { reason: string; by: Actor },
): Promise<void> {
  const name = by.kind === 'program' ? '' : by.name;
  const quote = reason ? [{ quote: reason }] : [];
  const reopen = await reopenDays(scope, ticket);
  await send(scope, ticket, {
    kind: 'research_declined',
    audience: 'client',
    people: await withDecider(scope, ticket, by),
    blocks: ({ say }) => [
      { paragraph: say('research.mail.declined', { name }) },
      ...quote,
      { paragraph: say('mail.reopen_within', { reopen }) },
    ],
  });
  await toStaff(scope, ticket, await handlers(scope, ticket), 'research_declined', ({ say }) => [
    { paragraph: say('research.mail.staff_declined', { name }) },
    ...quote,
  ]);
}

export async function sendResearchLapsed(scope: Scope, ticket: Ticket): Promise<void> {
  const reopen = await reopenDays(scope, ticket);
  await toClient(scope, ticket, 'research_lapsed', ({ say }) => [
    { paragraph: say('research.mail.lapsed') },
    { paragraph: say('mail.reopen_within', { reopen }) },
  ]);
  await toStaff(scope, ticket, await handlers(scope, ticket), 'research_lapsed', ({ say }) => [
    { paragraph: say('research.mail.staff_lapsed') },
  ]);
}

export const sendResearchRetracted = (scope: Scope, ticket: Ticket, reason: string): Promise<void> =>
  toClient(scope, ticket, 'research_retracted', ({ say }) => [
    { paragraph: say('research.mail.retracted') },
    { quote: reason },
  ]);

async function withDecider(scope: Scope, ticket: Ticket, by: Actor): Promise<Addressee[]> {
  const people = await clientSide(scope, ticket);
  if (people.some(({ id }) => id === actorId(by))) return people;
  const holders = await budgetHolders(scope.db, ticket.organisation_id);
  return [...people, ...holders.filter(({ id }) => id === actorId(by))];
}

const reopenDays = async (scope: Scope, ticket: Ticket): Promise<number> =>
  (await loadOffice(scope.db)).agreement(ticket.agreement_version).silence.reopenWithinDays;
