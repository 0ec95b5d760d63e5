import type { Delivery, Period } from '#agreement/coverage.ts';
import { anyOf } from '#db/any-of.ts';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { ContractKind } from '#db/types.ts';

export interface KnownDelivery extends Delivery {
  readonly id: string;
}

export interface KnownContract extends Period {
  readonly id: string;
  readonly kind: ContractKind;
  readonly plan: string | null;
  readonly priceCents: number | null;
}

/** What was delivered of a site and what was agreed for it, the earliest first. */
export interface Known {
  readonly deliveries: readonly KnownDelivery[];
  readonly contracts: readonly KnownContract[];
}

const nothing: Known = { deliveries: [], contracts: [] };

const deliveriesOf = statement((db, siteIds: readonly string[]) =>
  db
    .selectFrom('deliveries')
    .select(['id', 'site_id', 'name', 'delivered_on as on'])
    .where('site_id', '=', anyOf(siteIds))
    .orderBy('delivered_on')
    .orderBy('id'),
);

const contractsOf = statement((db, siteIds: readonly string[]) =>
  db
    .selectFrom('contracts')
    .select(['id', 'site_id', 'kind', 'plan', 'price_cents as priceCents'])
    .select(['first_day as from', 'last_day as to'])
    .where('site_id', '=', anyOf(siteIds))
    .orderBy('first_day'),
);

/** What is known of each of several sites, in two queries. */
export async function knownOf(db: Db, siteIds: readonly string[]): Promise<(siteId: string) => Known> {
  if (siteIds.length === 0) return () => nothing;
  const ids = [...new Set(siteIds)];
  const [deliveries, contracts] = await Promise.all([deliveriesOf(db, ids), contractsOf(db, ids)]);
  const delivered = Map.groupBy(deliveries, ({ site_id }) => site_id);
  const agreed = Map.groupBy(contracts, ({ site_id }) => site_id);
  return (siteId) => ({ deliveries: delivered.get(siteId) ?? [], contracts: agreed.get(siteId) ?? [] });
}
