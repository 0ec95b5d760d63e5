import { z } from 'zod';
import { Invalid } from '#lib/errors.ts';
import { line } from '#lib/text.ts';
import type { Auth } from './auth.ts';
import { takeCode } from './codes.ts';
import { type Form, parse } from './form.ts';
import { hasPassword, isPassword } from './passwords.ts';
import { countTry, forgetTries } from './throttle.ts';
import { personOf, type Web } from './web.ts';

const presentSchema = z.object({
  present: z.string('required').min(1, 'required').max(200, 'wrong_password'),
});
const codeSchema = z.object({ code: line(100) });

/**
 * Has somebody who is signed in show that it is really them, by the field `present`; who has no password need
 * not. Throws `Invalid` otherwise.
 */
export async function provePassword(c: Web, auth: Auth, form: Form): Promise<void> {
  const { scope } = c.var;
  const { id } = personOf(c);
  if (!(await hasPassword(scope.db, id))) return;
  const { present } = parse(presentSchema, form.values);
  if ((await countTry(scope, 'proof', id)) === 'refused') throw new Invalid({ present: 'too_often' });
  if (!(await isPassword(scope.db, auth, id, present))) throw new Invalid({ present: 'wrong_password' });
  await forgetTries(scope, 'proof', id);
}

/** Has them show a code of their app or a recovery code, which is spent by it, in the field `code`. */
export async function proveCode(c: Web, auth: Auth, form: Form): Promise<void> {
  const { code } = parse(codeSchema, form.values);
  await proveBy(c, async () => (await takeCode(c.var.scope, auth, personOf(c).id, code)) !== null);
}

/** Takes a try at the field `code`; throws `Invalid` where it is wrong, or was tried too often. */
export async function proveBy(c: Web, take: () => Promise<boolean>): Promise<void> {
  const { scope } = c.var;
  const { id } = personOf(c);
  if ((await countTry(scope, 'proof_code', id)) === 'refused') throw new Invalid({ code: 'too_often' });
  if (!(await take())) throw new Invalid({ code: 'wrong_code' });
  await forgetTries(scope, 'proof_code', id);
}
