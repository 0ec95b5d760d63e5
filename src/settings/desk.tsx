import type { Hono } from 'hono';
import { parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, show, staffOf, type Web } from '#auth/web.ts';
import { agencySubject } from '#events/events.ts';
import { lastEvent } from '#events/seen.ts';
import { NotFound } from '#lib/errors.ts';
import { writeMailbox } from '#mail/mailbox.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { AgencyPage } from './agency.tsx';
import { agreementDesk } from './agreement-desk.tsx';
import { coverageDesk } from './coverage-desk.tsx';
import { setLogo } from './logo.ts';
import { mailTextsDesk } from './mails/desk.tsx';
import { loadOffice } from './office.ts';
import { OverviewPage } from './overview.tsx';
import { madeVersions } from './queries.ts';
import { agencySchema } from './schema.ts';
import { changeAgency } from './settings.ts';
import { settingsTexts } from './texts.ts';

const root = '/desk/settings';

/** What the agency has agreed with its clients and how it shows itself; for managers. */
export function settingsDesk(app: Hono<Env>): void {
  app.get(root, allow('manager'), async (c) => {
    const [office, versions] = await Promise.all([loadOffice(c.var.scope.db), madeVersions(c.var.scope.db)]);
    return show(c, <OverviewPage page={c.var.page} office={office} versions={versions} />);
  });

  app.get(`${root}/agency`, allow('manager'), async (c) => show(c, await agencyPage(c, nothingTyped)));
  app.post(`${root}/agency`, allow('manager'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: settingsTexts(c.var.page.language)('agency.saved'),
      again: (typed) => agencyPage(c, typed),
      async work(scope) {
        const { sender_name, sender_address, ...input } = parse(agencySchema, form.values);
        const sender = sender_address && writeMailbox({ name: sender_name ?? '', address: sender_address });
        await changeAgency(scope, staffOf(c), { ...input, sender });
        return `${root}/agency`;
      },
    });
  });

  app.post(`${root}/agency/logo`, allow('manager'), async (c) => {
    const form = await readForm(c);
    const say = settingsTexts(c.var.page.language);
    const removes = form.values.do === 'remove';
    return submit(c, {
      form,
      done: say(removes ? 'agency.logo_removed' : 'agency.logo_saved'),
      again: (typed) => agencyPage(c, typed),
      async work(scope) {
        const bytes = await form.files[0]?.bytes();
        await setLogo(scope, staffOf(c), removes ? null : (bytes ?? new Uint8Array()));
        return `${root}/agency`;
      },
    });
  });

  agreementDesk(app);
  coverageDesk(app);
  mailTextsDesk(app);
}

async function agencyPage(c: Web, typed: Typed) {
  const { scope, page } = c.var;
  const { agency } = await loadOffice(scope.db);
  if (!agency) throw new NotFound();
  const seen = await lastEvent(scope.db, agencySubject);
  return <AgencyPage page={page} newId={scope.newId} agency={agency} seen={seen} typed={typed} />;
}
