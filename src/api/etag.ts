import { createHash } from 'node:crypto';
import type { ApiContext } from './context.ts';
import { Problem } from './problems.ts';

const etagOf = (about: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(about)).digest('base64url').slice(0, 22)}"`;

/** Whether a header `If-Match` or `If-None-Match` names this tag (RFC 9110, the weak comparison). */
const names = (header: string, tag: string): boolean =>
  header.trim() === '*' ||
  header.split(',').some((each) => each.trim().replace(/^W\//, '') === tag.replace(/^W\//, ''));

/**
 * Answers one object with its tag, or 304 to whoever has it already. `about` is what the tag stands for, where
 * the object holds parts that change by the clock alone.
 */
export function answerOne<T>(c: ApiContext, object: T, about: unknown = object) {
  const tag = about === object ? etagOf(about) : `W/${etagOf(about)}`;
  c.header('ETag', tag);
  c.header('Cache-Control', 'private, no-cache');
  const known = c.req.method === 'GET' && c.req.header('if-none-match');
  if (known && names(known, tag)) return c.body(null, 304) as never;
  return c.json(object, 200);
}

/** Refuses a change of something that is no longer what `If-Match` names. */
export function expectMatch(c: ApiContext, about: unknown): void {
  const wanted = c.req.header('if-match');
  if (wanted !== undefined && !names(wanted, etagOf(about)))
    throw new Problem('precondition-failed', { detail: 'Somebody else has changed this meanwhile.' });
}
