import { callerBehind } from '#lib/proxies.ts';
import type { Web } from './web.ts';

const near = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd]|fe80:)/i;

/**
 * The network address that a request came from, or null where that is not known: behind a proxy all requests come
 * from the proxy, and what it forwards can be made up by anybody unless the proxy is one that the configuration
 * names.
 */
export function callerOf(c: Web): string | null {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const address = incoming?.socket?.remoteAddress?.replace(/^::ffff:/, '');
  if (!address) return null;
  if (c.var.proxies) return callerBehind(c.var.proxies, address, c.req.header('x-forwarded-for'));
  return near.test(address) ? null : address;
}
