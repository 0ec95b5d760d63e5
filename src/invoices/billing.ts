import { canManageMoney } from '#costs/policy.ts';
import type { Db } from '#db/open.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { agencySubject, record } from '#events/events.ts';
import { refuseUnseen } from '#events/seen.ts';
import type { Actor } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import type { AgencyBillingInput, OrganisationBillingInput } from './schema.ts';

export type AgencyBilling = Omit<AgencyBillingInput, 'seen'>;
export type OrganisationBilling = Omit<OrganisationBillingInput, 'seen'>;

const unknown = {
  legal_name: null,
  street: null,
  postcode: null,
  city: null,
  country: 'NL',
  kvk: null,
  vat_number: null,
  email: null,
};

/** What stands on invoices about the agency; empty fields where nobody filled them in yet. */
export async function agencyBilling(db: Db): Promise<AgencyBilling> {
  const row = await db.selectFrom('agency_billing').selectAll().executeTakeFirst();
  if (!row) return { ...unknown, iban: null, bic: null, phone: null, term_days: 30, intro: null };
  const { id: _, ...billing } = row;
  return { ...billing, country: billing.country ?? 'NL' };
}

/** What stands on invoices about a client; empty fields where nobody filled them in yet. */
export async function organisationBilling(db: Db, organisationId: string): Promise<OrganisationBilling> {
  const row = await db
    .selectFrom('organisation_billing')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (!row) return { ...unknown, ...noReference, language: 'nl' };
  const { organisation_id: _, ...billing } = row;
  return { ...billing, country: billing.country ?? 'NL' };
}

const noReference = { oin: null, buyer_reference: null, order_reference: null, reverse_charge: false };

/** Changes what stands on invoices about the agency, from the next one on. */
export async function changeAgencyBilling(
  scope: Scope,
  actor: Actor,
  { seen, ...input }: AgencyBillingInput,
): Promise<void> {
  if (!canManageMoney(actor)) throw new NotFound();
  await inTransaction(scope, async (scope) => {
    await scope.db.selectFrom('agency').select('id').forUpdate().executeTakeFirst();
    await refuseUnseen(scope, agencySubject, seen);
    const changes = changesOf(await agencyBilling(scope.db), input);
    if (Object.keys(changes).length === 0) return;
    await scope.db
      .insertInto('agency_billing')
      .values({ id: true, ...input })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(input))
      .execute();
    await record(scope, actor, { type: 'agency.billing_changed', subject: agencySubject, data: { changes } });
  });
}

/** Changes what stands on invoices about a client, from the next one on. */
export async function changeOrganisationBilling(
  scope: Scope,
  actor: Actor,
  organisationId: string,
  { seen, ...input }: OrganisationBillingInput,
): Promise<void> {
  if (!canManageMoney(actor)) throw new NotFound();
  const subject = { type: 'organisation', id: organisationId } as const;
  await inTransaction(scope, async (scope) => {
    await scope.db
      .selectFrom('organisations')
      .select('id')
      .where('id', '=', organisationId)
      .forUpdate()
      .executeTakeFirstOrThrow(() => new NotFound());
    await refuseUnseen(scope, subject, seen);
    const changes = changesOf(await organisationBilling(scope.db, organisationId), input);
    if (Object.keys(changes).length === 0) return;
    await scope.db
      .insertInto('organisation_billing')
      .values({ organisation_id: organisationId, ...input })
      .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(input))
      .execute();
    await record(scope, actor, { type: 'organisation.billing_changed', subject, data: { changes } });
  });
}

/** What differs, each as what it was and what it is. */
function changesOf<T extends object>(before: T, after: T): Record<string, [unknown, unknown]> {
  return Object.fromEntries(
    (Object.keys(after) as (keyof T & string)[])
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, [before[field], after[field]]]),
  );
}
