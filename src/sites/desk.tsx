import type { Hono } from 'hono';
import { type Form, parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, idOf, show, staffOf, type Web } from '#auth/web.ts';
import { historyOf } from '#events/history.tsx';
import { lastEvent } from '#events/seen.ts';
import { NotFound } from '#lib/errors.ts';
import { organisationName } from '#organisations/queries.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { knownOf } from './contracts/known.ts';
import { contractRoutes } from './contracts/routes.tsx';
import { spansOf } from './contracts/spans.ts';
import { mayManageSites } from './policy.ts';
import { openTicketsOn, siteOf } from './queries.ts';
import { siteSchema } from './schema.ts';
import { addSite, changeSite } from './sites.ts';
import { sitesTexts } from './texts.ts';
import { NewSitePage, SitePage } from './views.tsx';

/** The sites of clients, for the agency: managers add and change them; all look. */
export function sitesDesk(app: Hono<Env>): void {
  app.get('/desk/organisations/:id/sites/new', allow('manager'), async (c) =>
    show(c, await newPage(c, nothingTyped)),
  );

  app.post('/desk/organisations/:id/sites', allow('manager'), async (c) => {
    const organisationId = idOf(c);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: sitesTexts(c.var.page.language)('added'),
      again: (typed) => newPage(c, withMore(form, typed)),
      async work(scope) {
        const { seen: _, ...input } = readSite(form);
        return `/desk/sites/${await addSite(scope, staffOf(c), organisationId, input)}`;
      },
    });
  });

  app.get('/desk/sites/:id', allow('staff'), async (c) => show(c, await sitePage(c, nothingTyped)));

  app.post('/desk/sites/:id', allow('manager'), async (c) => {
    const id = idOf(c);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: sitesTexts(c.var.page.language)('changed'),
      again: (typed) => sitePage(c, withMore(form, typed)),
      async work(scope) {
        await changeSite(scope, staffOf(c), id, readSite(form));
        return `/desk/sites/${id}`;
      },
    });
  });

  contractRoutes(app, sitePage);
}

/** The parts that were typed, and below them those that were ticked. */
const partsIn = ({ values, all }: Form): string =>
  [values.critical_parts ?? '', ...(all.critical_more ?? [])].join('\n');

const withMore = (form: Form, typed: Typed): Typed => ({
  ...typed,
  values: { ...typed.values, critical_parts: partsIn(form).trim() },
});

function readSite(form: Form) {
  const { critical_parts, ...input } = parse(siteSchema, { ...form.values, critical_parts: partsIn(form) });
  return { ...input, criticalParts: critical_parts };
}

async function newPage(c: Web, typed: Typed) {
  const { scope, page } = c.var;
  const organisation = await organisationName(scope.db, idOf(c));
  if (!organisation) throw new NotFound();
  return <NewSitePage page={page} once={scope.newId()} typed={typed} organisation={organisation} />;
}

async function sitePage(c: Web, typed: Typed) {
  const { scope, page } = c.var;
  const id = idOf(c);
  const subject = { type: 'site', id } as const;
  const [site, openTickets, seen, history, known, office] = await Promise.all([
    siteOf(scope.db, id),
    openTicketsOn(scope.db, id),
    lastEvent(scope.db, subject),
    historyOf(scope.db, subject),
    knownOf(scope.db, [id]),
    loadOffice(scope.db),
  ]);
  if (!site) throw new NotFound();
  const today = todayOf(office, scope.now());
  const { warrantyMonths } = office.inForceOn(today).agreement.coverage;
  return (
    <SitePage
      page={page}
      newId={scope.newId}
      today={today}
      spans={spansOf(known(id), warrantyMonths, today, page)}
      typed={typed}
      mayManage={mayManageSites(staffOf(c))}
      site={site}
      openTickets={openTickets}
      seen={seen}
      history={history}
    />
  );
}
