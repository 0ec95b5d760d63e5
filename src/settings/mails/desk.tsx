import type { Hono } from 'hono';
import { type Form, parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, show, staffOf, type Web } from '#auth/web.ts';
import { agencySubject } from '#events/events.ts';
import { lastEvent } from '#events/seen.ts';
import { NotFound } from '#lib/errors.ts';
import { languages } from '#lib/language.ts';
import { seen } from '#lib/text.ts';
import type { KnownMail } from '#mail/kinds.ts';
import { contentOf } from '#mail/outbox.ts';
import { type OwnTexts, senderOf } from '#mail/own-texts.ts';
import { textsPreviewPath } from '#mail/preview.ts';
import { renderHtml } from '#mail/render.tsx';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { mails } from './kinds.ts';
import { MailsRoomPage } from './list.tsx';
import { MailTextsPage } from './mail-page.tsx';
import { changeMailTexts, resetMailTexts, tidied, wordingsOf } from './mail-texts.ts';
import { specimenOf } from './specimen.ts';
import { mailRoomTexts } from './texts.ts';

const root = '/desk/settings/mails';

/** What mails say, in both languages; for managers. */
export function mailTextsDesk(app: Hono<Env>): void {
  app.get(root, allow('manager'), async (c) => {
    const { scope, page } = c.var;
    const { own } = await senderOf(scope.db);
    return show(c, <MailsRoomPage page={page} own={own} />);
  });

  app.get(`${root}/:mail`, allow('manager'), async (c) => show(c, await mailPage(c, nothingTyped)));

  app.post(`${root}/:mail`, allow('manager'), async (c) => {
    const mail = mailOf(c);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: mailRoomTexts(c.var.page.language)('saved'),
      again: (typed) => mailPage(c, typed),
      async work(scope) {
        await changeMailTexts(scope, staffOf(c), { mail, texts: form.values, seen: seenBy(form) });
        return `${root}/${mail.kind}`;
      },
    });
  });

  app.post(`${root}/:mail/restoration`, allow('manager'), async (c) => {
    const mail = mailOf(c);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: mailRoomTexts(c.var.page.language)('reset_done'),
      again: (typed) => mailPage(c, typed),
      async work(scope) {
        await resetMailTexts(scope, staffOf(c), { mail, seen: seenBy(form) });
        return `${root}/${mail.kind}`;
      },
    });
  });

  app.get(textsPreviewPath, allow('manager'), async (c) => c.html(await preview(c, {})));
  // what is typed is too long for an address; nothing is kept
  app.post(textsPreviewPath, allow('manager'), async (c) => {
    const { values } = await readForm(c);
    const typed = wordingsOf(mailOf(c)).flatMap(({ field, sentence }) =>
      values[field] === undefined ? [] : [[field, tidied(values[field], sentence)] as const],
    );
    return c.html(await preview(c, Object.fromEntries(typed)));
  });
}

const seenBy = ({ values }: Form) => parse(seen(), values.seen);

function mailOf(c: Web): KnownMail {
  const mail = mails.find(({ kind }) => kind === c.req.param('mail'));
  if (!mail) throw new NotFound();
  return mail;
}

async function mailPage(c: Web, typed: Typed) {
  const { scope, page } = c.var;
  const mail = mailOf(c);
  const [{ own }, last] = await Promise.all([senderOf(scope.db), lastEvent(scope.db, agencySubject)]);
  return <MailTextsPage page={page} newId={scope.newId} mail={mail} own={own} seen={last} typed={typed} />;
}

/** The whole mail as HTML, with invented facts and what is typed. */
async function preview(c: Web, typed: OwnTexts): Promise<string> {
  const { scope } = c.var;
  const language = languages.find((each) => each === c.req.param('language'));
  if (!language) throw new NotFound();
  const sender = await senderOf(scope.db);
  const own = { ...sender.own, ...typed };
  const say = mailRoomTexts(language);
  const { subjects, blocks } = specimenOf({
    mail: mailOf(c),
    language,
    own,
    baseUrl: scope.baseUrl,
    agency: sender.name,
  });
  const content = contentOf({ to: { name: say('gap_example.name'), language }, blocks }, { ...sender, own });
  return renderHtml({ ...content, above: subjects.map((subject) => [say('subject'), subject]) });
}
