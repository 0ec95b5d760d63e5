import { inTransaction, type Scope } from '#db/scope.ts';
import { agencySubject, record } from '#events/events.ts';
import type { Staff } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { mayChangeAbsence, maySetDuty } from './policy.ts';

export interface DutyInput {
  /** Whoever is alerted in office hours, by their ids; others than active colleagues fall away. */
  readonly inHours: readonly string[];
  readonly outOfHours: readonly string[];
}

/** Decides who is alerted of tickets of high priority, in office hours and outside them. */
export async function setDuty(scope: Scope, actor: Staff, input: DutyInput): Promise<void> {
  if (!maySetDuty(actor)) throw new NotFound();
  await inTransaction(scope, async (scope) => {
    await scope.db.selectFrom('agency').select('id').forUpdate().executeTakeFirst();
    const people = await activeOf(scope, [...input.inHours, ...input.outOfHours]);
    const rows = people.map((id) => ({
      person_id: id,
      in_hours: input.inHours.includes(id),
      out_of_hours: input.outOfHours.includes(id),
    }));
    await scope.db.deleteFrom('duty').execute();
    if (rows.length > 0) await scope.db.insertInto('duty').values(rows).execute();
    await record(scope, actor, {
      type: 'agency.duty_changed',
      subject: agencySubject,
      data: { duty: rows },
    });
  });
}

export interface AbsenceInput {
  readonly personId: string;
  /** Both as `2026-11-23`, and both away. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Who gets their mails meanwhile; null leaves them to whoever is on duty. */
  readonly substituteId: string | null;
}

/** Says that a colleague is away for some days. Answers its id; `Invalid` where it overlaps with another. */
export async function addAbsence(scope: Scope, actor: Staff, input: AbsenceInput): Promise<string> {
  const { personId, firstDay, lastDay, substituteId } = input;
  if (!mayChangeAbsence(actor, personId)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    await holdColleague(scope, personId);
    if (substituteId && (await activeOf(scope, [substituteId])).length === 0)
      throw new Invalid({ substitute: 'unknown_choice' });
    const other = await scope.db
      .selectFrom('absences')
      .select('id')
      .where('person_id', '=', personId)
      .where('first_day', '<=', lastDay)
      .where('last_day', '>=', firstDay)
      .executeTakeFirst();
    if (other) throw new Invalid({ first_day: 'absent_already' });
    const id = scope.newId();
    await scope.db
      .insertInto('absences')
      .values({
        id,
        person_id: personId,
        first_day: firstDay,
        last_day: lastDay,
        substitute_id: substituteId,
        created_at: scope.now(),
        created_by: actor.id,
      })
      .execute();
    const data = { id, firstDay, lastDay, substituteId };
    await record(scope, actor, {
      type: 'person.absence_added',
      subject: { type: 'person', id: personId },
      data,
    });
    return id;
  });
}

/** Takes an absence back: it does not come about, or it is over sooner. */
export async function removeAbsence(scope: Scope, actor: Staff, id: string): Promise<void> {
  await inTransaction(scope, async (scope) => {
    const absence = await scope.db
      .selectFrom('absences')
      .select(['person_id', 'first_day as firstDay', 'last_day as lastDay'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!absence || !mayChangeAbsence(actor, absence.person_id)) throw new NotFound();
    await scope.db.deleteFrom('absences').where('id', '=', id).execute();
    const { person_id, ...days } = absence;
    await record(scope, actor, {
      type: 'person.absence_removed',
      subject: { type: 'person', id: person_id },
      data: { id, ...days },
    });
  });
}

/** Holds a colleague's row, so that their absences change one after the other. */
async function holdColleague({ db }: Scope, id: string): Promise<void> {
  const person = await colleagues(db, [id]).forUpdate().executeTakeFirst();
  if (!person) throw new Invalid({ person: 'unknown_choice' });
}

const activeOf = async ({ db }: Scope, ids: readonly string[]): Promise<string[]> =>
  ids.length === 0 ? [] : (await colleagues(db, ids).execute()).map(({ id }) => id);

const colleagues = (db: Scope['db'], ids: readonly string[]) =>
  db
    .selectFrom('people')
    .select('id')
    .where('id', 'in', [...ids])
    .where('kind', '=', 'staff')
    .where('deactivated_at', 'is', null);
