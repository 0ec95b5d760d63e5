import type { Db } from '#db/open.ts';
import type { Actor } from '#lib/actor.ts';
import { type Marker, markerFor } from './marking.ts';
import { type FoundNames, findNames, type Named } from './names.ts';
import { nearestWords } from './nearest.ts';
import { type Found, findTickets, type SearchFilter } from './queries.ts';
import { type Hit, ranked } from './ranking.ts';
import { type FoundTicket, readFound } from './rows.ts';
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
  readonly hits: readonly Hit[];
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
  const hits = ranked(found.tickets.hits, now);
  const offset = asked.offset ?? 0;
  const shown = hits.slice(offset, offset + asked.pageSize);
  const tickets = await readFound(db, shown, sought.words);
  const names = actor.kind === 'contact' ? [] : found.names.all;
  const marker = await markerFor(db, sought.words, textsOf(tickets, names));
  return { sought, instead, hits, more: found.tickets.more, tickets, names, marker };
}

interface FoundAll {
  readonly names: FoundNames;
  readonly tickets: Found;
}

async function find(db: Db, actor: Actor, asked: Asked, sought: Sought): Promise<FoundAll> {
  const names = await findNames(db, actor, sought);
  const { filter = {}, internal = true } = asked;
  const tickets = await findTickets(db, actor, { sought, filter, internal, marks: names.marks });
  return { names, tickets };
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
export function textOf(ticket: FoundTicket, marker?: Marker): string {
  const { place, text, report } = ticket;
  if (text === null) return report;
  if (place !== null) return text;
  return marker && marker.ranges(report).length > 0 ? report : text;
}

const textsOf = (tickets: readonly FoundTicket[], names: readonly Named[]) => [
  ...tickets.flatMap((ticket) => [ticket.subject.normalize('NFC'), ticket.report, textOf(ticket)]),
  ...names.flatMap(({ name, address }) => [name, address ?? '']),
];

/** The tickets about which these words were written, without what is forgiven and guessed: to narrow a list by them. */
export async function ticketsAbout(
  db: Db,
  actor: Actor,
  typed: string,
  filter: SearchFilter,
): Promise<string[]> {
  const { hits } = await findTickets(db, actor, { sought: await readSought(db, typed), filter });
  return hits.map(({ id }) => id);
}
