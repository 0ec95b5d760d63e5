import type { Hono } from 'hono';
import { allow, type Env, queryOf, show, type Web } from '#auth/web.ts';
import { id } from '#lib/text.ts';
import { organisationNames } from '#organisations/queries.ts';
import { monthFile } from './csv.ts';
import { loadReport } from './load.ts';
import { MonthPage } from './view.tsx';

/** `/desk/month`: a month of all clients or of one, for the agency. */
export function monthDesk(app: Hono<Env>): void {
  app.get('/desk/month', allow('staff'), async (c) => {
    const [report, organisations] = await Promise.all([
      loadReport(c, chosenOf(c)),
      organisationNames(c.var.scope.db),
    ]);
    return show(c, <MonthPage {...report} face="desk" organisations={organisations} />);
  });

  app.get('/desk/month.csv', allow('staff'), (c) => monthFile(c, chosenOf(c), { people: true }));
}

/** The client that the address names; what is no id names none. */
const chosenOf = (c: Web) => id().safeParse(queryOf(c, 'organisation')).data;
