import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { refuseUnseen } from '#events/seen.ts';
import { agencyBilling } from '#invoices/billing.ts';
import { type Actor, actorId } from '#lib/actor.ts';
import { Conflict, Invalid, NotFound } from '#lib/errors.ts';
import type { Language } from '#lib/language.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { amountOf, type QuoteLine } from './amounts.ts';
import { canQuote } from './policy.ts';
import { lockQuote, type Quote, standingOf } from './quote.ts';
import { readersOf } from './recipients.ts';
import type { DraftInput } from './schema.ts';
import { quotesTexts } from './texts.ts';

interface NewQuote {
  readonly organisationId: string;
  readonly ticketId?: string | null;
  readonly title: string;
  readonly lines?: readonly QuoteLine[];
}

/**
 * Begins a quote for an organisation, or for one of its tickets, with the conditions used last and the days that
 * the agreement gives (agreement §4, «A quote»). Answers its id.
 */
export function createDraft(scope: Scope, actor: Actor, input: NewQuote): Promise<string> {
  if (!canQuote(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    await mustBeClient(scope, input);
    const office = await loadOffice(scope.db);
    const today = todayOf(office, scope.now());
    const days = office.inForceOn(today).agreement.costs.quoteValidDays;
    const language = await languageFor(scope, input);
    const id = scope.newId();
    await scope.db
      .insertInto('quotes')
      .values({
        id,
        organisation_id: input.organisationId,
        ticket_id: input.ticketId ?? null,
        state: 'draft',
        version: 1,
        language,
        title: input.title,
        introduction: '',
        conditions: await lastConditions(scope, language),
        valid_until: Temporal.PlainDate.from(today).add({ days }).toString(),
        created_at: scope.now(),
        created_by: actorId(actor),
      })
      .execute();
    await writeLines(scope, id, input.lines ?? []);
    await record(scope, actor, { type: 'quote.drafted', subject: { type: 'quote', id } });
    return id;
  });
}

/** Writes a draft anew, as a whole. */
export function changeDraft(scope: Scope, actor: Actor, quoteId: string, input: DraftInput): Promise<Quote> {
  if (!canQuote(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    await lockDraft(scope, actor, quoteId, input.seen);
    await scope.db
      .updateTable('quotes')
      .set({
        title: input.title,
        introduction: input.introduction,
        conditions: input.conditions,
        valid_until: input.validUntil,
        planned_on: input.plannedOn,
        language: input.language,
      })
      .where('id', '=', quoteId)
      .execute();
    await scope.db.deleteFrom('quote_lines').where('quote_id', '=', quoteId).execute();
    await writeLines(scope, quoteId, input.lines);
    await record(scope, actor, { type: 'quote.changed', subject: { type: 'quote', id: quoteId } });
    return lockQuote(scope, actor, quoteId);
  });
}

/** Throws a draft away; nobody outside ever saw it. */
export function removeDraft(scope: Scope, actor: Actor, quoteId: string): Promise<void> {
  if (!canQuote(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const quote = await lockDraft(scope, actor, quoteId);
    await scope.db.deleteFrom('quotes').where('id', '=', quoteId).execute();
    await record(scope, actor, {
      type: 'quote.removed',
      subject: { type: 'quote', id: quoteId },
      data: { title: quote.title },
    });
  });
}

/**
 * Begins a new version of a quote that was sent. The one before stays as it is, and can be accepted, until the new
 * one is sent. Answers the draft's id, which may be there already.
 */
export function reviseQuote(scope: Scope, actor: Actor, quoteId: string): Promise<string> {
  if (!canQuote(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const old = await lockQuote(scope, actor, quoteId);
    const standing = standingOf(old, scope.now());
    if (['draft', 'accepted', 'replaced'].includes(standing)) throw new Conflict(`quote_${standing}`);
    const begun = await scope.db
      .selectFrom('quotes')
      .select('id')
      .where('replaces_id', '=', quoteId)
      .where('state', '=', 'draft')
      .executeTakeFirst();
    if (begun) return begun.id;
    const id = await createDraft(scope, actor, { ...old, lines: old.lines });
    await scope.db
      .updateTable('quotes')
      .set({
        replaces_id: quoteId,
        version: old.version + 1,
        introduction: old.introduction,
        conditions: old.conditions,
        language: old.language,
        planned_on: old.plannedOn,
      })
      .where('id', '=', id)
      .execute();
    return id;
  });
}

/** A draft, held until the transaction ends; what was sent meanwhile is a `Conflict`. */
export async function lockDraft(
  scope: Scope,
  actor: Actor,
  quoteId: string,
  seen?: number | undefined,
): Promise<Quote> {
  const quote = await lockQuote(scope, actor, quoteId);
  if (quote.state !== 'draft') throw new Conflict('quote_sent_already');
  await refuseUnseen(scope, { type: 'quote', id: quoteId }, seen);
  return quote;
}

async function writeLines({ db }: Scope, quote_id: string, lines: readonly QuoteLine[]): Promise<void> {
  if (lines.length === 0) return;
  await db
    .insertInto('quote_lines')
    .values(
      lines.map((each, index) => ({
        quote_id,
        position: index + 1,
        kind: each.kind,
        description: each.description,
        quantity: each.quantity,
        unit_cents: each.unitCents,
        amount_cents: amountOf(each),
        optional: each.optional,
        vat: each.vat,
      })),
    )
    .execute();
}

async function mustBeClient({ db }: Scope, { organisationId, ticketId }: NewQuote): Promise<void> {
  const found = await db
    .selectFrom('organisations')
    .select('ended_at')
    .where('id', '=', organisationId)
    .executeTakeFirst();
  if (!found) throw new Invalid({ organisationId: 'unknown_choice' });
  if (found.ended_at) throw new Invalid({ organisationId: 'organisation_ended' });
  if (!ticketId) return;
  const ticket = await db
    .selectFrom('tickets')
    .select(['organisation_id', 'closed_at'])
    .where('id', '=', ticketId)
    .executeTakeFirst();
  if (ticket?.organisation_id !== organisationId) throw new NotFound();
  if (ticket.closed_at) throw new Conflict('quote_ticket_ended');
}

/** The language of whoever reads it first: the reporter, else the first budget holder. */
async function languageFor(scope: Scope, { organisationId, ticketId }: NewQuote): Promise<Language> {
  const readers = await readersOf(scope, { organisationId, ticketId: ticketId ?? null });
  return readers[0]?.language ?? (await loadOffice(scope.db)).agency?.language ?? 'nl';
}

async function lastConditions({ db }: Scope, language: Language): Promise<string> {
  const last = await db
    .selectFrom('quotes')
    .select('conditions')
    .where('language', '=', language)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last) return last.conditions;
  return quotesTexts(language)('default_conditions', { days: (await agencyBilling(db)).term_days });
}
