import { type Expression, sql } from 'kysely';
import type { Wanted as Paging } from '#api/page.ts';
import { oneMore } from '#db/one-more.ts';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { QuoteState } from '#db/types.ts';
import { type Quote, quotes } from './quote.ts';

/** Quotes on one page of the list. */
export const quotesPage = 50;

export interface Wanted {
  readonly state: QuoteState | null;
  readonly organisationId?: string | null;
  readonly offset: number;
}

const moment = sql<Date>`coalesce(quote.sent_at, quote.created_at)`;

/** Quotes, the latest first; one more than a page tells that there are more. Versions that were replaced stay out. */
export const listQuotes = (db: Db, { state, organisationId, offset }: Wanted) =>
  withAgreed(quotes(db))
    .$if(state !== null, (query) => query.where('quote.state', '=', state!))
    .$if(state === null, (query) => query.where('quote.state', '!=', 'replaced'))
    .$if(Boolean(organisationId), (query) => query.where('quote.organisation_id', '=', organisationId!))
    .orderBy(moment, 'desc')
    .orderBy('quote.id')
    .offset(offset)
    .limit(oneMore(quotesPage))
    .execute();

export type QuoteListed = Awaited<ReturnType<typeof listQuotes>>[number];

/** With what was agreed to: the amount in cents without VAT, and the lines that were ticked. */
const withAgreed = (query: ReturnType<typeof quotes>) =>
  query
    .leftJoin('acceptances as acceptance', 'acceptance.quote_id', 'quote.id')
    .select('acceptance.amount_cents as agreedCents')
    .select((eb) => ticksAgreed(eb.ref('quote.id')).as('ticks'));

/** The ticks stand in the event that tells of the acceptance. */
const ticksAgreed = (quoteId: Expression<string>) => sql<number[] | null>`(
  select event.data->'ticks' from events as event
  where event.subject_id = ${quoteId} and event.type = 'quote.accepted' limit 1)`;

interface Filter {
  readonly state?: QuoteState | undefined;
  readonly organisationId?: string | undefined;
}

/** A page of all versions and drafts for a program, the one begun last first, and one more where more follow. */
export const pageOfQuotes = (db: Db, { state, organisationId }: Filter, { limit, after }: Paging) =>
  quotes(db)
    .$if(state !== undefined, (query) => query.where('quote.state', '=', state!))
    .$if(organisationId !== undefined, (query) => query.where('quote.organisation_id', '=', organisationId!))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(quote.created_at, quote.id) < (${String(after![0])}::timestamptz, ${String(after![1])}::uuid)`,
      ),
    )
    .orderBy('quote.created_at', 'desc')
    .orderBy('quote.id', 'desc')
    .limit(oneMore(limit))
    .execute();

/** How many quotes are in each state and what they come to, in cents without VAT and without what is optional. */
export const quoteSums = (db: Db) =>
  db
    .selectFrom('quotes as quote')
    .leftJoin('acceptances as acceptance', 'acceptance.quote_id', 'quote.id')
    .select((eb) => [
      'quote.state',
      eb.fn.countAll<number>().as('count'),
      sql<number>`coalesce(sum(coalesce(acceptance.amount_cents, (
        select sum(line.amount_cents) from quote_lines as line
        where line.quote_id = quote.id and not line.optional))), 0)::bigint`.as('cents'),
    ])
    .groupBy('quote.state')
    .execute();

/** The quotes of a ticket that were sent, the first first; drafts only for staff. */
export const quotesOfTicket = (db: Db, ticketId: string, { drafts }: { drafts: boolean }) =>
  ofTicket(db, ticketId, drafts ? ['replaced'] : ['replaced', 'draft']);

const ofTicket = statement((db, ticketId: string, hidden: readonly QuoteState[]) =>
  withAgreed(quotes(db))
    .where('quote.ticket_id', '=', ticketId)
    .where(sql<boolean>`quote.state <> all(${hidden}::quote_state[])`)
    .orderBy('quote.created_at')
    .orderBy('quote.id'),
);

/** What an organisation got quotes for, the latest first. */
export const quotesOfOrganisation = (db: Db, organisationId: string) =>
  withAgreed(quotes(db))
    .where('quote.organisation_id', '=', organisationId)
    .where('quote.state', 'not in', ['draft', 'replaced'])
    .orderBy('quote.sent_at', 'desc')
    .orderBy('quote.id')
    .limit(quotesPage)
    .execute();

/** The evidence of an acceptance, with the names that belong to it. */
export const acceptanceOf = async (db: Db, quoteId: string) =>
  (await db
    .selectFrom('acceptances as acceptance')
    .innerJoin('people as person', 'person.id', 'acceptance.accepted_by')
    .leftJoin('people as recorder', 'recorder.id', 'acceptance.recorded_by')
    .where('acceptance.quote_id', '=', quoteId)
    .select(['acceptance.id', 'acceptance.amount_cents as amountCents', 'acceptance.accepted_at as at'])
    .select([
      'acceptance.name',
      'acceptance.role',
      'acceptance.address',
      'acceptance.user_agent as userAgent',
    ])
    .select(['acceptance.shown', 'acceptance.shown_hash as shownHash', 'acceptance.consent'])
    .select(['acceptance.document_hash as documentHash', 'acceptance.document_name as documentName'])
    .select(['person.name as account', 'person.email', 'recorder.name as recorder'])
    .select(ticksAgreed(sql.val(quoteId)).as('ticks'))
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('charges')
            .select('charges.id')
            .whereRef('charges.acceptance_id', '=', 'acceptance.id')
            .where('charges.state', '=', 'agreed'),
        )
        .as('unfinished'),
    )
    .executeTakeFirst()) ?? null;

export type Acceptance = NonNullable<Awaited<ReturnType<typeof acceptanceOf>>>;

/** The latest version of a quote that was sent, other than this one; null where this one is the latest. */
export const newerVersion = async (db: Db, quote: Pick<Quote, 'year' | 'number' | 'version'>) =>
  (await db
    .selectFrom('quotes')
    .select('id')
    .where('year', '=', quote.year)
    .where('number', '=', quote.number)
    .where('version', '>', quote.version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null;

/** The new version of a quote that is in the making, if one is. */
export const draftAfter = async (db: Db, quoteId: string) =>
  (await db
    .selectFrom('quotes')
    .select('id')
    .where('replaces_id', '=', quoteId)
    .where('state', '=', 'draft')
    .executeTakeFirst()) ?? null;
