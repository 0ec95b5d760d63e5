import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTraining } from '#people/trainings.ts';
import { changeAgreement } from '#settings/settings.ts';
import { addContract } from '#sites/contracts/contracts.ts';
import { addDelivery, changeDelivery } from '#sites/contracts/deliveries.ts';
import { createWorld, type World } from '../../test/world.ts';
import { reportOn } from './costs.fixture.ts';
import { drop, overrule, pickUp, recordFindings } from './tickets.ts';

let world: World;
let delivery: string;
beforeAll(async () => {
  world = await createWorld();
  const { scope, staff, sites, contacts } = world;
  delivery = await addDelivery(scope, staff.mila, sites.shop, { name: 'webshop', on: '2026-10-14' });
  const plan = { plan: 'Plus', priceCents: 4500, from: '2026-01-01', to: '2026-12-31' };
  await addContract(scope, staff.mila, sites.site, { kind: 'care_plan', ...plan });
  await addTraining(scope, staff.mila, contacts.roos.id, { cms: 'WordPress', on: '2026-01-15' });
});
afterAll(() => world.close());

const roos = () => world.as(world.contacts.roos);
const sam = () => world.as(world.staff.sam);
const outlook = async (query: Record<string, string>, browser = roos()) =>
  (await browser.get(`/report/outlook?${new URLSearchParams(query)}`)).text();
const warranty = 'Garantie tot en met 14 januari 2027 – deze melding kost u niets.';
const judged = 'Kunnen wij dit direct oplossen, dan kost het u niets; zo niet, dan vragen wij u eerst';
const findings = {
  kind: 'defect',
  deliveryId: '',
  directlySolvable: '',
  atHand: '',
  causeOutside: '',
};

describe('before reporting', () => {
  test('the form asks for the kind in clients’ words', async () => {
    const page = await (await roos().get('/report')).text();
    expect(page).toContain('Wat voor melding is het?');
    expect(page.match(/value="(question|defect|cms_use|availability|server_update|new_wish)"/g)).toHaveLength(
      6,
    );
  });

  test('the panel says who pays, from site, kind and person', async () => {
    const { shop, site } = world.sites;
    expect(await outlook({ siteId: shop, kind: 'defect' })).toContain(warranty);
    expect(await outlook({ siteId: shop, kind: 'new_wish' })).toContain('u krijgt eerst een begroting');
    expect(await outlook({ siteId: site, kind: 'cms_use' })).toContain(
      'CMS-training gevolgd op 15 januari 2026',
    );
    const planned = await outlook({ siteId: site, kind: 'question' });
    expect(planned).toContain('(Website Zorg tot en met 31 december 2026)');
    expect(await outlook({ siteId: site, kind: 'cms_use' }, world.as(world.contacts.cora))).not.toContain(
      'CMS-training',
    );
  });

  test('it promises nothing where nothing is known, and nothing at all about a site of others', async () => {
    const foreign = world.sites.foreign;
    const own = await outlook({ siteId: foreign, kind: 'defect' }, world.as(world.contacts.vera));
    expect(own).toContain(judged);
    expect(own).toContain('U betaalt nooit iets dat u niet vooraf hebt goedgekeurd.');
    expect(await outlook({ siteId: foreign, kind: 'defect' })).not.toContain('Wat kost dit u?');
    for (const odd of [{ siteId: 'x' }, { siteId: world.sites.shop, kind: 'gift' }])
      expect(await outlook(odd as unknown as Record<string, string>)).not.toContain('Wat kost dit u?');
  });

  test('without scripts its button shows the same', async () => {
    const form = {
      siteId: world.sites.shop,
      kind: 'defect',
      urgency: 'low',
      impact: 'small',
      preview: 'yes',
    };
    expect(await (await roos().post('/report', form)).text()).toContain(warranty);
  });
});

describe('on the ticket', () => {
  test('the kind is kept, and the sentence stands in the portal, at the desk and in the mails', async () => {
    const form = {
      siteId: world.sites.shop,
      kind: 'question',
      subject: 'Een vraag',
      did: 'a',
      happened: 'b',
      expected: '',
      urgency: 'low',
      impact: 'small',
    };
    const path = (await roos().post('/report', form)).headers.get('location')!;
    const id = path.split('/').at(-1)!;
    const { db } = world.scope;
    const ticket = await db.selectFrom('tickets').select('kind').where('id', '=', id).executeTakeFirst();
    expect(ticket?.kind).toBe('question');
    expect(await (await roos().get(path)).text()).toContain(warranty);
    const desk = await (await sam().get(`/desk/tickets/${id}`)).text();
    expect(desk).toContain(warranty);
    expect(desk).toContain('Binnen de garantie');
    await pickUp(world.scope, world.staff.sam, id);
    const mails = await db.selectFrom('mails').select(['kind', 'text']).where('ticket_id', '=', id).execute();
    expect(mails.map(({ kind }) => kind)).toEqual(['confirmation', 'picked_up']);
    for (const { text } of mails) expect(text.replaceAll(/\s+/g, ' ')).toContain(warranty);
    const queue = await (await sam().get('/desk')).text();
    expect(queue).toContain('Gratis');
    expect(
      await (await sam().get(`/desk/report?organisation=${world.organisations.bakery}`)).text(),
    ).toContain('name="kind"');
  });

  test('a report without a kind is a defect; one of an unknown kind is none', async () => {
    expect((await reportOn(world, world.sites.shop)).kind).toBe('defect');
    const odd = await roos().post('/report', { kind: 'gift' });
    expect(odd.status).toBe(422);
    expect(await odd.text()).toContain('id="kind-error"');
  });

  test('is judged on the day of its report, and on no other', async () => {
    const late = await reportOn(world, world.sites.shop);
    world.at('2027-03-01T10:00:00+01:00');
    expect(await (await sam().get(`/desk/tickets/${late.id}`)).text()).toContain(warranty);
    const now = await reportOn(world, world.sites.shop);
    expect(await (await sam().get(`/desk/tickets/${now.id}`)).text()).toContain(judged);
    world.at('2026-10-16T09:30:00+02:00');
  });

  test('is judged by the agreement under which it was reported', async () => {
    const before = await reportOn(world, world.sites.shop);
    await changeAgreement(world.scope, world.staff.mila, {
      validFrom: '2026-10-16',
      change: (old) => ({ ...old, coverage: { ...old.coverage, warrantyMonths: 6 } }),
    });
    const after = await reportOn(world, world.sites.shop);
    expect(await (await roos().get(`/tickets/${before.id}`)).text()).toContain('14 januari 2027');
    expect(await (await roos().get(`/tickets/${after.id}`)).text()).toContain('14 april 2027');
  });
});

describe('findings', () => {
  test('are recorded at the desk, and change who pays', async () => {
    const { id } = await reportOn(world, world.sites.shop);
    const at = `/desk/tickets/${id}`;
    const outside = 'Uw nieuwe plug-in overschreef het sjabloon.';
    const taken = await sam().post(`${at}/findings`, { ...findings, causeOutside: outside });
    expect(taken.headers.get('location')).toBe(at);
    const seen = await (await roos().get(`/tickets/${id}`)).text();
    expect(seen).toContain(outside);
    expect(seen).toContain(judged);
    await sam().post(`${at}/findings`, { ...findings, causeOutside: outside, directlySolvable: 'no' });
    expect(await (await roos().get(`/tickets/${id}`)).text()).toContain(
      'De oorzaak ligt buiten ons werk, daarom geldt de garantie hier niet',
    );
    expect(await (await sam().get(at)).text()).toContain('Eerst de klant laten kiezen');
    await sam().post(`${at}/findings`, { ...findings, directlySolvable: 'yes', atHand: 'no' });
    const { db } = world.scope;
    const row = await db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ directly_solvable: true, at_hand: null, cause_outside: null });
    const events = await db.selectFrom('events').select('type').where('subject_id', '=', id).execute();
    expect(events.filter(({ type }) => type === 'judged')).toHaveLength(3);
    expect(await (await sam().get(at)).text()).toContain('Sam Supporter beoordeelde wie betaalt');
  });

  test('name a delivery of this site only', async () => {
    const { scope, staff, sites } = world;
    const { id } = await reportOn(world, sites.shop);
    const other = await addDelivery(scope, staff.mila, sites.foreign, { name: 'site', on: '2026-10-01' });
    const wrong = await sam().post(`/desk/tickets/${id}/findings`, { ...findings, deliveryId: other });
    expect(wrong.status).toBe(422);
    const old = await addDelivery(scope, staff.mila, sites.shop, { name: 'site', on: '2024-01-01' });
    await recordFindings(scope, staff.sam, id, {
      ...{ kind: 'defect', deliveryId: old, directlySolvable: null, atHand: null, causeOutside: null },
    });
    const page = await (await sam().get(`/desk/tickets/${id}`)).text();
    expect(page).toContain(judged);
    expect(page).toContain('webshop (14 oktober 2026)');
    await changeDelivery(
      scope,
      staff.mila,
      { siteId: sites.shop, id: delivery },
      { name: 'shop', on: '2026-10-14' },
    );
  });

  test('are for staff, while the ticket is open; nothing is recorded twice', async () => {
    const { scope, staff, contacts } = world;
    const { id } = await reportOn(world, world.sites.shop);
    const same = {
      kind: 'defect',
      deliveryId: null,
      directlySolvable: null,
      atHand: null,
      causeOutside: null,
    } as const;
    for (const person of [contacts.roos, contacts.vera])
      await expect(recordFindings(scope, person, id, same)).rejects.toThrow();
    await recordFindings(scope, staff.sam, id, same);
    const events = await scope.db.selectFrom('events').select('type').where('subject_id', '=', id).execute();
    expect(events.map(({ type }) => type)).toEqual(['reported']);
    await drop(scope, staff.sam, id, { reason: 'Dubbel gemeld' });
    expect((await sam().post(`/desk/tickets/${id}/findings`, findings)).status).toBe(409);
  });
});

describe('overruling', () => {
  test('takes a reason that colleagues read, and gives way to the rules again', async () => {
    const { id } = await reportOn(world, world.sites.foreign, world.contacts.vera);
    const at = `/desk/tickets/${id}`;
    expect((await sam().post(`${at}/overruling`, { payer: 'agency', reason: ' ' })).status).toBe(422);
    expect((await sam().post(`${at}/overruling`, { payer: 'agency', reason: 'Uit coulance' })).status).toBe(
      303,
    );
    const seen = await (await world.as(world.contacts.vera).get(`/tickets/${id}`)).text();
    expect(seen).toContain('Wij nemen deze melding voor onze rekening – zij kost u niets.');
    expect(seen).not.toContain('coulance');
    expect(await (await sam().get(at)).text()).toContain('Uit coulance');
    const again = { payer: 'agency', reason: 'Nog eens' };
    expect((await sam().post(`${at}/overruling`, again)).status).toBe(409);
    await sam().post(`${at}/overruling`, { payer: 'rules', reason: 'Vergissing' });
    expect(await (await sam().get(at)).text()).toContain('liet weer de regels beslissen');
    await expect(
      overrule(world.scope, world.contacts.vera, id, { payer: 'agency', reason: 'x' }),
    ).rejects.toThrow();
  });
});
