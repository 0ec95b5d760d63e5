import type { Hono } from 'hono';
import type { Env } from '#auth/web.ts';
import { baseUrl, formToken } from './world.ts';

/** A browser that keeps the cookies it is given: for whoever signs in by the front door. */
export interface Visitor {
  get(path: string): Promise<Response>;
  post(path: string, form?: Record<string, string | string[]>): Promise<Response>;
  readonly cookies: ReadonlyMap<string, string>;
}

/** `peer` is the address that the connection comes from, and `forwarded` what it says of whom it asks for. */
export function createVisitor(
  app: Hono<Env>,
  origin = baseUrl,
  { peer, forwarded }: { readonly peer?: string; readonly forwarded?: string } = {},
): Visitor {
  const cookies = new Map([[origin.startsWith('https:') ? '__Host-form' : 'form', formToken]]);
  const send = async (path: string, init: RequestInit) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers: Record<string, string> = { origin, ...(cookie ? { cookie } : {}) };
    if (forwarded) headers['x-forwarded-for'] = forwarded;
    const connection = { incoming: { socket: { remoteAddress: peer } } };
    const response = await app.request(`${origin}${path}`, { ...init, headers }, connection);
    for (const each of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = each.split('; ');
      const [name = '', ...value] = pair.split('=');
      if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name);
      else cookies.set(name, value.join('='));
    }
    return response;
  };
  return {
    cookies,
    get: (path) => send(path, {}),
    post(path, form = {}) {
      const body = new URLSearchParams({ form_token: formToken });
      for (const [name, value] of Object.entries(form))
        for (const each of Array.isArray(value) ? value : [value]) body.append(name, each);
      return send(path, { method: 'POST', body });
    },
  };
}
