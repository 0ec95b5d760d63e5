import { sql } from 'kysely';
import { z } from 'zod';
import { line } from '#lib/text.ts';
import { siteSchema } from '#sites/schema.ts';
import { addSite } from '#sites/sites.ts';
import { choiceCell, listCell } from '../cells.ts';
import type { ImportKind } from '../frame.ts';
import { clientByName } from '../lookups.ts';
import { clientColumn } from './columns.ts';

/** As the form has them: one a line. */
const linesCell = () => listCell().transform((all): string | undefined => all.join('\n'));

const schema = z.object({
  client: line(150),
  name: line(150),
  kind: choiceCell({ website: ['site'], webshop: ['shop', 'winkel'] }),
  phase: choiceCell(
    { development: ['ontwikkeling', 'in ontwikkeling'], live: ['online'], ended: ['beëindigd', 'gestopt'] },
    'live',
  ),
  addresses: linesCell().pipe(siteSchema.shape.addresses),
  critical_parts: linesCell().pipe(siteSchema.shape.critical_parts),
});

/** The sites and webshops of clients. */
export const sites: ImportKind<z.output<typeof schema>> = {
  name: 'sites',
  columns: [
    clientColumn(true),
    { name: 'name', headers: { nl: ['naam', 'site'], en: ['name', 'site'] }, required: true },
    { name: 'kind', headers: { nl: ['soort'], en: ['kind', 'type'] }, required: true },
    { name: 'phase', headers: { nl: ['fase'], en: ['phase'] }, required: false },
    {
      name: 'addresses',
      headers: { nl: ['adressen', 'adres', 'url', 'domein'], en: ['addresses', 'address', 'url', 'domain'] },
      required: false,
    },
    {
      name: 'critical_parts',
      headers: {
        nl: ['bedrijfskritische onderdelen', 'kritisch'],
        en: ['business-critical parts', 'critical'],
      },
      required: false,
    },
  ],
  schema,
  fields: { form: 'client' },
  async prepare(db) {
    const clientOf = await clientByName(db);
    return async (scope, actor, { client, critical_parts: criticalParts, ...site }) => {
      const organisationId = clientOf(client);
      const same = await scope.db
        .selectFrom('sites')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where(sql<boolean>`lower(name) = lower(${site.name})`)
        .executeTakeFirst();
      if (same) return 'known';
      await addSite(scope, actor, organisationId, { ...site, criticalParts });
      return 'taken';
    };
  },
};
