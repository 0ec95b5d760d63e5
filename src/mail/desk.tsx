import type { Hono } from 'hono';
import { readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, idOf, queryOf, show, staffOf, type Web } from '#auth/web.ts';
import { NotFound } from '#lib/errors.ts';
import { id as idSchema } from '#lib/text.ts';
import { sendAgain } from './again.ts';
import { MailPage } from './mail-page.tsx';
import { mayReadLink, withoutTokens } from './policy.ts';
import { previewPath } from './preview.ts';
import { attachedTo, failedMailCount, listMails, mailOf, type Wanted } from './queries.ts';
import { mailTexts } from './texts.ts';
import { MailsPage, mailStates } from './views.tsx';

/** What the program mailed, to whom, and whether it got there; for all of the agency. */
export function mailDesk(app: Hono<Env>): void {
  app.get('/desk/mail', allow('staff'), async (c) => {
    const { scope, page } = c.var;
    const wanted = wantedBy(c);
    const [listed, failed] = await Promise.all([listMails(scope.db, wanted), failedMailCount(scope.db)]);
    return show(
      c,
      <MailsPage page={page} wanted={wanted} listed={listed} failed={failed} delivers={scope.delivers} />,
    );
  });

  app.get('/desk/mail/:id', allow('staff'), async (c) => show(c, await mailPage(c)));

  app.get(previewPath, allow('staff'), async (c) => {
    const mail = await mailOf(c.var.scope.db, idOf(c));
    if (!mail?.html) throw new NotFound();
    return c.html(mayReadLink(staffOf(c), mail) ? mail.html : withoutTokens(mail.html));
  });

  app.post('/desk/mail/:id/delivery', allow('staff'), async (c) => {
    const id = idOf(c);
    return submit(c, {
      form: await readForm(c),
      done: mailTexts(c.var.page.language)('again_done'),
      again: () => mailPage(c),
      async work(scope) {
        await sendAgain(scope, staffOf(c), id);
        return `/desk/mail/${id}`;
      },
    });
  });
}

function wantedBy(c: Web): Wanted {
  const ticket = queryOf(c, 'ticket').replace(/^#/, '');
  return {
    state: mailStates.find((each) => each === c.req.query('state')) ?? null,
    to: queryOf(c, 'to'),
    ticket: /^\d{1,9}$/.test(ticket) ? Number(ticket) : null,
    before: idSchema().safeParse(c.req.query('before')).data ?? null,
  };
}

async function mailPage(c: Web) {
  const { scope, page } = c.var;
  const id = idOf(c);
  const [mail, attachments] = await Promise.all([mailOf(scope.db, id), attachedTo(scope.db, id)]);
  if (!mail) throw new NotFound();
  const shown = { page, mail, attachments, actor: staffOf(c), once: scope.newId(), delivers: scope.delivers };
  return <MailPage {...shown} />;
}
