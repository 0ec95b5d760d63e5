import { defaultAgreement } from '#agreement/agreement.ts';
import { toPerson } from '#auth/session.ts';
import type { Scope } from '#db/scope.ts';
import type { Contact, Person, Staff } from '#lib/actor.ts';

/** The cast. Cora may agree to costs. Vera is the stranger: of another client, she must see nothing of the bakery's. */
export interface Cast {
  readonly staff: Record<'mila' | 'sam' | 'dani', Staff>;
  readonly contacts: Record<'roos' | 'kees' | 'cora' | 'vera', Contact>;
  readonly sites: Record<'shop' | 'site' | 'foreign', string>;
  readonly organisations: Record<'bakery' | 'foreign', string>;
}

/** Writes an agency with its agreement, two clients, their sites and the people on both sides. */
export async function seedCast(scope: Scope): Promise<Cast> {
  const { db } = scope;
  const at = scope.now();
  await db
    .insertInto('agency')
    .values({ name: 'Bureau Voorbeeld', accent: '#0b6e4f', language: 'nl', set_up_at: at })
    .execute();
  await db
    .insertInto('agreements')
    .values({ valid_from: '2000-01-01', document: JSON.stringify(defaultAgreement), created_at: at })
    .execute();
  const organisation = async (name: string) => {
    const id = scope.newId();
    await db.insertInto('organisations').values({ id, name, created_at: at }).execute();
    return id;
  };
  const site = async (
    organisation_id: string,
    name: string,
    kind: 'website' | 'webshop',
    critical_parts: string[],
  ) => {
    const id = scope.newId();
    await db
      .insertInto('sites')
      .values({
        id,
        organisation_id,
        name,
        kind,
        phase: 'live',
        addresses: [],
        critical_parts,
        created_at: at,
      })
      .execute();
    return id;
  };
  const organisations = {
    bakery: await organisation('Bakkerij De Proef'),
    foreign: await organisation('Fietsen Elders'),
  };
  const sites = {
    shop: await site(organisations.bakery, 'Webshop De Proef', 'webshop', ['afrekenen']),
    site: await site(organisations.bakery, 'Website De Proef', 'website', []),
    foreign: await site(organisations.foreign, 'Fietsen Elders', 'website', []),
  };
  const person = async (name: string, values: PersonValues, siteIds: string[] = []): Promise<Person> => {
    const id = scope.newId();
    const row = {
      id,
      name,
      email: `${name.split(' ')[0]!.toLowerCase()}@example.test`,
      language: 'nl' as const,
      created_at: at,
      updated_at: at,
      email_verified: true,
      staff_role: null,
      organisation_id: null,
      contact_role: null,
      budget_holder: false,
      ...values,
    };
    await db.insertInto('people').values(row).execute();
    for (const site_id of siteIds)
      await db.insertInto('person_sites').values({ person_id: id, site_id }).execute();
    return toPerson({ ...row, site_ids: siteIds });
  };
  const staff = async (name: string, staff_role: Staff['role']) =>
    (await person(name, { kind: 'staff', staff_role })) as Staff;
  const contact = async (
    name: string,
    organisation_id: string,
    contact_role: Contact['role'],
    { siteIds = [], budget_holder = false }: { siteIds?: string[]; budget_holder?: boolean } = {},
  ) =>
    (await person(
      name,
      { kind: 'contact', organisation_id, contact_role, budget_holder },
      siteIds,
    )) as Contact;
  return {
    organisations,
    sites,
    staff: {
      mila: await staff('Mila Manager', 'manager'),
      sam: await staff('Sam Supporter', 'supporter'),
      dani: await staff('Dani Developer', 'developer'),
    },
    contacts: {
      roos: await contact('Roos Melder', organisations.bakery, 'reporter'),
      kees: await contact('Kees Collega', organisations.bakery, 'colleague', { siteIds: [sites.shop] }),
      cora: await contact('Cora Coördinator', organisations.bakery, 'coordinator', { budget_holder: true }),
      vera: await contact('Vera Vreemd', organisations.foreign, 'coordinator'),
    },
  };
}

type PersonValues =
  | { kind: 'staff'; staff_role: Staff['role'] }
  | { kind: 'contact'; organisation_id: string; contact_role: Contact['role']; budget_holder: boolean };
