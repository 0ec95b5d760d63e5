import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/open.ts';
import type { Actor } from '#lib/actor.ts';
import { shortestPart } from './matching.ts';
import type { Sought, SoughtWord } from './sought.ts';

/** A client, a site or somebody who is called as was sought. */
export interface Named {
  readonly kind: 'organisation' | 'site' | 'person';
  readonly id: string;
  readonly name: string;
  /** An address: of a site, or for mail. */
  readonly address: string | null;
  /** The client that it belongs to. */
  readonly organisation: string | null;
  /** Work for it has ended, or the person no longer comes in. */
  readonly ended: boolean;
}

export interface FoundNames {
  /** Those with all of the words in their names and addresses. */
  readonly all: readonly Named[];
  /** For each word, the marks that the tickets of those with that word carry. */
  readonly marks: ReadonlyMap<string, readonly string[]>;
}

const mostOfAKind = 50;
const marksOf = { organisation: '/c/', site: '/s/', person: '/r/' } as const;

/** Short words are meant as beginnings of words, longer ones also as parts of them. */
const stands = (letters: string, word: SoughtWord) =>
  ` ${letters}`.includes(word.letters.length < shortestPart ? ` ${word.letters}` : word.letters);

/** What `stands` asks, as patterns. */
function patternsOf({ letters }: SoughtWord): string[] {
  const literal = letters.replace(/[\\%_]/g, '\\$&');
  return letters.length < shortestPart ? [`${literal}%`, `% ${literal}%`] : [`%${literal}%`];
}

/**
 * Clients, sites and people by name and address: for staff all, for a contact those of their own organisation.
 * Whatever the name, it is looked for in the indexes of names, so the plan is made once: `~~` is `like`, of which
 * `#db/prepared.ts` has to think that it depends on the words.
 */
export async function findNames(db: Db, actor: Actor, sought: Sought): Promise<FoundNames> {
  const words = sought.words.filter(({ letters }) => letters.length > 1);
  if (words.length === 0) return { all: [], marks: new Map() };
  const anyIn = (letters: RawBuilder<unknown>) =>
    sql`(${sql.join(
      words.flatMap(patternsOf).map((pattern) => sql`${letters} ~~ ${pattern}`),
      sql` or `,
    )})`;
  const own = actor.kind === 'contact' ? actor.organisationId : null;
  const ofOwn = own ? sql`and organisation.id = ${own}` : sql``;
  const [organisationLetters, siteLetters, personLetters] = [
    sql`search_letters(organisation.name)`,
    sql`search_site(site.name, site.addresses)`,
    sql`search_letters(person.name || ' ' || person.email::text)`,
  ];
  const { rows } = await sql<Named & { letters: string }>`
    select * from ((select 'site' as kind, site.id, site.name, site.addresses[1] as address, organisation.name as organisation,
        site.phase = 'ended' as ended, ${siteLetters} as letters
      from sites as site join organisations as organisation on organisation.id = site.organisation_id
      where ${anyIn(siteLetters)} ${ofOwn}
      order by ended, site.name, site.id limit ${sql.lit(mostOfAKind)})
    union all
    (select 'person', person.id, person.name, person.email::text, organisation.name,
        person.deactivated_at is not null as ended, ${personLetters}
      from people as person left join organisations as organisation on organisation.id = person.organisation_id
      where ${anyIn(personLetters)} and not person.is_token ${ofOwn}
      order by ended, person.name, person.id limit ${sql.lit(mostOfAKind)})
    ${
      own
        ? sql``
        : sql`union all
    (select 'organisation', organisation.id, organisation.name, null, null,
        organisation.ended_at is not null as ended, ${organisationLetters}
      from organisations as organisation
      where ${anyIn(organisationLetters)}
      order by ended, organisation.name, organisation.id limit ${sql.lit(mostOfAKind)})`
    }) as named`.execute(db);
  const marks = new Map(
    words.map((word) => [
      word.word,
      rows
        .filter(({ letters }) => stands(letters, word))
        .map(({ kind, id }) => `${marksOf[kind as Named['kind']]}${id}`),
    ]),
  );
  const all = rows.filter(({ letters }) => sought.words.every((word) => stands(letters, word)));
  return { all: sought.cut ? [] : all, marks };
}
