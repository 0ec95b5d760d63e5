import type { Hono } from 'hono';
import { allow, contactOf, type Env, show, type Web } from '#auth/web.ts';
import { NotFound } from '#lib/errors.ts';
import { monthFile } from './csv.ts';
import { loadReport } from './load.ts';
import { maySeeMonth } from './policy.ts';
import { MonthPage } from './view.tsx';

/** `/month`: a month of an organisation's own tickets, for those who see them all. */
export function monthPortal(app: Hono<Env>): void {
  app.get('/month', allow('contact'), async (c) =>
    show(c, <MonthPage {...(await loadReport(c, ownOf(c)))} face="portal" />),
  );

  app.get('/month.csv', allow('contact'), (c) => monthFile(c, ownOf(c), { people: false }));
}

function ownOf(c: Web): string {
  const contact = contactOf(c);
  if (!maySeeMonth(contact)) throw new NotFound();
  return contact.organisationId;
}
