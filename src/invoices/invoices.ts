import { canManageMoney } from '#costs/policy.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import type { FileStore } from '#files/store.ts';
import type { Staff } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { loadOffice, type Office } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { agencyBilling, organisationBilling } from './billing.ts';
import { type InvoiceDocument, type InvoiceLine, vatOnInvoice } from './document.ts';
import { creditCharges, type DraftCharge, draftCharges, endOfMonth } from './drafts.ts';
import { buyerOf, missingFacts, sellerOf } from './missing.ts';
import { publish } from './publish.ts';
import { invoiceOf } from './queries.ts';

export interface IssueInput {
  readonly organisationId: string;
  /** The month that is closed, as `2026-10`: what was done by its end can go on the invoice. */
  readonly month: string;
  /** The charges that go on it. */
  readonly charges: readonly string[];
  /** The charges that whoever checked it saw; where others wait by now, nothing is issued. */
  readonly shown: readonly string[];
  readonly buyerReference: string | null;
  readonly orderReference: string | null;
}

/**
 * Issues an invoice, today: its number, its files, its mail, and the charges on it, all or nothing. Answers its id.
 * Throws `NotFound` for whoever is no manager, `Invalid` where facts are missing or the draft is not what was checked.
 */
export async function issueInvoice(
  scope: Scope,
  files: FileStore,
  actor: Staff,
  input: IssueInput,
): Promise<string> {
  if (!canManageMoney(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const office = await loadOffice(scope.db);
    await lockCharges(scope, input.shown);
    const draft = await draftCharges(scope.db, input.organisationId, endOfMonth(input.month, office));
    refuseUnlike(draft, input.shown);
    const chosen = draft.filter(({ id }) => input.charges.includes(id));
    if (chosen.length === 0) throw new Invalid({ charges: 'no_charge_chosen' });
    const [agency, organisation] = await Promise.all([
      agencyBilling(scope.db),
      organisationBilling(scope.db, input.organisationId),
    ]);
    const lines = chosen.map((charge) =>
      lineOf(charge, office, vatOnInvoice(charge.vat, organisation.reverse_charge)),
    );
    if (
      missingFacts(
        agency,
        organisation,
        lines.map(({ vat }) => vat),
      ).length > 0
    )
      throw new Invalid({ form: 'facts_missing' });
    if (!input.buyerReference && !input.orderReference)
      throw new Invalid({ buyer_reference: 'reference_needed' });
    const issuedOn = todayOf(office, scope.now());
    return publish(scope, files, actor, {
      office,
      organisationId: input.organisationId,
      creditsId: null,
      document: {
        kind: 'invoice',
        language: organisation.language,
        issuedOn,
        dueOn: Temporal.PlainDate.from(issuedOn).add({ days: agency.term_days }).toString(),
        seller: sellerOf(agency),
        buyer: buyerOf(organisation),
        buyerReference: input.buyerReference,
        orderReference: input.orderReference,
        credits: null,
        // written in the agency's own language, and read by nobody in another
        intro: organisation.language === office.agency?.language ? agency.intro : null,
        lines,
      },
    });
  });
}

/**
 * Issues a credit note, today, for what stood on one invoice and was credited since. Answers its id. It names the
 * parties as that invoice did.
 */
export async function issueCreditNote(
  scope: Scope,
  files: FileStore,
  actor: Staff,
  { invoiceId, shown }: { readonly invoiceId: string; readonly shown: readonly string[] },
): Promise<string> {
  if (!canManageMoney(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const invoice = await invoiceOf(scope.db, invoiceId);
    if (invoice?.kind !== 'invoice') throw new NotFound();
    const office = await loadOffice(scope.db);
    await lockCharges(scope, shown);
    const draft = await creditCharges(scope.db, invoiceId);
    refuseUnlike(draft, shown);
    const { email } = await organisationBilling(scope.db, invoice.organisationId);
    const original: InvoiceDocument = invoice.document;
    return publish(scope, files, actor, {
      office,
      organisationId: invoice.organisationId,
      creditsId: invoiceId,
      document: {
        ...original,
        kind: 'credit_note',
        issuedOn: todayOf(office, scope.now()),
        dueOn: null,
        buyer: { ...original.buyer, email: email ?? original.buyer.email },
        credits: { number: original.number, issuedOn: original.issuedOn },
        lines: draft.map((charge) => lineOf(charge, office, charge.invoicedVat)),
      },
    });
  });
}

/** Charges change one after the other, in one order, so that two who issue at once do not wait for each other. */
async function lockCharges({ db }: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.selectFrom('charges').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
}

/** Nobody issues what they have not seen. */
function refuseUnlike(draft: readonly { readonly id: string }[], shown: readonly string[]): void {
  const now = new Set(draft.map(({ id }) => id));
  if (now.size !== new Set(shown).size || shown.some((id) => !now.has(id)))
    throw new Invalid({ form: 'draft_changed' });
}

function lineOf(charge: DraftCharge, office: Office, vat: InvoiceLine['vat']): InvoiceLine {
  return {
    chargeId: charge.id,
    description: charge.description,
    amountCents: charge.amountCents,
    vat,
    deliveredOn: todayOf(office, charge.doneAt!),
    ticketNumber: charge.ticketNumber,
    agreedBy: charge.agreedBy,
    agreedOn: todayOf(office, charge.agreedAt),
  };
}
