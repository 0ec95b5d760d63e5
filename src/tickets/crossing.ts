import type { Scope } from '#db/scope.ts';
import { type Actor, actorId } from '#lib/actor.ts';
import { Conflict } from '#lib/errors.ts';
import type { PublicEntry, StoryEntry } from './story.ts';

/** What nobody has to read before they write. */
const quiet = ['watching', 'unwatched', 'followed_up'];

/** The last thing that both sides read; a form that writes to the other side carries it as `seen`. */
export const lastPublic = (story: readonly StoryEntry[]): number =>
  story.findLast(({ internal }) => !internal)?.id ?? 0;

/**
 * Refuses to send what crosses something that its writer had not seen when they began, so that they can read
 * it first. Called after the step and in its transaction, which it undoes. Without `seen` nothing is compared.
 */
export async function refuseCrossed(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  seen: string | undefined,
): Promise<void> {
  if (!seen || !/^\d{1,15}$/.test(seen)) return;
  const crossed = await scope.db
    .selectFrom('events')
    .where('subject_type', '=', 'ticket')
    .where('subject_id', '=', ticketId)
    .where('id', '>', Number(seen))
    .where('internal', '=', false)
    .where('type', 'not in', quiet)
    // what the program does along with the step, or by itself, nobody has to have read
    .where('actor_id', 'is not', null)
    .where('actor_id', '!=', actorId(actor))
    .select('id')
    .limit(1)
    .executeTakeFirst();
  if (crossed) throw new Conflict('crossed', { seen });
}

/** What came in between, for the page that asks to read it first. */
export function crossedEntries(
  story: readonly StoryEntry[],
  conflict: Conflict | undefined,
  reader: { readonly id: string },
): PublicEntry[] {
  if (conflict?.reason !== 'crossed') return [];
  const since = Number(conflict.data.seen);
  return story.filter(
    (each): each is PublicEntry =>
      !each.internal &&
      each.id > since &&
      each.by !== null &&
      each.by.id !== reader.id &&
      !quiet.includes(each.type),
  );
}
