import type { Db } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import { Invalid } from '#lib/errors.ts';
import type { Happening } from './events.ts';

type Subject = Happening['subject'];

/** The last thing that happened to a subject; a form carries it as `seen`. */
export async function lastEvent(db: Db, subject: Subject): Promise<number> {
  const row = await db
    .selectFrom('events')
    .select((eb) => eb.fn.max('id').as('id'))
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .executeTakeFirst();
  return row?.id ?? 0;
}

/**
 * Refuses a change by somebody who has not seen the last one, so that nobody undoes a colleague's work
 * unknowingly. Without `seen` (command line, API, demo) nothing is compared. Lock the subject's row first.
 */
export async function refuseUnseen(scope: Scope, subject: Subject, seen: number | undefined): Promise<void> {
  if (seen !== undefined && (await lastEvent(scope.db, subject)) > seen)
    throw new Invalid({ form: 'changed_meanwhile' });
}
