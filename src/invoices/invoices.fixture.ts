import { recordAcceptance } from '#costs/acceptances.ts';
import { addCharge, finishCharge } from '#costs/charges.ts';
import type { Scope } from '#db/scope.ts';
import type { Vat } from '#db/types.ts';
import { reportOn } from '#tickets/costs.fixture.ts';
import type { Cast } from '../../test/cast.ts';
import type { AgencyBilling, OrganisationBilling } from './billing.ts';
import { changeAgencyBilling, changeOrganisationBilling } from './billing.ts';

/** All that has to be known about an agency and a client in the Netherlands. */
export const agencyFacts: AgencyBilling = {
  legal_name: 'Bureau Voorbeeld B.V.',
  street: 'Modelstraat 1',
  postcode: '3511 AB',
  city: 'Utrecht',
  country: 'NL',
  kvk: '12345678',
  vat_number: 'NL123456782B01',
  iban: 'NL91ABNA0417164300',
  bic: 'ABNANL2A',
  email: 'boekhouding@bureau.test',
  phone: null,
  term_days: 14,
  intro: null,
};

export const bakeryFacts: OrganisationBilling = {
  legal_name: 'Bakkerij De Proef V.O.F.',
  street: 'Broodplein 2',
  postcode: '1234 AB',
  city: 'Deegstad',
  country: 'NL',
  kvk: '87654321',
  oin: null,
  vat_number: null,
  email: 'facturen@bakkerij.test',
  buyer_reference: null,
  order_reference: null,
  reverse_charge: false,
  language: 'nl',
};

/** The people of a test, and the program that they use. */
type Money = Cast & { readonly scope: Scope };

/** Fills in everything that invoices to the bakery need. */
export async function fillIn(world: Money, more: Partial<OrganisationBilling> = {}): Promise<void> {
  await changeAgencyBilling(world.scope, world.staff.mila, { ...agencyFacts, seen: undefined });
  const facts = { ...bakeryFacts, ...more, seen: undefined };
  await changeOrganisationBilling(world.scope, world.staff.mila, world.organisations.bakery, facts);
}

interface Work {
  readonly amountCents?: number;
  readonly vat?: Vat;
  readonly description?: string;
  /** Whether it is done. */
  readonly done?: boolean;
}

const tickets = new WeakMap<object, Promise<string>>();

/** Has Cora agree to some work for the bakery, and has it done; answers the charge. */
export async function agreedWork(
  world: Money,
  { amountCents = 4500, vat = 'standard', description = 'Onderzoek', done = true }: Work = {},
): Promise<string> {
  if (!tickets.has(world.contacts))
    tickets.set(
      world.contacts,
      reportOn(world, world.sites.shop).then(({ id }) => id),
    );
  const ticketId = await tickets.get(world.contacts)!;
  const acceptanceId = await recordAcceptance(world.scope, world.contacts.cora, {
    kind: 'research',
    organisationId: world.organisations.bakery,
    ticketId,
    amountCents,
    name: 'Cora Coördinator',
    role: 'eigenaar',
    language: 'nl',
    shown: description,
    consent: 'Ik ga akkoord.',
  });
  const charge = { acceptanceId, ticketId, description, amountCents, vat };
  const id = await addCharge(world.scope, world.staff.sam, charge);
  if (done) await finishCharge(world.scope, world.staff.sam, id);
  return id;
}
