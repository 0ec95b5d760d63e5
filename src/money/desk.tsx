import type { Hono } from 'hono';
import { z } from 'zod';
import { parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, queryOf, show, staffOf, type Web } from '#auth/web.ts';
import { NotFound } from '#lib/errors.ts';
import { quarterNamed, quarterOf } from '#lib/quarter.ts';
import { day, id } from '#lib/text.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { plansEnding, warrantiesEnding } from './ending.ts';
import { cmsUse, workUnderWarranty } from './free-work.ts';
import { MoneyPage } from './overview.tsx';
import { proposeCarePlan } from './proposal.ts';
import { notInvoiced } from './queries.ts';
import { moneyTexts } from './texts.ts';

const proposalSchema = z.object({ site: id(), from: day() });

/** Days ahead at which a manager looks for care plans and for warranties that end. */
const ahead = { plans: 60, warranties: 30 };

/** `/desk/money`, for managers: what is to be invoiced, what ends soon, what was done free of charge. */
export function moneyDesk(app: Hono<Env>): void {
  app.get('/desk/money', allow('manager'), async (c) => show(c, await moneyPage(c)));

  app.post('/desk/money/proposals', allow('manager'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: moneyTexts(c.var.page.language)('proposal.done'),
      again: () => {
        throw new NotFound();
      },
      async work(scope) {
        const { site: siteId, from } = parse(proposalSchema, form.values);
        return `/desk/quotes/${await proposeCarePlan(scope, staffOf(c), { siteId, from })}`;
      },
    });
  });
}

async function moneyPage(c: Web) {
  const { scope, page } = c.var;
  const { db } = scope;
  const office = await loadOffice(db);
  const today = todayOf(office, scope.now());
  const { coverage, costs } = office.inForceOn(today).agreement;
  const now = quarterOf(today);
  const quarter = quarterNamed(queryOf(c, 'quarter') ?? '') ?? now;
  const until = (days: number) => ({
    from: today,
    to: Temporal.PlainDate.from(today).add({ days }).toString(),
  });
  const limit = costs.fairUsePerQuarter;
  const [open, plans, warranties, use, free] = await Promise.all([
    notInvoiced(db),
    plansEnding(db, until(ahead.plans)),
    warrantiesEnding(db, until(ahead.warranties), coverage.warrantyMonths),
    // from four fifths of the limit on, so that nobody is surprised by it
    cmsUse(db, office, { days: quarter, least: Math.max(1, Math.ceil(limit * 0.8)) }),
    workUnderWarranty(db, office, quarter),
  ]);
  return (
    <MoneyPage
      page={page}
      newId={scope.newId}
      open={open}
      plans={plans}
      warranties={warranties}
      use={use}
      free={free}
      ahead={ahead}
      limit={limit}
      quarter={quarter}
      isNow={quarter.name === now.name}
    />
  );
}
