import type { Hono } from 'hono';
import { parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, idOf, queryOf, show, staffOf, type Web } from '#auth/web.ts';
import { waiveCharge } from '#costs/charges.ts';
import { canManageMoney } from '#costs/policy.ts';
import { NotFound } from '#lib/errors.ts';
import { organisationName } from '#organisations/queries.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { chargesOf, pageSize, sumsOf, waivableCharge } from '../queries.ts';
import { waiverSchema } from '../schema.ts';
import { invoicesTexts } from '../texts.ts';
import { ChargesPage } from './charges.tsx';
import { WaiverPage } from './waiver.tsx';

const waiver = '/desk/money/charges/:id/waiver';

/** What a client agreed to and where it stands, for all of the agency; giving it up is for managers. */
export function chargesDesk(app: Hono<Env>): void {
  app.get('/desk/organisations/:id/charges', allow('staff'), async (c) => show(c, await chargesPage(c)));

  app.get(waiver, allow('manager'), async (c) => show(c, await waiverPage(c, nothingTyped)));
  app.post(waiver, allow('manager'), async (c) => {
    const id = idOf(c);
    const charge = await waivableCharge(c.var.scope.db, id);
    if (!charge) throw new NotFound();
    const form = await readForm(c);
    return submit(c, {
      form,
      done: invoicesTexts(c.var.page.language)('waiver.done'),
      again: (typed) => waiverPage(c, typed),
      async work(scope) {
        await waiveCharge(scope, staffOf(c), id, parse(waiverSchema, form.values).reason);
        return `/desk/organisations/${charge.organisationId}/charges`;
      },
    });
  });
}

async function chargesPage(c: Web) {
  const { scope, page } = c.var;
  const { db } = scope;
  const id = idOf(c);
  const offset = Math.min(Number(/^\d{1,6}$/.exec(queryOf(c, 'from'))?.[0] ?? 0), 100_000);
  const [organisation, sums, rows] = await Promise.all([
    organisationName(db, id),
    sumsOf(db, id),
    chargesOf(db, id, offset),
  ]);
  if (!organisation) throw new NotFound();
  return (
    <ChargesPage
      page={page}
      organisation={organisation}
      sums={sums}
      rows={rows.slice(0, pageSize)}
      more={rows.length > pageSize}
      offset={offset}
      mayManage={canManageMoney(staffOf(c))}
    />
  );
}

async function waiverPage(c: Web, typed: Typed) {
  const { scope, page } = c.var;
  const charge = await waivableCharge(scope.db, idOf(c));
  if (!charge) throw new NotFound();
  return <WaiverPage page={page} once={scope.newId()} typed={typed} charge={charge} />;
}
