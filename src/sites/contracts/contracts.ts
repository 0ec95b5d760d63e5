import { sql } from 'kysely';
import type { Scope } from '#db/scope.ts';
import type { ContractKind } from '#db/types.ts';
import { record } from '#events/events.ts';
import type { Actor } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { changingSite } from './site.ts';

export interface ContractInput {
  readonly kind: ContractKind;
  /** Of a care plan: which one, and what it costs a month. */
  readonly plan: string | null;
  readonly priceCents: number | null;
  /** Both days are counted; without a last day it holds until further notice. */
  readonly from: string;
  readonly to: string | null;
  readonly seen?: number | undefined;
}

interface Place {
  readonly siteId: string;
  readonly id: string;
}

/** Says from when until when the agency hosts a site, or it has a care plan. Answers its id. */
export function addContract(
  scope: Scope,
  actor: Actor,
  siteId: string,
  { seen, ...input }: ContractInput,
): Promise<string> {
  return changingSite(scope, actor, { siteId, seen }, async ({ scope, subject }) => {
    const id = scope.newId();
    await refuseNonsense(scope, { siteId, id }, input);
    await scope.db
      .insertInto('contracts')
      .values({ id, site_id: siteId, ...row(input) })
      .execute();
    await record(scope, actor, { type: 'site.contract_added', subject, data: { id, ...input } });
    return id;
  });
}

/** Changes a contract, or ends it by a last day. */
export function changeContract(
  scope: Scope,
  actor: Actor,
  place: Place,
  { seen, ...input }: ContractInput,
): Promise<void> {
  return changingSite(scope, actor, { siteId: place.siteId, seen }, async ({ scope, subject }) => {
    const before = await contractOf(scope, place);
    await refuseNonsense(scope, place, input);
    await scope.db.updateTable('contracts').set(row(input)).where('id', '=', place.id).execute();
    const data = { id: place.id, ...input, before };
    await record(scope, actor, { type: 'site.contract_changed', subject, data });
  });
}

/** Takes away a contract that was entered by mistake; one that ended gets a last day. */
export function removeContract(scope: Scope, actor: Actor, place: Place): Promise<void> {
  return changingSite(scope, actor, { siteId: place.siteId }, async ({ scope, subject }) => {
    const before = await contractOf(scope, place);
    await scope.db.deleteFrom('contracts').where('id', '=', place.id).execute();
    await record(scope, actor, {
      type: 'site.contract_removed',
      subject,
      data: { id: place.id, ...before },
    });
  });
}

const row = ({ kind, plan, priceCents, from, to }: Omit<ContractInput, 'seen'>) => ({
  kind,
  plan,
  price_cents: priceCents,
  first_day: from,
  last_day: to,
});

async function contractOf({ db }: Scope, { siteId, id }: Place) {
  const found = await db
    .selectFrom('contracts')
    .select(['kind', 'plan', 'price_cents as priceCents', 'first_day as from', 'last_day as to'])
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
  if (!found) throw new NotFound();
  return found;
}

/** A site has one contract of a kind at a time, and none ends before it begins. */
async function refuseNonsense(
  { db }: Scope,
  { siteId, id }: Place,
  { kind, from, to }: Omit<ContractInput, 'seen'>,
): Promise<void> {
  if (to !== null && to < from) throw new Invalid({ last_day: 'ends_before_it_begins' });
  const other = await db
    .selectFrom('contracts')
    .select('id')
    .where('site_id', '=', siteId)
    .where('kind', '=', kind)
    .where('id', '!=', id)
    .where(sql<boolean>`daterange(first_day, last_day, '[]') && daterange(${from}::date, ${to}::date, '[]')`)
    .limit(1)
    .executeTakeFirst();
  if (other) throw new Invalid({ first_day: 'overlaps' });
}
