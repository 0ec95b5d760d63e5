import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import type { QuoteState } from '#db/types.ts';
import type { Actor } from '#lib/actor.ts';
import { Conflict, NotFound } from '#lib/errors.ts';
import { isId } from '#lib/id.ts';
import type { PlacedLine } from './amounts.ts';
import { canReadQuote } from './policy.ts';

/** Quotes with the names that belong to them and their lines, one row each. */
export const quotes = (db: Db) =>
  db
    .selectFrom('quotes as quote')
    .innerJoin('organisations as organisation', 'organisation.id', 'quote.organisation_id')
    .leftJoin('tickets as ticket', 'ticket.id', 'quote.ticket_id')
    .leftJoin('people as sender', 'sender.id', 'quote.sent_by')
    .select(['quote.id', 'quote.state', 'quote.year', 'quote.number', 'quote.version', 'quote.language'])
    .select(['quote.title', 'quote.introduction', 'quote.conditions'])
    .select([
      'quote.organisation_id as organisationId',
      'organisation.name as organisation',
      'quote.ticket_id as ticketId',
      'ticket.number as ticketNumber',
      'ticket.subject as ticketSubject',
      'ticket.reporter_id as reporterId',
      'ticket.closed_at as ticketClosedAt',
      'quote.replaces_id as replacesId',
      'quote.valid_until as validUntil',
      'quote.planned_on as plannedOn',
      'quote.created_at as createdAt',
      'quote.created_by as createdBy',
      'quote.sent_at as sentAt',
      'quote.sent_by as sentBy',
      'sender.name as sender',
      'quote.ends_at as endsAt',
      'quote.ended_at as endedAt',
      'quote.ended_reason as endedReason',
    ])
    .select(
      sql<PlacedLine[]>`coalesce((
        select jsonb_agg(jsonb_build_object(
          'position', line.position, 'kind', line.kind, 'description', line.description,
          'quantity', line.quantity, 'unitCents', line.unit_cents, 'amountCents', line.amount_cents,
          'optional', line.optional, 'vat', line.vat) order by line.position)
        from quote_lines as line where line.quote_id = quote.id), '[]')`.as('lines'),
    );

export type Quote = Awaited<ReturnType<typeof quoteRow>> & {};

const quoteRow = (db: Db, id: string) => quotes(db).where('quote.id', '=', id).executeTakeFirst();

/** One quote; `NotFound` when it is not there, or not for this actor. */
export async function findQuote(db: Db, actor: Actor, id: string): Promise<Quote> {
  const quote = isId(id) ? await quoteRow(db, id) : undefined;
  if (!quote || !canReadQuote(actor, quote)) throw new NotFound();
  return quote;
}

/** The same, held until the transaction ends; its ticket first, as every step of a ticket does. */
export async function lockQuote({ db }: Scope, actor: Actor, id: string): Promise<Quote> {
  if (isId(id)) {
    const ofQuote = db.selectFrom('quotes').select('ticket_id').where('id', '=', id);
    await db.selectFrom('tickets').select('id').where('id', 'in', ofQuote).forUpdate().execute();
    await db.selectFrom('quotes').select('id').where('id', '=', id).forUpdate().execute();
  }
  return findQuote(db, actor, id);
}

/** How a quote stands at a moment: past its last day it has expired, whether or not that was written down yet. */
export const standingOf = ({ state, endsAt }: Pick<Quote, 'state' | 'endsAt'>, now: Date): QuoteState =>
  state === 'sent' && endsAt !== null && endsAt <= now ? 'expired' : state;

/** Throws `Conflict`, with how it stands, unless the client can decide about it now. */
export function mustBeOpen(quote: Quote, now: Date): void {
  const standing = standingOf(quote, now);
  if (standing !== 'sent') throw new Conflict(`quote_${standing}`);
}

/** The same for accepting: nor is a quote accepted for a ticket that ended meanwhile. */
export function mustBeAcceptable(quote: Quote, now: Date): void {
  mustBeOpen(quote, now);
  if (quote.ticketClosedAt) throw new Conflict('quote_ticket_ended');
}

/** «2026-0001»; a draft of a first version has none. */
export const numberOf = ({ year, number }: Pick<Quote, 'year' | 'number'>): string | null =>
  year === null || number === null ? null : `${year}-${String(number).padStart(4, '0')}`;
