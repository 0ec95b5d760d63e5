import { inTransaction, type Scope } from '#db/scope.ts';
import type { ChargeState, Vat } from '#db/types.ts';
import { record } from '#events/events.ts';
import type { Actor } from '#lib/actor.ts';
import { Conflict, NotFound } from '#lib/errors.ts';

export interface ChargeInput {
  readonly acceptanceId: string;
  readonly ticketId?: string | null;
  /** What it is for, as it will stand on the invoice. */
  readonly description: string;
  /** In cents without VAT. */
  readonly amountCents: number;
  readonly vat: Vat;
}

/**
 * Charges what was agreed, as part of the operation in which it was agreed or begun. Answers its id. The
 * database refuses a charge without an acceptance, beyond its amount, or for work from before it.
 */
export async function addCharge(scope: Scope, actor: Actor, input: ChargeInput): Promise<string> {
  const { organisation_id } = await scope.db
    .selectFrom('acceptances')
    .select('organisation_id')
    .where('id', '=', input.acceptanceId)
    .executeTakeFirstOrThrow(() => new NotFound());
  const id = scope.newId();
  await scope.db
    .insertInto('charges')
    .values({
      id,
      acceptance_id: input.acceptanceId,
      organisation_id,
      ticket_id: input.ticketId ?? null,
      description: input.description,
      amount_cents: input.amountCents,
      vat: input.vat,
      state: 'agreed',
      agreed_at: scope.now(),
    })
    .execute();
  await record(scope, actor, {
    type: 'charge.agreed',
    subject: { type: 'charge', id },
    data: { amountCents: input.amountCents, ticketId: input.ticketId ?? null },
  });
  return id;
}

/** Says of charges that the work they pay for began: never before it was agreed to. */
export async function beginChargedWork(scope: Scope, chargeIds: readonly string[]): Promise<void> {
  if (chargeIds.length === 0) return;
  await scope.db
    .updateTable('charges')
    .set({ work_began_at: scope.now() })
    .where('id', 'in', chargeIds)
    .where('work_began_at', 'is', null)
    .execute();
}

type Ending = 'done' | 'waived' | 'credited';

/** The work is done: from now on it can be invoiced. Charges that are past that are left alone. */
export const finishCharge = (scope: Scope, actor: Actor, chargeId: string): Promise<boolean> =>
  move(scope, actor, { chargeId, to: 'done', from: ['agreed'] });

/** The work on a ticket is done: what quotes for it agreed to can be invoiced from now on. */
export async function finishQuotedCharges(scope: Scope, actor: Actor, ticketId: string): Promise<void> {
  const agreed = await scope.db
    .selectFrom('charges as charge')
    .innerJoin('acceptances as acceptance', 'acceptance.id', 'charge.acceptance_id')
    .select('charge.id')
    .where('acceptance.kind', '=', 'quote')
    .where('charge.ticket_id', '=', ticketId)
    .where('charge.state', '=', 'agreed')
    .execute();
  for (const { id } of agreed) await finishCharge(scope, actor, id);
}

/** Gives up what was agreed and not yet invoiced; the reason is for the client to read. */
export const waiveCharge = (scope: Scope, actor: Actor, chargeId: string, reason: string): Promise<void> =>
  end(scope, actor, { chargeId, to: 'waived', from: ['agreed', 'done'], reason });

/**
 * Gives back what should not have been charged, as when the agency turns out to be the cause (agreement §4,
 * «Warranty»). What stood on an invoice already is put on a credit note by the next invoicing.
 */
export const creditCharge = (scope: Scope, actor: Actor, chargeId: string, reason: string): Promise<void> =>
  end(scope, actor, { chargeId, to: 'credited', from: ['agreed', 'done', 'invoiced'], reason });

interface Move {
  readonly chargeId: string;
  readonly to: Ending;
  readonly from: readonly ChargeState[];
  readonly reason?: string;
}

async function end(scope: Scope, actor: Actor, move_: Move): Promise<void> {
  if (!(await move(scope, actor, move_))) throw new Conflict('charge_moved_on');
}

/** Moves a charge on, where it is in one of the states to come from; false where it is not. */
function move(scope: Scope, actor: Actor, { chargeId, to, from, reason }: Move): Promise<boolean> {
  return inTransaction(scope, async (scope) => {
    const moved = await scope.db
      .updateTable('charges')
      .set(
        to === 'done'
          ? { state: to, done_at: scope.now() }
          : { state: to, ended_at: scope.now(), ended_reason: reason ?? '' },
      )
      .where('id', '=', chargeId)
      .where('state', 'in', from)
      .returning(['amount_cents', 'ticket_id'])
      .executeTakeFirst();
    if (!moved) return false;
    await record(scope, actor, {
      type: `charge.${to}`,
      subject: { type: 'charge', id: chargeId },
      data: { amountCents: moved.amount_cents, ticketId: moved.ticket_id, reason: reason ?? '' },
    });
    return true;
  });
}
