import { peopleOnDuty, whoActsFor } from '#duty/present.ts';
import { actorId } from '#lib/actor.ts';
import { Invalid } from '#lib/errors.ts';
import { type Called, calledIn } from './called.ts';
import { sendMentioned, type Told } from './mail.ts';
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

/**
 * Keeps who is called by a note and tells each of them by mail, once a note, at any hour: a mail can wait. Of whoever
 * is away it tells those who act for them, or else those on duty, as all mails of tickets do.
 */
export async function mention(step: Step, { noteId, body, called }: Noted): Promise<void> {
  if (called.length === 0) return;
  const { scope, actor, ticket } = step;
  const ids = [...new Set(called.map(({ personId }) => personId))];
  const rows = ids.map((personId) => ({
    note_id: noteId,
    person_id: personId,
    ticket_id: ticket.id,
    at: scope.now(),
  }));
  await scope.db.insertInto('mentions').values(rows).execute();
  await sendMentioned(scope, ticket, { told: await toTell(step, ids), note: body, by: actor });
}

async function toTell({ scope, actor }: Step, ids: readonly string[]): Promise<Told[]> {
  const told = new Map<string | null, Told>();
  for (const { id, name } of (await activeStaff(scope)).filter((each) => ids.includes(each.id))) {
    const acting = await whoActsFor(scope, id);
    for (const person of acting ? [acting] : await peopleOnDuty(scope)) {
      if (person.id === id) told.set(id, { person, absent: null });
      else if (!told.has(person.id) && person.id !== actorId(actor))
        told.set(person.id, { person, absent: name });
    }
  }
  return [...told.values()];
}
