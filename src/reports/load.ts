import { queryOf, type Web } from '#auth/web.ts';
import { NotFound } from '#lib/errors.ts';
import { organisationName } from '#organisations/queries.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { daysOf, monthNamed, monthWith } from './month.ts';
import { type Asked, monthFigures, solvedOn } from './queries.ts';
import type { Report } from './view.tsx';

export interface AskedOf extends Asked {
  /** Whether it is the month of today, or one that has not come yet. */
  readonly isNow: boolean;
}

/** Which month an address asks for: that of today unless it names one. */
export async function askedOf(c: Web, organisationId: string | undefined): Promise<AskedOf> {
  const { scope } = c.var;
  const office = await loadOffice(scope.db);
  const current = monthWith(todayOf(office, scope.now()));
  const month = monthNamed(queryOf(c, 'month') ?? '') ?? current;
  const { timeZone } = office;
  return { month, timeZone, now: scope.now(), organisationId, isNow: month.name >= current.name };
}

/** All that a month's page shows, in a query for what was reported and one for what was solved. */
export async function loadReport(c: Web, organisationId: string | undefined): Promise<Report> {
  const { db } = c.var.scope;
  const asked = await askedOf(c, organisationId);
  const [figures, solved, organisation] = await Promise.all([
    monthFigures(db, asked),
    solvedOn(db, asked),
    organisationId ? organisationName(db, organisationId) : null,
  ]);
  if (organisationId && !organisation) throw new NotFound();
  return {
    page: c.var.page,
    month: asked.month,
    isNow: asked.isNow,
    figures,
    days: daysOf(asked.month).map((day) => ({
      day,
      reported: figures.reportedOn.get(day) ?? 0,
      solved: solved.get(day) ?? 0,
    })),
    organisation,
  };
}
