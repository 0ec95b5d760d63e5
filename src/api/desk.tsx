import type { Hono } from 'hono';
import { type Form, parse, readForm } from '#auth/form.ts';
import { once } from '#auth/once.ts';
import { showAgain, submit } from '#auth/submit.ts';
import { allow, type Env, goTo, idOf, show, staffOf, type Web } from '#auth/web.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { listTokens } from './queries.ts';
import { tokenSchema } from './schema.ts';
import { scopesFor } from './scopes.ts';
import { apiTexts } from './texts.ts';
import { createToken, type NewToken, revokeToken } from './tokens.ts';
import { MadePage, TokensPage } from './views.tsx';

const root = '/desk/settings/tokens';

/** The tokens of programs that use the API; for managers. */
export function tokensDesk(app: Hono<Env>): void {
  app.get(root, allow('manager'), async (c) => show(c, await tokensPage(c, nothingTyped, null)));

  app.post(root, allow('manager'), async (c) => {
    const form = await readForm(c);
    const { scope, page } = c.var;
    let made: NewToken | undefined;
    try {
      await once(scope, staffOf(c), form.values.once, async (scope) => {
        made = await createToken(scope, staffOf(c), readToken(form));
        return root;
      });
    } catch (error) {
      const ticked = form.all.scopes ?? [];
      return showAgain(c, error, form, (typed) => tokensPage(c, typed, ticked));
    }
    if (!made) return goTo(c, root, apiTexts(page.language)('made_already'));
    const name = form.values.name?.trim() ?? '';
    return show(c, <MadePage page={page} name={name} token={made.token} baseUrl={scope.baseUrl} />);
  });

  app.post(`${root}/:id/revocation`, allow('manager'), async (c) => {
    const id = idOf(c);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: apiTexts(c.var.page.language)('revoked_done'),
      again: (typed) => tokensPage(c, typed, null),
      async work(scope) {
        await revokeToken(scope, staffOf(c), id);
        return root;
      },
    });
  });
}

function readToken(form: Form) {
  const input = { ...form.values, scopes: form.all.scopes ?? [] };
  const { name, role, scopes, expiry, rate } = parse(tokenSchema, input);
  // a permission that the role cannot have was ticked before the role was chosen
  const given = scopes.filter((scope) => scopesFor(role).includes(scope));
  const common = { name, role, scopes: given, expiresInDays: expiry };
  return rate === null ? common : { ...common, requestsPerMinute: rate };
}

async function tokensPage(c: Web, typed: Typed, ticked: readonly string[] | null) {
  const { scope, page } = c.var;
  const tokens = await listTokens(scope.db);
  return <TokensPage page={page} newId={scope.newId} tokens={tokens} typed={typed} ticked={ticked} />;
}
