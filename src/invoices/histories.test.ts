import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creditCharge, finishCharge, waiveCharge } from '#costs/charges.ts';
import { totalsOf, vatKinds } from '#costs/vat.ts';
import { Conflict, Invalid } from '#lib/errors.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { InvoiceDocument } from './document.ts';
import { agreedWork, fillIn } from './invoices.fixture.ts';
import { issueCreditNote, issueInvoice } from './invoices.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ now: '2026-10-05T09:00:00Z' });
  await fillIn(world, { vat_number: 'NL123456782B01' });
});
afterAll(() => world.close());

/** A step either happens, or is refused in one of the ways that people are told of. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Invalid || error instanceof Conflict)) throw error;
  }
}

const charges = () =>
  world.scope.db.selectFrom('charges').selectAll().orderBy('agreed_at').orderBy('id').execute();
const month = () => world.scope.now().toISOString().slice(0, 7);

async function issue(leaveOut: number): Promise<string> {
  const shown = (await charges()).filter(({ state }) => state === 'done').map(({ id }) => id);
  return issueInvoice(world.scope, world.files, world.staff.mila, {
    organisationId: world.organisations.bakery,
    month: month(),
    charges: shown.filter((_, at) => shown.length === 1 || at % 4 !== leaveOut),
    shown,
    buyerReference: 'Afdeling web',
    orderReference: null,
  });
}

async function giveBack(): Promise<void> {
  const { rows } = await sql<{ invoice_id: string; shown: string[] }>`
    select line.invoice_id, array_agg(charge.id::text) as shown
      from charges charge join invoice_lines line on line.charge_id = charge.id and line.kind = 'invoice'
     where charge.state = 'credited'
       and not exists (select from invoice_lines back where back.charge_id = charge.id and back.kind = 'credit_note')
     group by 1 order by 1 limit 1`.execute(world.scope.db);
  const [first] = rows;
  if (first)
    await issueCreditNote(world.scope, world.files, world.staff.mila, {
      invoiceId: first.invoice_id,
      shown: first.shown,
    });
}

const pick = <T>(all: readonly T[], at: number): T | undefined =>
  all.at(at < 0 ? at : at % Math.max(1, all.length));
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('work' as const),
      cents: fc.integer({ min: 1, max: 300_000 }),
      vat: fc.constantFrom(...vatKinds),
      done: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('finish' as const, 'waive' as const, 'credit' as const),
      at: fc.nat(50),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('issue' as const, 'twice' as const), leaveOut: fc.nat(5) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('back' as const, 'later' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const work: Step = { do: 'work', cents: 4500, vat: 'standard', done: true };
const issueAll: Step = { do: 'issue', leaveOut: 9 };
const credit: Step = { do: 'credit', at: -1 };
const back: Step = { do: 'back' };

async function take(each: Step): Promise<void> {
  const { scope, staff } = world;
  if (each.do === 'work')
    await agreedWork(world, { amountCents: each.cents, vat: each.vat, done: each.done });
  else if (each.do === 'later') world.at(new Date(scope.now().getTime() + 20 * 86_400_000).toISOString());
  else if (each.do === 'back') await attempt(giveBack);
  else if (each.do === 'issue') await attempt(() => issue(each.leaveOut));
  else if (each.do === 'twice')
    await Promise.all([attempt(() => issue(each.leaveOut)), attempt(() => issue(9)), attempt(giveBack)]);
  else if ('at' in each) {
    const charge = pick(await charges(), each.at);
    if (!charge) return;
    if (each.do === 'finish') await attempt(() => finishCharge(scope, staff.sam, charge.id));
    if (each.do === 'waive') await attempt(() => waiveCharge(scope, staff.mila, charge.id, 'Coulance.'));
    if (each.do === 'credit') await attempt(() => creditCharge(scope, staff.sam, charge.id, 'Onze fout.'));
  }
}

describe('over random histories of charges, invoices and credit notes', () => {
  test('nothing is invoiced twice, nothing without an acceptance, and no number is missing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 18 }), async (steps) => {
        for (const each of steps) await take(each);
        await holds();
      }),
      { numRuns: 16, endOnFailure: true },
    );
    for (const each of [work, issueAll, credit, back]) await take(each);
    await holds();
    const issued = await world.scope.db.selectFrom('invoices').select('kind').execute();
    // or this test says nothing
    expect(new Set(issued.map(({ kind }) => kind))).toEqual(new Set(['invoice', 'credit_note']));
  }, 120_000);
});

async function holds(): Promise<void> {
  const { db } = world.scope;
  const invoices = await db.selectFrom('invoices').selectAll().orderBy('serial').execute();
  const lines = await db.selectFrom('invoice_lines').selectAll().execute();
  const all = new Map((await charges()).map((charge) => [charge.id, charge]));
  const acceptances = new Map(
    (await db.selectFrom('acceptances').selectAll().execute()).map((each) => [each.id, each]),
  );

  for (const key of new Set(invoices.map(({ kind, year }) => `${kind} ${year}`))) {
    const serials = invoices
      .filter(({ kind, year }) => `${kind} ${year}` === key)
      .map(({ serial }) => serial);
    expect(serials, key).toEqual(serials.map((_, at) => at + 1));
  }
  for (const invoice of invoices) {
    const own = lines.filter(({ invoice_id }) => invoice_id === invoice.id);
    const document = invoice.document as unknown as InvoiceDocument;
    const totals = totalsOf(own.map(({ amount_cents, vat }) => ({ amountCents: amount_cents, vat })));
    expect([invoice.net_cents, invoice.vat_cents, invoice.gross_cents]).toEqual([
      totals.netCents,
      totals.vatCents,
      totals.grossCents,
    ]);
    expect(new Set(document.lines.map(({ chargeId }) => chargeId))).toEqual(
      new Set(own.map(({ charge_id }) => charge_id)),
    );
  }
  for (const kind of ['invoice', 'credit_note'] as const) {
    const charged = lines.filter((line) => line.kind === kind).map(({ charge_id }) => charge_id);
    expect(new Set(charged).size).toBe(charged.length);
  }
  for (const line of lines) {
    const charge = all.get(line.charge_id)!;
    const acceptance = acceptances.get(charge.acceptance_id)!;
    expect(line.amount_cents).toBe(charge.amount_cents);
    expect(acceptance.amount_cents).toBeGreaterThanOrEqual(line.amount_cents);
    expect(acceptance.accepted_at.getTime()).toBeLessThanOrEqual(charge.done_at!.getTime());
    if (line.kind === 'credit_note') expect(charge.state).toBe('credited');
  }
  const onInvoice = new Set(lines.filter(({ kind }) => kind === 'invoice').map(({ charge_id }) => charge_id));
  for (const charge of all.values()) {
    if (charge.state === 'invoiced') expect(onInvoice.has(charge.id)).toBe(true);
    if (charge.state !== 'invoiced' && charge.state !== 'credited')
      expect(onInvoice.has(charge.id)).toBe(false);
  }
}

describe('the database by itself refuses', () => {
  const refusal = (constraint: string) => expect.objectContaining({ constraint });

  test('a charge that is invoiced and stands on no invoice', async () => {
    const id = await agreedWork(world);
    const { db, now } = world.scope;
    const alone = db
      .updateTable('charges')
      .set({ state: 'invoiced', invoiced_at: now() })
      .where('id', '=', id);
    await expect(alone.execute()).rejects.toEqual(refusal('invoiced_is_on_an_invoice'));
  });

  test('an invoice that leaves a number out, or is not the sum of its lines', async () => {
    const { db, newId } = world.scope;
    const last = await db
      .selectFrom('invoices')
      .selectAll()
      .where('kind', '=', 'invoice')
      .orderBy('serial', 'desc')
      .executeTakeFirstOrThrow();
    const copy = (serial: number) => ({
      ...last,
      id: newId(),
      serial,
      number: `x-${serial}`,
      document: JSON.stringify(last.document),
    });
    const insert = (serial: number) => db.insertInto('invoices').values(copy(serial)).execute();
    await expect(insert(last.serial + 2)).rejects.toEqual(refusal('invoice_follows_the_last'));
    await expect(insert(last.serial)).rejects.toEqual(refusal('invoices_by_serial'));
    await expect(insert(last.serial + 1)).rejects.toEqual(refusal('invoice_is_its_lines'));
  });
});
