import type { Scope } from '#db/scope.ts';
import { addAbsence, setDuty } from '#duty/duty.ts';
import type { Contact, Staff } from '#lib/actor.ts';
import type { Language } from '#lib/language.ts';
import { addOrganisation } from '#organisations/organisations.ts';
import { acceptInvitation, invitePerson } from '#people/invitations.ts';
import { addContact, addStaff, type ContactInput } from '#people/people.ts';
import { createSetupLink, setUpAgency } from '#settings/setup.ts';
import { addSite, changeSite } from '#sites/sites.ts';
import { agencyName, colleagues, manager } from './cast/agency.ts';
import type { ClientData, SiteData } from './cast/client-data.ts';
import { addressOf, clients, invitedLately } from './cast/clients.ts';
import { addKnown } from './knowing.ts';

export interface CastSite extends SiteData {
  readonly id: string;
}

export interface CastContact extends Contact {
  readonly email: string;
}

export interface Client {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly words: ClientData['words'];
  readonly sites: readonly CastSite[];
  readonly contacts: readonly CastContact[];
}

export interface Cast {
  readonly manager: Staff;
  readonly supporters: readonly Staff[];
  readonly developers: readonly Staff[];
  readonly clients: readonly Client[];
}

const lastPart = (link: string) => link.split('/').at(-1)!;

/** The clock of the demo goes on a little with everything that is done. */
export interface Opening {
  readonly scope: Scope;
  readonly passwordHash: string;
  /** The day on which the demo is looked at. */
  readonly today: string;
  /** Lets some minutes pass. */
  readonly pass: (minutes: number) => void;
}

/** Sets the agency up and adds everybody, in the ways in which an agency would: everyone accepts an invitation. */
export async function addCast(opening: Opening): Promise<Cast> {
  const boss = await openAgency(opening);
  const staff: Staff[] = [];
  for (const { onDuty: _, ...person } of colleagues) {
    opening.pass(3);
    const id = await addStaff(opening.scope, boss, { ...person, phone: null });
    await welcome(opening, boss, id);
    staff.push({ kind: 'staff', id, name: person.name, language: person.language, role: person.role });
  }
  opening.pass(5);
  const duty = colleagues.flatMap(({ onDuty }, at) => (onDuty ? [staff[at]!.id] : []));
  const inHours = [...(manager.onDuty ? [boss.id] : []), ...duty];
  await setDuty(opening.scope, boss, { inHours, outOfHours: duty });
  await addAbsence(opening.scope, boss, {
    personId: staff[1]!.id,
    firstDay: opening.today,
    lastDay: Temporal.PlainDate.from(opening.today).add({ days: 9 }).toString(),
    substituteId: staff[0]!.id,
  });
  const added: Client[] = [];
  for (const client of clients) added.push(await addClient(opening, boss, client));
  await addKnown(opening, boss, added, opening.today);
  return {
    manager: boss,
    supporters: staff.filter(({ role }) => role === 'supporter'),
    developers: staff.filter(({ role }) => role === 'developer'),
    clients: added,
  };
}

async function openAgency({ scope, passwordHash, pass }: Opening): Promise<Staff> {
  const link = await createSetupLink(scope);
  if (!link) throw new Error('The demo needs an empty database.');
  pass(10);
  return setUpAgency(scope, lastPart(link), {
    agency: agencyName,
    language: 'nl',
    name: manager.name,
    email: manager.email,
    passwordHash,
  });
}

async function addClient(opening: Opening, boss: Staff, client: ClientData): Promise<Client> {
  const { scope, pass } = opening;
  pass(4);
  const id = await addOrganisation(scope, boss, { name: client.name });
  const sites: CastSite[] = [];
  for (const site of client.sites) {
    pass(2);
    // what has ended by now was live when the demo begins
    const phase = site.phase === 'ended' ? 'live' : site.phase;
    sites.push({ ...site, id: await addSite(scope, boss, id, { ...inputOf(site), phase }) });
  }
  const contacts: CastContact[] = [];
  for (const each of client.contacts) {
    pass(2);
    const input = {
      name: each.name,
      email: addressOf(each.name, client.domain),
      phone: each.role === 'coordinator' ? '088 000 00 00' : null,
      language: client.language,
      role: each.role,
      budgetHolder: each.budgetHolder ?? false,
      siteIds: (each.sites ?? []).map((at) => sites[at]!.id),
    } satisfies ContactInput;
    const personId = await addContact(scope, boss, id, input);
    await welcome(opening, boss, personId);
    const { phone: _, ...person } = input;
    contacts.push({ ...person, kind: 'contact', id: personId, organisationId: id });
  }
  const { name, language, words } = client;
  return { id, name, language, words, sites, contacts };
}

const inputOf = ({ name, kind, phase, address, criticalParts }: SiteData) => ({
  name,
  kind,
  phase,
  addresses: [address],
  criticalParts,
});

async function welcome({ scope, passwordHash, pass }: Opening, boss: Staff, personId: string): Promise<void> {
  const { link } = await invitePerson(scope, boss, personId);
  pass(1);
  await acceptInvitation(scope, lastPart(link), passwordHash);
}

/** Ends the sites that have ended by now. */
export async function endSites(scope: Scope, { manager: boss, clients }: Cast): Promise<void> {
  for (const site of clients.flatMap(({ sites }) => sites)) {
    if (site.phase === 'ended') await changeSite(scope, boss, site.id, inputOf(site));
  }
}

/** Invites somebody who has not come yet. */
export async function inviteLately(scope: Scope, { manager: boss, clients: all }: Cast): Promise<void> {
  const client = all.find(({ name }) => name === invitedLately.client)!;
  const { domain } = clients.find(({ name }) => name === invitedLately.client)!;
  const id = await addContact(scope, boss, client.id, {
    name: invitedLately.name,
    email: addressOf(invitedLately.name, domain),
    phone: null,
    language: client.language,
    role: 'reporter',
    budgetHolder: false,
    siteIds: [],
  });
  await invitePerson(scope, boss, id);
}
