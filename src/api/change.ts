import type { Scope } from '#db/scope.ts';
import type { Happening } from '#events/events.ts';
import { lastEvent } from '#events/seen.ts';
import type { ApiContext } from './context.ts';
import { expectMatch } from './etag.ts';

/**
 * What a change begins with: the object as it is, held against `If-Match`, and the last event before it was
 * read. The operation refuses when another has come since, so that a part that was not named in the request
 * keeps what somebody else has just made of it.
 */
export async function changing<T>(
  c: ApiContext,
  scope: Scope,
  subject: Happening['subject'],
  read: () => Promise<T>,
): Promise<{ before: T; seen: number }> {
  const seen = await lastEvent(scope.db, subject);
  const before = await read();
  expectMatch(c, before);
  return { before, seen };
}
