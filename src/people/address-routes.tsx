import type { Context, Hono } from 'hono';
import type { Auth } from '#auth/auth.ts';
import { evenly } from '#auth/evenly.ts';
import { hasSecondFactor } from '#auth/factors.ts';
import { parse, readForm } from '#auth/form.ts';
import { proveCode, provePassword } from '#auth/prove.ts';
import { showAgain, submit } from '#auth/submit.ts';
import { callerTriesTooOften, countTry } from '#auth/throttle.ts';
import { allow, type Env, goTo, personOf, show, signedInOf, type Web } from '#auth/web.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import type { Typed } from '#ui/form.tsx';
import {
  askAddress,
  confirmAddress,
  findAddress,
  findStop,
  stopAddress,
  withdrawAddress,
} from './address.ts';
import {
  ConfirmAddress,
  EndedAddress,
  EndedStop,
  StopAddress,
  Stopped,
  TakenAddress,
} from './address-pages.tsx';
import { addressSchema } from './schema.ts';
import { peopleTexts } from './texts.ts';

/** How the profile is shown again with what was typed about the address. */
type Again = (c: Web, typed: Typed) => unknown;

/** Another e-mail address for oneself: asked for in the profile, confirmed by its link, stopped from the old one. */
export function addressRoutes(app: Hono<Env>, auth: Auth, again: Again): void {
  app.post('/profile/address', allow('person'), async (c) => {
    const form = await readForm(c);
    const { scope, page } = c.var;
    const person = personOf(c);
    if (!scope.delivers) throw new NotFound();
    try {
      const { email } = parse(addressSchema, form.values);
      await provePassword(c, auth, form);
      if ((await countTry(scope, 'own_address', person.id)) === 'refused')
        throw new Invalid({ email: 'too_often' });
      if (await hasSecondFactor(scope.db, person.id)) await proveCode(c, auth, form);
      await evenly(() => askAddress(scope, person, email));
      return goTo(c, '/profile', peopleTexts(page.language)('address.asked', { address: email }));
    } catch (error) {
      return showAgain(c, error, form, ({ values: { email = '' }, errors }) =>
        again(c, { values: { email }, errors }),
      );
    }
  });

  app.post('/profile/address/removal', allow('person'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: peopleTexts(c.var.page.language)('address.withdrawn'),
      again: () => {
        throw new NotFound();
      },
      async work(scope) {
        await withdrawAddress(scope, personOf(c));
        return '/profile';
      },
    });
  });

  app.get('/profile/address/:token', allow('person'), async (c) => {
    const { email, open } = await findAddress(c.var.scope, personOf(c), c.req.param('token'));
    if (!open) return show(c, <EndedAddress page={c.var.page} />, 410);
    return show(c, <ConfirmAddress page={c.var.page} token={c.req.param('token')} address={email} />);
  });

  app.post('/profile/address/:token', allow('person'), async (c) => {
    const { scope, page } = c.var;
    const token = c.req.param('token');
    const { email } = await findAddress(scope, personOf(c), token);
    const outcome = await confirmAddress(scope, signedInOf(c), token);
    if (outcome === 'ended') return show(c, <EndedAddress page={page} />, 410);
    if (outcome === 'taken') return show(c, <TakenAddress page={page} address={email} />, 409);
    return goTo(c, '/profile', peopleTexts(page.language)('address.confirmed'));
  });

  app.get('/address/:token/stop', allow('anyone'), async (c) => {
    const found = await knownStop(c);
    if (!found.open) return show(c, <EndedStop page={c.var.page} />, 410);
    return show(c, <StopAddress page={c.var.page} token={c.req.param('token')} email={found.old_email} />);
  });

  app.post('/address/:token/stop', allow('anyone'), async (c) => {
    const { old_email } = await knownStop(c);
    const outcome = await stopAddress(c.var.scope, c.req.param('token'));
    if (outcome === 'ended') return show(c, <EndedStop page={c.var.page} />, 410);
    return show(c, <Stopped page={c.var.page} email={old_email} taken={outcome === 'taken'} />);
  });
}

/** Guessing a token is hopeless; trying it is answered as for one that nobody made. */
async function knownStop(c: Context<Env, '/address/:token/stop'>) {
  if (await callerTriesTooOften(c)) throw new NotFound();
  return findStop(c.var.scope, c.req.param('token'));
}
