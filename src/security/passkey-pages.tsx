import type { Hono } from 'hono';
import type { Auth } from '#auth/auth.ts';
import { parse, readForm, readJson } from '#auth/form.ts';
import { creationOptions } from '#auth/passkeys.ts';
import { provePassword } from '#auth/prove.ts';
import { showAgain, submit } from '#auth/submit.ts';
import { allow, type Env, goTo, idOf, personOf, securityPath, signedInOf } from '#auth/web.ts';
import { Invalid } from '#lib/errors.ts';
import { addPasskey, refuseForeign, removePasskey, renamePasskey } from './passkeys.ts';
import { selfOf } from './queries.ts';
import { nameSchema } from './schema.ts';
import { securityPage, showCodes } from './shown.tsx';
import { securityTexts } from './texts.ts';

/** Passkeys: add, name and remove them. */
export function passkeyPages(app: Hono<Env>, auth: Auth): void {
  const root = `${securityPath}/passkeys`;

  app.post(`${root}/options`, allow('person'), async (c) => {
    const form = await readForm(c);
    const { scope, page } = c.var;
    const person = personOf(c);
    try {
      parse(nameSchema, form.values);
      await provePassword(c, auth, form);
    } catch (error) {
      if (error instanceof Invalid) return c.json(error.fields, 422);
      throw error;
    }
    const { email } = await selfOf(scope.db, person.id);
    return c.json(await creationOptions(scope, { ...person, email }, page.brand.name));
  });

  app.post(root, allow('person'), async (c) => {
    const form = await readForm(c);
    const say = securityTexts(c.var.page.language);
    try {
      const { name } = parse(nameSchema, form.values);
      await provePassword(c, auth, form);
      const credential = readJson(form.values.credential);
      const codes = await addPasskey(c.var.scope, signedInOf(c), name, credential);
      return await showCodes(c, codes, say('passkeys.added'));
    } catch (error) {
      const said =
        error instanceof Invalid && error.fields.form ? new Invalid({ form: say('passkeys.failed') }) : error;
      return showAgain(c, said, form, ({ values: { name = '' }, errors }) =>
        securityPage(c, { passkey: { values: { name }, errors } }),
      );
    }
  });

  app.post(`${root}/:id`, allow('person'), async (c) => {
    const id = idOf(c);
    const form = await readForm(c);
    await refuseForeign(c.var.scope, personOf(c), id);
    return submit(c, {
      form,
      done: securityTexts(c.var.page.language)('passkeys.renamed'),
      again: (typed) => securityPage(c, { [id]: typed }),
      async work(scope) {
        await renamePasskey(scope, personOf(c), id, parse(nameSchema, form.values).name);
        return securityPath;
      },
    });
  });

  app.post(`${root}/:id/removal`, allow('person'), async (c) => {
    const id = idOf(c);
    const form = await readForm(c);
    await refuseForeign(c.var.scope, personOf(c), id);
    try {
      await provePassword(c, auth, form);
      await removePasskey(c.var.scope, personOf(c), id);
      return goTo(c, securityPath, securityTexts(c.var.page.language)('passkeys.removed'));
    } catch (error) {
      return showAgain(c, error, form, ({ errors }) => securityPage(c, { [id]: { values: {}, errors } }));
    }
  });
}
