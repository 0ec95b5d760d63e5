import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportOn } from '#tickets/costs.fixture.ts';
import { createWorld, type World } from '../../test/world.ts';
import { hashOfShown, recordAcceptance } from './acceptances.ts';
import { addCharge, beginChargedWork, creditCharge, finishCharge, waiveCharge } from './charges.ts';
import { totalsOf, vatKinds } from './vat.ts';

let world: World;
let ticketId: string;
beforeAll(async () => {
  world = await createWorld();
  ({ id: ticketId } = await reportOn(world, world.sites.shop));
});
afterAll(() => world.close());

const agree = (amountCents: number, actor = world.contacts.cora) =>
  recordAcceptance(world.scope, actor, {
    kind: 'research',
    organisationId: world.organisations.bakery,
    ticketId,
    amountCents,
    name: 'Cora Coördinator',
    role: 'eigenaar',
    language: 'nl',
    shown: 'Onderzoek kost € 45,00.',
    consent: 'Ik ga akkoord.',
  });
const charge = (acceptanceId: string, amountCents: number) =>
  addCharge(world.scope, world.staff.sam, {
    acceptanceId,
    ticketId,
    description: 'Onderzoek',
    amountCents,
    vat: 'standard',
  });
const refused = (constraint: string) => expect.objectContaining({ constraint });
const chargeOf = (id: string) =>
  world.scope.db.selectFrom('charges').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('an acceptance', () => {
  test('keeps what was shown, with its hash, and is never rewritten', async () => {
    const id = await agree(4500);
    const row = world.scope.db.selectFrom('acceptances').selectAll().where('id', '=', id);
    expect(await row.executeTakeFirst()).toMatchObject({
      accepted_by: world.contacts.cora.id,
      shown_hash: hashOfShown('Onderzoek kost € 45,00.'),
    });
    await expect(
      world.scope.db.updateTable('acceptances').set({ amount_cents: 1 }).where('id', '=', id).execute(),
    ).rejects.toThrow('only added');
    await expect(world.scope.db.deleteFrom('acceptances').where('id', '=', id).execute()).rejects.toThrow(
      'only added',
    );
  });

  test('comes from a budget holder of that organisation and nobody else', async () => {
    for (const who of [world.contacts.roos, world.contacts.vera, world.staff.mila])
      await expect(agree(4500, who as never)).rejects.toMatchObject({ name: 'NotFound' });
    const { id } = world.contacts.cora;
    const entitled = (budget_holder: boolean) =>
      world.scope.db.updateTable('people').set({ budget_holder }).where('id', '=', id).execute();
    await entitled(false);
    await expect(agree(4500)).rejects.toThrow('budget holder');
    await entitled(true);
  });
});

describe('a charge', () => {
  test('stays within its acceptance, however it is split', async () => {
    const acceptance = await agree(1000);
    await charge(acceptance, 600);
    await expect(charge(acceptance, 401)).rejects.toEqual(refused('charge_within_acceptance'));
    await charge(acceptance, 400);
    await expect(charge(acceptance, 1)).rejects.toEqual(refused('charge_within_acceptance'));
  });

  test('two at the same moment do not exceed it together', async () => {
    const acceptance = await agree(1000);
    const both = await Promise.allSettled([charge(acceptance, 600), charge(acceptance, 600)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('is not for work from before it was agreed', async () => {
    const id = await charge(await agree(1000), 1000);
    const early = { ...world.scope, now: () => new Date(world.scope.now().getTime() - 60_000) };
    await expect(beginChargedWork(early, [id])).rejects.toEqual(refused('charge_after_acceptance'));
    await beginChargedWork(world.scope, [id]);
    expect((await chargeOf(id)).work_began_at).toEqual(world.scope.now());
  });

  test('goes forward only, and keeps its amount', async () => {
    const id = await charge(await agree(1000), 1000);
    expect(await finishCharge(world.scope, world.staff.sam, id)).toBe(true);
    expect(await finishCharge(world.scope, world.staff.sam, id)).toBe(false);
    await creditCharge(world.scope, world.staff.sam, id, 'Wij waren zelf de oorzaak.');
    expect(await chargeOf(id)).toMatchObject({
      state: 'credited',
      ended_reason: 'Wij waren zelf de oorzaak.',
    });
    await expect(waiveCharge(world.scope, world.staff.mila, id, 'x')).rejects.toMatchObject({
      reason: 'charge_moved_on',
    });
    for (const set of [
      { amount_cents: 999 },
      { state: 'agreed' as const, ended_at: null, ended_reason: null },
    ])
      await expect(
        world.scope.db.updateTable('charges').set(set).where('id', '=', id).execute(),
      ).rejects.toThrow();
    await expect(world.scope.db.deleteFrom('charges').where('id', '=', id).execute()).rejects.toThrow();
  });

  test('tells its history', async () => {
    const id = await charge(await agree(1000), 1000);
    await waiveCharge(world.scope, world.staff.mila, id, 'Uit coulance.');
    const events = await world.scope.db
      .selectFrom('events')
      .select(['type', 'actor_id'])
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute();
    expect(events).toEqual([
      { type: 'charge.agreed', actor_id: world.staff.sam.id },
      { type: 'charge.waived', actor_id: world.staff.mila.id },
    ]);
  });
});

describe('VAT', () => {
  const line = fc.record({
    amountCents: fc.integer({ min: -100_000_000, max: 100_000_000 }),
    vat: fc.constantFrom(...vatKinds),
  });

  test('is rounded once for each rate, over the sum of its lines', () => {
    const three = totalsOf(Array.from({ length: 3 }, () => ({ amountCents: 333, vat: 'standard' as const })));
    expect(three).toMatchObject({ netCents: 999, vatCents: 210, grossCents: 1209 });
  });

  test('totals are the sums of their parts, in any order, and a credit note is the exact opposite', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const totals = totalsOf(lines);
        expect(totals.netCents).toBe(lines.reduce((sum, { amountCents }) => sum + amountCents, 0));
        expect(totals.grossCents).toBe(totals.netCents + totals.vatCents);
        for (const { netCents, vatCents, percent } of totals.perRate)
          expect(Math.abs(vatCents * 100 - netCents * percent)).toBeLessThanOrEqual(50);
        expect(totalsOf(lines.toReversed())).toEqual(totals);
        const back = totalsOf(lines.map((each) => ({ ...each, amountCents: 0 - each.amountCents })));
        expect(back.grossCents + totals.grossCents).toBe(0);
      }),
    );
  });
});
