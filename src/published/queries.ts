import type { Db } from '#db/open.ts';

/** Every contact who can sign in, of the clients that the agency works for, by name. */
export const activeContacts = (db: Db) =>
  db
    .selectFrom('people')
    .innerJoin('organisations', 'organisations.id', 'people.organisation_id')
    .select(['people.id', 'people.name', 'people.email', 'people.language'])
    .where('people.kind', '=', 'contact')
    .where('people.deactivated_at', 'is', null)
    .where('organisations.ended_at', 'is', null)
    .orderBy('people.name')
    .orderBy('people.id')
    .execute();

/** How many they are. */
export const countActiveContacts = async (db: Db): Promise<number> => {
  const { count } = await db
    .selectFrom('people')
    .innerJoin('organisations', 'organisations.id', 'people.organisation_id')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('people.kind', '=', 'contact')
    .where('people.deactivated_at', 'is', null)
    .where('organisations.ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** When a version was announced, by whom and to how many; undefined where it was not. */
export const announcementOfVersion = (db: Db, version: number) =>
  db
    .selectFrom('agreement_announcements as announcement')
    .innerJoin('people', 'people.id', 'announcement.announced_by')
    .select(['announcement.at', 'announcement.recipients', 'people.name'])
    .where('announcement.version', '=', version)
    .executeTakeFirst();

export type Announced = NonNullable<Awaited<ReturnType<typeof announcementOfVersion>>>;
