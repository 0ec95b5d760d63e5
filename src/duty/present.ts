import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import type { Addressee } from '#mail/outbox.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';

/** An active colleague; while they are away, whoever takes over, and null where nobody does. */
interface Reached {
  readonly self: Addressee;
  readonly reached: Addressee | null;
}

/**
 * Whoever is alerted at this moment of a ticket of high priority: the duty list of the hour, substitutes for those
 * who are away. With nobody left every manager who is there, and at last every manager, so that no alarm goes unheard.
 */
export async function peopleOnDuty(scope: Scope): Promise<Addressee[]> {
  const office = await loadOffice(scope.db);
  const now = scope.now();
  const isOpen = office.calendar.isOpen(now.getTime());
  const today = todayOf(office, now);
  const listed = await staff(scope.db, today)
    .innerJoin('duty', 'duty.person_id', 'person.id')
    .where(isOpen ? 'duty.in_hours' : 'duty.out_of_hours', '=', true)
    .execute();
  const there = reachedOf(listed.map(readReached));
  if (there.length > 0) return there;
  const managers = (await staff(scope.db, today).where('person.staff_role', '=', 'manager').execute()).map(
    readReached,
  );
  const present = managers.filter(({ self, reached }) => reached?.id === self.id).map(({ self }) => self);
  return present.length > 0 ? present : managers.map(({ self }) => self);
}

/** Who gets the mails of a colleague today: they, or their substitute; null where neither is there. */
export async function whoActsFor(scope: Scope, personId: string): Promise<Addressee | null> {
  const office = await loadOffice(scope.db);
  const row = await staff(scope.db, todayOf(office, scope.now()))
    .where('person.id', '=', personId)
    .executeTakeFirst();
  return row ? readReached(row).reached : null;
}

const addressee = sql<Addressee>`jsonb_build_object('id', acting.id, 'name', acting.name, 'email', acting.email,
  'language', acting.language)`;

/** Active colleagues by name, each with whether they are away on this day and who acts for them then. */
const staff = (db: Db, today: string) =>
  db
    .selectFrom('people as person')
    .leftJoin('absences as away', (join) =>
      join
        .onRef('away.person_id', '=', 'person.id')
        .on('away.first_day', '<=', today)
        .on('away.last_day', '>=', today),
    )
    .leftJoin('people as acting', (join) =>
      join
        .onRef('acting.id', '=', 'away.substitute_id')
        .on('acting.deactivated_at', 'is', null)
        .on(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('absences as too')
                .select('too.id')
                .whereRef('too.person_id', '=', 'away.substitute_id')
                .where('too.first_day', '<=', today)
                .where('too.last_day', '>=', today),
            ),
          ),
        ),
    )
    .select(['person.id', 'person.name', 'person.email', 'person.language', 'away.id as awayId'])
    .select((eb) => eb.case().when('acting.id', 'is not', null).then(addressee).else(null).end().as('acting'))
    .where('person.kind', '=', 'staff')
    .where('person.deactivated_at', 'is', null)
    .orderBy('person.name');

type StaffRow = Awaited<ReturnType<ReturnType<typeof staff>['execute']>>[number];

const readReached = ({ awayId, acting, ...self }: StaffRow): Reached => ({
  self,
  reached: awayId ? acting : self,
});

const reachedOf = (all: readonly Reached[]): Addressee[] => [
  ...new Map(all.flatMap(({ reached }) => (reached ? [[reached.id, reached] as const] : []))).values(),
];
