import { contactOf, idOf, type Web } from '#auth/web.ts';
import type { QuoteState } from '#db/types.ts';
import type { Contact } from '#lib/actor.ts';
import type { Addressee } from '#mail/outbox.ts';
import { canSee } from '#tickets/policy.ts';
import { budgetHolders } from '#tickets/research/people.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { tidyTicks } from '../amounts.ts';
import { pendingCode } from '../codes.ts';
import { canDecide } from '../policy.ts';
import { type Acceptance, acceptanceOf, newerVersion } from '../queries.ts';
import { findQuote, type Quote, standingOf } from '../quote.ts';
import { inWords } from '../view/words.ts';
import { ConfirmPage } from './confirm.tsx';
import { QuotePage } from './quote-page.tsx';

/** What came with a form that was not taken. */
export interface Again {
  readonly from: 'agree' | 'code' | 'decline' | 'ask' | 'forward';
  readonly typed: Typed;
  /** What stood in the way, when the page was out of date. */
  readonly conflict?: string;
}

/** Everything that the page of a quote shows to one contact. */
export interface Shown {
  readonly page: Page;
  readonly contact: Contact;
  readonly quote: Quote;
  readonly standing: QuoteState;
  readonly ticks: readonly number[];
  readonly acceptance: Acceptance | null;
  readonly newer: { readonly id: string } | null;
  /** Who can decide; and whether the reader is among them. */
  readonly deciders: readonly Addressee[];
  readonly decides: boolean;
  readonly seesTicket: boolean;
  readonly email: string;
  readonly newId: () => string;
  readonly again: Again | null;
  typedIn(form: Again['from']): Typed;
}

interface Asked {
  readonly ticks?: readonly number[];
  readonly again?: Again;
  /** The page on which a code is entered, rather than the quote itself. */
  readonly confirming?: boolean;
}

/** The page of a quote for the contact who is signed in; `NotFound` when it is not for them. */
export async function quotePage(c: Web, { ticks = [], again, confirming }: Asked) {
  const { scope, page } = c.var;
  const { db } = scope;
  const contact = contactOf(c);
  const quote = await findQuote(db, contact, idOf(c));
  const standing = standingOf(quote, page.now);
  const [acceptance, newer, deciders, me, ticket, pending] = await Promise.all([
    acceptanceOf(db, quote.id),
    newerOf(c, quote, standing),
    budgetHolders(scope.db, quote.organisationId),
    db.selectFrom('people').select('email').where('id', '=', contact.id).executeTakeFirstOrThrow(),
    quote.ticketId
      ? db
          .selectFrom('tickets')
          .select(['organisation_id', 'site_id', 'reporter_id'])
          .where('id', '=', quote.ticketId)
          .executeTakeFirst()
      : undefined,
    confirming ? pendingCode(scope, quote.id, contact.id) : undefined,
  ]);
  const shown: Shown = {
    page,
    contact,
    quote,
    standing,
    ticks: acceptance?.ticks ?? tidyTicks(quote.lines, ticks),
    acceptance,
    newer,
    deciders,
    decides: canDecide(contact, quote) && deciders.some(({ id }) => id === contact.id),
    seesTicket: ticket !== undefined && canSee(contact, ticket),
    email: me.email,
    newId: scope.newId,
    again: again ?? null,
    typedIn: (form) => (again?.from === form ? inWords(again.typed, page.language) : nothingTyped),
  };
  if (!confirming || !shown.decides || standing !== 'sent') return <QuotePage {...shown} />;
  return <ConfirmPage {...shown} pending={pending ?? null} />;
}

const newerOf = async (c: Web, quote: Quote, standing: QuoteState) => {
  if (standing === 'sent' || standing === 'accepted') return null;
  const newer = await newerVersion(c.var.scope.db, quote);
  return newer;
};
