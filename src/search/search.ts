import type { Db } from '#db/open.ts';
import type { Actor } from '#lib/actor.ts';
import { type Marker, markerFor } from './marking.ts';
import { type FoundNames, findNames, type Named } from './names.ts';
import { nearestWords } from './nearest.ts';
import { type AskedTickets, findInOneText, mostTexts, type SearchFilter } from './queries.ts';
import { type Facts, type Hit, ranked } from './ranking.ts';
import { type FoundTicket, readFound, readRanking } from './rows.ts';
import { withScattered } from './scattered.ts';
import { readSought, type Sought } from './sought.ts';

export interface Asked {
  readonly typed: string;
  readonly filter?: SearchFilter;
  /** How many tickets to pass over, and how many to read. */
  readonly offset?: number;
  readonly pageSize: number;
  /** Whether notes are looked at, by whoever may see them; they are, unless this says no. */
  readonly internal?: boolean;
}

/** What was found for somebody. */
export interface Results {
  /** What was looked for in the end. */
  readonly sought: Sought;
  /** What was looked for instead of what was typed, because that was found nowhere. */
  readonly instead: string | null;
  /** All tickets that were found, the likeliest first. */
  readonly hits: readonly Facts[];
  /** Whether there may be more tickets than were looked at. */
  readonly more: boolean;
  /** Those of the page. */
  readonly tickets: readonly FoundTicket[];
  /** Clients, sites and people. */
  readonly names: readonly Named[];
  readonly marker: Marker;
}

/** Looks for what somebody typed, among what they may see; forgives slips of the keyboard. */
export async function search(db: Db, actor: Actor, now: Date, asked: Asked): Promise<Results> {
  const typed = await readSought(db, asked.typed);
  let found = await find(db, actor, asked, typed);
  let [sought, instead]: [Sought, string | null] = [typed, null];
  if (foundNothing(found) && typed.words.length > 0 && !isNarrowed(asked)) {
    const meant = await meantBy(db, actor, typed);
    const other = meant && (await readSought(db, meant));
    const again = other && (await find(db, actor, asked, other));
    if (again && !foundNothing(again)) [sought, instead, found] = [other, meant, again];
  }
  const { hits, tickets } = await pageOf(db, now, asked, found.tickets.hits, sought);
  const names = actor.kind === 'contact' ? [] : found.names.all;
  const marker = await markerFor(db, sought.words, textsOf(tickets, names));
  return { sought, instead, hits, more: found.tickets.more, tickets, names, marker };
}

/** All that was found in its order, and what is shown of the page. What fits on one page is read at once. */
async function pageOf(
  db: Db,
  now: Date,
  { offset = 0, pageSize }: Asked,
  hits: readonly Hit[],
  { words }: Sought,
) {
  if (offset === 0 && hits.length <= pageSize) {
    const tickets = ranked(await readFound(db, hits, words), now);
    return { hits: tickets, tickets };
  }
  const all = ranked(await readRanking(db, hits), now);
  return { hits: all, tickets: await readFound(db, all.slice(offset, offset + pageSize), words) };
}

interface FoundAll {
  readonly names: FoundNames;
  readonly tickets: Found;
}

interface Found {
  readonly hits: readonly Hit[];
  /** Whether there may be more than were looked at. */
  readonly more: boolean;
}

async function find(db: Db, actor: Actor, asked: Asked, sought: Sought): Promise<FoundAll> {
  const { filter = {}, internal = true } = asked;
  const tickets: AskedTickets = { sought, filter, internal };
  const [names, found] = await Promise.all([findNames(db, actor, sought), findInOneText(db, actor, tickets)]);
  const hits = await withScattered(db, actor, tickets, found, names.marks);
  return { names, tickets: { hits, more: found.texts > mostTexts } };
}

/** Filters may have taken away what was meant: then nothing is guessed. */
const isNarrowed = ({ filter = {} }: Asked) => Object.values(filter).some((value) => value !== undefined);

const foundNothing = ({ names, tickets }: FoundAll) => tickets.hits.length === 0 && names.all.length === 0;

/** What was typed with other words for those in which something may have slipped; null when there are none. */
async function meantBy(db: Db, actor: Actor, sought: Sought): Promise<string | null> {
  const nearest = await nearestWords(db, actor, sought.words);
  if (nearest.size === 0) return null;
  return sought.words.map(({ word }) => nearest.get(word) ?? word).join(' ');
}

/** What a list shows of a ticket beside its subject: the text in which the words stood, else what was reported. */
export function textOf({ text, report }: FoundTicket, marker: Marker): string {
  if (report === null || text === null) return text ?? report ?? '';
  return marker.ranges(report).length > 0 ? report : text;
}

const textsOf = (tickets: readonly FoundTicket[], names: readonly Named[]) => [
  ...tickets.flatMap(({ subject, report, text }) => [subject.normalize('NFC'), report ?? '', text ?? '']),
  ...names.flatMap(({ name, address }) => [name, address ?? '']),
];

/** The tickets about which these words were written, without what is forgiven and guessed: to narrow a list by them. */
export async function ticketsAbout(
  db: Db,
  actor: Actor,
  typed: string,
  filter: SearchFilter,
): Promise<string[]> {
  const asked: AskedTickets = { sought: await readSought(db, typed), filter };
  const hits = await withScattered(db, actor, asked, await findInOneText(db, actor, asked));
  return hits.map(({ id }) => id);
}
