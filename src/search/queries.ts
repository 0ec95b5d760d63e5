import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/open.ts';
import type { Priority } from '#db/types.ts';
import type { Actor } from '#lib/actor.ts';
import { canSeeInternal } from '#tickets/policy.ts';
import { type Joined, visibleTo } from '#tickets/queries.ts';
import { hasWord, markOf, queryOfAll, ticketsWith } from './matching.ts';
import type { Hit } from './ranking.ts';
import type { Sought } from './sought.ts';

/** By what the tickets that were found can be narrowed. */
export interface SearchFilter {
  readonly open?: boolean | undefined;
  readonly organisation?: string | undefined;
  readonly site?: string | undefined;
  readonly priority?: Priority | undefined;
}

/** So many texts are looked at, the newest first: whoever finds more has to say more. */
export const mostTexts = 500;
/** With fewer than this found in one text each, the words are also looked for in different texts of a ticket. */
const fewTexts = 50;

export interface Found {
  readonly hits: Hit[];
  /** Whether there may be more than were looked at. */
  readonly more: boolean;
}

/** The tickets that an actor may see, and that pass a filter; null where that is all of them. */
function within(db: Db, actor: Actor, filter: SearchFilter): RawBuilder<unknown> | null {
  if (actor.kind !== 'contact' && Object.values(filter).every((value) => value === undefined)) return null;
  const query = db
    .selectFrom('tickets as ticket')
    .select('ticket.id')
    .where((eb) => visibleTo(actor)(eb as unknown as Joined))
    .$if(filter.open !== undefined, (query) =>
      query.where('ticket.closed_at', filter.open ? 'is' : 'is not', null),
    )
    .$if(filter.organisation !== undefined, (query) =>
      query.where('ticket.organisation_id', '=', filter.organisation!),
    )
    .$if(filter.site !== undefined, (query) => query.where('ticket.site_id', '=', filter.site!))
    .$if(filter.priority !== undefined, (query) => query.where('ticket.priority', '=', filter.priority!));
  return sql`${query}`;
}

interface Asked {
  readonly sought: Sought;
  readonly filter?: SearchFilter;
  /** For each word the marks of the clients, sites and people that are called so. */
  readonly marks?: ReadonlyMap<string, readonly string[]>;
  /** Whether notes are looked at, by whoever may see them. */
  readonly internal?: boolean;
}

/**
 * The tickets about which all of the words were written, that this actor may see: those first where they stand in
 * one text, and where these are few also those where they stand in several, or in the middle of a word.
 */
export async function findTickets(db: Db, actor: Actor, asked: Asked): Promise<Found> {
  const { sought, filter = {}, marks } = asked;
  const internal = canSeeInternal(actor) && asked.internal !== false;
  const allowed = within(db, actor, filter);
  const only = (id: string) => (allowed ? sql`and ${sql.ref(id)} in (${allowed})` : sql``);
  const organisation = actor.kind === 'contact' ? actor.organisationId : filter.organisation;
  const parts: RawBuilder<unknown>[] = [];
  if (sought.number !== null)
    parts.push(sql`select id as ticket_id, 'number' as place, null::uuid as text_id, 0 as nth
      from tickets where number = ${sought.number} ${only('id')}`);
  if (sought.words.length > 0) {
    const query = queryOfAll(sought, organisation && markOf(organisation));
    parts.push(sql`(select ticket_id, part::text, message_id, id from search_texts
      where words @@ ${query}::tsquery ${only('ticket_id')} order by id desc limit ${mostTexts + 1})`);
    if (internal)
      parts.push(sql`(select ticket_id, 'note', note_id, id from search_notes
        where words @@ ${query}::tsquery ${only('ticket_id')} order by id desc limit ${mostTexts + 1})`);
  }
  if (parts.length === 0) return { hits: [], more: false };
  const place = { internal, mark: organisation && markOf(organisation) };
  const few = sql`(select count(*) from in_one_text) < ${fewTexts}`;
  const sets = sought.words.map((word, nth) => ({
    name: sql.id(`with_word_${nth}`),
    tickets: ticketsWith(word, { ...place, marks: marks?.get(word.word) ?? [] }),
    has: hasWord(word, { internal, marks: marks?.get(word.word) ?? [] }),
    as: sql.id(`has_word_${nth}`),
  }));
  const size = (name: RawBuilder<unknown>) => sql`(select count(*) from ${name})`;
  const smallest = sql`least(${sql.join(sets.map(({ name }) => size(name)))})`;
  const scattered =
    sets.length === 0
      ? sql`select null::uuid as ticket_id where false`
      : sql`select distinct candidate.ticket_id
          from (${sql.join(
            sets.map(
              ({ name }) => sql`select ticket_id from ${name} where ${few} and ${size(name)} = ${smallest}`,
            ),
            sql` union all `,
          )}) as candidate
          ${sql.join(
            sets.map(({ has, as }) => sql`cross join lateral ${has} as ${as}`),
            sql` `,
          )}
          where not exists (select from in_one_text where in_one_text.ticket_id = candidate.ticket_id)
            ${only('candidate.ticket_id')}`;
  const { rows } = await sql<Hit & { texts: number }>`
    with in_one_text (ticket_id, place, text_id, nth) as materialized (${sql.join(parts, sql` union all `)}),
      ${sql.join(
        sets.map(({ name, tickets }) => sql`${name} as materialized (${tickets}), `),
        sql``,
      )}
      found as (
        (select distinct on (ticket_id) ticket_id, place, text_id from in_one_text
          order by ticket_id, array_position(array['number', 'subject', 'report', 'message', 'note'], place), nth desc)
        union all (select ticket_id, null, null from (${scattered}) as scattered)
      )
    select ticket.id, found.place, found.text_id as "textId", ticket.organisation_id, ticket.site_id, ticket.priority,
      ticket.state, ticket.closed_at, ticket.updated_at, (select count(*) from in_one_text)::int as texts
    from found join tickets as ticket on ticket.id = found.ticket_id`.execute(db);
  return { hits: rows, more: (rows[0]?.texts ?? 0) > mostTexts };
}
