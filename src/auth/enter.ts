import { deleteCookie, setSignedCookie } from 'hono/cookie';
import { sql } from 'kysely';
import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import type { Person } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import { newToken, tokenHash } from '#lib/token.ts';
import { type Auth, sessionSeconds } from './auth.ts';
import { callerOf } from './caller.ts';
import { hasSecondFactor, type SecondFactor, type SignInWay } from './factors.ts';
import { askSecondStep, type Entry } from './second-step.ts';
import { activePerson, type SignedIn, sessionCookie } from './session.ts';
import { goTo, type Web } from './web.ts';

/**
 * Lets somebody in who has just proven who they are: to the page they asked for, or to the second step first
 * when they have one. A passkey that checked its owner is both steps in one.
 */
export async function enter(c: Web, auth: Auth, entry: Entry): Promise<Response> {
  const { scope } = c.var;
  if (entry.way !== 'passkey' && (await hasSecondFactor(scope.db, entry.personId))) {
    await askSecondStep(c, entry);
    return goTo(c, '/sign-in/code');
  }
  return finish(c, auth, entry, entry.way === 'passkey' ? 'passkey' : null);
}

/** Signs in and goes on; the second step, where there is one, has been taken. */
export async function finish(
  c: Web,
  auth: Auth,
  entry: Entry,
  secondFactor: SecondFactor | null,
): Promise<Response> {
  const person = await activePerson(c.var.scope.db, { id: entry.personId });
  if (!person) throw new NotFound();
  await startSession(c, auth, { ...entry, secondFactor });
  return goTo(c, startOf(person, entry.next), entry.done);
}

/** Where somebody goes who has signed in: to the page they asked for, or to the start of their face. */
export const startOf = (person: Pick<Person, 'kind'>, next: string): string =>
  next === '/' && person.kind === 'staff' ? '/desk' : next;

interface NewSession {
  readonly personId: string;
  readonly way: SignInWay;
  readonly secondFactor: SecondFactor | null;
}

/** Begins a session in this browser, in place of any that it had: the only place where one comes into being. */
export async function startSession(c: Web, auth: Auth, session: NewSession): Promise<void> {
  const { scope } = c.var;
  const token = newToken();
  await inTransaction(scope, async (scope) => {
    const person = await activePerson(scope.db, { id: session.personId });
    if (!person) throw new NotFound();
    if (c.var.signedIn) await endSessionOf(scope, c.var.signedIn);
    await scope.db
      .insertInto('auth_sessions')
      .values({
        // whoever reads the database cannot sign in by it
        token: tokenHash(token),
        user_id: person.id,
        way: session.way,
        second_factor: session.secondFactor,
        expires_at: sql`now() + make_interval(secs => ${sessionSeconds})`,
        ip_address: callerOf(c),
        user_agent: (c.req.header('user-agent') ?? '').slice(0, 500),
        created_at: scope.now(),
        updated_at: scope.now(),
        seen_at: scope.now(),
      })
      .execute();
    await record(scope, person, {
      type: 'sign_in.done',
      subject: { type: 'sign_in', id: person.id },
      data: { way: session.way, secondFactor: session.secondFactor, address: callerOf(c) },
    });
  });
  const { secret } = await (await auth()).$context;
  await setSignedCookie(c, sessionCookie(scope.baseUrl), token, secret, {
    path: '/',
    httpOnly: true,
    secure: scope.baseUrl.startsWith('https:'),
    sameSite: 'Lax',
    maxAge: sessionSeconds,
  });
}

const endSessionOf = ({ db }: Scope, { sessionId }: SignedIn) =>
  db.deleteFrom('auth_sessions').where('id', '=', sessionId).execute();

/** Ends the session of this browser. */
export async function endSession(c: Web): Promise<void> {
  const { scope, signedIn } = c.var;
  if (signedIn) await endSessionOf(scope, signedIn);
  const secure = scope.baseUrl.startsWith('https:');
  deleteCookie(c, sessionCookie(scope.baseUrl), { path: '/', secure });
}
