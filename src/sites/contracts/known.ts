import type { RawBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
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

/** What is known of each of several sites, by the site's id. */
export type KnownOf = (siteId: string) => Known;

/** Which sites: what stands behind `site_id =`. */
type Sites = RawBuilder<string>;

/** The deliveries of some sites, the earliest first, to be read with other things. */
const deliveriesOf = (db: Db, sites: Sites) =>
  db
    .selectFrom('deliveries')
    .select(['id', 'site_id', 'name', 'delivered_on as on'])
    .where('site_id', '=', sites)
    .orderBy('delivered_on')
    .orderBy('id');

const contractsOf = (db: Db, sites: Sites) =>
  db
    .selectFrom('contracts')
    .select(['id', 'site_id', 'kind', 'plan', 'price_cents as priceCents'])
    .select(['first_day as from', 'last_day as to'])
    .where('site_id', '=', sites)
    .orderBy('first_day');

/** What is known of some sites as columns of a statement, for `knownIn`. */
export const knownColumns = (db: Db, sites: Sites) =>
  [
    jsonArrayFrom(deliveriesOf(db, sites)).as('deliveries'),
    jsonArrayFrom(contractsOf(db, sites)).as('contracts'),
  ] as const;

export interface KnownRow {
  readonly deliveries: readonly (KnownDelivery & { readonly site_id: string })[];
  readonly contracts: readonly (KnownContract & { readonly site_id: string })[];
}

/** What these columns hold, site by site. */
export function knownIn({ deliveries, contracts }: KnownRow): KnownOf {
  const delivered = Map.groupBy(deliveries, ({ site_id }) => site_id);
  const agreed = Map.groupBy(contracts, ({ site_id }) => site_id);
  return (siteId) => ({ deliveries: delivered.get(siteId) ?? [], contracts: agreed.get(siteId) ?? [] });
}

const known = statement((db, siteIds: readonly string[]) =>
  db.selectNoFrom(knownColumns(db, anyOf(siteIds))),
);

/** Reads what is known of each of several sites. */
export const knownOf = async (db: Db, siteIds: readonly string[]): Promise<KnownOf> =>
  siteIds.length === 0 ? () => nothing : knownIn((await known(db, [...new Set(siteIds)]))[0]!);
