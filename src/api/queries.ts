import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Staff } from '#lib/actor.ts';
import type { TokenRole, TokenScope } from './scopes.ts';

const tokens = (db: Db) =>
  db
    .selectFrom('api_tokens as token')
    .innerJoin('people as person', 'person.id', 'token.id')
    .select([
      'token.id',
      'person.name',
      'person.language',
      'person.staff_role as role',
      'token.hint',
      'token.scopes',
      'token.requests_per_minute as requestsPerMinute',
      'token.created_at as createdAt',
      'token.expires_at as expiresAt',
      'token.last_used_at as lastUsedAt',
      'token.revoked_at as revokedAt',
    ])
    .$narrowType<{ role: TokenRole; scopes: TokenScope[] }>();

export type TokenRow = Awaited<ReturnType<typeof listTokens>>[number];

/** Every token that there is or was: those that work first, the newest first. */
export const listTokens = (db: Db) =>
  tokens(db)
    .leftJoin('people as maker', 'maker.id', 'token.created_by')
    .select('maker.name as createdBy')
    .orderBy((eb) => eb('token.revoked_at', 'is not', null))
    .orderBy('token.created_at', 'desc')
    .orderBy('token.id')
    .execute();

/** The token with this hash, whether it still works or not. */
export const tokenByHash = async (db: Db, hash: string) => (await withHash(db, hash))[0];

const withHash = statement((db, hash: string) => tokens(db).where('token.token_hash', '=', hash));

export type KnownToken = NonNullable<Awaited<ReturnType<typeof tokenByHash>>>;

/** Whether a token works at this moment. */
export const isValid = (token: Pick<KnownToken, 'revokedAt' | 'expiresAt'>, now: Date): boolean =>
  !token.revokedAt && (!token.expiresAt || token.expiresAt > now);

/** A token as somebody who does something. */
export const actorOf = ({ id, name, language, role }: KnownToken): Staff => ({
  kind: 'staff',
  id,
  name,
  language,
  role,
  isToken: true,
});

/** Keeps when a token was last used, to the minute: not a write for every request. */
export async function noteUse(db: Db, token: KnownToken, now: Date): Promise<void> {
  const minuteAgo = new Date(now.getTime() - 60_000);
  if (token.lastUsedAt && token.lastUsedAt > minuteAgo) return;
  await db
    .updateTable('api_tokens')
    .set({ last_used_at: now })
    .where('id', '=', token.id)
    .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<=', minuteAgo)]))
    .execute();
}
