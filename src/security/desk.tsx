import type { Hono } from 'hono';
import { parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, idOf, show, staffOf, type Web } from '#auth/web.ts';
import { agencySubject } from '#events/events.ts';
import { lastEvent } from '#events/seen.ts';
import { NotFound } from '#lib/errors.ts';
import { loadOffice } from '#settings/office.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { logPages } from './log-pages.tsx';
import { staffWithFactor } from './queries.ts';
import { requireSecondFactor, resetSecondFactor } from './requirement.ts';
import { RequirementPage } from './requirement-page.tsx';
import { requirementSchema } from './schema.ts';
import { securityTexts } from './texts.ts';

const root = '/desk/settings/sign_in';

/** For managers: whether all of the agency need a second factor, and the log of who did what. */
export function securityDesk(app: Hono<Env>): void {
  app.get(root, allow('manager'), async (c) => show(c, await requirementPage(c, nothingTyped)));

  app.post(root, allow('manager'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: securityTexts(c.var.page.language)('requirement.saved'),
      again: (typed) => requirementPage(c, typed),
      async work(scope) {
        await requireSecondFactor(scope, staffOf(c), parse(requirementSchema, form.values));
        return root;
      },
    });
  });

  app.post('/desk/people/:id/second-factor/removal', allow('manager'), async (c) => {
    const id = idOf(c);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: securityTexts(c.var.page.language)('reset.done'),
      again: () => {
        throw new NotFound();
      },
      async work(scope) {
        await resetSecondFactor(scope, staffOf(c), id);
        return `/desk/people/${id}`;
      },
    });
  });

  logPages(app);
}

async function requirementPage(c: Web, typed: Typed) {
  const { scope, page } = c.var;
  const [office, staff, seen] = await Promise.all([
    loadOffice(scope.db),
    staffWithFactor(scope.db),
    lastEvent(scope.db, agencySubject),
  ]);
  if (!office.agency) throw new NotFound();
  const from = office.agency.second_factor_from;
  const dayOf = (at: number) => office.calendar.localDate(at);
  return (
    <RequirementPage
      page={page}
      once={scope.newId()}
      seen={seen}
      typed={typed}
      staff={staff}
      from={from ? dayOf(Date.parse(from)) : null}
      proposed={dayOf(scope.now().getTime() + 14 * 24 * 60 * 60_000)}
    />
  );
}
