import { inTransaction, type Scope } from '#db/scope.ts';
import type { Staff } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import { createDraft } from '#quotes/drafts.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { sayDate } from '#ui/time.tsx';
import { moneyTexts } from './texts.ts';

/**
 * Drafts a quote for a year of the care plan on a site, from the day after its warranty ends, at the price that the
 * agency agreed last. A quote without lines where no care plan has a price yet. Answers the quote's id.
 */
export function proposeCarePlan(
  scope: Scope,
  actor: Staff,
  { siteId, from }: { siteId: string; from: string },
): Promise<string> {
  return inTransaction(scope, async (scope) => {
    const site = await scope.db
      .selectFrom('sites')
      .select(['name', 'organisation_id'])
      .where('id', '=', siteId)
      .executeTakeFirst();
    if (!site) throw new NotFound();
    const last = await scope.db
      .selectFrom('contracts')
      .select(['plan', 'price_cents'])
      .where('kind', '=', 'care_plan')
      .where('price_cents', '>', 0)
      .orderBy('first_day', 'desc')
      .limit(1)
      .executeTakeFirst();
    const office = await loadOffice(scope.db);
    const first = [from, todayOf(office, scope.now())].toSorted().at(-1)!;
    const end = Temporal.PlainDate.from(first).add({ years: 1 }).subtract({ days: 1 }).toString();
    const language = office.agency?.language ?? 'nl';
    const say = moneyTexts(language);
    const where = { language, timeZone: office.timeZone, now: scope.now() };
    const dayWords = (day: string) => sayDate(day, where);
    return createDraft(scope, actor, {
      organisationId: site.organisation_id,
      title: say('proposal.title', { site: site.name }).slice(0, 150),
      lines: last
        ? [
            {
              kind: 'fixed',
              description: say('proposal.line', {
                plan: last.plan ?? '',
                from: dayWords(first),
                to: dayWords(end),
              }),
              quantity: 1200,
              unitCents: last.price_cents!,
              vat: 'standard',
              optional: false,
            },
          ]
        : [],
    });
  });
}
