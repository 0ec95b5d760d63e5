import type { Db } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { program } from '#lib/actor.ts';
import { type Auth, whoIsProven } from './auth.ts';
import { callerOf } from './caller.ts';
import { Throttle } from './throttle.ts';
import type { Web } from './web.ts';

const quarter = 15 * 60_000;

/**
 * Limits for one program: wrong passwords and asked links by address, whether anybody has that address or
 * not, codes of the second step by person, and all tries by caller. Somebody whose password is being guessed can
 * still come in by a link.
 */
export const createLimits = () => ({
  passwords: new Throttle({ times: 10, milliseconds: quarter }),
  links: new Throttle({ times: 5, milliseconds: quarter }),
  codes: new Throttle({ times: 10, milliseconds: quarter }),
  callers: new Throttle({ times: 100, milliseconds: quarter }),
});
export type Limits = ReturnType<typeof createLimits>;

/** Whether this caller, or this address or person in `kind`, has tried too often. The try counts before its outcome is known. */
export function triesTooOften(
  c: Web,
  limits: Limits,
  kind: 'passwords' | 'links' | 'codes',
  key: string,
): boolean {
  const now = c.var.scope.now();
  if (callerTriesTooOften(c, limits)) return true;
  if (limits[kind].refuses(key, now)) return true;
  limits[kind].count(key, now);
  return false;
}

/** Whether this caller has tried too often, whatever it was. The try counts. */
export function callerTriesTooOften(c: Web, { callers }: Pick<Limits, 'callers'>): boolean {
  const now = c.var.scope.now();
  const caller = callerOf(c);
  if (!caller) return false;
  if (callers.refuses(caller, now)) return true;
  callers.count(caller, now);
  return false;
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
    await auth.api.signInEmail({ body: { email, password }, headers: headersFor(c), asResponse: true }),
  );

/** Who got the link of this token, which is spent by it; null when it has been used, or has expired. */
export const personByLink = async (c: Web, auth: Auth, token: string): Promise<string | null> =>
  whoIsProven(await auth.api.magicLinkVerify({ query: { token }, headers: headersFor(c), asResponse: true }));

/** Has a link mailed to an address, when somebody who is active has it. Whoever asks learns nothing. */
export async function sendLinkTo(c: Web, auth: Auth, email: string, next: string): Promise<void> {
  if (!(await isActive(c.var.scope.db, email))) return;
  await auth.api.signInMagicLink({ body: { email, metadata: { next } }, headers: headersFor(c) });
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
