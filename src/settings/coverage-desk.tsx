import type { Hono } from 'hono';
import { type Form, readForm } from '#auth/form.ts';
import { showAgain, submit } from '#auth/submit.ts';
import { allow, type Env, show, staffOf, type Web } from '#auth/web.ts';
import { agencySubject } from '#events/events.ts';
import { lastEvent } from '#events/seen.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { CoveragePage } from './coverage.tsx';
import { changesOf } from './coverage-changes.ts';
import { moved, readCoverage, rulesIn } from './coverage-form.ts';
import { loadOffice } from './office.ts';
import { changeAgreement, todayOf } from './settings.ts';
import { settingsTexts } from './texts.ts';

const root = '/desk/settings/coverage';

/** Who pays: read, tried out and changed by a manager, as a new version of the agreement. */
export function coverageDesk(app: Hono<Env>): void {
  app.get(root, allow('manager'), async (c) => show(c, await coveragePage(c, {})));

  app.post(root, allow('manager'), async (c) => {
    const form = await readForm(c);
    const typed = { values: form.values, errors: {} };
    if (form.values.move) return show(c, await coveragePage(c, { form, typed, move: form.values.move }));
    const again = (typed: Typed) => coveragePage(c, { form, typed });
    if (form.values.preview) {
      try {
        return show(c, await coveragePage(c, { form, typed, changes: await changes(c, form) }));
      } catch (error) {
        return showAgain(c, error, form, again);
      }
    }
    return submit(c, {
      form,
      done: settingsTexts(c.var.page.language)('saved'),
      again,
      async work(scope) {
        const { terms, valid_from, seen } = readCoverage(form);
        await changeAgreement(scope, staffOf(c), {
          validFrom: valid_from,
          seen,
          change: (old) => ({ ...old, ...terms }),
        });
        return root;
      },
    });
  });
}

async function changes(c: Web, form: Form): Promise<string[]> {
  const { terms, valid_from } = readCoverage(form);
  const office = await loadOffice(c.var.scope.db);
  return changesOf(office.inForceOn(valid_from).agreement, terms, c.var.page.language);
}

interface Shown {
  readonly form?: Form;
  readonly typed?: Typed;
  readonly move?: string;
  readonly changes?: readonly string[];
}

async function coveragePage(c: Web, { form, typed = nothingTyped, move, changes }: Shown) {
  const { scope, page } = c.var;
  const office = await loadOffice(scope.db);
  const { agreement } = office.inForce(scope.now());
  const rules = form ? rulesIn(form) : agreement.coverage.rules;
  return (
    <CoveragePage
      page={page}
      newId={scope.newId}
      agreement={agreement}
      today={todayOf(office, scope.now())}
      seen={await lastEvent(scope.db, agencySubject)}
      typed={typed}
      rules={move ? moved(rules, move) : rules}
      changes={changes ?? null}
      wasMoved={move !== undefined}
    />
  );
}
