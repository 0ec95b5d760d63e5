import type { Hono } from 'hono';
import type { Auth } from './auth.ts';
import { enter } from './enter.ts';
import { readForm, readJson } from './form.ts';
import { personByPasskey, signInOptions } from './passkeys.ts';
import { callerTriesTooOften, type Limits } from './sign-in.ts';
import { authTexts } from './texts.ts';
import { SignIn } from './views.tsx';
import { allow, type Env, safePath, show } from './web.ts';

/** Sign-in by a passkey: what the browser needs for it, and what it made of that. */
export function passkeyPages(app: Hono<Env>, auth: Auth, limits: Limits): void {
  app.post('/sign-in/passkey/options', allow('anyone'), async (c) => {
    if (callerTriesTooOften(c, limits)) return c.json({}, 429);
    return c.json(await signInOptions(c.var.scope));
  });

  app.post('/sign-in/passkey', allow('anyone'), async (c) => {
    const { values } = await readForm(c);
    const { scope, page } = c.var;
    const next = safePath(values.next);
    const personId = await personByPasskey(scope, readJson(values.credential));
    if (personId) return enter(c, auth, { personId, way: 'passkey', next });
    const problem = authTexts(page.language)('passkey.unknown');
    return show(c, <SignIn page={page} next={next} problem={problem} links={scope.delivers} />, 422);
  });
}
