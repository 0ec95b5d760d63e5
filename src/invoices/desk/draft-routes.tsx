import type { Form } from '#auth/form.ts';
import { idOf, queryOf, type Web } from '#auth/web.ts';
import { NotFound } from '#lib/errors.ts';
import { organisationName } from '#organisations/queries.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { agencyBilling, organisationBilling } from '../billing.ts';
import { vatOnInvoice } from '../document.ts';
import { creditCharges, draftCharges, endOfMonth } from '../drafts.ts';
import { missingFacts } from '../missing.ts';
import { monthBefore, monthNamed } from '../month.ts';
import { invoiceOf } from '../queries.ts';
import { CreditDraftPage } from './credit-draft.tsx';
import { DraftPage } from './draft.tsx';

/** The references that a form gives, as the operation takes them. */
export const referencesOf = (input: {
  readonly buyer_reference: string | null;
  readonly order_reference: string | null;
}) => ({ buyerReference: input.buyer_reference, orderReference: input.order_reference });

/** What waits for an invoice to one client, as it stands now. */
export async function draftPage(c: Web, typed: Typed = nothingTyped, form?: Form) {
  const { scope, page } = c.var;
  const { db } = scope;
  const id = idOf(c);
  const [office, organisation] = await Promise.all([loadOffice(db), organisationName(db, id)]);
  if (!organisation) throw new NotFound();
  const now = todayOf(office, scope.now()).slice(0, 7);
  const month = monthNamed(form?.values.month ?? queryOf(c, 'month'), now) ?? monthBefore(now);
  const [charges, agency, billing] = await Promise.all([
    draftCharges(db, id, endOfMonth(month, office)),
    agencyBilling(db),
    organisationBilling(db, id),
  ]);
  const kinds = charges.map(({ vat }) => vatOnInvoice(vat, billing.reverse_charge));
  return (
    <DraftPage
      page={page}
      once={scope.newId()}
      typed={typed}
      organisation={organisation}
      month={month}
      charges={charges}
      left={leftOut(form)}
      missing={missingFacts(agency, billing, kinds)}
      billing={billing}
      termDays={agency.term_days}
    />
  );
}

/** What was on the page and not ticked stays unticked when the page is shown again. */
function leftOut(form: Form | undefined): ReadonlySet<string> {
  const ticked = form?.all.charges ?? [];
  return new Set((form?.values.shown ?? '').split(' ').filter((id) => !ticked.includes(id)));
}

/** What has to be given back of one invoice, as it stands now. */
export async function creditPage(c: Web, typed: Typed = nothingTyped) {
  const { scope, page } = c.var;
  const { db } = scope;
  const invoice = await invoiceOf(db, idOf(c));
  if (invoice?.kind !== 'invoice') throw new NotFound();
  const [charges, billing] = await Promise.all([
    creditCharges(db, invoice.id),
    organisationBilling(db, invoice.organisationId),
  ]);
  return (
    <CreditDraftPage
      page={page}
      once={scope.newId()}
      typed={typed}
      invoice={invoice}
      charges={charges}
      email={billing.email ?? invoice.document.buyer.email}
    />
  );
}
