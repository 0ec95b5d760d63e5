import type { Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import type { Actor } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { changingSite } from './site.ts';

export interface DeliveryInput {
  /** «site», «webshop»: what was delivered, by which it is chosen at a ticket. */
  readonly name: string;
  readonly on: string;
  readonly seen?: number | undefined;
}

/** Says that a site, or new functionality of it, was delivered: its warranty begins. Answers its id. */
export function addDelivery(
  scope: Scope,
  actor: Actor,
  siteId: string,
  { name, on, seen }: DeliveryInput,
): Promise<string> {
  return changingSite(scope, actor, { siteId, seen }, async ({ scope, subject }) => {
    await refuseSameName(scope, siteId, name);
    const id = scope.newId();
    await scope.db.insertInto('deliveries').values({ id, site_id: siteId, name, delivered_on: on }).execute();
    await record(scope, actor, { type: 'site.delivery_added', subject, data: { id, name, on } });
    return id;
  });
}

/** Changes the name or the day of a delivery; tickets are judged by it as it stands. */
export function changeDelivery(
  scope: Scope,
  actor: Actor,
  { siteId, id }: { siteId: string; id: string },
  { name, on, seen }: DeliveryInput,
): Promise<void> {
  return changingSite(scope, actor, { siteId, seen }, async ({ scope, subject }) => {
    const before = await deliveryOf(scope, siteId, id);
    await refuseSameName(scope, siteId, name, id);
    await scope.db.updateTable('deliveries').set({ name, delivered_on: on }).where('id', '=', id).execute();
    await record(scope, actor, { type: 'site.delivery_changed', subject, data: { id, name, on, before } });
  });
}

/** Takes away a delivery that was entered by mistake; not one that a ticket is about. */
export function removeDelivery(
  scope: Scope,
  actor: Actor,
  { siteId, id }: { siteId: string; id: string },
): Promise<void> {
  return changingSite(scope, actor, { siteId }, async ({ scope, subject }) => {
    const { name, on } = await deliveryOf(scope, siteId, id);
    const used = await scope.db
      .selectFrom('tickets')
      .select('id')
      .where('delivery_id', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (used) throw new Invalid({ form: 'delivery_in_use' });
    await scope.db.deleteFrom('deliveries').where('id', '=', id).execute();
    await record(scope, actor, { type: 'site.delivery_removed', subject, data: { id, name, on } });
  });
}

async function deliveryOf({ db }: Scope, siteId: string, id: string) {
  const row = await db
    .selectFrom('deliveries')
    .select(['name', 'delivered_on as on'])
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

async function refuseSameName({ db }: Scope, siteId: string, name: string, but?: string): Promise<void> {
  const rows = await db
    .selectFrom('deliveries')
    .select('id')
    .where('site_id', '=', siteId)
    .where('name', '=', name)
    .execute();
  if (rows.some(({ id }) => id !== but)) throw new Invalid({ delivery_name: 'name_taken' });
}
