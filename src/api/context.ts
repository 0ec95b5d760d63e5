import type { Hook, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Scope } from '#db/scope.ts';
import type { FileStore } from '#files/store.ts';
import type { Staff } from '#lib/actor.ts';
import type { KnownToken } from './queries.ts';
import type { RateLimiter } from './rate.ts';

/** What the program hands to the API with each request. */
export interface ApiBindings {
  readonly scope: Scope;
  readonly files: FileStore;
  readonly log: Logger;
  readonly requestId: string;
  readonly limiter: RateLimiter;
  /** Lets the reference page's own style through the content security policy. */
  readonly nonce: string;
}

export interface ApiEnv {
  Bindings: ApiBindings;
  Variables: {
    /** The scope to work in: a transaction for a write that carries an Idempotency-Key. */
    scope: Scope;
    token: KnownToken;
    /** The token as somebody who does something. */
    actor: Staff;
  };
}

export type Api = OpenAPIHono<ApiEnv>;
export type ApiContext = Context<ApiEnv>;
// biome-ignore lint/suspicious/noExplicitAny: a hook for every route's own input
export type ApiHook = Hook<any, ApiEnv, any, any>;
