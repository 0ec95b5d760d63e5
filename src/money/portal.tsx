import type { Hono } from 'hono';
import { allow, contactOf, type Env, queryOf, show, type Web } from '#auth/web.ts';
import { canSeeCosts } from '#costs/policy.ts';
import { invoicesOf } from '#invoices/queries.ts';
import { quotesOfOrganisation } from '#quotes/queries.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { knownOf } from '#sites/contracts/known.ts';
import { spansOf } from '#sites/contracts/spans.ts';
import { sitesFor } from '#sites/queries.ts';
import { CostsPage } from './costs.tsx';
import { chargesOf, chargesPage, decisionsWaiting } from './queries.ts';

/** `/costs`: what somebody's organisation agreed to and pays, and until when its sites are covered. */
export function costsPortal(app: Hono<Env>): void {
  app.get('/costs', allow('contact'), async (c) => show(c, await costsPage(c)));
}

async function costsPage(c: Web) {
  const { scope, page } = c.var;
  const { db } = scope;
  const contact = contactOf(c);
  const offset = Math.min(Number(/^\d{1,6}$/.exec(queryOf(c, 'from') ?? '')?.[0] ?? 0), 100_000);
  const mayRead = canSeeCosts(contact, contact.organisationId);
  const [office, sites, charges, decisions, invoices, quotes] = await Promise.all([
    loadOffice(db),
    sitesFor(db, contact),
    mayRead ? chargesOf(db, contact.organisationId, offset) : null,
    decisionsWaiting(db, contact),
    mayRead ? invoicesOf(db, contact.organisationId) : null,
    mayRead ? quotesOfOrganisation(db, contact.organisationId) : [],
  ]);
  const known = await knownOf(
    db,
    sites.map(({ id }) => id),
  );
  const today = todayOf(office, scope.now());
  const { warrantyMonths } = office.inForceOn(today).agreement.coverage;
  return (
    <CostsPage
      page={page}
      decisions={decisions}
      quotes={quotes}
      sites={sites.map(({ id, name }) => ({
        id,
        name,
        spans: spansOf(known(id), warrantyMonths, today, page),
      }))}
      invoices={invoices}
      charges={charges && { rows: charges.slice(0, chargesPage), more: charges.length > chargesPage, offset }}
    />
  );
}
