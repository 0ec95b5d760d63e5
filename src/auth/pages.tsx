import type { Hono } from 'hono';
import { z } from 'zod';
import { languages } from '#lib/language.ts';
import { emailAddress } from '#lib/text.ts';
import { uiTexts } from '#ui/ui.ts';
import type { Auth } from './auth.ts';
import { codePages } from './code-pages.tsx';
import { keepCookie } from './cookies.ts';
import { endSession, enter, startOf } from './enter.ts';
import { evenly } from './evenly.ts';
import { type Form, parse, readForm } from './form.ts';
import { chooseLanguage } from './language.ts';
import { passkeyPages } from './passkey-pages.tsx';
import { countEntry, personByLink, personByPassword, recordGuessing, sendLinkTo } from './sign-in.ts';
import { showAgain } from './submit.ts';
import { authTexts } from './texts.ts';
import { callerTriesTooOften, forgetTries } from './throttle.ts';
import { AskLink, LinkSent, NotSetUp, OpenLink, SignIn, SpentLink } from './views.tsx';
import { allow, type Env, goTo, safePath, show, type Web } from './web.ts';

const signInSchema = z.object({ email: emailAddress(), password: z.string('required').min(1, 'required') });
const linkSchema = z.object({ email: emailAddress() });
const aYear = 365 * 24 * 60 * 60;

/** Longer ones are nobody's, and hashing them would only cost time. */
const longestPassword = 200;

/** Sign-in by password and by link, sign-out, and the choice of language. */
export function authPages(app: Hono<Env>, auth: Auth): void {
  codePages(app, auth);
  passkeyPages(app, auth);

  app.get('/sign-in', allow('anyone'), async (c) => {
    const { page, scope, person } = c.var;
    const next = safePath(c.req.query('next'));
    if (person) return goTo(c, startOf(person, next));
    const agency = await scope.db.selectFrom('agency').select('id').executeTakeFirst();
    if (!agency) return show(c, <NotSetUp page={page} />);
    return show(c, <SignIn page={page} next={next} links={scope.delivers} />);
  });

  app.post('/sign-in', allow('anyone'), async (c) => {
    const form = await readForm(c);
    const { page, scope } = c.var;
    const next = safePath(form.values.next);
    const refuse = (problem: string, status: 422 | 429) => {
      const typed = { values: { email: form.values.email ?? '' }, errors: {} };
      return show(
        c,
        <SignIn page={page} next={next} typed={typed} problem={problem} links={scope.delivers} />,
        status,
      );
    };
    try {
      const { email, password } = parse(signInSchema, form.values);
      const tried = await countEntry(c, 'password', email);
      if (tried === 'refused') return refuse(tooOften(c), 429);
      const personId =
        password.length > longestPassword ? null : await personByPassword(c, auth, email, password);
      if (!personId) {
        if (tried === 'last') await evenly(() => recordGuessing(scope, { email }, 'password'));
        return refuse(authTexts(page.language)('wrong'), 422);
      }
      await forgetTries(scope, 'password', email);
      return await enter(c, auth, { personId, way: 'password', next });
    } catch (error) {
      return showAgain(c, error, form, (typed) => (
        <SignIn page={page} next={next} typed={typed} links={scope.delivers} />
      ));
    }
  });

  app.get('/sign-in/link', allow('anyone'), (c) => {
    const { page, scope } = c.var;
    return show(c, <AskLink page={page} next={safePath(c.req.query('next'))} delivers={scope.delivers} />);
  });

  app.post('/sign-in/link', allow('anyone'), async (c) => {
    const form = await readForm(c);
    const { page, scope } = c.var;
    const next = nextOf(form);
    try {
      const { email } = parse(linkSchema, form.values);
      if ((await countEntry(c, 'link', email)) === 'refused') {
        const typed = { values: { email }, errors: {} };
        const problem = tooOften(c);
        return show(
          c,
          <AskLink page={page} next={next} typed={typed} problem={problem} delivers={scope.delivers} />,
          429,
        );
      }
      await evenly(() => sendLinkTo(c, auth, email, next));
      return goTo(c, `/sign-in/link/sent?next=${encodeURIComponent(next)}`);
    } catch (error) {
      return showAgain(c, error, form, (typed) => (
        <AskLink page={page} next={next} typed={typed} delivers={scope.delivers} />
      ));
    }
  });

  app.get('/sign-in/link/sent', allow('anyone'), (c) =>
    show(c, <LinkSent page={c.var.page} next={safePath(c.req.query('next'))} />),
  );

  app.get('/sign-in/link/:token', allow('anyone'), (c) =>
    show(c, <OpenLink page={c.var.page} next={safePath(c.req.query('next'))} token={c.req.param('token')} />),
  );

  app.post('/sign-in/link/:token', allow('anyone'), async (c) => {
    const next = nextOf(await readForm(c));
    if (await callerTriesTooOften(c)) return show(c, <SpentLink page={c.var.page} next={next} />, 429);
    const personId = await personByLink(c, auth, c.req.param('token'));
    if (personId) return enter(c, auth, { personId, way: 'link', next });
    return show(c, <SpentLink page={c.var.page} next={next} />, 410);
  });

  app.post('/sign-out', allow('anyone'), async (c) => {
    await endSession(c);
    return goTo(c, '/sign-in', authTexts(c.var.page.language)('signed_out'));
  });

  app.post('/language', allow('anyone'), async (c) => {
    const { values } = await readForm(c);
    const language = languages.find((each) => each === values.language);
    if (language) {
      keepCookie(c, 'language', language, aYear);
      if (c.var.person) await chooseLanguage(c.var.scope, c.var.person, language);
    }
    return goTo(c, safePath(values.next));
  });
}

const nextOf = (form: Form) => safePath(form.values.next);

const tooOften = (c: Web) => uiTexts(c.var.page.language)('error.too_often');
