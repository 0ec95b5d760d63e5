import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { TicketState } from '#db/types.ts';
import { oneLine } from './marking.ts';
import { queryOfAny } from './matching.ts';
import type { Facts, Hit, Place } from './ranking.ts';
import type { SoughtWord } from './sought.ts';

/** A ticket that was found, as a list shows it. */
export interface FoundTicket extends Facts {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly state: TicketState;
  readonly organisation: string;
  readonly site: string;
  readonly reporter_id: string;
  readonly reporter: string;
  /** Where the words stood; null for what was reported, or where they stood in several places. */
  readonly place: Place;
  /** What was reported, in one line; null where the words stood in one message or note. */
  readonly report: string | null;
  /** The message or note in which words stood, in one line. */
  readonly text: string | null;
}

/** Longer texts are shown and marked by their beginning. */
const longest = 20_000;

/** To count the letters of a text takes longer than to copy it. */
const beginningOf = (text: RawBuilder<unknown>) => sql`
  case when octet_length(${text}) <= ${sql.lit(longest)} then ${text} else left(${text}, ${sql.lit(longest)}) end`;

type Row = Omit<FoundTicket, 'place'>;

const rowsOf = (hit: RawBuilder<unknown>, message: RawBuilder<unknown>) => sql<Row>`
  select ticket.id, ticket.number, ticket.subject, ticket.state, ticket.priority,
    ticket.organisation_id, organisation.name as organisation, ticket.site_id, site.name as site,
    ticket.reporter_id, reporter.name as reporter, ticket.closed_at, ticket.updated_at,
    case when coalesce(hit.message_id, hit.note_id) is null
      then ${beginningOf(sql`ticket.did || ' ' || ticket.happened || ' ' || ticket.expected`)} end as report,
    ${beginningOf(sql`coalesce(message.body, note.body)`)} as text
  from ${hit}
  join tickets as ticket on ticket.id = hit.ticket_id
  join sites as site on site.id = ticket.site_id
  join organisations as organisation on organisation.id = ticket.organisation_id
  join people as reporter on reporter.id = ticket.reporter_id
  left join messages as message on message.id = ${message}
  left join notes as note on note.id = hit.note_id`;

const readTexts = statement((_, ids: string, messages: string, notes: string) =>
  rowsOf(
    sql`unnest(${ids}::uuid[], ${messages}::uuid[], ${notes}::uuid[]) as hit (ticket_id, message_id, note_id)`,
    sql`hit.message_id`,
  ),
);

/**
 * The same, and of what is scattered the newest message with any of the words. It is looked for among the few of its
 * ticket, whatever the words: the plan is made once, so nothing here says to `#db/prepared.ts` that it depends on them.
 */
const readScattered = statement(
  (_, ids: string, messages: string, notes: string, scattered: string, any: string) =>
    rowsOf(
      sql`unnest(${ids}::uuid[], ${messages}::uuid[], ${notes}::uuid[], ${scattered}::boolean[])
        as hit (ticket_id, message_id, note_id, scattered)
        left join lateral (select text.message_id as id from search_texts as text
          where hit.scattered and text.ticket_id = hit.ticket_id and text.part = 'message'
            and text.words @@ cast(${any} as tsquery)
          order by text.id desc limit 1) as somewhere on true`,
      sql`coalesce(hit.message_id, somewhere.id)`,
    ),
);

const readFacts = statement(
  (_, ids: string) => sql<Facts & { id: string }>`
    select id, organisation_id, site_id, priority, closed_at, updated_at from tickets where id = any(${ids}::uuid[])`,
);

/** Reads by what tickets that were found are ranked and narrowed. They were found for whoever reads them. */
export async function readRanking(db: Db, hits: readonly Hit[]): Promise<(Hit & Facts)[]> {
  const facts = await readFacts(db, arrayOf(hits.map(({ id }) => id)));
  const found = new Map(hits.map((hit) => [hit.id, hit]));
  return facts.map((each) => ({ ...each, ...found.get(each.id)! }));
}

/** Reads what is shown of tickets that were found, in this order. They were found for whoever reads them. */
export async function readFound(
  db: Db,
  hits: readonly Hit[],
  words: readonly SoughtWord[],
): Promise<FoundTicket[]> {
  if (hits.length === 0) return [];
  const [ids, messages, notes] = [
    arrayOf(hits.map(({ id }) => id)),
    arrayOf(hits.map(textIn('message'))),
    arrayOf(hits.map(textIn('note'))),
  ];
  const any = queryOfAny(words);
  const isScattered = ({ place }: Hit) => place === null && any !== '';
  const rows = hits.some(isScattered)
    ? await readScattered(db, ids, messages, notes, arrayOf(hits.map(isScattered)), any)
    : await readTexts(db, ids, messages, notes);
  const read = new Map(rows.map((row) => [row.id, row]));
  return hits.flatMap(({ id, place }) => {
    const row = read.get(id);
    return row ? [foundTicket(row, place)] : [];
  });
}

const foundTicket = (row: Row, place: Place): FoundTicket => ({
  ...row,
  report: row.report === null ? null : oneLine(row.report),
  text: row.text === null ? null : oneLine(row.text),
  place,
});

const textIn = (kind: Place) => (hit: Hit) => (hit.place === kind ? hit.textId : null);

/** An array as PostgreSQL writes it, of what needs no quotes. */
const arrayOf = (values: readonly (string | boolean | null)[]) =>
  `{${values.map((value) => value ?? 'null').join(',')}}`;
