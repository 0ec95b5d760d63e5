import type { Acting } from '#api/acting.ts';
import type { Scope } from '#db/scope.ts';
import type { Person } from '#lib/actor.ts';
import { Invalid } from '#lib/errors.ts';
import { giveFiles, keptFiles } from '../attachments.ts';

/** Refuses ids of files that this token did not hand in, or that have their place already. */
export async function mustBeKept(scope: Scope, token: Person, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  if (wanted.size === 0) return;
  const kept = await keptFiles(scope, token, [...wanted]);
  if (kept.length < wanted.size) throw new Invalid({ attachmentIds: 'unknown_choice' });
}

/** The same, and makes them those of the person in whose name the token acts. */
export async function takeFiles(
  { scope, actor }: Acting,
  token: Person,
  ids: readonly string[],
): Promise<void> {
  await mustBeKept(scope, token, ids);
  await giveFiles(scope, ids, { from: token, to: actor });
}
