import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { euroWords } from '#lib/money.ts';
import { loadOffice } from '#settings/office.ts';
import { createWorld, type World } from '../../test/world.ts';
import { reportOn } from './costs.fixture.ts';
import { agreedAsk, asksOf } from './research/facts.ts';
import { shownOf } from './research/shown.ts';
import type { Ticket } from './ticket.ts';
import * as tickets from './tickets.ts';
import { runTimers } from './timers.ts';
import { payerOf } from './who-pays.ts';

let world: World;
let clock = Date.parse('2026-10-16T09:30:00+02:00');
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const yesNo = fc.constantFrom(true, false, null);
const step = fc.oneof(
  fc.record({ do: fc.constant('judge' as const), direct: yesNo, atHand: yesNo }),
  fc.record({ do: fc.constant('ask' as const), fee: fc.integer({ min: 1, max: 4600 }) }),
  fc.record({
    do: fc.constant('accept' as const),
    who: fc.constantFrom('cora', 'cora', 'cora', 'roos', 'vera', 'sam', 'via'),
    // the latest question, or the one before it that was on an old page
    page: fc.constantFrom(0, 0, 0, 1),
  }),
  fc.record({
    do: fc.constantFrom(
      ...(['retract', 'decline', 'forward', 'start', 'start', 'start', 'pause', 'hand', 'give'] as const),
      ...(['credit', 'withdraw', 'drop', 'reopen', 'overrule', 'rules'] as const),
    ),
  }),
  fc.record({ do: fc.constant('conclude' as const), atHand: fc.boolean() }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(5, 40, 1_500, 12_000) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const ticketOf = async (id: string) =>
  (await world.scope.db
    .selectFrom('tickets')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()) as unknown as Ticket;

async function accept(id: string, { who, page }: Extract<Step, { do: 'accept' }>) {
  const { scope, contacts, staff } = world;
  const ask = (await asksOf(scope.db, id))[page];
  if (!ask) return;
  const shown = await shownOf(scope, await ticketOf(id), ask, 'nl');
  const via = { ...scope, via: { id: scope.newId(), name: 'kassa' } };
  const actor = { ...contacts, ...staff, via: contacts.cora }[who];
  const consent = {
    askId: ask.id,
    shownHash: shown.hash,
    name: 'Naam',
    role: 'rol',
    language: 'nl',
  } as const;
  await tickets.acceptResearch(who === 'via' ? via : scope, actor!, id, consent);
}

/** Starts research; where it would cost money, it must have been agreed to before. */
async function start(id: string) {
  const { scope, staff } = world;
  const [ticket, office] = [await ticketOf(id), await loadOffice(scope.db)];
  const { next } = await payerOf(scope.db, office, ticket);
  const agreed = agreedAsk(await asksOf(scope.db, id));
  await tickets.startResearch(scope, staff.sam, id);
  if (next === 'research' || next === 'work') return;
  expect(next).toBe('ask_research');
  expect(agreed?.agreed.at.getTime()).toBeLessThanOrEqual(scope.now().getTime());
}

async function take(id: string, each: Step): Promise<unknown> {
  const { scope, contacts, staff } = world;
  const reason = { reason: 'Omdat.' };
  switch (each.do) {
    case 'judge':
      return tickets.recordFindings(scope, staff.sam, id, {
        kind: 'defect',
        deliveryId: null,
        directlySolvable: each.direct,
        atHand: each.atHand,
        causeOutside: null,
      });
    case 'ask':
      return tickets.askResearch(scope, staff.sam, id, { explanation: 'Uitleg', feeCents: each.fee });
    case 'accept':
      return accept(id, each);
    case 'retract':
      return tickets.retractResearch(scope, staff.sam, id, reason);
    case 'decline':
      return tickets.declineResearch(scope, contacts.roos, id, reason);
    case 'forward':
      return tickets.forwardResearch(scope, contacts.roos, id, { personId: contacts.cora.id, note: '' });
    case 'start':
      return start(id);
    case 'pause':
      return tickets.pauseResearch(scope, staff.sam, id);
    case 'conclude':
      return tickets.concludeResearch(scope, staff.sam, id, { atHand: each.atHand, found: 'Dit.' });
    case 'hand':
      return tickets.handOver(scope, staff.sam, id, { whatChanged: 'a', howToTest: 'b' });
    case 'give':
      return tickets.giveAnswer(scope, staff.sam, id, { body: 'Zo.' });
    case 'credit':
      return tickets.creditResearch(scope, staff.sam, id, reason);
    case 'withdraw':
      return tickets.withdraw(scope, contacts.roos, id, reason);
    case 'drop':
      return tickets.drop(scope, staff.sam, id, reason);
    case 'reopen':
      return tickets.reopen(scope, contacts.roos, id, { body: 'Toch.' });
    case 'overrule':
      return tickets.overrule(scope, staff.mila, id, { payer: 'client', ...reason });
    case 'rules':
      return tickets.overrule(scope, staff.mila, id, { payer: null, ...reason });
    case 'wait':
      clock += each.minutes * 60_000;
      world.at(new Date(clock).toISOString());
      return runTimers(scope);
  }
}

const refusals = ['Conflict', 'NotFound', 'Invalid'];

test('whatever happens, nothing is charged that somebody entitled did not agree to beforehand', async () => {
  const { scope, staff, contacts, sites } = world;
  let charged = 0;
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 4, maxLength: 24 }), async (agreed, rest) => {
      const { id } = await reportOn(world, sites.shop);
      await tickets.pickUp(scope, staff.sam, id);
      await take(id, { do: 'judge', direct: false, atHand: null });
      const begin: Step[] = agreed
        ? [
            { do: 'ask', fee: 4500 },
            { do: 'accept', who: 'cora', page: 0 },
          ]
        : [];
      for (const each of [...begin, ...rest]) {
        await take(id, each).catch((error: Error) => {
          if (!refusals.includes(error.name)) throw error;
        });
      }
      const charges = await scope.db
        .selectFrom('charges as charge')
        .innerJoin('acceptances as acceptance', 'acceptance.id', 'charge.acceptance_id')
        .innerJoin('research_asks as ask', 'ask.acceptance_id', 'acceptance.id')
        .where('charge.ticket_id', '=', id)
        .selectAll('charge')
        .select([
          'acceptance.accepted_by',
          'acceptance.accepted_at',
          'acceptance.amount_cents as agreed_cents',
        ])
        .select(['acceptance.shown', 'acceptance.consent', 'ask.fee_cents', 'ask.asked_at'])
        .execute();
      const all = await scope.db.selectFrom('charges').select('id').where('ticket_id', '=', id).execute();
      expect(all).toHaveLength(charges.length);
      charged += charges.length;
      for (const each of charges) {
        expect(each.accepted_by).toBe(contacts.cora.id);
        expect(each.amount_cents).toBe(each.agreed_cents);
        expect(each.amount_cents).toBe(each.fee_cents);
        expect(each.shown).toContain(euroWords(each.amount_cents, 'nl'));
        expect(each.shown.endsWith(each.consent)).toBe(true);
        expect(each.asked_at <= each.accepted_at).toBe(true);
        if (each.work_began_at) expect(each.work_began_at >= each.accepted_at).toBe(true);
        if (each.state === 'done') expect(each.work_began_at).not.toBeNull();
      }
      // what was agreed counts until it is given back: never two fees for one ticket at a time
      const live = charges.filter(({ state }) => state === 'agreed' || state === 'done');
      expect(live.length).toBeLessThanOrEqual(1);
      const ticket = await ticketOf(id);
      if (ticket.closed_at) expect(charges.filter(({ state }) => state === 'agreed')).toEqual([]);
      const running = await scope.db
        .selectFrom('research_stretches')
        .select('id')
        .where('ticket_id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
      expect(running.length).toBeLessThanOrEqual(ticket.state === 'picked_up' ? 1 : 0);
      if (running.length) await tickets.pauseResearch(scope, staff.sam, id);
    }),
    { numRuns: 40 },
  );
  expect(charged).toBeGreaterThan(0);
}, 120_000);
