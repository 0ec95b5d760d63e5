import type { Hono } from 'hono';
import { parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, idOf, show, staffOf, type Web } from '#auth/web.ts';
import { agencySubject } from '#events/events.ts';
import { historyOf } from '#events/history.tsx';
import { lastEvent } from '#events/seen.ts';
import { NotFound } from '#lib/errors.ts';
import { organisationName } from '#organisations/queries.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import {
  agencyBilling,
  changeAgencyBilling,
  changeOrganisationBilling,
  organisationBilling,
} from '../billing.ts';
import { agencyBillingSchema, organisationBillingSchema } from '../schema.ts';
import { invoicesTexts } from '../texts.ts';
import { AgencyBillingPage } from './agency-billing.tsx';
import { OrganisationBillingPage } from './organisation-billing.tsx';

const settings = '/desk/settings/billing';
const organisations = '/desk/organisations/:id/billing';

/** What stands on invoices about the agency and about each client; managers fill it in. */
export function billingDesk(app: Hono<Env>): void {
  app.get(settings, allow('manager'), async (c) => show(c, await agencyPage(c, nothingTyped)));
  app.post(settings, allow('manager'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: invoicesTexts(c.var.page.language)('billing.saved'),
      again: (typed) => agencyPage(c, typed),
      async work(scope) {
        await changeAgencyBilling(scope, staffOf(c), parse(agencyBillingSchema, form.values));
        return settings;
      },
    });
  });

  app.get(organisations, allow('manager'), async (c) => show(c, await organisationPage(c, nothingTyped)));
  app.post(organisations, allow('manager'), async (c) => {
    const id = idOf(c);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: invoicesTexts(c.var.page.language)('billing.saved'),
      again: (typed) => organisationPage(c, typed),
      async work(scope) {
        const input = parse(organisationBillingSchema, form.values);
        await changeOrganisationBilling(scope, staffOf(c), id, input);
        return `/desk/organisations/${id}/billing`;
      },
    });
  });
}

async function agencyPage(c: Web, typed: Typed) {
  const { scope, page } = c.var;
  const [billing, seen, history] = await Promise.all([
    agencyBilling(scope.db),
    lastEvent(scope.db, agencySubject),
    historyOf(scope.db, agencySubject),
  ]);
  const shown = { page, once: scope.newId(), typed, billing, seen, history: ofBilling(history) };
  return <AgencyBillingPage {...shown} />;
}

async function organisationPage(c: Web, typed: Typed) {
  const { scope, page } = c.var;
  const { db } = scope;
  const id = idOf(c);
  const subject = { type: 'organisation', id } as const;
  const [organisation, billing, seen, history] = await Promise.all([
    organisationName(db, id),
    organisationBilling(db, id),
    lastEvent(db, subject),
    historyOf(db, subject),
  ]);
  if (!organisation) throw new NotFound();
  const shown = {
    page,
    once: scope.newId(),
    typed,
    organisation,
    billing,
    seen,
    history: ofBilling(history),
  };
  return <OrganisationBillingPage {...shown} />;
}

const ofBilling = <T extends { readonly type: string }>(history: readonly T[]): T[] =>
  history.filter(({ type }) => type.endsWith('.billing_changed'));
