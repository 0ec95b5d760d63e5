import { mkdtemp, rm } from 'node:fs/promises';
import type { BlockList } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { serializeSigned } from 'hono/utils/cookie';
import { type Logger, pino } from 'pino';
import { createHealth } from '#app/health.ts';
import { createApp } from '#app.tsx';
import { createAuth } from '#auth/auth.ts';
import { sendSignInLink } from '#auth/mail.ts';
import type { Env } from '#auth/web.ts';
import type { Database } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import { type FileStore, folderStore } from '#files/store.ts';
import type { Person } from '#lib/actor.ts';
import { tokenHash } from '#lib/token.ts';
import { createLive, type Live } from '#live/live.ts';
import { type Cast, seedCast } from './cast.ts';
import { openTestDatabase } from './database.ts';
import { createId } from './ids.ts';

const secret = 'only-for-tests-0123456789-only-for-tests';
export const baseUrl = 'http://nazorg.test';
/** What the pages of these browsers carry in their forms. */
export const formToken = 'only-for-tests';

/** A whole program in this process, with its cast. */
export interface World extends Cast {
  readonly scope: Scope;
  readonly database: Database & { url: string };
  readonly app: Hono<Env>;
  readonly files: FileStore;
  /** What tells open pages of changes; it hears of none itself. */
  readonly live: Live;
  /** Says what time it is from now on. */
  at(moment: string): void;
  /** A browser in which this person is signed in; nobody for null. */
  as(person: Person | null): Browser;
  /** The program once more, as another process on the same database and files, behind these proxies, at another address. */
  beside(proxies?: BlockList, baseUrl?: string): Hono<Env>;
  /** Everything that the program logged as a fault. */
  readonly faults: string[];
  close(): Promise<void>;
}

export interface Browser {
  get(path: string): Promise<Response>;
  post(path: string, form?: Record<string, string | string[] | File>): Promise<Response>;
}

/** A whole program in this process on a database of its own, with its cast, at a fixed moment. */
export async function createWorld({
  now = '2026-10-16T09:30:00+02:00',
  cast: withCast = true,
  delivers = false,
} = {}): Promise<World> {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'nazorg-files-'));
  let clock = new Date(now);
  const newId = createId();
  const scope: Scope = {
    db: database.db,
    now: () => clock,
    newId,
    enqueue: async () => {},
    baseUrl,
    delivers,
  };
  const faults: string[] = [];
  const log: Logger = pino({ level: 'warn' }, { write: (line: string) => void faults.push(line) });
  const auth = createAuth({
    db: database.db,
    baseUrl,
    secret,
    sendLink: (email, token, next) => sendSignInLink(scope, email, token, next),
  });
  const health = createHealth(async () => null);
  const files = await folderStore(folder);
  const live = createLive(scope, log);
  const beside = (proxies?: BlockList, origin = baseUrl) =>
    createApp({ scope: { ...scope, baseUrl: origin }, auth, secret, files, log, health, live, proxies });
  const app = beside();
  // Without a cast the program is as on its first day: not set up.
  const cast = withCast ? await seedCast(scope) : ({} as Cast);
  return {
    ...cast,
    scope,
    database,
    app,
    files,
    live,
    faults,
    at(moment) {
      clock = new Date(moment);
    },
    beside,
    as: (person) => browserOf(app, scope, person),
    async close() {
      await live.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function browserOf(app: Hono<Env>, scope: Scope, person: Person | null): Browser {
  const token = person ? `test-${person.id}` : null;
  const headers = async (): Promise<Record<string, string>> => {
    if (!person || !token) return { origin: baseUrl, cookie: `form=${formToken}` };
    const day = 24 * 60 * 60 * 1000;
    await scope.db
      .insertInto('auth_sessions')
      .values({
        token: tokenHash(token),
        user_id: person.id,
        expires_at: new Date(Date.now() + day),
        created_at: scope.now(),
        updated_at: scope.now(),
      })
      .onConflict((conflict) => conflict.column('token').doUpdateSet({ seen_at: scope.now() }))
      .execute();
    const cookie = await serializeSigned('better-auth.session_token', token, secret);
    return { origin: baseUrl, cookie: `${cookie.split(';')[0]}; form=${formToken}` };
  };
  return {
    get: async (path) => app.request(`${baseUrl}${path}`, { headers: await headers() }),
    async post(path, form = {}) {
      const body = new FormData();
      body.append('form_token', formToken);
      for (const [name, value] of Object.entries(form)) {
        for (const each of Array.isArray(value) ? value : [value]) body.append(name, each);
      }
      return app.request(`${baseUrl}${path}`, { method: 'POST', body, headers: await headers() });
    },
  };
}
