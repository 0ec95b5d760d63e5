import { sql } from 'kysely';
import { afterName, type Wanted } from '#api/page.ts';
import { oneMore } from '#db/one-more.ts';
import type { Db } from '#db/open.ts';
import type { ContactRole } from '#lib/actor.ts';
import { containing } from '#lib/like.ts';

export interface ContactFilter {
  readonly organisation?: string | undefined;
  readonly email?: string | undefined;
  /** Letters of the name. */
  readonly name?: string | undefined;
  readonly active?: boolean | undefined;
  readonly updatedSince?: Date | undefined;
}

const contacts = (db: Db) =>
  db
    .selectFrom('people as person')
    .innerJoin('organisations as organisation', 'organisation.id', 'person.organisation_id')
    .where('person.kind', '=', 'contact')
    .select([
      'person.id',
      'person.name',
      'person.email',
      'person.phone',
      'person.language',
      'person.contact_role as role',
      'person.budget_holder',
      'person.organisation_id',
      'organisation.name as organisation',
      'person.deactivated_at',
      'person.updated_at',
    ])
    .select(
      sql<string[]>`array(select site_id from person_sites where person_id = person.id order by site_id)`.as(
        'site_ids',
      ),
    )
    .$narrowType<{ role: ContactRole; organisation_id: string }>();

export type ContactRow = Awaited<ReturnType<typeof pageOfContacts>>[number];

/** A page of contacts by name, and one more when more follow. */
export const pageOfContacts = (db: Db, filter: ContactFilter, { limit, after }: Wanted) =>
  contacts(db)
    .where(afterName('person.name', 'person.id', after))
    .$if(filter.organisation !== undefined, (query) =>
      query.where('person.organisation_id', '=', filter.organisation!),
    )
    .$if(filter.email !== undefined, (query) => query.where('person.email', '=', filter.email!))
    .$if(filter.name !== undefined, (query) => query.where('person.name', 'ilike', containing(filter.name!)))
    .$if(filter.active !== undefined, (query) =>
      query.where('person.deactivated_at', filter.active ? 'is' : 'is not', null),
    )
    .$if(filter.updatedSince !== undefined, (query) =>
      query.where('person.updated_at', '>=', filter.updatedSince!),
    )
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(oneMore(limit))
    .execute();

/** One contact, or nothing. */
export const contactRow = (db: Db, id: string) => contacts(db).where('person.id', '=', id).executeTakeFirst();
