import type { Hono } from 'hono';
import type { Auth } from '#auth/auth.ts';
import { beginApp, begunSecret } from '#auth/codes.ts';
import { parse, readForm } from '#auth/form.ts';
import { proveBy, proveCode, provePassword } from '#auth/prove.ts';
import { showAgain, submit } from '#auth/submit.ts';
import { allow, type Env, goTo, personOf, securityPath, show, signedInOf, type Web } from '#auth/web.ts';
import { appAddress } from '#lib/totp.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { AppPage } from './app.tsx';
import { passkeyPages } from './passkey-pages.tsx';
import { selfOf } from './queries.ts';
import { codeSchema } from './schema.ts';
import { renewRecoveryCodes, switchAppOff, switchAppOn } from './security.ts';
import { sessionPages } from './sessions.ts';
import { securityPage, showCodes } from './shown.tsx';
import { securityTexts } from './texts.ts';

/** How somebody signs in: the second step, recovery codes, passkeys, and where they are signed in. */
export function securityPages(app: Hono<Env>, auth: Auth): void {
  app.get(securityPath, allow('person'), async (c) => show(c, await securityPage(c, {})));

  app.post(`${securityPath}/app`, allow('person'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: '',
      again: (typed) => securityPage(c, { off: typed }),
      async work(scope) {
        await beginApp(scope, auth, personOf(c).id);
        return `${securityPath}/app`;
      },
    });
  });

  app.get(`${securityPath}/app`, allow('person'), async (c) => {
    const page = await appPage(c, auth, nothingTyped);
    return page ? show(c, page) : goTo(c, securityPath);
  });

  app.post(`${securityPath}/app/confirmation`, allow('person'), async (c) => {
    const form = await readForm(c);
    if (!(await appPage(c, auth, nothingTyped))) return goTo(c, securityPath);
    try {
      const { code } = parse(codeSchema, form.values);
      await provePassword(c, auth, form);
      let codes: readonly string[] = [];
      await proveBy(c, async () => {
        const made = await switchAppOn(c.var.scope, auth, signedInOf(c), code);
        codes = made ?? [];
        return made !== null;
      });
      return await showCodes(c, codes, securityTexts(c.var.page.language)('app.done'));
    } catch (error) {
      return showAgain(c, error, form, (typed) => appPage(c, auth, { ...typed, values: {} }));
    }
  });

  app.post(`${securityPath}/app/removal`, allow('person'), async (c) => {
    const form = await readForm(c);
    try {
      await provePassword(c, auth, form);
      await proveCode(c, auth, form);
      await switchAppOff(c.var.scope, personOf(c));
      return goTo(c, securityPath, securityTexts(c.var.page.language)('app.off_done'));
    } catch (error) {
      return showAgain(c, error, form, (typed) => securityPage(c, { off: { ...typed, values: {} } }));
    }
  });

  app.post(`${securityPath}/recovery-codes`, allow('person'), async (c) => {
    const form = await readForm(c);
    try {
      await provePassword(c, auth, form);
      const codes = await renewRecoveryCodes(c.var.scope, personOf(c));
      return codes ? await showCodes(c, codes) : goTo(c, securityPath);
    } catch (error) {
      return showAgain(c, error, form, (typed) => securityPage(c, { codes: { ...typed, values: {} } }));
    }
  });

  passkeyPages(app, auth);
  sessionPages(app);
}

async function appPage(c: Web, auth: Auth, typed: Typed) {
  const { scope, page } = c.var;
  const { id } = personOf(c);
  const secret = await begunSecret(scope, auth, id);
  if (!secret) return null;
  const self = await selfOf(scope.db, id);
  const address = appAddress(secret, page.brand.name, self.email);
  return <AppPage page={page} self={self} secret={secret} address={address} typed={typed} />;
}
