import type { Scope } from '#db/scope.ts';
import { newToken, tokenHash } from '#lib/token.ts';
import { dropCookie, keepCookie, keptCookie } from './cookies.ts';
import type { SignInWay } from './factors.ts';
import type { Web } from './web.ts';

/** How long the second step may take, in minutes. */
export const stepMinutes = 10;

const cookie = 'second_step';
const identifierOf = (token: string) => `second-step:${tokenHash(token)}`;

/** Somebody who has proven who they are, by one thing. */
export interface Entry {
  readonly personId: string;
  readonly way: SignInWay;
  /** Where to go once in; the start of either face when it is `/`. */
  readonly next: string;
  /** A sentence that the first page shows. */
  readonly done?: string | undefined;
}

/** Remembers in this browser who stands before the second step: no session, and of no use without a code. */
export async function askSecondStep(c: Web, entry: Entry): Promise<void> {
  const { scope } = c.var;
  const token = newToken();
  const at = scope.now();
  await scope.db
    .insertInto('auth_verifications')
    .values({
      identifier: identifierOf(token),
      value: JSON.stringify(entry),
      expires_at: new Date(at.getTime() + stepMinutes * 60_000),
      created_at: at,
      updated_at: at,
    })
    .execute();
  keepCookie(c, cookie, token, stepMinutes * 60);
}

/** Who stands before the second step in this browser; null when nobody does, or it took too long. */
export async function waitingEntry(c: Web): Promise<Entry | null> {
  const token = keptCookie(c, cookie);
  if (!token) return null;
  const row = await c.var.scope.db
    .selectFrom('auth_verifications')
    .select('value')
    .where('identifier', '=', identifierOf(token))
    .where('expires_at', '>', c.var.scope.now())
    .executeTakeFirst();
  return row ? (JSON.parse(row.value) as Entry) : null;
}

/** Ends the wait: true for the one request that did, of however many came at once. */
export async function endWait(c: Web, scope: Scope): Promise<boolean> {
  const token = keptCookie(c, cookie);
  if (!token) return false;
  const ended = await scope.db
    .deleteFrom('auth_verifications')
    .where('identifier', '=', identifierOf(token))
    .executeTakeFirst();
  dropCookie(c, cookie);
  return ended.numDeletedRows > 0n;
}
