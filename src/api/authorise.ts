import type { MiddlewareHandler } from 'hono';
import { tokenHash } from '#lib/token.ts';
import type { ApiContext, ApiEnv } from './context.ts';
import { Problem } from './problems.ts';
import { actorOf, isValid, type KnownToken, noteUse, tokenByHash } from './queries.ts';
import { rateHeaders } from './rate.ts';
import type { TokenScope } from './scopes.ts';
import { tokenPrefix } from './tokens.ts';

const bearer = new RegExp(`^Bearer +(${tokenPrefix}[\\w-]{43}) *$`, 'i');

/** Lets in whoever sends a token that works and has this scope and, where one is asked, this role. */
export function authorise(wanted: TokenScope, role?: 'manager'): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const token = await tokenOf(c);
    takeFromLimit(c, token);
    if (!token.scopes.includes(wanted)) throw missing(`the scope “${wanted}”`, wanted);
    if (role && token.role !== role) throw missing(`the role “${role}”`, wanted);
    const { scope } = c.env;
    await noteUse(scope.db, token, scope.now());
    c.set('scope', scope);
    c.set('token', token);
    c.set('actor', actorOf(token));
    c.header('Cache-Control', 'private, no-store');
    await next();
  };
}

/** The token of a request, asked for anew each time: one that was revoked a moment ago is refused now. */
async function tokenOf(c: ApiContext): Promise<KnownToken> {
  const header = c.req.header('authorization');
  if (!header)
    throw refused('Send a token in the header `Authorization: Bearer …`. A cookie is not taken here.', null);
  const sent = bearer.exec(header)?.[1];
  const token = sent && (await tokenByHash(c.env.scope.db, tokenHash(sent)));
  if (!token) throw refused('This token is not known.', 'invalid_token');
  if (token.revokedAt) throw refused('This token has been revoked.', 'invalid_token');
  if (!isValid(token, c.env.scope.now())) throw refused('This token has expired.', 'invalid_token');
  return token;
}

const refused = (detail: string, error: string | null) =>
  new Problem('unauthorized', {
    detail,
    headers: {
      'WWW-Authenticate': `Bearer realm="Nazorg"${error ? `, error="${error}", error_description="${detail}"` : ''}`,
    },
  });

/** Says that a token lacks something; 403 with what is missing (RFC 6750). */
export const missing = (what: string, scope: string) =>
  new Problem('forbidden', {
    detail: `This needs a token with ${what}.`,
    headers: { 'WWW-Authenticate': `Bearer realm="Nazorg", error="insufficient_scope", scope="${scope}"` },
  });

function takeFromLimit(c: ApiContext, token: KnownToken): void {
  const { scope, limiter } = c.env;
  const allowance = limiter.take(token.id, token.requestsPerMinute, scope.now().getTime());
  for (const [name, value] of Object.entries(rateHeaders(allowance))) c.header(name, value);
  if (allowance.exceeded)
    throw new Problem('too-many-requests', {
      detail: `This token may make ${allowance.limit} requests in a minute.`,
      headers: { 'Retry-After': String(allowance.reset) },
    });
}
