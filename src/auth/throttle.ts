import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Scope } from '#db/scope.ts';
import { networkOf } from '#lib/proxies.ts';
import { callerOf } from './caller.ts';
import type { Web } from './web.ts';

const quarter = 15 * 60_000;

/**
 * How often something may be tried within how many milliseconds: a sign-in, link or invitation whether anybody
 * has that address or not, codes by person, and all doors together by caller. Somebody whose password is being
 * guessed can still come in by a link.
 */
export const limits = {
  caller: { times: 100, within: quarter },
  password: { times: 10, within: quarter },
  link: { times: 5, within: quarter },
  code: { times: 10, within: quarter },
  invitation: { times: 60, within: quarter },
  /** The own password, and the own code, of who is signed in. */
  proof: { times: 10, within: quarter },
  proof_code: { times: 10, within: quarter },
  own_address: { times: 5, within: 4 * quarter },
  /** More than anybody reports by hand: a mailbox at the agency is not to be flooded from one account. */
  report: { times: 30, within: quarter },
} as const;

export type Tried = keyof typeof limits;

/** `last` is the try that uses the limit up; `refused` are those after it, until the time is over. */
export type Try = 'fine' | 'last' | 'refused';

/** What is known of a key says nothing of whose it is, and is never long. */
const keyOf = (what: Tried, key: string) =>
  `${what}:${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`;

/**
 * Counts one try at `what` by or for `key`, before its outcome is known, for all processes together. One statement
 * outside of any transaction, so that it stays counted; the time begins with the first try.
 */
export async function countTry(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  what: Tried,
  key: string,
): Promise<Try> {
  const { times, within } = limits[what];
  const at = now();
  const { count } = await db
    .insertInto('tries')
    .values({ key: keyOf(what, key), count: 1, until: new Date(at.getTime() + within) })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql`case when tries.until <= ${at} then 1 else tries.count + 1 end`,
        until: sql`case when tries.until <= ${at} then excluded.until else tries.until end`,
      }),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return count < times ? 'fine' : count === times ? 'last' : 'refused';
}

/** Forgets the tries of `key`: it was who it said to be. */
export async function forgetTries({ db }: Pick<Scope, 'db'>, what: Tried, key: string): Promise<void> {
  await db.deleteFrom('tries').where('key', '=', keyOf(what, key)).execute();
}

/** Whether this caller has tried too often, by all that counts as `what`. The try counts. Who is not known is not counted. */
export async function callerTriesTooOften(
  c: Web,
  what: 'caller' | 'invitation' = 'caller',
): Promise<boolean> {
  const caller = callerOf(c);
  return caller !== null && (await countTry(c.var.scope, what, networkOf(caller))) === 'refused';
}

/** Forgets the tries whose time is over. */
export async function forgetOldTries({ db, now }: Pick<Scope, 'db' | 'now'>): Promise<void> {
  await db.deleteFrom('tries').where('until', '<=', now()).execute();
}
