import type { TokenRole, TokenScope } from '#api/scopes.ts';
import { createToken } from '#api/tokens.ts';
import { program } from '#lib/actor.ts';
import { baseUrl, type World } from './world.ts';

export interface Made {
  readonly id: string;
  readonly token: string;
}

/** A token of a role, with all its scopes or with these alone. */
export const tokenFor = (
  world: World,
  role: TokenRole,
  options: { scopes?: TokenScope[]; name?: string; requestsPerMinute?: number; expiresInDays?: number } = {},
): Promise<Made> =>
  createToken(world.scope, program, { name: `Koppeling ${role}`, role, expiresInDays: null, ...options });

export interface Call {
  readonly method?: string;
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the API answers
  readonly json: any;
}

export type Caller = (path: string, call?: Call) => Promise<Answer>;

/** A program that uses the API with this token; without one for null. */
export const programOf =
  (world: World, token: string | null): Caller =>
  async (path, { method, json, body, headers = {} } = {}) => {
    const content = json === undefined ? body : JSON.stringify(json);
    const answer = await world.app.request(`${baseUrl}/api/v1${path}`, {
      method: method ?? (content === undefined ? 'GET' : 'POST'),
      ...(content === undefined ? {} : { body: content }),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson && text ? JSON.parse(text) : null,
    };
  };
