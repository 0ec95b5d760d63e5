import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/open.ts';
import type { Priority, SearchPart } from '#db/types.ts';
import type { Actor } from '#lib/actor.ts';
import { canSeeInternal } from '#tickets/policy.ts';
import { type Joined, visibleTo } from '#tickets/queries.ts';
import { frequencies, isCommon, shareOfAll } from './frequency.ts';
import { markOf, newest, queryOfAll } from './matching.ts';
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

export interface FoundTexts {
  readonly hits: readonly Hit[];
  /** How many texts hold all of the words, as far as they were looked at. */
  readonly texts: number;
}

/** What is looked for, and where. */
export interface AskedTickets {
  readonly sought: Sought;
  readonly filter?: SearchFilter;
  /** Whether notes are looked at, by whoever may see them. */
  readonly internal?: boolean;
}

/** Who asks decides where is looked: in notes, in texts with the mark of one organisation, in which tickets. */
export interface Bounds {
  readonly internal: boolean;
  readonly mark: string | undefined;
  /** Leaves of a column with ids of tickets those that are allowed, as one more condition. */
  readonly only: (id: string) => RawBuilder<unknown>;
}

export function boundsOf(db: Db, actor: Actor, { filter = {}, internal }: AskedTickets): Bounds {
  const allowed = within(db, actor, filter);
  const organisation = actor.kind === 'contact' ? actor.organisationId : filter.organisation;
  return {
    internal: canSeeInternal(actor) && internal !== false,
    mark: organisation && markOf(organisation),
    only: (id) => (allowed ? sql`and ${sql.ref(id)} in (${allowed})` : sql``),
  };
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

/**
 * The tickets of a number, or of which one text holds all of the words, as far as this actor may see them: each with the
 * best of these texts, and of its messages the newest. No more than ids is asked for, since the plan of this
 * statement is made anew each time where a word is common.
 */
export async function findInOneText(db: Db, actor: Actor, asked: AskedTickets): Promise<FoundTexts> {
  const { sought } = asked;
  const { internal, mark, only } = boundsOf(db, actor, asked);
  const parts: RawBuilder<unknown>[] = [];
  // a number stands before every part
  if (sought.number !== null)
    parts.push(sql`(select id as ticket_id, null::search_part as part, null::uuid as text_id, 0 as nth
      from tickets where number = ${sought.number} ${only('id')})`);
  if (sought.words.length > 0) {
    const often = await frequencies(db);
    const texts = {
      query: queryOfAll(sought, mark),
      only: only('ticket_id'),
      most: mostTexts + 1,
      common: isCommon(often, shareOfAll(often, sought, mark), mostTexts),
    };
    const columns = sql`ticket_id, part, message_id as text_id, id as nth`;
    parts.push(newest({ from: 'search_texts', columns, ...texts }));
    if (internal)
      parts.push(
        newest({
          from: 'search_notes',
          columns: sql`ticket_id, 'note'::search_part as part, note_id as text_id, id as nth`,
          ...texts,
        }),
      );
  }
  if (parts.length === 0) return { hits: [], texts: 0 };
  const { rows } = await sql<FoundText>`
    select ticket_id, part, text_id from (${sql.join(parts, sql` union all `)}) as found
    order by part nulls first, nth desc`.execute(db);
  const hits = new Map<string, Hit>();
  for (const { ticket_id: id, part, text_id: textId } of rows)
    if (!hits.has(id)) hits.set(id, { id, place: part ?? 'number', textId });
  return { hits: [...hits.values()], texts: rows.length };
}

interface FoundText {
  readonly ticket_id: string;
  readonly part: SearchPart | null;
  readonly text_id: string | null;
}
