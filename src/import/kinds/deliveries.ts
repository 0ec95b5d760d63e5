import { z } from 'zod';
import { Invalid } from '#lib/errors.ts';
import { line, optionalLine } from '#lib/text.ts';
import { addDelivery } from '#sites/contracts/deliveries.ts';
import { dayCell } from '../cells.ts';
import type { ImportKind } from '../frame.ts';
import { siteByName } from '../lookups.ts';
import { clientColumn, siteColumn } from './columns.ts';

const schema = z.object({
  client: optionalLine(150),
  site: line(300),
  name: line(100),
  delivered_on: dayCell(),
});

/** What was delivered of which site, and when: its warranty follows from it. */
export const deliveries: ImportKind<z.output<typeof schema>> = {
  name: 'deliveries',
  columns: [
    clientColumn(false),
    siteColumn,
    {
      name: 'name',
      headers: { nl: ['oplevering', 'naam', 'wat'], en: ['delivery', 'name', 'what'] },
      required: true,
    },
    {
      name: 'delivered_on',
      headers: { nl: ['opgeleverd op', 'datum', 'opleverdatum'], en: ['delivered on', 'date'] },
      required: true,
    },
  ],
  schema,
  fields: { delivery_name: 'name' },
  async prepare(db) {
    const siteOf = await siteByName(db);
    return async (scope, actor, { name, delivered_on: on, ...named }) => {
      const { id: siteId } = siteOf(named);
      const there = await scope.db
        .selectFrom('deliveries')
        .select('delivered_on')
        .where('site_id', '=', siteId)
        .where('name', '=', name)
        .executeTakeFirst();
      if (there?.delivered_on === on) return 'known';
      if (there) throw new Invalid({ delivered_on: 'delivered_otherwise' });
      await addDelivery(scope, actor, siteId, { name, on });
      return 'taken';
    };
  },
};
