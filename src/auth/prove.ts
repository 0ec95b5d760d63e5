import { z } from 'zod';
import { Invalid } from '#lib/errors.ts';
import { line } from '#lib/text.ts';
import type { Auth } from './auth.ts';
import { takeCode } from './codes.ts';
import { type Form, parse } from './form.ts';
import { hasPassword, isPassword } from './passwords.ts';
import { Throttle } from './throttle.ts';
import { personOf, type Web } from './web.ts';

const presentSchema = z.object({
  present: z.string('required').min(1, 'required').max(200, 'wrong_password'),
});
const codeSchema = z.object({ code: line(100) });

/** How often somebody who is signed in may guess their own password or code. */
export const createGuesses = () => new Throttle({ times: 10, milliseconds: 15 * 60_000 });

/**
 * Has somebody who is signed in show that it is really them, by the field `present`; who has no password need
 * not. Throws `Invalid` otherwise.
 */
export async function provePassword(c: Web, auth: Auth, guesses: Throttle, form: Form): Promise<void> {
  const { scope } = c.var;
  const { id } = personOf(c);
  if (!(await hasPassword(scope.db, id))) return;
  if (guesses.refuses(id, scope.now())) throw new Invalid({ present: 'too_often' });
  const { present } = parse(presentSchema, form.values);
  guesses.count(id, scope.now());
  if (!(await isPassword(scope.db, auth, id, present))) throw new Invalid({ present: 'wrong_password' });
  guesses.forget(id);
}

/** Has them show a code of their app or a recovery code, which is spent by it, in the field `code`. */
export async function proveCode(c: Web, auth: Auth, guesses: Throttle, form: Form): Promise<void> {
  const { code } = parse(codeSchema, form.values);
  await proveBy(c, guesses, async () => (await takeCode(c.var.scope, auth, personOf(c).id, code)) !== null);
}

/** Takes a try at the field `code`; throws `Invalid` where it is wrong, or was tried too often. */
export async function proveBy(c: Web, guesses: Throttle, take: () => Promise<boolean>): Promise<void> {
  const now = c.var.scope.now();
  const key = `code:${personOf(c).id}`;
  if (guesses.refuses(key, now)) throw new Invalid({ code: 'too_often' });
  guesses.count(key, now);
  if (!(await take())) throw new Invalid({ code: 'wrong_code' });
  guesses.forget(key);
}
