import type { MiddlewareHandler } from 'hono';
import type { ApiContext, ApiEnv } from './context.ts';
import { Problem } from './problems.ts';

/** The largest JSON that is taken: three texts of the greatest length, all of it escaped. */
const largestJson = 4 * 1024 * 1024;

/** Reads a body of JSON once, within bounds; what cannot be read is refused before anything looks at it. */
export const takeJson: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const bytes = await readBytes(c, largestJson);
  const type = c.req.header('content-type') ?? '';
  if (/^application\/([\w.-]+\+)?json\b/i.test(type))
    c.req.bodyCache.json = Promise.resolve(bytes.length === 0 ? {} : parse(bytes));
  await next();
};

/** The whole body, up to `most` bytes. */
export async function readBytes(c: ApiContext, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new Problem('too-large', { detail: `At most ${most} bytes are taken here.` });
  if (Number(c.req.header('content-length') ?? 0) > most) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > most) throw tooLarge();
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  // The types have it without its promise.
  c.req.bodyCache.arrayBuffer = Promise.resolve(bytes.buffer) as unknown as ArrayBuffer;
  return bytes;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'it is not UTF-8';
    throw new Problem('malformed', { detail: `The body is not JSON: ${why.slice(0, 200)}.`.toWellFormed() });
  }
}
