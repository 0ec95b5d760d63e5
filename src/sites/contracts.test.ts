import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';
import { addContract } from './contracts/contracts.ts';
import { addDelivery } from './contracts/deliveries.ts';
import { knownOf } from './contracts/known.ts';

let world: World;
let path: string;
beforeAll(async () => {
  world = await createWorld();
  path = `/desk/sites/${world.sites.shop}`;
});
afterAll(() => world.close());

const manager = () => world.as(world.staff.mila);
const known = async () => (await knownOf(world.scope.db, [world.sites.shop]))(world.sites.shop);
const page = async (at = path) => (await world.as(world.staff.sam).get(at)).text();
const plan = (over: Record<string, string> = {}) => ({
  contract_kind: 'care_plan',
  plan: 'Plus',
  price: '45,50',
  first_day: '2026-01-01',
  last_day: '2026-12-31',
  ...over,
});
const lastEvents = async () =>
  (
    await world.scope.db
      .selectFrom('events')
      .select(['type', 'actor_id', 'data'])
      .where('subject_id', '=', world.sites.shop)
      .orderBy('id', 'desc')
      .execute()
  ).map(({ type, actor_id, data }) => ({ type, actor_id, data }));

describe('deliveries', () => {
  test('are added by a manager, and give a warranty that all of the agency see', async () => {
    expect(await page()).toContain('Hier komt te staan wanneer de site is opgeleverd');
    const answer = await manager().post(`${path}/deliveries`, {
      delivery_name: 'site',
      delivered_on: '2026-08-31',
    });
    expect(answer.headers.get('location')).toBe(path);
    expect(await known()).toMatchObject({ deliveries: [{ name: 'site', on: '2026-08-31' }] });
    const shown = await page();
    expect(shown).toContain('Garantie op «site»');
    expect(shown).toContain('31 augustus 2026 tot en met 30 november 2026');
    expect(shown).toContain('<svg role="img"');
    expect(shown).not.toMatch(/ style="/);
    expect(shown).not.toContain('Oplevering toevoegen');
    expect(shown).toContain('oplevering «site» toegevoegd: 31 augustus 2026');
  });

  test('have names of their own, are changed, and are taken away', async () => {
    const [site] = (await known()).deliveries;
    const again = await manager().post(`${path}/deliveries`, {
      delivery_name: ' site ',
      delivered_on: '2026-10-01',
    });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('Deze naam is er al');
    const entry = `${path}/deliveries/${site!.id}`;
    expect(await (await manager().get(entry)).text()).toContain('value="2026-08-31"');
    const changed = { delivery_name: 'site', delivered_on: '2026-09-01' };
    expect((await manager().post(entry, changed)).status).toBe(303);
    expect((await lastEvents())[0]).toMatchObject({
      type: 'site.delivery_changed',
      actor_id: world.staff.mila.id,
      data: { on: '2026-09-01', before: { on: '2026-08-31' } },
    });
    expect((await manager().post(`${entry}/removal`)).status).toBe(303);
    expect((await known()).deliveries).toEqual([]);
    expect((await manager().get(entry)).status).toBe(404);
  });

  test.each([
    ['no day', { delivery_name: 'site', delivered_on: '' }],
    ['no such day', { delivery_name: 'site', delivered_on: '2026-02-30' }],
    ['no name', { delivery_name: '  ', delivered_on: '2026-02-01' }],
  ])('are refused with %s, and keep what was typed', async (_, form) => {
    const answer = await manager().post(`${path}/deliveries`, form);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('<details open');
  });

  test('that a ticket is about stay', async () => {
    const { scope, staff, sites, contacts } = world;
    const id = await addDelivery(scope, staff.mila, sites.site, { name: 'app', on: '2026-10-01' });
    const { reportTicket } = await import('#tickets/tickets.ts');
    const ticket = await reportTicket(scope, contacts.roos, {
      siteId: sites.site,
      subject: 'App doet het niet',
      did: 'a',
      happened: 'b',
      expected: '',
      urgency: 'low',
      impact: 'small',
    });
    await scope.db.updateTable('tickets').set({ delivery_id: id }).where('id', '=', ticket.id).execute();
    const answer = await manager().post(`/desk/sites/${sites.site}/deliveries/${id}/removal`);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Er zijn meldingen over deze oplevering');
  });
});

describe('contracts', () => {
  test('are hosting and care plans with their days, shown with their price', async () => {
    expect((await manager().post(`${path}/contracts`, plan())).status).toBe(303);
    const hosting = plan({ contract_kind: 'hosting', first_day: '2025-01-01', last_day: '' });
    expect((await manager().post(`${path}/contracts`, hosting)).status).toBe(303);
    expect((await known()).contracts).toMatchObject([
      { kind: 'hosting', plan: null, priceCents: null, from: '2025-01-01', to: null },
      { kind: 'care_plan', plan: 'Plus', priceCents: 4550, from: '2026-01-01', to: '2026-12-31' },
    ]);
    const shown = await page();
    expect(shown).toContain('Website Zorg «Plus»');
    expect(shown).toMatch(/€\s45,50 per maand/);
    expect(shown).toContain('sinds 1 januari 2025');
  });

  test.each<[string, Record<string, string>, string]>([
    ['overlap by a day', { first_day: '2026-12-31', last_day: '' }, 'Er is in deze periode al'],
    ['overlap around', { first_day: '2020-01-01', last_day: '' }, 'Er is in deze periode al'],
    ['end before they begin', { first_day: '2027-02-01', last_day: '2027-01-31' }, 'ligt voor de eerste dag'],
    ['have an odd price', { first_day: '2027-01-01', price: '45,505' }, 'Vul een bedrag in euro in'],
    ['have a negative price', { first_day: '2027-01-01', price: '-1' }, 'Vul een bedrag in euro in'],
    ['are of no kind', { contract_kind: 'gift' }, 'Vul dit in.'],
  ])('are refused that %s', async (_, over, sentence) => {
    const answer = await manager().post(`${path}/contracts`, plan(over));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(sentence);
    expect((await known()).contracts).toHaveLength(2);
  });

  test('follow one another, change, and end', async () => {
    const next = plan({ first_day: '2027-01-01', last_day: '' });
    expect((await manager().post(`${path}/contracts`, next)).status).toBe(303);
    const [, first, second] = (await known()).contracts;
    const entry = `${path}/contracts/${first!.id}`;
    expect((await manager().post(entry, plan({ last_day: '2027-01-01' }))).status).toBe(422);
    expect((await manager().post(entry, plan({ last_day: '2026-11-30', price: '50' }))).status).toBe(303);
    expect((await known()).contracts[1]).toMatchObject({ to: '2026-11-30', priceCents: 5000 });
    expect((await manager().post(`${path}/contracts/${second!.id}/removal`)).status).toBe(303);
    expect(await page()).toContain('Website Zorg «Plus» verwijderd: vanaf 1 januari 2027');
  });

  test('are added once, however often the form is sent; not on top of what one has not seen', async () => {
    const once = '11111111-1111-4111-8111-111111111111';
    const form = plan({ first_day: '2028-01-01', last_day: '', once });
    expect((await manager().post(`${path}/contracts`, form)).status).toBe(303);
    expect((await manager().post(`${path}/contracts`, form)).status).toBe(303);
    const late = await manager().post(`${path}/contracts`, plan({ first_day: '2027-01-01', seen: '1' }));
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('Iemand anders heeft dit intussen gewijzigd');
  });

  test('cannot overlap in the database either', async () => {
    const values = { site_id: world.sites.site, kind: 'hosting', first_day: '2026-01-01' } as const;
    const insert = () =>
      world.scope.db
        .insertInto('contracts')
        .values({ ...values, id: world.scope.newId() })
        .execute();
    await insert();
    await expect(insert()).rejects.toThrow('one_at_a_time');
  });
});

test('only managers add; one site does not reach into another', async () => {
  const { scope, staff, sites, contacts } = world;
  const input = { kind: 'hosting', plan: null, priceCents: null, from: '2026-01-01', to: null } as const;
  for (const person of [staff.sam, staff.dani, contacts.cora, contacts.vera])
    await expect(addContract(scope, person, sites.foreign, input)).rejects.toThrow();
  const id = await addContract(scope, staff.mila, sites.foreign, input);
  expect((await manager().get(`${path}/contracts/${id}`)).status).toBe(404);
  expect((await manager().post(`${path}/contracts/${id}/removal`)).status).toBe(404);
  expect((await manager().get(`/desk/sites/${sites.foreign}/contracts/${id}`)).status).toBe(200);
});
