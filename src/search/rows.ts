import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import type { Priority, TicketState } from '#db/types.ts';
import { oneLine } from './marking.ts';
import { queryOfAny } from './matching.ts';
import type { Hit, Place } from './ranking.ts';
import type { SoughtWord } from './sought.ts';

/** A ticket that was found, as a list shows it. */
export interface FoundTicket {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly state: TicketState;
  readonly priority: Priority;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly site_id: string;
  readonly site: string;
  readonly reporter_id: string;
  readonly reporter: string;
  readonly closed_at: Date | null;
  readonly updated_at: Date;
  /** Where the words stood; null for what was reported, or where they stood in several places. */
  readonly place: Place;
  /** What was reported, in one line. */
  readonly report: string;
  /** The message or note in which words stood, in one line. */
  readonly text: string | null;
}

/** Longer texts are shown and marked by their beginning. */
const longest = 20_000;

/** Reads what is shown of tickets that were found, in this order. They were found for whoever reads them. */
export async function readFound(
  db: Db,
  hits: readonly Hit[],
  words: readonly SoughtWord[],
): Promise<FoundTicket[]> {
  if (hits.length === 0) return [];
  const any = queryOfAny(words);
  const scattered = hits.some(({ place }) => place === null) && any !== '';
  const { rows } = await sql<Omit<FoundTicket, 'place'>>`
    select ticket.id, ticket.number, ticket.subject, ticket.state, ticket.priority,
      ticket.organisation_id, organisation.name as organisation, ticket.site_id, site.name as site,
      ticket.reporter_id, reporter.name as reporter, ticket.closed_at, ticket.updated_at,
      left(concat_ws(' ', ticket.did, ticket.happened, ticket.expected), ${longest}) as report,
      left(coalesce(message.body, note.body), ${longest}) as text
    from unnest(${hits.map(({ id }) => id)}::uuid[], ${hits.map(textIn('message'))}::uuid[],
      ${hits.map(textIn('note'))}::uuid[], ${hits.map(({ place }) => place === null)}::boolean[])
      with ordinality as hit (ticket_id, message_id, note_id, scattered, nth)
    join tickets as ticket on ticket.id = hit.ticket_id
    join sites as site on site.id = ticket.site_id
    join organisations as organisation on organisation.id = ticket.organisation_id
    join people as reporter on reporter.id = ticket.reporter_id
    ${
      scattered
        ? sql`left join lateral (select message_id from search_texts as text
            where hit.scattered and text.ticket_id = hit.ticket_id and text.part = 'message'
              and text.words @@ ${any}::tsquery
            order by id desc limit 1) as somewhere on true
          left join messages as message on message.id = coalesce(hit.message_id, somewhere.message_id)`
        : sql`left join messages as message on message.id = hit.message_id`
    }
    left join notes as note on note.id = hit.note_id
    order by hit.nth`.execute(db);
  const places = new Map(hits.map(({ id, place }) => [id, place]));
  return rows.map(({ report, text, ...row }) => ({
    ...row,
    report: oneLine(report),
    text: text === null ? null : oneLine(text),
    place: places.get(row.id) ?? null,
  }));
}

const textIn = (kind: Place) => (hit: Hit) => (hit.place === kind ? hit.textId : null);
