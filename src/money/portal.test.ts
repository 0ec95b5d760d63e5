import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAcceptance } from '#costs/acceptances.ts';
import { addCharge, waiveCharge } from '#costs/charges.ts';
import { addContract } from '#sites/contracts/contracts.ts';
import { addDelivery } from '#sites/contracts/deliveries.ts';
import { reportOn } from '#tickets/costs.fixture.ts';
import { askResearch, declineResearch, pickUp, recordFindings } from '#tickets/tickets.ts';
import { createWorld, type World } from '../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  world.at('2026-10-16T10:00:00Z');
  const { scope, staff, sites, organisations, contacts } = world;
  await addDelivery(scope, staff.mila, sites.shop, { name: 'webshop', on: '2026-10-14' });
  const hosting = { kind: 'hosting' as const, plan: null, priceCents: null };
  await addContract(scope, staff.mila, sites.site, { ...hosting, from: '2025-01-01', to: null });
  const ticket = await reportOn(world, sites.shop);
  const acceptanceId = await recordAcceptance(scope, contacts.cora, {
    kind: 'research',
    organisationId: organisations.bakery,
    ticketId: ticket.id,
    amountCents: 4500,
    name: 'Cora Coördinator',
    role: 'eigenaar',
    language: 'nl',
    shown: 'Onderzoek',
    consent: 'Akkoord',
  });
  const charge = { acceptanceId, ticketId: ticket.id, description: 'Onderzoek', vat: 'standard' as const };
  await addCharge(scope, staff.sam, { ...charge, amountCents: 3000 });
  const waived = await addCharge(scope, staff.sam, { ...charge, amountCents: 1500 });
  await waiveCharge(scope, staff.mila, waived, 'Het was zo gebeurd.');
});
afterAll(() => world.close());

const costs = async (who: keyof World['contacts']) =>
  (await (await world.as(world.contacts[who]).get('/costs')).text())
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ');

test('a coordinator reads what was agreed, by whom, and what was given up', async () => {
  const page = await costs('cora');
  expect(page).toContain('Onderzoek € 30,00 afgesproken Akkoord van Cora Coördinator op 16 oktober 2026');
  expect(page).toContain('€ 15,00 kwijtgescholden');
  expect(page).toContain('Het was zo gebeurd.');
  expect(page).toContain('Garantie op «webshop» tot en met 14 januari 2027');
  expect(page).toContain('Hosting sinds 1 januari 2025');
});

test('a decision that waits stands first, for those who may read it', async () => {
  const { scope, staff, contacts, sites } = world;
  const ticket = await reportOn(world, sites.site);
  await recordFindings(scope, staff.sam, ticket.id, {
    kind: 'question',
    deliveryId: null,
    directlySolvable: false,
    atHand: null,
    causeOutside: null,
  });
  await pickUp(scope, staff.sam, ticket.id, { expectedAt: new Date('2026-10-20T10:00:00Z') });
  await askResearch(scope, staff.sam, ticket.id, { explanation: 'Hier is meer voor nodig.', feeCents: 4500 });
  const words = `Onderzoek van melding ${ticket.number}: € 45,00, of laten vervallen`;
  expect(await costs('cora')).toContain(words);
  expect(await costs('roos')).toContain(words);
  expect(await costs('kees')).not.toContain(words);
  expect(await costs('vera')).not.toContain(words);
  await declineResearch(scope, contacts.cora, ticket.id, { reason: '' });
  expect(await costs('cora')).not.toContain(words);
});

test('whoever decides about no costs reads the dates and no amounts', async () => {
  const page = await costs('roos');
  expect(page).toContain('Garantie op «webshop» tot en met 14 januari 2027');
  expect(page).toContain('zien de mensen in uw bedrijf die daarover beslissen');
  expect(page).not.toContain('€');
});

test('another client reads nothing of it, and the agency has its own pages', async () => {
  const page = await costs('vera');
  expect(page).not.toContain('Onderzoek');
  expect(page).not.toContain('Garantie op');
  expect(page).toContain('U hebt nergens mee ingestemd dat geld kost.');
  expect((await world.as(world.staff.mila).get('/costs')).status).toBe(404);
});
