import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { sql } from 'kysely';
import { inTransaction, type Scope } from '#db/scope.ts';
import type { ApiContext, ApiEnv } from './context.ts';
import { Problem } from './problems.ts';

/** How long the answer to a request with a key is kept. */
const keptFor = 24 * 60 * 60_000;
const keptHeaders = ['Content-Type', 'Location', 'ETag'];

/** Takes back all that a refused request did; its answer stays. */
class Undo extends Error {}

/**
 * Does a write once for each `Idempotency-Key` of a token. The key, what the write did and its answer are
 * committed together; the same request sent again gets that answer. Sent again while the first is still under
 * way, it waits for it. A request that was refused did nothing, and is not kept.
 */
export const idempotent: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return next();
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new Problem('malformed', {
      detail: 'An Idempotency-Key has 1 to 255 visible ASCII characters, best a random UUID.',
    });
  const fingerprint = await fingerprintOf(c);
  try {
    await inTransaction(c.var.scope, async (scope) => {
      const claim = { token_id: c.var.token.id, key, fingerprint, at: scope.now() };
      const earlier = await claimKey(scope, claim);
      if (earlier) {
        c.res = replay(c, earlier, fingerprint);
        return;
      }
      c.set('scope', scope);
      await next();
      if (c.error || c.res.status >= 400) throw new Undo();
      await keepAnswer(scope, claim, c.res.clone());
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
};

interface Claim {
  readonly token_id: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly at: Date;
}

interface Earlier {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly headers: unknown;
  readonly body: string | null;
}

/** Takes the key for this transaction, or answers what was done under it before. */
async function claimKey({ db }: Scope, claim: Claim): Promise<Earlier | null> {
  await sql`select set_config('lock_timeout', '5s', true)`.execute(db);
  const dayAgo = new Date(claim.at.getTime() - keptFor);
  const claimed = await db
    .insertInto('api_requests')
    .values(claim)
    .onConflict((conflict) =>
      conflict
        .columns(['token_id', 'key'])
        .doUpdateSet({ ...claim, status: null, headers: null, body: null })
        .where('api_requests.at', '<', dayAgo),
    )
    .returning('key')
    .executeTakeFirst();
  if (claimed) return null;
  return db
    .selectFrom('api_requests')
    .select(['fingerprint', 'status', 'headers', 'body'])
    .where('token_id', '=', claim.token_id)
    .where('key', '=', claim.key)
    .executeTakeFirstOrThrow();
}

function replay(c: ApiContext, earlier: Earlier, fingerprint: string): Response {
  if (earlier.fingerprint !== fingerprint)
    throw new Problem('idempotency-key-reused', {
      detail: 'This Idempotency-Key was used before, with another method, address or body.',
    });
  const headers = { ...(earlier.headers as Record<string, string>), 'Idempotency-Replayed': 'true' };
  if (earlier.status === 204) return c.body(null, 204, headers);
  return c.body(earlier.body ?? '', earlier.status as ContentfulStatusCode, headers);
}

async function keepAnswer({ db }: Scope, { token_id, key }: Claim, answer: Response): Promise<void> {
  const headers = keptHeaders.flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  await db
    .updateTable('api_requests')
    .set({
      status: answer.status,
      headers: JSON.stringify(Object.fromEntries(headers)),
      body: await answer.text(),
    })
    .where('token_id', '=', token_id)
    .where('key', '=', key)
    .execute();
}

async function fingerprintOf(c: ApiContext): Promise<string> {
  const hash = createHash('sha256');
  const { pathname, search } = new URL(c.req.url);
  hash.update(`${c.req.method}\n${pathname}${search}\n`);
  const type = c.req.header('content-type') ?? '';
  // every try of the same form draws another boundary between its parts
  if (/^multipart\/form-data\b/i.test(type)) {
    for (const [name, value] of await readForm(c)) {
      const part = typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer());
      const size = typeof part === 'string' ? Buffer.byteLength(part) : part.length;
      hash.update(JSON.stringify([name, typeof value === 'string' ? null : value.name, size])).update(part);
    }
  } else hash.update(Buffer.from(await c.req.arrayBuffer()));
  return hash.digest('hex');
}

/** The parts of a form; what is none is refused. */
export const readForm = (c: ApiContext): Promise<FormData> =>
  c.req.arrayBuffer().then((bytes) =>
    new Response(bytes, { headers: { 'Content-Type': c.req.header('content-type') ?? '' } })
      .formData()
      .catch(() => {
        throw new Problem('malformed', { detail: 'The body is not the multipart form that its type says.' });
      }),
  );

/** Forgets answers that nobody will ask for any more. */
export async function forgetOldRequests({ db, now }: Scope): Promise<void> {
  await db
    .deleteFrom('api_requests')
    .where('at', '<', new Date(now().getTime() - keptFor))
    .execute();
}
