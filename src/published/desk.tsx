import type { Hono } from 'hono';
import { readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, show, staffOf, type Web } from '#auth/web.ts';
import { NotFound } from '#lib/errors.ts';
import { senderOf } from '#mail/own-texts.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { announceVersion } from './announcement.ts';
import { AnnouncementPage } from './announcement-page.tsx';
import { announcementOf } from './mail.ts';
import { announcementOfVersion, countActiveContacts } from './queries.ts';
import { versionWords } from './reading.ts';
import { publishedTexts } from './texts.ts';
import { versionOf } from './versions.ts';

const path = '/desk/settings/agreement/:version/announcement';

/** Telling all contacts of a version of the agreement; for managers. */
export function publishedDesk(app: Hono<Env>): void {
  app.get(path, allow('manager'), async (c) => show(c, await announcementPage(c)));

  app.post(path, allow('manager'), async (c) => {
    const version = numberOf(c);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: publishedTexts(c.var.page.language)('announce.done'),
      // What stands in the way is what the page then says.
      again: () => announcementPage(c),
      async work(scope) {
        await announceVersion(scope, staffOf(c), version);
        return `/desk/settings/agreement/${version}/announcement`;
      },
    });
  });
}

/** The number in the address; what is none names nothing. */
function numberOf(c: Web): number {
  const number = c.req.param('version') ?? '';
  if (!/^\d{1,9}$/.test(number)) throw new NotFound();
  return Number(number);
}

async function announcementPage(c: Web) {
  const { scope, page } = c.var;
  const number = numberOf(c);
  const office = await loadOffice(scope.db);
  const version = versionOf(office, todayOf(office, scope.now()), number);
  const [announced, recipients, { own }] = await Promise.all([
    announcementOfVersion(scope.db, number),
    countActiveContacts(scope.db),
    senderOf(scope.db),
  ]);
  return (
    <AnnouncementPage
      page={page}
      once={scope.newId()}
      version={version}
      standing={versionWords(version, office, scope.now(), page.language)}
      letter={announcementOf({ version, office, language: page.language, own }, scope)}
      recipients={recipients}
      announced={announced}
      delivers={scope.delivers}
    />
  );
}
