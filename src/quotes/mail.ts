import type { Totals } from '#costs/vat.ts';
import type { Scope } from '#db/scope.ts';
import type { Actor } from '#lib/actor.ts';
import { euroWords } from '#lib/money.ts';
import { type Addressee, post } from '#mail/outbox.ts';
import { inOwnWords } from '#mail/own-texts.ts';
import type { Block } from '#mail/render.tsx';
import { handlers } from '#tickets/recipients.ts';
import { lockTicket } from '#tickets/step.ts';
import { threadOf } from '#tickets/ticket.ts';
import { sayDate } from '#ui/time.tsx';
import { totalsWith } from './amounts.ts';
import type { Quote } from './quote.ts';
import { makersOf, readersOf } from './recipients.ts';
import { quoteName } from './shown.ts';
import { quotesTexts } from './texts.ts';

interface Writing {
  readonly say: ReturnType<typeof quotesTexts>;
  readonly to: Addressee;
  /** A day of the calendar, in full. */
  readonly day: (day: string) => string;
  readonly euro: (cents: number) => string;
}

interface Draft {
  readonly kind: string;
  readonly face: 'portal' | 'desk';
  readonly people: readonly Addressee[];
  readonly blocks: (writing: Writing) => readonly Block[];
  readonly secret?: true;
}

/** Writes a mail about a quote to each of these people, with its facts and the way to it beneath. */
async function send(
  scope: Scope,
  quote: Quote,
  { kind, face, people, blocks, secret }: Draft,
): Promise<void> {
  const texts = await inOwnWords(scope.db, quotesTexts);
  for (const to of people) {
    const { language } = to;
    const say = texts(language);
    const day = (each: string) => sayDate(each, { language, timeZone: 'UTC', now: scope.now() });
    const name = quoteName(quote, language);
    await post(scope, {
      kind,
      to,
      ...(quote.ticketId ? { ticketId: quote.ticketId, thread: threadOf(quote.ticketId) } : {}),
      ...(secret ? { secret } : {}),
      subject: say(`mail.${kind}_subject` as 'mail.quote_subject', { quote: name, title: quote.title }),
      blocks: [
        ...blocks({ say, to, day, euro: (cents) => euroWords(cents, language) }),
        {
          facts: [
            [say('mail.fact.quote'), `${name} – ${quote.title}`],
            ...(face === 'desk' ? [[say('mail.fact.organisation'), quote.organisation] as const] : []),
            ...(quote.ticketNumber
              ? [[say('mail.fact.ticket'), `${quote.ticketNumber} – ${quote.ticketSubject}`] as const]
              : []),
          ],
        },
        {
          action: say('mail.open'),
          href: `${scope.baseUrl}${face === 'desk' ? '/desk' : ''}/quotes/${quote.id}`,
        },
      ],
    });
  }
}

/** To the reporter and everybody who can decide. */
const toClient = async (scope: Scope, quote: Quote, kind: string, blocks: Draft['blocks']) =>
  send(scope, quote, { kind, face: 'portal', people: await readersOf(scope, quote), blocks });

/** To whoever has the ticket; standing alone, to whoever made the quote. */
async function toStaff(scope: Scope, quote: Quote, kind: string, blocks: Draft['blocks']) {
  const ticket = quote.ticketId ? await lockTicket(scope, quote.ticketId) : undefined;
  const people = ticket ? await handlers(scope, ticket) : await makersOf(scope, quote);
  await send(scope, quote, { kind, face: 'desk', people, blocks });
}

export const sendQuoteMail = (scope: Scope, quote: Quote) =>
  toClient(scope, quote, 'quote', ({ say, day, euro }) => {
    const { netCents, grossCents } = totalsWith(quote.lines, []);
    const optional = quote.lines.some((line) => line.optional);
    return [
      { paragraph: say(quote.version > 1 ? 'mail.quote_anew' : 'mail.quote') },
      {
        paragraph: say(optional ? 'mail.amount_without_options' : 'mail.amount', {
          net: euro(netCents),
          gross: euro(grossCents),
        }),
      },
      { paragraph: say('mail.decide', { day: day(quote.validUntil) }) },
    ];
  });

export const sendReminder = (scope: Scope, quote: Quote) =>
  toClient(scope, quote, 'quote_reminder', ({ say, day }) => [
    { paragraph: say('mail.reminder', { day: day(quote.validUntil) }) },
  ]);

export async function sendExpired(scope: Scope, quote: Quote) {
  const blocks: Draft['blocks'] = ({ say, day }) => [
    { paragraph: say('mail.expired', { day: day(quote.validUntil) }) },
  ];
  await toClient(scope, quote, 'quote_expired', (writing) => [
    ...blocks(writing),
    { paragraph: writing.say('mail.expired_ask') },
  ]);
  await toStaff(scope, quote, 'quote_expired', blocks);
}

export const sendWithdrawn = (scope: Scope, quote: Quote, reason: string) =>
  toClient(scope, quote, 'quote_withdrawn', ({ say }) => [
    { paragraph: say('mail.withdrawn') },
    { quote: reason },
  ]);

export async function sendAccepted(
  scope: Scope,
  quote: Quote,
  { name, totals }: { name: string; totals: Totals },
) {
  const blocks: Draft['blocks'] = ({ say, euro }) => [
    {
      paragraph: say('mail.accepted', {
        name,
        net: euro(totals.netCents),
        gross: euro(totals.grossCents),
      }),
    },
  ];
  await toClient(scope, quote, 'quote_accepted', ({ say, day, ...rest }) => [
    ...blocks({ say, day, ...rest }),
    ...(quote.plannedOn ? [{ paragraph: say('planned', { day: day(quote.plannedOn) }) }] : []),
    { paragraph: say('mail.accepted_proof') },
  ]);
  await toStaff(scope, quote, 'quote_accepted', blocks);
}

export const sendDeclined = (scope: Scope, quote: Quote, reason: string) =>
  toStaff(scope, quote, 'quote_declined', ({ say }) => [
    { paragraph: say('mail.declined') },
    { quote: reason },
  ]);

export const sendQuestion = (scope: Scope, quote: Quote, { body, actor }: { body: string; actor: Actor }) =>
  toStaff(scope, quote, 'quote_question', ({ say }) => [
    { paragraph: say('mail.question', { name: actor.kind === 'program' ? '' : actor.name }) },
    { quote: body },
  ]);

export const sendForwarded = (
  scope: Scope,
  quote: Quote,
  { decider, actor }: { decider: Addressee; actor: Actor },
) =>
  send(scope, quote, {
    kind: 'quote_forwarded',
    face: 'portal',
    people: [decider],
    blocks: ({ say, day }) => [
      { paragraph: say('mail.forwarded', { name: actor.kind === 'program' ? '' : actor.name }) },
      { paragraph: say('mail.decide', { day: day(quote.validUntil) }) },
    ],
  });

/** Mails the code; its digits stand in the text alone. */
export async function sendCode(scope: Scope, quote: Quote, personId: string, code: string) {
  const people = (await readersOf(scope, quote)).filter(({ id }) => id === personId);
  await send(scope, quote, {
    kind: 'quote_code',
    face: 'portal',
    people,
    secret: true,
    blocks: ({ say }) => [{ paragraph: say('mail.code', { code }) }, { paragraph: say('mail.code_hint') }],
  });
}
