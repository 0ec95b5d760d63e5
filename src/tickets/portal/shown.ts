import type { Agreement } from '#agreement/agreement.ts';
import type { OfficeCalendar } from '#agreement/calendar.ts';
import { type Clocks, decisionMoments, silenceMoments } from '#agreement/clocks.ts';
import type { Decision } from '#agreement/coverage.ts';
import { contactOf, type Web } from '#auth/web.ts';
import { type Draft, draftsOf } from '#drafts/drafts.ts';
import type { Contact } from '#lib/actor.ts';
import type { Conflict } from '#lib/errors.ts';
import { canReadQuote } from '#quotes/policy.ts';
import { type QuoteListed, quotesOfTicket } from '#quotes/queries.ts';
import { loadOffice } from '#settings/office.ts';
import { type KeptFile, nothingTyped, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { clocksAt } from '../clock.ts';
import { canReopen, canSignOff, canWithdraw } from '../policy.ts';
import { findTicket, relatedTickets, type TicketRow } from '../queries.ts';
import { type Ask, asksOf, openAsk, stretchesOf } from '../research/facts.ts';
import { type PublicEntry, publicStory } from '../story.ts';
import { isEnded } from '../ticket.ts';
import { reopenableUntil } from '../tickets.ts';
import { watchersOf } from '../watchers.ts';
import { groundsOf, judgingBy } from '../who-pays.ts';

/** The forms of the ticket page that take text. */
export type TextForm = 'message' | 'judgement' | 'withdrawal' | 'reopening';

/** What came with a form that was not taken. */
export interface Again {
  readonly from: TextForm | 'watchers';
  readonly typed: Typed;
  readonly kept: readonly KeptFile[];
  /** Nothing was wrong: it was asked to be shown as its readers will see it. */
  readonly isPreview?: boolean;
  /** What stood in the way, when the page was out of date. */
  readonly conflict?: Conflict;
}

/** Everything that the ticket page shows to one contact. */
export interface Shown {
  readonly page: Page;
  readonly contact: Contact;
  readonly ticket: TicketRow;
  readonly story: readonly PublicEntry[];
  readonly agreement: Agreement;
  /** Who pays, with the sentence that says so. */
  readonly verdict: Decision;
  /** What the client was asked about research, the latest first, and whether somebody is at it. */
  readonly asks: readonly Ask[];
  /** The ticket's quotes that this reader may read. */
  readonly quotes: readonly QuoteListed[];
  readonly researched: boolean;
  /** While it waits for the decision about research: when it is dropped by itself. */
  readonly lapsesAt: Date | null;
  readonly calendar: OfficeCalendar;
  readonly clocks: Clocks;
  readonly watchers: Awaited<ReturnType<typeof watchersOf>>;
  readonly related: Awaited<ReturnType<typeof relatedTickets>>;
  /** The forms that make sense now, for this reader; the first is where a text goes whose own form is gone. */
  readonly forms: readonly TextForm[];
  /** While it waits for sign-off: when that happens by itself. */
  readonly byItself: Date | null;
  /** While it waits for an answer: the solution deadline if the answer came now. */
  readonly ifAnswered: Date | null;
  /** Once ended, and while it can be taken up again: the last moment for that. */
  readonly reopenable: Date | null;
  /** One's own drafts, by the name of the form. */
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly newOnce: () => string;
  readonly again: Again | null;
}

/** Gathers a ticket for the contact who is signed in; `NotFound` when it is not for them. */
export async function gather(c: Web, id: string, again: Again | null = null): Promise<Shown> {
  const { scope, page } = c.var;
  const contact = contactOf(c);
  const ticket = await findTicket(scope.db, contact, id);
  const [office, grounds, story, watchers, related, asks, stretches, quotes, drafts] = await Promise.all([
    loadOffice(scope.db),
    groundsOf(scope.db, id),
    publicStory(scope.db, id),
    watchersOf(scope.db, id),
    relatedTickets(scope.db, contact, ticket),
    asksOf(scope.db, id),
    stretchesOf(scope.db, id),
    quotesOfTicket(scope.db, id, { drafts: false }),
    draftsOf(scope, contact, id),
  ]);
  const ask = openAsk(ticket, asks);
  const agreement = office.agreement(ticket.agreement_version);
  const { calendar } = office;
  const clocks = clocksAt(ticket, { calendar, agreement, now: page.now });
  const until = reopenableUntil(ticket, office);
  const reopenable = until && until >= page.now ? until : null;
  return {
    page,
    contact,
    ticket,
    story,
    agreement,
    verdict: judgingBy(office, grounds).decide(ticket),
    asks,
    quotes: quotes.filter((quote) => canReadQuote(contact, quote)),
    researched: stretches.length > 0,
    lapsesAt: ask ? new Date(decisionMoments(agreement, calendar, ask.askedAt.getTime()).drop) : null,
    calendar,
    clocks,
    watchers,
    related,
    forms: formsOf(contact, ticket, reopenable),
    byItself:
      ticket.state === 'sign_off' && ticket.delivered_at
        ? new Date(silenceMoments(agreement, calendar, ticket.delivered_at.getTime()).signOff)
        : null,
    ifAnswered: ticket.waiting_for === 'question' ? new Date(clocks.solution.due) : null,
    reopenable,
    drafts,
    newOnce: scope.newId,
    again,
  };
}

function formsOf(contact: Contact, ticket: TicketRow, reopenable: Date | null): TextForm[] {
  if (isEnded(ticket)) return reopenable && canReopen(contact, ticket) ? ['reopening'] : [];
  const judges = ticket.state === 'sign_off' && canSignOff(contact, ticket);
  return [
    ...(judges ? (['judgement'] as const) : []),
    'message',
    ...(canWithdraw(contact, ticket) ? (['withdrawal'] as const) : []),
  ];
}

/** What a form shows: its own typed text, its draft, or that of a form which has gone from the page meanwhile. */
export function typedIn(
  { again, forms, drafts }: Shown,
  form: TextForm,
): Pick<Again, 'typed' | 'kept' | 'isPreview'> {
  if (again?.from === form) return again;
  const movesHere = again && homeless({ again, forms }) && forms[0] === form && again.from !== 'withdrawal';
  if (movesHere) return again;
  const draft = drafts.get(form);
  return { typed: draft ? { values: draft.fields, errors: {} } : nothingTyped, kept: [] };
}

/** A text whose form has gone and that fits into no other: it is shown to be copied. */
export function leftOver({ again, forms }: Pick<Shown, 'again' | 'forms'>): string | null {
  if (!again || !homeless({ again, forms })) return null;
  const { body, reason } = again.typed.values;
  if (again.from === 'withdrawal') return reason ?? null;
  return forms.length === 0 ? (body ?? null) : null;
}

const homeless = ({ again, forms }: Pick<Shown, 'again' | 'forms'>) =>
  again !== null && again.from !== 'watchers' && !forms.includes(again.from);
