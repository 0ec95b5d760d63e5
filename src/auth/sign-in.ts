import type { Context } from 'hono';
import { setSignedCookie } from 'hono/cookie';
import type { Db } from '#db/open.ts';
import type { Person } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import type { Auth } from './auth.ts';
import { callerOf } from './caller.ts';
import { Throttle } from './throttle.ts';
import type { Web } from './web.ts';

const quarter = 15 * 60_000;
const callers = 'caller:';

/**
 * Limits for one program: wrong passwords and asked links by address, whether anybody has that address or
 * not, and all tries by caller. Somebody whose password is being guessed can still come in by a link.
 */
export const createLimits = () => ({
  passwords: new Throttle({ times: 10, milliseconds: quarter }),
  links: new Throttle({ times: 5, milliseconds: quarter }),
  callers: new Throttle({ times: 100, milliseconds: quarter }),
});
export type Limits = ReturnType<typeof createLimits>;

/** Whether this caller, or this address in `kind`, has tried too often. The try counts before its outcome is known. */
export function triesTooOften(c: Web, limits: Limits, kind: 'passwords' | 'links', email: string): boolean {
  const now = c.var.scope.now();
  const caller = callerOf(c);
  if (caller) {
    if (limits.callers.refuses(callers + caller, now)) return true;
    limits.callers.count(callers + caller, now);
  }
  if (limits[kind].refuses(email, now)) return true;
  limits[kind].count(email, now);
  return false;
}

/** What better-auth sees of a request: no `Origin` and no cookies, which our own middleware has judged. */
const headersFor = (c: Web) => new Headers({ 'user-agent': c.req.header('user-agent') ?? '' });

/** Who came in: one of the agency, or of a client. */
export type Kind = Person['kind'];

/** Signs in by password; null when address and password do not belong together, whichever it is. */
export async function signInByPassword(
  c: Web,
  auth: Auth,
  email: string,
  password: string,
): Promise<Kind | null> {
  const answer = await auth.api.signInEmail({
    body: { email, password },
    headers: headersFor(c),
    asResponse: true,
  });
  takeCookies(c, answer);
  if (!answer.ok) return null;
  const { user } = (await answer.json()) as { user: { kind: Kind } };
  return user.kind;
}

/** Signs in by the token of a link, which is spent by it; null when it has been used, or has expired. */
export async function signInByLink(c: Web, auth: Auth, token: string): Promise<Kind | null> {
  const answer = await auth.api.magicLinkVerify({
    query: { token },
    headers: headersFor(c),
    asResponse: true,
  });
  takeCookies(c, answer);
  if (!answer.ok) return null;
  const { user } = (await answer.json()) as { user: { kind: Kind } };
  return user.kind;
}

/** Has a link mailed to an address, when somebody who is active has it. Whoever asks learns nothing. */
export async function sendLinkTo(c: Web, auth: Auth, email: string, next: string): Promise<void> {
  if (!(await isActive(c.var.scope.db, email))) return;
  await auth.api.signInMagicLink({ body: { email, metadata: { next } }, headers: headersFor(c) });
}

function takeCookies(c: Web, answer: Response): void {
  if (!answer.ok) return;
  for (const cookie of answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
}

async function isActive(db: Db, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', email)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Signs in somebody who has just proven who they are by other means: a set-up link, an invitation. */
export async function startSession(c: Context, auth: Auth, personId: string): Promise<void> {
  const { internalAdapter, authCookies, secret } = await auth.$context;
  const session = await internalAdapter.createSession(personId);
  if (!session) throw new NotFound();
  const { name, attributes } = authCookies.sessionToken;
  await setSignedCookie(c, name, session.token, secret, {
    path: '/',
    httpOnly: true,
    secure: attributes.secure ?? false,
    sameSite: 'Lax',
    maxAge: attributes.maxAge ?? 0,
  });
}

/** Ends the session of this browser. */
export async function endSession(c: Web, auth: Auth): Promise<void> {
  const headers = headersFor(c);
  headers.set('cookie', c.req.header('cookie') ?? '');
  takeCookies(c, await auth.api.signOut({ headers, asResponse: true }));
}
