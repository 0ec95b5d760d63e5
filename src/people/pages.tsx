import type { Hono } from 'hono';
import type { Auth } from '#auth/auth.ts';
import { enter, startSession } from '#auth/enter.ts';
import { factorsOf } from '#auth/factors.ts';
import { parse, readForm } from '#auth/form.ts';
import { hashOfNew } from '#auth/passwords.ts';
import { provePassword } from '#auth/prove.ts';
import { showAgain, submit } from '#auth/submit.ts';
import { callerTriesTooOften } from '#auth/throttle.ts';
import { allow, type Env, goTo, personOf, show, signedInOf, type Web } from '#auth/web.ts';
import { lastEvent } from '#events/seen.ts';
import { NotFound } from '#lib/errors.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { waitingAddress } from './address.ts';
import { addressRoutes } from './address-routes.tsx';
import { EndedInvitation, InvitationPage, UnknownInvitation } from './invitation.tsx';
import { acceptInvitation, findInvitation } from './invitations.ts';
import { changePassword, changeProfile } from './profile.ts';
import { ProfilePage } from './profile-page.tsx';
import { personOf as findPerson } from './queries.ts';
import { passwordSchema, profileSchema } from './schema.ts';
import { peopleTexts } from './texts.ts';

/** What everybody has of their own: the invitation that they come in by, and their profile. */
export function peoplePages(app: Hono<Env>, auth: Auth): void {
  invitationPages(app, auth);
  profilePages(app, auth);
}

/** Guessing a token is hopeless; trying it is answered as for a token that nobody made. */
const triesTooOften = (c: Web) => callerTriesTooOften(c, 'invitation');

function invitationPages(app: Hono<Env>, auth: Auth): void {
  app.get('/invitation/:token', allow('anyone'), async (c) => {
    const { page, scope } = c.var;
    const token = c.req.param('token');
    if (await triesTooOften(c)) return show(c, <UnknownInvitation page={page} />, 429);
    const found = await known(c, token);
    if (!found) return show(c, <UnknownInvitation page={page} />, 404);
    if (!found.open) return show(c, <EndedInvitation page={page} />, 410);
    return show(
      c,
      <InvitationPage page={page} token={token} person={found} typed={nothingTyped} links={scope.delivers} />,
    );
  });

  app.post('/invitation/:token', allow('anyone'), async (c) => {
    const { page, scope } = c.var;
    const token = c.req.param('token');
    if (await triesTooOften(c)) return show(c, <UnknownInvitation page={page} />, 429);
    const found = await known(c, token);
    if (!found) return show(c, <UnknownInvitation page={page} />, 404);
    const form = await readForm(c);
    try {
      const without = form.values.without !== undefined;
      const hash =
        without || !found.open
          ? null
          : await hashOfNew(auth, parse(passwordSchema, form.values).password, [
              page.brand.name,
              found.name,
              found.email,
            ]);
      const person = await acceptInvitation(scope, token, hash);
      if (!person) return show(c, <EndedInvitation page={page} />, 410);
      const done = peopleTexts(page.language)('invitation.done');
      return await enter(c, auth, { personId: person.id, way: 'invitation', next: '/', done });
    } catch (error) {
      return showAgain(c, error, form, (typed) => (
        <InvitationPage page={page} token={token} person={found} typed={typed} links={scope.delivers} />
      ));
    }
  });
}

const known = (c: Web, token: string) =>
  findInvitation(c.var.scope, token).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });

function profilePages(app: Hono<Env>, auth: Auth): void {
  app.get('/profile', allow('person'), async (c) => show(c, await profilePage(c, {})));

  app.post('/profile', allow('person'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: peopleTexts(c.var.page.language)('profile.saved'),
      again: (typed) => profilePage(c, { profile: typed }),
      async work(scope) {
        await changeProfile(scope, personOf(c), parse(profileSchema, form.values));
        return '/profile';
      },
    });
  });

  addressRoutes(app, auth, (c, typed) => profilePage(c, { address: typed }));

  app.post('/profile/password', allow('person'), async (c) => {
    const form = await readForm(c);
    const person = personOf(c);
    const { scope, page } = c.var;
    try {
      await provePassword(c, auth, form);
      const { password } = parse(passwordSchema, form.values);
      const { email = '' } = (await findPerson(scope.db, person.id)) ?? {};
      const hash = await hashOfNew(auth, password, [page.brand.name, person.name, email]);
      await changePassword(scope, person, hash);
      const { way, secondFactor } = signedInOf(c);
      await startSession(c, auth, { personId: person.id, way: way ?? 'password', secondFactor });
      return goTo(c, '/profile', peopleTexts(page.language)('profile.password_saved'));
    } catch (error) {
      return showAgain(c, error, form, (typed) => profilePage(c, { password: typed }));
    }
  });
}

/** The profile with what was typed in one of its forms. */
async function profilePage(
  c: Web,
  typed: Readonly<Partial<Record<'profile' | 'password' | 'address', Typed>>>,
) {
  const { scope, page } = c.var;
  const actor = personOf(c);
  const person = await findPerson(scope.db, actor.id);
  if (!person) throw new NotFound();
  const seen = await lastEvent(scope.db, { type: 'person', id: actor.id });
  const { appSince, passkeys } = await factorsOf(scope.db, actor.id);
  const code = appSince ? 'code' : passkeys.length > 0 ? 'recovery_code' : null;
  return (
    <ProfilePage
      page={page}
      person={person}
      newId={scope.newId}
      seen={seen}
      typed={typed}
      waiting={await waitingAddress(scope, actor.id)}
      code={code}
      delivers={scope.delivers}
    />
  );
}
