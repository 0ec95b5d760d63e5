import type { Priority } from '#agreement/agreement.ts';
import type { Language } from '#lib/language.ts';
import type { ReportName } from './report.ts';
import type { StepName } from './steps.ts';

/** When a ticket lies. Amounts are office minutes as seen from now, unless they say otherwise. */
export type Place =
  /** Its next deadline lies so far ahead; below zero it has passed. */
  | { readonly due: number }
  /** Its last step was so long ago. */
  | { readonly since: number }
  /** Reported so many minutes of any kind ago. */
  | { readonly minutesAgo: number }
  /** Reported about so many days ago, and ended since. */
  | { readonly daysAgo: number };

export interface Wish {
  readonly how: ReportName;
  readonly steps: readonly StepName[];
  readonly place: Place;
  readonly priority?: Priority;
  readonly language?: Language;
  /** On a site that is not live yet. */
  readonly early?: true;
  /** Takes up a ticket that ended before, one of those that are `followed`. */
  readonly follows?: true;
  readonly followed?: true;
  /** Waits until the silence ends it. */
  readonly silent?: true;
}

type Rest = Omit<Wish, 'how' | 'steps' | 'place'>;

/** A wish from its steps as one line. */
function wish(line: string, place: Place, rest: Rest = {}): Wish {
  const [how, ...steps] = line.split(' ') as [ReportName, ...StepName[]];
  return { how, steps, place, ...rest };
}

const workingDay = 510;
const days = (count: number) => Math.round(count * workingDay);
const [high, medium, low] = [{ priority: 'high' }, { priority: 'medium' }, { priority: 'low' }] as const;
const en = { language: 'en' } as const;

const late: readonly Wish[] = [
  wish('report', { due: -35 }, medium),
  wish('report pick note', { due: -140 }, medium),
  wish('report pick hand fail hand', { due: -25 }, { ...medium, ...en }),
  wish('report pick hand pass release refuse reply note move', { due: -620 }, medium),
];

/** The last of them are spread over what is left of the office day: `left` minutes. */
const today = (left: number): readonly Wish[] => {
  const at = (part: number) => ({ due: Math.round((left >= 60 ? left : workingDay) * part) });
  return [
    wish('report watch pick assign hand pass', { due: 20 }, medium),
    wish('report pick reply note', { due: 60 }, high),
    wish('report add', { due: 180 }, low),
    wish('report ask answer', at(0.12), medium),
    wish('report pick hand', at(0.3), { ...medium, ...en }),
    wish('report pick ask answer hand fail', at(0.42), medium),
    wish('report adjust pick note', at(0.55), high),
    wish('phone pickSelf note', at(0.68), medium),
    wish('report', at(0.8), { ...medium, ...en }),
    wish('report pick unassign', at(0.97), medium),
    wish('report', { minutesAgo: 12 }, { ...high, language: 'nl' }),
  ];
};

const later: readonly Wish[] = [
  wish('report', { since: 110 }, low),
  wish('report', { since: 62 }, medium),
  wish('report add', { since: 34 }, { ...low, ...en }),
  wish('phone', { since: 15 }, low),
  wish('report pick', { due: days(4.13) }, low),
  wish('report pickSelf assign', { due: days(5.06) }, low),
  wish('report pick unassign', { due: days(2.94) }, { ...low, ...en }),
  wish('report pick note', { due: days(1.63) }, medium),
  wish('report pick hand', { due: days(2.57) }, low),
  wish('report watch pick ask answer', { due: days(2.09) }, medium),
  wish('report pick hand pass release sign reopen', { due: days(2.26) }, low),
  wish('report pick', { due: days(1.88) }, { ...medium, follows: true }),
  wish('report pick hand pass release refuse', { due: days(1.79) }, { ...low, ...en }),
  wish('report pick move', { due: days(3.47) }, low),
  wish('report pick reply', { due: days(4.42) }, { ...low, ...en }),
  wish('report adjust pick', { due: days(1.34) }, { ...medium, ...en }),
  wish('report pick', { due: days(5.53) }, { ...low, early: true }),
  wish('report pick hand', { due: days(2.83) }, { ...low, early: true }),
];

const withClient: readonly Wish[] = [
  wish('report ask', { since: 200 }, medium),
  wish('report pick ask', { since: days(1.07) }, low),
  wish('report watch pick note ask', { since: days(2.23) }, low),
  wish('report pick hand pass release refuse ask', { since: days(4.41) }, medium),
  wish('report ask', { since: days(6.87) }, { ...low, ...en }),
  wish('report pick hand pass release', { since: 95 }, medium),
  wish('report pick hand fail hand pass release', { since: days(1.36) }, low),
  wish('report give', { since: days(2.68) }, low),
  wish('report watch pick hand pass release', { since: days(3.34) }, { ...medium, ...en }),
  wish('report pick hand pass release', { since: days(5.12) }, low),
  wish('report pick give', { since: days(7.45) }, { ...low, ...en }),
  wish('phone pick hand pass release', { since: days(8.33) }, low),
  wish('report pick hand pass release refuse hand pass release', { since: days(9.52) }, low),
];

/** Everything that is open, the scarcest kinds of story first. */
export const openWishes = (officeMinutesLeftToday: number): readonly Wish[] => {
  const all = [...late, ...today(officeMinutesLeftToday), ...later, ...withClient];
  const scarcity = ({ steps, early, priority }: Wish) =>
    (steps.includes('adjust') ? 8 : 0) +
    (steps.includes('give') ? 6 : 0) +
    (early ? 4 : 0) +
    (priority === 'low' ? 0 : 2);
  return all.toSorted((a, b) => scarcity(b) - scarcity(a));
};

/** What has ended: each way with how many went it. */
const ended: readonly (readonly [count: number, line: string, rest?: Rest])[] = [
  [3, 'report pick hand pass release sign'],
  [3, 'report pick hand pass release sign', { ...medium, followed: true }],
  [4, 'report pickSelf note assign hand pass release sign'],
  [6, 'report pick ask answer hand pass release sign'],
  [5, 'report watch pick hand fail hand pass release sign'],
  [5, 'report pick hand pass release refuse hand pass release sign'],
  [
    3,
    'report pick hand pass release refuse hand fail hand pass release refuseAgain reply hand pass release sign',
  ],
  [4, 'report adjust pick hand pass release sign'],
  [4, 'report pick move hand pass release sign'],
  [4, 'report pick note hand pass release signLate'],
  [3, 'report add reply pick hand pass release sign'],
  [5, 'report give sign'],
  [5, 'report pick give sign'],
  [2, 'report pick ask answer give signLate'],
  [4, 'phone pick hand pass release sign'],
  [2, 'phone give sign'],
  [4, 'report pick ask byPhone hand pass release sign'],
  [3, 'report ask answer pick hand pass release sign'],
  [2, 'report pick hand pass release sign', { follows: true }],
  [8, 'report pick hand pass release', { silent: true }],
  [3, 'report give', { silent: true }],
  [3, 'report pick ask answer hand pass release', { silent: true }],
  [3, 'report reply drop'],
  [3, 'report pick note drop'],
  [2, 'report pick ask answer drop'],
  [3, 'report withdraw'],
  [2, 'report pick withdraw'],
  [3, 'report pick hand pass release sign reopen hand pass release sign'],
  [1, 'report pick drop reopen hand pass release sign'],
];

const oldest = 69;
const latest = 4;

/** Everything that has ended, spread over the past weeks. */
export function endedWishes(): readonly Wish[] {
  const all = ended.flatMap(([count, line, rest]) => Array.from({ length: count }, () => ({ line, rest })));
  return all.map(({ line, rest }, at) => {
    // the ways take turns, so that no week holds only one of them
    const turn = (at * 37) % all.length;
    const [from, to] = spanOf(rest);
    return wish(line, { daysAgo: from + (turn / all.length) * (to - from) }, rest);
  });
}

/** How many days ago it can have been reported, for all that came of it to lie in the past. */
function spanOf({ silent, followed, follows }: Rest = {}): readonly [number, number] {
  if (silent) return [20, oldest];
  if (followed) return [52, oldest];
  return follows ? [latest, 16] : [latest, oldest];
}
