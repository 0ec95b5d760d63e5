import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import type { Actor } from '#lib/actor.ts';
import { frequencies } from './frequency.ts';
import { hasWord, ticketsWith } from './matching.ts';
import { type AskedTickets, boundsOf, type FoundTexts } from './queries.ts';
import type { Hit } from './ranking.ts';

/** With fewer texts than this that hold all of the words, these are also looked for apart from each other. */
const fewTexts = 50;

/**
 * What was found in one text, and where that is little also the tickets about which the words were written in
 * different texts, in the middle of a word, or in the name of a client, a site or a person.
 * @param marks for each word the marks of those who are called so
 */
export async function withScattered(
  db: Db,
  actor: Actor,
  asked: AskedTickets,
  { hits, texts }: FoundTexts,
  marks: Marks = new Map(),
): Promise<readonly Hit[]> {
  if (texts >= fewTexts || asked.sought.words.length === 0) return hits;
  return [...hits, ...(await findScattered(db, actor, { ...asked, marks, besides: hits }))];
}

type Marks = ReadonlyMap<string, readonly string[]>;

interface AskedScattered extends AskedTickets {
  readonly marks: Marks;
  /** What was found already. */
  readonly besides: readonly Hit[];
}

async function findScattered(db: Db, actor: Actor, asked: AskedScattered): Promise<Hit[]> {
  const { sought, marks, besides } = asked;
  const { internal, mark, only } = boundsOf(db, actor, asked);
  const often = await frequencies(db);
  const sets = sought.words.map((word, nth) => ({
    name: sql.id(`with_word_${nth}`),
    tickets: ticketsWith(word, { internal, mark, often, marks: marks.get(word.word) ?? [] }),
    has: hasWord(word, { internal, marks: marks.get(word.word) ?? [] }),
    as: sql.id(`has_word_${nth}`),
  }));
  const sizes = sets.map(({ name }) => sql`(select count(*) from ${name})`);
  const smallest = sql`least(${sql.join(sizes)})`;
  // of a single word the tickets with it are known already
  const beside = sql.join(
    sets.map(({ has, as }) => sql`cross join lateral ${has} as ${as}`),
    sql` `,
  );
  const { rows } = await sql<{ id: string }>`
    with ${sql.join(sets.map(({ name, tickets }) => sql`${name} as materialized (${tickets})`))}
    select distinct candidate.ticket_id as id
      from (${sql.join(
        sets.map(({ name }, nth) => sql`select ticket_id from ${name} where ${sizes[nth]!} = ${smallest}`),
        sql` union all `,
      )}) as candidate
      ${sets.length > 1 ? beside : sql``}
      where candidate.ticket_id <> all(${besides.map(({ id }) => id)}::uuid[])
        ${only('candidate.ticket_id')}`.execute(db);
  return rows.map(({ id }) => ({ id, place: null, textId: null }));
}
