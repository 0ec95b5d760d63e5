import { recordAcceptance } from '#costs/acceptances.ts';
import { addCharge, finishCharge } from '#costs/charges.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import type { Actor } from '#lib/actor.ts';
import { Conflict, Invalid, NotFound } from '#lib/errors.ts';
import type { Language } from '#lib/language.ts';
import { loadOffice, type Office } from '#settings/office.ts';
import { budgetHolders } from '#tickets/research/people.ts';
import { hoursOf, tidyTicks, totalsWith } from './amounts.ts';
import { deciderOf, takeCode } from './codes.ts';
import { endQuote } from './ending.ts';
import { sendAccepted, sendDeclined } from './mail.ts';
import { canQuote, canRecordElsewhere } from './policy.ts';
import { lockQuote, mustBeAcceptable, mustBeOpen, type Quote } from './quote.ts';
import { consentOf, quoteName, shownAsText } from './shown.ts';
import { goOn } from './ticket.ts';

interface Accepting {
  /** The six digits that were mailed, which say for which ticks and under which name. */
  readonly code: string;
  readonly address?: string | null;
  readonly userAgent?: string | null;
}

/**
 * A budget holder accepts this version, signed in and with the code that was mailed to them: the evidence, the
 * charges and what follows for the ticket, or nothing of it (agreement §3 and §4). Throws `Conflict` when it can
 * no longer be accepted, or not by them, and `Invalid` for a wrong code; count the try before.
 */
export function acceptQuote(scope: Scope, actor: Actor, quoteId: string, input: Accepting): Promise<void> {
  return inTransaction(scope, async (scope) => {
    const quote = await lockQuote(scope, actor, quoteId);
    const person = await deciderOf(scope, actor, quote);
    mustBeAcceptable(quote, scope.now());
    const agreed = await takeCode(scope, quote, person.id, input.code);
    await agree(scope, actor, quote, { ...agreed, ...input, language: person.language });
  });
}

interface Elsewhere {
  readonly acceptedBy: string;
  readonly name: string;
  readonly role: string;
  readonly ticks: readonly number[];
  readonly documentHash: string;
  readonly documentName: string;
}

/** Writes down that a budget holder accepted this version elsewhere, with the document that shows it. */
export function acceptElsewhere(
  scope: Scope,
  actor: Actor,
  quoteId: string,
  input: Elsewhere,
): Promise<void> {
  if (!canRecordElsewhere(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const quote = await lockQuote(scope, actor, quoteId);
    mustBeAcceptable(quote, scope.now());
    const entitled = await budgetHolders(scope.db, quote.organisationId);
    if (!entitled.some(({ id }) => id === input.acceptedBy))
      throw new Invalid({ acceptedBy: 'unknown_choice' });
    const { acceptedBy, documentHash, documentName, name, role } = input;
    const ticks = tidyTicks(quote.lines, input.ticks);
    const elsewhere = { acceptedBy, documentHash, documentName };
    await agree(scope, actor, quote, { name, role, ticks, language: quote.language, elsewhere });
  });
}

interface Agreement {
  readonly name: string;
  readonly role: string;
  readonly ticks: readonly number[];
  readonly language: Language;
  readonly address?: string | null;
  readonly userAgent?: string | null;
  readonly elsewhere?: { acceptedBy: string; documentHash: string; documentName: string };
}

async function agree(scope: Scope, actor: Actor, quote: Quote, agreement: Agreement): Promise<void> {
  const office = await loadOffice(scope.db);
  const { ticks, name, role, language } = agreement;
  const totals = totalsWith(quote.lines, ticks);
  if (totals.netCents === 0) throw new Invalid({ ticks: 'nothing_ticked' });
  const reading = { ticks, language, agency: office.agency?.name ?? 'Nazorg' };
  const acceptanceId = await recordAcceptance(scope, actor, {
    ...agreement,
    kind: 'quote',
    quoteId: quote.id,
    ticketId: quote.ticketId,
    organisationId: quote.organisationId,
    amountCents: totals.netCents,
    shown: shownAsText(quote, reading),
    consent: consentOf(quote, reading),
  });
  for (const { vat, netCents } of totals.perRate)
    await addCharge(scope, actor, {
      acceptanceId,
      ticketId: quote.ticketId,
      description: `${quoteName(quote, quote.language)}: ${quote.title}`,
      amountCents: netCents,
      vat,
    });
  const data = { name, role, ticks, amountCents: totals.netCents, elsewhere: Boolean(agreement.elsewhere) };
  await endQuote(scope, actor, quote, { state: 'accepted', data });
  await goOn(scope, actor, quote, {
    type: 'quote_accepted',
    data: { amountCents: totals.netCents, hours: hoursOf(quote.lines, ticks) },
    plannedAt: plannedAt(quote, office),
  });
  await sendAccepted(scope, quote, { name, totals });
}

/** The end of office time on the planned day; where the office is closed that day, five o'clock. */
function plannedAt({ plannedOn }: Quote, { calendar }: Office): Date | null {
  if (plannedOn === null) return null;
  const next = Temporal.PlainDate.from(plannedOn).add({ days: 1 });
  const [from, to] = [calendar.instantOf(`${plannedOn}T00:00`), calendar.instantOf(`${next}T00:00`)];
  const open = calendar.between(from, to);
  return new Date(open > 0 ? calendar.add(from, open) : calendar.instantOf(`${plannedOn}T17:00`));
}

/** A budget holder says no, with a reason; the ticket goes back to whoever has it. */
export function declineQuote(
  scope: Scope,
  actor: Actor,
  quoteId: string,
  { reason }: { reason: string },
): Promise<void> {
  return inTransaction(scope, async (scope) => {
    const quote = await lockQuote(scope, actor, quoteId);
    await deciderOf(scope, actor, quote);
    mustBeOpen(quote, scope.now());
    await endQuote(scope, actor, quote, { state: 'declined', reason });
    await goOn(scope, actor, quote, { type: 'quote_declined', data: { reason } });
    await sendDeclined(scope, quote, reason);
  });
}

/** What was agreed to with a quote is done: its charges can be invoiced. `Conflict` where none is left to finish. */
export function finishQuotedWork(scope: Scope, actor: Actor, quoteId: string): Promise<void> {
  if (!canQuote(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const quote = await lockQuote(scope, actor, quoteId);
    const charges = await scope.db
      .selectFrom('charges as charge')
      .innerJoin('acceptances as acceptance', 'acceptance.id', 'charge.acceptance_id')
      .select('charge.id')
      .where('acceptance.quote_id', '=', quote.id)
      .where('charge.state', '=', 'agreed')
      .execute();
    if (charges.length === 0) throw new Conflict('quote_finished');
    for (const { id } of charges) await finishCharge(scope, actor, id);
  });
}
