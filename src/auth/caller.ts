import type { Web } from './web.ts';

const near = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd]|fe80:)/i;

/**
 * The network address that a request came from, or null where it says nothing about who asks: behind a proxy
 * all requests come from the proxy, and what it forwards can be made up by anybody.
 */
export function callerOf(c: Web): string | null {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const address = incoming?.socket?.remoteAddress?.replace(/^::ffff:/, '');
  return address && !near.test(address) ? address : null;
}
