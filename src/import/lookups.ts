import type { Db } from '#db/open.ts';
import { Invalid } from '#lib/errors.ts';

const same = (name: string) => name.trim().toLocaleLowerCase('nl');

/** Finds a client by name; `Invalid` at the column `client` where there is none, or more than one. */
export async function clientByName(db: Db): Promise<(name: string) => string> {
  const rows = await db.selectFrom('organisations').select(['id', 'name']).execute();
  const byName = Map.groupBy(rows, ({ name }) => same(name));
  return (name) => {
    const found = byName.get(same(name)) ?? [];
    if (found.length === 0) throw new Invalid({ client: 'client_unknown' });
    if (found.length > 1) throw new Invalid({ client: 'client_ambiguous' });
    return found[0]!.id;
  };
}

export interface SiteFound {
  readonly id: string;
  readonly organisationId: string;
}

/**
 * Finds a site by its name or its address, of a client where one is named; `Invalid` at the column `site` where
 * there is none, or more than one.
 */
export async function siteByName(
  db: Db,
): Promise<(named: { site: string; client: string | null }) => SiteFound> {
  const rows = await db
    .selectFrom('sites')
    .innerJoin('organisations', 'organisations.id', 'sites.organisation_id')
    .select([
      'sites.id',
      'sites.organisation_id',
      'sites.name',
      'sites.addresses',
      'organisations.name as client',
    ])
    .execute();
  const byName = Map.groupBy(rows, ({ name }) => same(name));
  const byHost = Map.groupBy(
    rows.flatMap((row) => row.addresses.map((address) => ({ ...row, host: hostOf(address) }))),
    ({ host }) => host,
  );
  const clients = new Set(rows.map(({ client }) => same(client)));
  return ({ site, client }) => {
    if (client !== null && !clients.has(same(client))) throw new Invalid({ client: 'client_unknown' });
    const named = byName.get(same(site)) ?? byHost.get(hostOf(site)) ?? [];
    const own = named.filter((row) => client === null || same(row.client) === same(client));
    const [first, ...others] = new Map(own.map((row) => [row.id, row])).values();
    if (!first) throw new Invalid({ site: 'site_unknown' });
    if (others.length > 0) throw new Invalid({ site: 'site_ambiguous' });
    return { id: first.id, organisationId: first.organisation_id };
  };
}

/** The name of the machine in a web address, with or without `https://` and `www.`. */
const hostOf = (address: string): string =>
  (URL.parse(/:\/\//.test(address) ? address : `https://${address}`)?.hostname ?? address).replace(
    /^www\./,
    '',
  );
