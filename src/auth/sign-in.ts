import type { Db } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { program } from '#lib/actor.ts';
import { type Auth, whoIsProven } from './auth.ts';
import { callerTriesTooOften, countTry, type Try } from './throttle.ts';
import type { Web } from './web.ts';

/**
 * Counts a try by this caller, and at `what` for this address or person, before its outcome is known. Answers which
 * of the allowed ones it was, or that it is one too many.
 */
export async function countEntry(c: Web, what: 'password' | 'link' | 'code', key: string): Promise<Try> {
  if (await callerTriesTooOften(c)) return 'refused';
  return countTry(c.var.scope, what, key);
}

/** What better-auth sees of a request: no `Origin` and no cookies, which our own middleware has judged. */
const headersFor = (c: Web) => new Headers({ 'user-agent': c.req.header('user-agent') ?? '' });

/** Whose address and password these are; null when they do not belong together, whichever it is. */
export const personByPassword = async (
  c: Web,
  auth: Auth,
  email: string,
  password: string,
): Promise<string | null> =>
  whoIsProven(
    await (await auth()).api.signInEmail({
      body: { email, password },
      headers: headersFor(c),
      asResponse: true,
    }),
  );

/** Who got the link of this token, which is spent by it; null when it has been used, or has expired. */
export const personByLink = async (c: Web, auth: Auth, token: string): Promise<string | null> =>
  whoIsProven(
    await (await auth()).api.magicLinkVerify({ query: { token }, headers: headersFor(c), asResponse: true }),
  );

/** Has a link mailed to an address, when somebody who is active has it. Whoever asks learns nothing. */
export async function sendLinkTo(c: Web, auth: Auth, email: string, next: string): Promise<void> {
  if (!(await isActive(c.var.scope.db, email))) return;
  await (await auth()).api.signInMagicLink({ body: { email, metadata: { next } }, headers: headersFor(c) });
}

/** Keeps in the log that somebody's password or codes are being guessed. Nobody has an unknown address. */
export async function recordGuessing(
  scope: Scope,
  by: { readonly email: string } | { readonly id: string },
  what: 'password' | 'code',
): Promise<void> {
  const people = scope.db.selectFrom('people').select('id').where('is_token', '=', false);
  const person = await ('id' in by
    ? people.where('id', '=', by.id)
    : people.where('email', '=', by.email)
  ).executeTakeFirst();
  if (!person) return;
  const subject = { type: 'sign_in', id: person.id } as const;
  await record(scope, program, { type: 'sign_in.guessed', subject, data: { what } });
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
