import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { type Actor, actorId } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { newToken, tokenHash } from '#lib/token.ts';
import { beginAgreement } from '#settings/begin.ts';
import { loadOffice } from '#settings/office.ts';
import { mayManageTokens } from './policy.ts';
import { scopesFor, type TokenRole, type TokenScope } from './scopes.ts';

/** By this a token is known for one of ours, wherever it turns up. */
export const tokenPrefix = 'nzg_';

/**
 * Requests in a minute that a token may make unless it was given another number: more than two cores answer,
 * so that no honest job meets it. See docs/decisions/004-api-tokens.md.
 */
export const defaultRequestsPerMinute = 100_000;

const day = 24 * 60 * 60_000;

export interface TokenInput {
  readonly name: string;
  readonly role: TokenRole;
  /** Left out, all that the role can have. */
  readonly scopes?: readonly TokenScope[];
  /** In how many days it expires; null for never. */
  readonly expiresInDays: number | null;
  readonly requestsPerMinute?: number;
}

export interface NewToken {
  readonly id: string;
  /** Shown this once; only its hash is kept. */
  readonly token: string;
  readonly scopes: readonly TokenScope[];
  readonly expiresAt: Date | null;
}

/** Makes a token: somebody of its own in the history, who signs in nowhere. */
export async function createToken(scope: Scope, actor: Actor, input: TokenInput): Promise<NewToken> {
  if (!mayManageTokens(actor)) throw new NotFound();
  const given = [...new Set(input.scopes ?? scopesFor(input.role))];
  if (given.length === 0) throw new Invalid({ scopes: 'required' });
  if (given.some((each) => !scopesFor(input.role).includes(each)))
    throw new Invalid({ scopes: 'unknown_choice' });
  return inTransaction(scope, async (scope) => {
    await beginAgreement(scope);
    const { agency } = await loadOffice(scope.db);
    const [id, at] = [scope.newId(), scope.now()];
    const token = tokenPrefix + newToken();
    const expiresAt =
      input.expiresInDays === null ? null : new Date(at.getTime() + input.expiresInDays * day);
    await scope.db
      .insertInto('people')
      .values({
        id,
        name: input.name,
        // never written to: nobody can have this address (RFC 2606)
        email: `${id}@token.invalid`,
        language: agency?.language ?? 'nl',
        kind: 'staff',
        staff_role: input.role,
        is_token: true,
        created_at: at,
        updated_at: at,
        deactivated_at: at,
      })
      .execute();
    await scope.db
      .insertInto('api_tokens')
      .values({
        id,
        token_hash: tokenHash(token),
        hint: token.slice(0, tokenPrefix.length + 4),
        scopes: given,
        requests_per_minute: input.requestsPerMinute ?? defaultRequestsPerMinute,
        created_at: at,
        created_by: actorId(actor),
        expires_at: expiresAt,
      })
      .execute();
    const data = { name: input.name, role: input.role, scopes: given, expiresAt };
    await record(scope, actor, { type: 'token.created', subject: { type: 'token', id }, data });
    return { id, token, scopes: given, expiresAt };
  });
}

/** Ends a token at once: its next request is refused. What was done with it stays in the history. */
export async function revokeToken(scope: Scope, actor: Actor, id: string): Promise<void> {
  if (!mayManageTokens(actor)) throw new NotFound();
  await inTransaction(scope, async (scope) => {
    const row = await scope.db
      .selectFrom('api_tokens')
      .select('revoked_at')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new NotFound();
    if (row.revoked_at) return;
    await scope.db
      .updateTable('api_tokens')
      .set({ revoked_at: scope.now(), revoked_by: actorId(actor) })
      .where('id', '=', id)
      .execute();
    await record(scope, actor, { type: 'token.revoked', subject: { type: 'token', id } });
  });
}
