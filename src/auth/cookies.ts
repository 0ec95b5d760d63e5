import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Env } from './web.ts';

type Web = Context<Env>;
const isSecure = (c: Web) => c.var.scope.baseUrl.startsWith('https:');

/**
 * Keeps something in the browser that scripts cannot read and other sites cannot send along. Behind https its
 * name binds it to this very host (`__Host-`): no subdomain can set it.
 */
export function keepCookie(c: Web, name: string, value: string, seconds: number): void {
  const secure = isSecure(c);
  const options = { path: '/', httpOnly: true, secure, sameSite: 'Lax', maxAge: seconds } as const;
  setCookie(c, name, value, secure ? { ...options, prefix: 'host' } : options);
}

/** What was kept under a name, or undefined. */
export const keptCookie = (c: Web, name: string): string | undefined =>
  getCookie(c, name, isSecure(c) ? 'host' : undefined);

/** Forgets it. */
export function dropCookie(c: Web, name: string): void {
  const secure = isSecure(c);
  deleteCookie(c, secure ? `__Host-${name}` : name, { path: '/', secure });
}
