import { actorId } from '#lib/actor.ts';
import { Invalid } from '#lib/errors.ts';
import { type Called, calledIn } from './called.ts';
import { sendMentioned } from './mail.ts';
import { activeStaff } from './recipients.ts';
import type { Step } from './step.ts';

/**
 * Whom a note calls by name. Throws `Invalid` on `body` for a first name that more than one colleague has: whoever
 * writes it counts on somebody reading it, so it is better asked than left to chance.
 */
export async function readCalled({ scope, actor }: Step, body: string): Promise<readonly Called[]> {
  if (!body.includes('@')) return [];
  const { called, unclear } = calledIn(body, await activeStaff(scope), actorId(actor));
  if (unclear) throw new Invalid({ body: 'unclear_name' });
  return called;
}

interface Noted {
  readonly noteId: string;
  readonly body: string;
  readonly called: readonly Called[];
}

/** Keeps who is called by a note and tells each of them by mail, once a note, at any hour: a mail can wait. */
export async function mention(
  { scope, actor, ticket }: Step,
  { noteId, body, called }: Noted,
): Promise<void> {
  if (called.length === 0) return;
  const ids = [...new Set(called.map(({ personId }) => personId))];
  const rows = ids.map((personId) => ({
    note_id: noteId,
    person_id: personId,
    ticket_id: ticket.id,
    at: scope.now(),
  }));
  await scope.db.insertInto('mentions').values(rows).execute();
  const people = (await activeStaff(scope)).filter(({ id }) => id !== null && ids.includes(id));
  await sendMentioned(scope, ticket, { people, note: body, by: actor });
}
