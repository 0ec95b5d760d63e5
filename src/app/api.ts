import type { Context, Hono } from 'hono';
import type { Logger } from 'pino';
import { apiRoot, createApi } from '#api/api.ts';
import { RateLimiter } from '#api/rate.ts';
import type { Env } from '#auth/web.ts';
import type { Scope } from '#db/scope.ts';
import type { FileStore } from '#files/store.ts';

interface Options {
  readonly scope: Scope;
  readonly files: FileStore;
  readonly log: Logger;
}

/**
 * `/api/v1`: a house of its own under the same roof. It gets no cookies' person and no pages' errors; its own
 * test holds every operation against every kind of token (`api/walk.test.ts`), so it states no `allow(…)`.
 */
export function apiRoutes(app: Hono<Env>, options: Options): void {
  const api = createApi();
  const limiter = new RateLimiter();
  const answer = (c: Context<Env>) =>
    api.fetch(c.req.raw, {
      ...options,
      limiter,
      requestId: c.var.requestId,
      nonce: c.get('secureHeadersNonce') ?? '',
    });
  app.all(apiRoot, answer);
  app.all(`${apiRoot}/*`, answer);
}
