import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import type { Actor } from '#lib/actor.ts';
import { type Joined, visibleTo } from '#tickets/queries.ts';
import type { SoughtWord } from './sought.ts';

/** Words that share fewer than this part of their groups of three letters are not looked at. */
const similarEnough = 0.3;
const mostLooked = 50;
const shortest = 4;

/**
 * For words in which nothing was found: the ones that may have been meant, from subjects and names that this actor
 * may see; null where there is none for a word.
 */
export async function nearestWords(
  db: Db,
  actor: Actor,
  words: readonly SoughtWord[],
): Promise<ReadonlyMap<string, string>> {
  const asked = words.filter(({ letters }) => letters.length >= shortest);
  const nearest = new Map<string, string>();
  if (asked.length === 0) return nearest;
  await db.transaction().execute(async (db) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(similarEnough)}, true)`.execute(
      db,
    );
    for (const { word, letters } of asked) {
      const found = await similarTo(db, actor, letters);
      const best = bestOf(letters, found);
      if (best && best !== letters) nearest.set(word, best);
    }
  });
  return nearest;
}

/** Subjects and names in which a similar word stands, the most similar first. */
async function similarTo(db: Db, actor: Actor, letters: string): Promise<string[]> {
  const contact = actor.kind === 'contact';
  const allowed = db
    .selectFrom('tickets as ticket')
    .select('ticket.id')
    .where((eb) => visibleTo(actor)(eb as unknown as Joined));
  const own = contact ? sql`and organisation_id = ${actor.organisationId}` : sql``;
  const { rows } = await sql<{ letters: string }>`
    select letters from (
      select letters from search_texts
        where ${letters} <% letters ${contact ? sql`and ticket_id in (${allowed})` : sql``}
      union all
      select search_site(name, addresses) from sites where ${letters} <% search_site(name, addresses) ${own}
      union all
      select search_letters(name || ' ' || email::text) from people
        where ${letters} <% search_letters(name || ' ' || email::text) and not is_token ${own}
      ${
        contact
          ? sql``
          : sql`union all
        select search_letters(name) from organisations where ${letters} <% search_letters(name)`
      }
    ) as similar_texts
    order by word_similarity(${letters}, letters) desc limit ${mostLooked}`.execute(db);
  return rows.map((row) => row.letters);
}

/** The word of these texts that takes the fewest slips to become what was typed, if few enough. */
function bestOf(letters: string, texts: readonly string[]): string | null {
  const most = letters.length < 6 ? 1 : letters.length < 11 ? 2 : 3;
  let best: { word: string; slips: number } | null = null;
  for (const word of new Set(texts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []))) {
    if (Math.abs(word.length - letters.length) > most) continue;
    const slips = slipsBetween(letters, word);
    if (slips <= most && (!best || slips < best.slips)) best = { word, slips };
  }
  return best?.word ?? null;
}

/** How many slips make one word into the other: a letter too many, too few, another one, or two in the wrong order. */
export function slipsBetween(one: string, other: string): number {
  let [earlier, last]: number[][] = [[], [...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let slips = Math.min(last![j]! + 1, row[j - 1]! + 1, last![j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        slips = Math.min(slips, earlier![j - 2]! + 1);
      row.push(slips);
    }
    [earlier, last] = [last!, row];
  }
  return last![other.length]!;
}
