import { z } from 'zod';
import { euros, line, optionalLine } from '#lib/text.ts';
import { addContract, type ContractInput } from '#sites/contracts/contracts.ts';
import { dayCell, optionalDayCell } from '../cells.ts';
import type { Column, ImportKind, Take } from '../frame.ts';
import { siteByName } from '../lookups.ts';
import { clientColumn, siteColumn } from './columns.ts';

const common = {
  client: optionalLine(150),
  site: line(300),
  first_day: dayCell(),
  last_day: optionalDayCell(),
};
const hostingSchema = z.object(common);
const planSchema = z.object({ ...common, plan: optionalLine(100), price: euros() });

const days: readonly Column[] = [
  {
    name: 'first_day',
    headers: { nl: ['eerste dag', 'van', 'vanaf', 'begin'], en: ['first day', 'from', 'start'] },
    required: true,
  },
  {
    name: 'last_day',
    headers: { nl: ['laatste dag', 'tot en met', 't/m', 'einde'], en: ['last day', 'until', 'end'] },
    required: false,
  },
];

/** From when until when the agency hosts a site. */
export const hosting: ImportKind<z.output<typeof hostingSchema>> = {
  name: 'hosting',
  columns: [clientColumn(false), siteColumn, ...days],
  schema: hostingSchema,
  prepare: async (db) => {
    const siteOf = await siteByName(db);
    const take: Take<z.output<typeof hostingSchema>> = (scope, actor, { first_day, last_day, ...named }) =>
      takeContract(scope, actor, siteOf(named).id, {
        kind: 'hosting',
        plan: null,
        priceCents: null,
        from: first_day,
        to: last_day,
      });
    return take;
  },
};

/** From when until when a site has a care plan, which one, and what it costs a month. */
export const carePlans: ImportKind<z.output<typeof planSchema>> = {
  name: 'care_plans',
  columns: [
    clientColumn(false),
    siteColumn,
    { name: 'plan', headers: { nl: ['soort', 'pakket', 'plan'], en: ['plan', 'kind'] }, required: false },
    {
      name: 'price',
      headers: { nl: ['prijs per maand', 'prijs', 'bedrag'], en: ['price a month', 'price', 'amount'] },
      required: false,
    },
    ...days,
  ],
  schema: planSchema,
  prepare: async (db) => {
    const siteOf = await siteByName(db);
    const take: Take<z.output<typeof planSchema>> = (
      scope,
      actor,
      { first_day, last_day, plan, price, ...named },
    ) =>
      takeContract(scope, actor, siteOf(named).id, {
        kind: 'care_plan',
        plan,
        priceCents: price,
        from: first_day,
        to: last_day,
      });
    return take;
  },
};

async function takeContract(
  scope: Parameters<Take<unknown>>[0],
  actor: Parameters<Take<unknown>>[1],
  siteId: string,
  input: ContractInput,
): Promise<'taken' | 'known'> {
  const same = await scope.db
    .selectFrom('contracts')
    .select('id')
    .where('site_id', '=', siteId)
    .where('kind', '=', input.kind)
    .where('first_day', '=', input.from)
    .where('last_day', 'is not distinct from', input.to)
    .where('plan', 'is not distinct from', input.plan)
    .where('price_cents', 'is not distinct from', input.priceCents)
    .executeTakeFirst();
  if (same) return 'known';
  await addContract(scope, actor, siteId, input);
  return 'taken';
}
