import { type Agreement, type Impact, priorityOf, targetMs, type Urgency } from '#agreement/agreement.ts';
import type { OfficeCalendar } from '#agreement/calendar.ts';
import type { Priority } from '#db/types.ts';
import { Chance } from '#demo/chance.ts';
import { uuid } from './ids.ts';
import type { Cast, Client, Member, Reporter } from './people.ts';
import { capital, rareWord, type Words } from './words.ts';

/** What happens to a ticket, step by step; `timer` is a warning that the program gives by itself. */
export type Act =
  | 'report'
  | 'pick_up'
  | 'reply'
  | 'add'
  | 'ask'
  | 'hand_over'
  | 'answer'
  | 'sign_off'
  | 'timer';

/** Each with three messages; what is still open stands somewhere along the way. */
export const ways = {
  reported: ['report', 'reply', 'add', 'reply'],
  picked_up: ['report', 'pick_up', 'reply', 'add', 'reply'],
  testing: ['report', 'pick_up', 'reply', 'add', 'reply', 'hand_over'],
  waiting: ['report', 'pick_up', 'reply', 'add', 'ask'],
  sign_off: ['report', 'pick_up', 'reply', 'add', 'answer'],
  signed_off: ['report', 'pick_up', 'reply', 'add', 'answer', 'sign_off'],
} as const satisfies Record<string, readonly Act[]>;
export type Way = keyof typeof ways;

/** Of a hundred open tickets. */
const openWays: readonly (readonly [Way, number])[] = [
  ['reported', 25],
  ['picked_up', 45],
  ['testing', 10],
  ['waiting', 10],
  ['sign_off', 10],
];

/** How one ticket of the seed goes: of which kind it is, whose, and when what happens. */
export interface Outline {
  readonly number: number;
  readonly way: Way;
  readonly acts: readonly Act[];
  /** The moment of each act, in epoch ms; those of timers are set where the clocks are known. */
  readonly moments: readonly number[];
  readonly channel: 'portal' | 'phone';
  readonly urgency: Urgency;
  readonly impact: Impact;
  readonly priority: Priority;
  readonly client: Client;
  readonly site: Client['sites'][number];
  readonly reporter: Reporter;
  readonly handler: Member;
}

/** Everything that chance decides about it. */
export interface Plan extends Outline {
  readonly subject: string;
  readonly did: string;
  readonly happened: string;
  readonly expected: string;
  readonly bodies: readonly [string, string, string];
  /** An id for every row; the first is the ticket's own. */
  readonly ids: readonly string[];
}

export interface Office {
  readonly calendar: OfficeCalendar;
  readonly agreement: Agreement;
}

interface Stage extends Office {
  readonly cast: Cast;
  readonly words: Words;
  readonly now: number;
}

export interface Begin {
  readonly at: number;
  readonly way: Way;
  /** Whether the rare word stands in it. */
  readonly marked: boolean;
}

const day = 86_400_000;
const minute = 60_000;
/** The oldest ticket, and the latest that has ended. */
const history = { from: 900 * day, to: 20 * day };
const openFor = 28 * day;
const openShare = 0.2;
/** The rare word stands in so many tickets. */
export const marked = 100;
export const idsEach = 24;

/** When each ticket begins and how it goes, the oldest first: a fifth is open. */
export function begins(
  tickets: number,
  { calendar, agreement, now }: Omit<Stage, 'cast' | 'words'>,
): Begin[] {
  const chance = new Chance(11);
  const within = (from: number, to: number) =>
    Math.floor(calendar.add(from, chance.next() * (calendar.between(from, to) - 30 * minute)));
  // what waits for sign-off waits less long than until the first reminder
  let delivered = now - day;
  while (calendar.between(delivered, now) < agreement.calendar.workingDayMinutes * minute) delivered -= day;

  const open = Math.round(tickets * openShare);
  const all: Begin[] = Array.from({ length: tickets - open }, () => ({
    at: within(now - history.from, now - history.to),
    way: 'signed_off',
    marked: false,
  }));
  const every = Math.max(1, Math.floor(open / marked));
  for (let index = 0; index < open; index++) {
    const way = wayOf(chance.next() * 100);
    const at = within(way === 'sign_off' ? delivered : now - openFor, now);
    all.push({ at, way, marked: index % every === 0 && index / every < marked });
  }
  return all.sort((a, b) => a.at - b.at);
}

function wayOf(roll: number): Way {
  let left = roll;
  for (const [way, share] of openWays) {
    if (left < share) return way;
    left -= share;
  }
  return 'picked_up';
}

const urgencies = ['high', 'medium', 'low'] as const;
const impacts = ['large', 'medium', 'small'] as const;

/** Decides how one ticket goes; the same number always gives the same. */
export const outlineOf = (index: number, begin: Begin, stage: Stage): Outline =>
  outline(index, begin, { ...stage, chance: chanceOf(index) });

/** Decides everything about it, in the same way. */
export function planOf(index: number, begin: Begin, stage: Stage): Plan {
  const { words } = stage;
  const chance = chanceOf(index);
  const text = (length: number) => words.text(chance, length);
  const mark = begin.marked ? ` ${rareWord}` : '';
  return {
    ...outline(index, begin, { ...stage, chance }),
    subject: capital(Array.from({ length: 6 }, () => words.word(chance)).join(' ')) + mark,
    did: text(20),
    happened: text(30),
    expected: text(12),
    bodies: [text(85), text(85) + mark, text(85)],
    ids: Array.from({ length: idsEach }, () => uuid(chance, begin.at)),
  };
}

const chanceOf = (index: number) => new Chance(1_000 + index);

function outline(index: number, begin: Begin, stage: Stage & { chance: Chance }): Outline {
  const { cast, agreement, chance } = stage;
  const client = chance.pick(cast.clients);
  const urgency = chance.percent(10) ? 'high' : chance.pick(urgencies.slice(1));
  const impact = chance.percent(10) ? 'large' : chance.pick(impacts.slice(1));
  const priority = priorityOf(agreement, urgency, impact);
  const acts = ways[begin.way];
  return {
    number: index + 1,
    way: begin.way,
    acts,
    moments: momentsOf(acts, begin.at, priority, stage),
    channel: chance.percent(20) ? 'phone' : 'portal',
    urgency,
    impact,
    priority,
    client,
    site: chance.pick(client.sites),
    reporter: chance.pick(client.contacts),
    handler: chance.pick(cast.handlers),
  };
}

/**
 * Every step well before a warning is due, all of them in office time; a ticket that is released is signed off
 * before the first reminder.
 */
function momentsOf(
  acts: readonly Act[],
  start: number,
  priority: Priority,
  { calendar, agreement, now, chance }: Stage & { chance: Chance },
): number[] {
  const { workingDayMinutes } = agreement.calendar;
  const target = (which: 'response' | 'solution') =>
    targetMs(agreement.targets[priority][which], workingDayMinutes);
  const steps = acts.filter((act) => act !== 'sign_off').length - 1;
  const span = Math.min(target('solution') * 0.65, calendar.between(start, now) * 0.95);
  const first = Math.min(target('response') * 0.6, span / (steps + 1));
  const moments = [start, Math.floor(calendar.add(start, first * chance.between(0.2, 1)))];
  for (let step = 2; step <= steps; step++) {
    const share = (step - 1 + chance.next() * 0.9) / steps;
    moments.push(Math.floor(calendar.add(start, first + (span - first) * share)));
  }
  if (acts.at(-1) === 'sign_off')
    moments.push(
      Math.floor(calendar.add(moments.at(-1)!, chance.between(0.1, 2.5) * workingDayMinutes * minute)),
    );
  return moments;
}
