import type { RawBuilder } from 'kysely';
import { anyOf } from '#db/any-of.ts';
import type { Db } from '#db/open.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { statement } from '#db/statement.ts';
import { record } from '#events/events.ts';
import type { Actor } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { mayManagePeople } from './policy.ts';

export interface TrainingInput {
  /** The CMS that it was about, as «WordPress». */
  readonly cms: string;
  readonly on: string;
}

/** Says that a contact had a training in the use of a CMS. Answers its id. */
export function addTraining(
  scope: Scope,
  actor: Actor,
  personId: string,
  { cms, on }: TrainingInput,
): Promise<string> {
  return changingContact(scope, actor, personId, async (scope) => {
    const same = await trained(scope.db)
      .where('person_id', '=', personId)
      .where('cms', '=', cms)
      .where('trained_on', '=', on)
      .executeTakeFirst();
    if (same) throw new Invalid({ training_cms: 'name_taken' });
    const id = scope.newId();
    await scope.db.insertInto('trainings').values({ id, person_id: personId, cms, trained_on: on }).execute();
    const subject = { type: 'person', id: personId } as const;
    await record(scope, actor, { type: 'person.training_added', subject, data: { id, cms, on } });
    return id;
  });
}

/** Takes away a training that was entered by mistake. */
export function removeTraining(
  scope: Scope,
  actor: Actor,
  { personId, id }: { personId: string; id: string },
): Promise<void> {
  return changingContact(scope, actor, personId, async (scope) => {
    const removed = await scope.db
      .deleteFrom('trainings')
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .returning(['cms', 'trained_on as on'])
      .executeTakeFirst();
    if (!removed) throw new NotFound();
    const subject = { type: 'person', id: personId } as const;
    await record(scope, actor, { type: 'person.training_removed', subject, data: { id, ...removed } });
  });
}

const trained = (db: Db) =>
  db.selectFrom('trainings').select(['id', 'person_id', 'cms', 'trained_on as on']).orderBy('trained_on');

export type Training = Awaited<ReturnType<typeof trainingsOf>>[number];

/** The trainings that people had, the earliest first, to be read with other things; `people` stands behind `person_id =`. */
export const trainedAmong = (db: Db, people: RawBuilder<string>) =>
  trained(db).where('person_id', '=', people);

/** The trainings that people had, the earliest first. */
export const trainingsOf = statement((db, personIds: readonly string[]) =>
  trainedAmong(db, anyOf(personIds)),
);

/** Holds the contact's row, so that what is known of them changes one thing after the other. */
async function changingContact<T>(
  scope: Scope,
  actor: Actor,
  personId: string,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  if (!mayManagePeople(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const person = await scope.db
      .selectFrom('people')
      .select('id')
      .where('id', '=', personId)
      .where('kind', '=', 'contact')
      .forUpdate()
      .executeTakeFirst();
    if (!person) throw new NotFound();
    return work(scope);
  });
}
