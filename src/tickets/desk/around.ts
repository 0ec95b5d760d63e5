import { sql } from 'kysely';
import { anyOf } from '#db/any-of.ts';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { isId } from '#lib/id.ts';
import type { TicketRow } from '../queries.ts';
import type { StoryEntry } from '../story.ts';
import type { Named } from './options.ts';

/** What the page of a ticket shows of what stands around it. */

/**
 * What stands with a ticket of its site, its reporter and the ticket that it continues; and whether there is anything
 * of what most tickets never have, so that it need not be asked for.
 */
export const factsOf = async (db: Db, ticketId: string) => (await facts(db, ticketId))[0];

const facts = statement((db, ticketId: string) =>
  db
    .selectFrom('tickets as ticket')
    .innerJoin('sites as site', 'site.id', 'ticket.site_id')
    .innerJoin('people as reporter', 'reporter.id', 'ticket.reporter_id')
    .leftJoin('tickets as earlier', 'earlier.id', 'ticket.follows_id')
    .where('ticket.id', '=', ticketId)
    .select(['site.kind', 'site.phase', 'site.addresses', 'site.critical_parts'])
    .select(['reporter.email', 'reporter.phone', 'reporter.contact_role', 'reporter.deactivated_at'])
    .select(['earlier.id as follows_id', 'earlier.number as follows_number'])
    .select(({ exists, selectFrom }) => {
      const any = (table: 'watchers' | 'quotes' | 'research_asks' | 'research_stretches') =>
        exists(selectFrom(table).select(sql`1`.as('one')).where(`${table}.ticket_id`, '=', ticketId));
      return [
        any('watchers').as('watched'),
        any('quotes').as('quoted'),
        any('research_asks').as('asked'),
        any('research_stretches').as('researched'),
      ];
    }),
);

/** Contacts who see the ticket by their role, and neither reported it nor read along: the rule of `canWatch`. */
export const couldWatchOf = async (db: Db, ticketId: string): Promise<string[]> =>
  (await couldWatch(db, ticketId)).map(({ email }) => email);

const couldWatch = statement((db, ticketId: string) =>
  db
    .selectFrom('people as person')
    .innerJoin('tickets as ticket', 'ticket.organisation_id', 'person.organisation_id')
    .where('ticket.id', '=', ticketId)
    .where('person.deactivated_at', 'is', null)
    .whereRef('person.id', '!=', 'ticket.reporter_id')
    .where(({ or, and, eb, exists, selectFrom }) =>
      or([
        eb('person.contact_role', '=', 'coordinator'),
        and([
          eb('person.contact_role', '=', 'colleague'),
          exists(
            selectFrom('person_sites')
              .select(sql`1`.as('one'))
              .whereRef('person_sites.person_id', '=', 'person.id')
              .whereRef('person_sites.site_id', '=', 'ticket.site_id'),
          ),
        ]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('watchers')
            .select(sql`1`.as('one'))
            .whereRef('watchers.person_id', '=', 'person.id')
            .whereRef('watchers.ticket_id', '=', 'ticket.id'),
        ),
      ),
    )
    .select('person.email')
    .orderBy('person.name')
    .limit(50),
);

const mentions = ['to', 'from', 'personId', 'assigneeId'];

interface Told {
  readonly story: readonly StoryEntry[];
  readonly ticket: TicketRow;
  readonly staff: readonly Named[];
}

/** The names of people whom a history mentions. Most are colleagues, who are known already. */
export async function namesIn(db: Db, { story, ticket, staff }: Told): Promise<Map<string, string>> {
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const said = story.flatMap(({ data }) => mentions.map((each) => data[each]));
  const others = [...said, ticket.tested_by, ticket.solver_id].filter(
    (each): each is string => typeof each === 'string' && isId(each) && !names.has(each),
  );
  if (others.length === 0) return names;
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', '=', anyOf(others)).execute();
  for (const { id, name } of rows) names.set(id, name);
  return names;
}

/** The tickets that continue this one. */
export const followersOf = statement((db, id: string) =>
  db.selectFrom('tickets').select(['id', 'number']).where('follows_id', '=', id).orderBy('number'),
);
