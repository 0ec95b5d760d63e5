import type { Hono } from 'hono';
import { uiTexts } from '#ui/ui.ts';
import type { Auth } from './auth.ts';
import { enter } from './enter.ts';
import { readForm, readJson } from './form.ts';
import { personByPasskey, signInOptions } from './passkeys.ts';
import { authTexts } from './texts.ts';
import { callerTriesTooOften } from './throttle.ts';
import { SignIn } from './views.tsx';
import { allow, type Env, safePath, show } from './web.ts';

/** Sign-in by a passkey: what the browser needs for it, and what it made of that. */
export function passkeyPages(app: Hono<Env>, auth: Auth): void {
  app.post('/sign-in/passkey/options', allow('anyone'), async (c) => {
    if (await callerTriesTooOften(c)) return c.json({}, 429);
    return c.json(await signInOptions(c.var.scope));
  });

  app.post('/sign-in/passkey', allow('anyone'), async (c) => {
    const { values } = await readForm(c);
    const { scope, page } = c.var;
    const next = safePath(values.next);
    if (await callerTriesTooOften(c)) {
      const problem = uiTexts(page.language)('error.too_often');
      return show(c, <SignIn page={page} next={next} problem={problem} links={scope.delivers} />, 429);
    }
    const personId = await personByPasskey(scope, readJson(values.credential));
    if (personId) return enter(c, auth, { personId, way: 'passkey', next });
    const problem = authTexts(page.language)('passkey.unknown');
    return show(c, <SignIn page={page} next={next} problem={problem} links={scope.delivers} />, 422);
  });
}
