import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeAgreement } from '#settings/settings.ts';
import { recomputeOpenTickets } from '#tickets/timers.ts';
import { type Caller, programOf, tokenFor } from '../../test/program.ts';
import { createWorld, type World } from '../../test/world.ts';

let world: World;
let call: Caller;
beforeAll(async () => {
  world = await createWorld();
  call = programOf(world, (await tokenFor(world, 'manager', { name: 'Planbord' })).token);
});
afterAll(() => world.close());
beforeEach(() => world.at('2026-10-16T09:30:00+02:00'));

const report = async () => {
  const answer = await call('/tickets', {
    json: {
      siteId: world.sites.shop,
      reporterId: world.contacts.roos.id,
      subject: 'Afrekenen lukt niet',
      did: 'Ik koos betalen.',
      happened: 'Er kwam een wit scherm.',
      urgency: 'low',
      impact: 'small',
    },
  });
  expect(answer.status, answer.text).toBe(201);
  return answer.json;
};

test('what is said of a site decides who pays, and the ticket says so', async () => {
  const { shop } = world.sites;
  const { id } = await report();
  const payer = async () => (await call(`/tickets/${id}`)).json.whoPays;
  expect(await payer()).toMatchObject({ rule: 'to_be_judged', payer: 'undecided', next: 'judge' });

  const added = await call(`/sites/${shop}/deliveries`, { json: { name: 'webshop', on: '2026-10-14' } });
  expect(added.status, added.text).toBe(201);
  const [delivery] = added.json.deliveries;
  expect(delivery).toMatchObject({ name: 'webshop', warrantyUntil: '2027-01-14' });
  expect(await payer()).toMatchObject({
    rule: 'warranty',
    payer: 'agency',
    until: '2027-01-14',
    sentence: { nl: expect.stringContaining('Garantie tot en met 14 januari 2027') },
  });
  const listed = (await call('/tickets')).json.items.find((each: { id: string }) => each.id === id);
  expect(listed.whoPays.rule).toBe('warranty');

  const path = `/sites/${shop}/deliveries/${delivery.id}`;
  const again = await call(`/sites/${shop}/deliveries`, { json: { name: 'webshop', on: '2026-10-15' } });
  expect(again.json.errors.name.code).toBe('name_taken');
  expect((await call(path, { method: 'PUT', json: { name: 'shop', on: '2026-07-01' } })).status).toBe(200);
  expect((await payer()).rule).toBe('to_be_judged');
  expect((await call(path, { method: 'DELETE' })).status).toBe(204);
  expect((await call(`/sites/${shop}/coverage`)).json.deliveries).toEqual([]);
});

test('contracts are periods of which a site has one of a kind at a time', async () => {
  const path = `/sites/${world.sites.site}/contracts`;
  const plan = { kind: 'care_plan', plan: 'Plus', priceCents: 4500, from: '2026-01-01', to: '2026-12-31' };
  const { json } = await call(path, { json: plan });
  const [{ id, ...kept }] = json.contracts;
  expect(kept).toEqual(plan);
  const refused = async (more: object) => (await call(path, { json: { ...plan, ...more } })).json.errors;
  expect((await refused({ from: '2026-12-31', to: null })).from.code).toBe('overlaps');
  expect((await refused({ from: '2027-02-01', to: '2027-01-01' })).to.code).toBe('ends_before_it_begins');
  expect((await refused({ kind: 'hosting' })).plan.code).toBe('only_care_plan');
  expect(Object.keys(await refused({ priceCents: 12.5 }))).toEqual(['priceCents']);
  const ended = await call(`${path}/${id}`, { method: 'PUT', json: { ...plan, to: '2026-06-30' } });
  expect(ended.json.contracts[0].to).toBe('2026-06-30');
  const foreign = `/sites/${world.sites.foreign}/contracts/${id}`;
  expect((await call(foreign, { method: 'DELETE' })).status).toBe(404);
  expect((await call(`${path}/${id}`, { method: 'DELETE' })).status).toBe(204);
});

test('trainings are kept per contact', async () => {
  const path = `/contacts/${world.contacts.kees.id}/trainings`;
  const training = { cms: 'WordPress', on: '2026-01-15' };
  const added = await call(path, { json: training });
  expect(added.json.items).toEqual([expect.objectContaining(training)]);
  expect((await call(path, { json: training })).json.errors.cms.code).toBe('name_taken');
  const mine = `/contacts/${world.staff.sam.id}/trainings`;
  expect((await call(mine, { json: training })).status).toBe(404);
  expect((await call(`${path}/${added.json.items[0].id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call(path)).json.items).toEqual([]);
});

test('the desk tells which token did something in a colleague’s name', async () => {
  const { id } = await report();
  const said = await call(`/tickets/${id}/notes`, {
    json: { body: 'Gezien', actingFor: world.staff.sam.id },
  });
  expect(said.status, said.text).toBe(201);
  const page = (await (await world.as(world.staff.mila).get(`/desk/tickets/${id}`)).text())
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
  expect(page).toContain('(via API-token «Planbord»)');
});

test('whoever follows changes sees the deadlines that new office hours moved', async () => {
  const { id, clocks } = await report();
  world.at('2026-10-16T10:00:00+02:00');
  const since = '2026-10-16T07:45:00Z';
  const seen = async () => (await call(`/tickets?updated_since=${since}`)).json.items;
  expect(await seen()).toEqual([]);
  await changeAgreement(world.scope, world.staff.mila, {
    validFrom: '2026-10-17',
    change: ({ calendar, ...agreement }) => ({
      ...agreement,
      calendar: { ...calendar, hours: { ...calendar.hours, mon: [] } },
    }),
  });
  await recomputeOpenTickets(world.scope);
  const moved = (await seen()).find((each: { id: string }) => each.id === id);
  expect(moved.clocks.solution.due > clocks.solution.due).toBe(true);
});
