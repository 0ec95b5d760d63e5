import type { Db } from '#db/open.ts';

/** Who stands on the duty list, active or not, and when they are alerted. */
export async function dutyOf(db: Db) {
  const rows = await db.selectFrom('duty').select(['person_id', 'in_hours', 'out_of_hours']).execute();
  const those = (column: 'in_hours' | 'out_of_hours') =>
    new Set(rows.filter((row) => row[column]).map((row) => row.person_id));
  return { inHours: those('in_hours'), outOfHours: those('out_of_hours') };
}

/** The absences of active colleagues that are not over, the earliest first. */
export const absencesFrom = (db: Db, today: string) =>
  db
    .selectFrom('absences as absence')
    .innerJoin('people as person', 'person.id', 'absence.person_id')
    .leftJoin('people as substitute', 'substitute.id', 'absence.substitute_id')
    .select([
      'absence.id',
      'absence.person_id as personId',
      'absence.first_day as firstDay',
      'absence.last_day as lastDay',
      'person.name',
      'substitute.name as substitute',
    ])
    .where('absence.last_day', '>=', today)
    .where('person.deactivated_at', 'is', null)
    .orderBy('absence.first_day')
    .orderBy('person.name')
    .execute();

export type Absence = Awaited<ReturnType<typeof absencesFrom>>[number];
