import { type Agreement, priorityOf, targetMs } from '#agreement/agreement.ts';
import type { Chance } from './chance.ts';
import { day, hour, type Moments, minute } from './moments.ts';
import type { Wish } from './recipes.ts';
import { type StepName, stepRules } from './steps.ts';
import type { Story } from './stories/story.ts';

export interface Placing {
  readonly moments: Moments;
  readonly agreement: Agreement;
  readonly now: number;
  readonly chance: Chance;
  /** An ended ticket that this one follows was closed then. */
  readonly notBefore?: number | undefined;
}

/** The moments of a ticket: the report first, then each of its steps. */
export function place(wish: Wish, story: Story, placing: Placing): number[] {
  if ('daysAgo' in wish.place) return placeEnded(wish, wish.place.daysAgo, story, placing);
  if ('minutesAgo' in wish.place) {
    const reportedAt = placing.moments.clientBefore(placing.now - wish.place.minutesAgo * minute);
    return [reportedAt];
  }
  return placeOpen(wish, story, placing);
}

const pace = { high: 0.25, medium: 1, low: 2 };

function paceOf(story: Story, steps: readonly StepName[], agreement: Agreement): number {
  return pace[finalPriority(story, steps, agreement)];
}

export function finalPriority(story: Story, steps: readonly StepName[], agreement: Agreement) {
  const { urgency, impact } = steps.includes('adjust') && story.adjusted ? story.adjusted : story;
  return priorityOf(agreement, urgency, impact);
}

interface Delay {
  readonly ms: number;
  readonly paused: boolean;
}

/** How long each step takes in office time; what a client does at any hour counts by its share of office time. */
function delaysOf({ steps }: Wish, story: Story, { chance, agreement }: Placing): Delay[] {
  const factor = paceOf(story, steps, agreement);
  const share = agreement.calendar.workingDayMinutes / (24 * 60);
  return steps.map((name) => {
    const { side, minutes, paused } = rule(name);
    const scale = side === 'client' ? share : name === 'byPhone' ? 1 : factor;
    return { ms: Math.round(chance.between(...minutes) * scale * minute), paused: paused ?? false };
  });
}

const rule = (name: StepName) => stepRules[name] as (typeof stepRules)['answer'];

/**
 * An open ticket is reported when it must be for its deadline, or its last step, to lie where it is wished.
 * All its steps lie in office time; what the agency needs for its own is pressed into what there is.
 */
function placeOpen(wish: Wish, story: Story, placing: Placing): number[] {
  const { moments, now } = placing;
  const { calendar } = moments;
  const delays = delaysOf(wish, story, placing);
  const total = sum(delays.map(({ ms }) => ms));
  const paused = sum(delays.filter((each) => each.paused).map(({ ms }) => ms));
  if ('since' in wish.place) {
    const reportedAt = moments.before(now, wish.place.since * minute + total);
    return [
      reportedAt,
      ...walk(
        reportedAt,
        delays.map(({ ms }) => ms),
        moments,
      ),
    ];
  }
  if (!('due' in wish.place)) throw new Error('An open ticket has a deadline or a last step.');
  const { due } = wish.place;
  const deadline = due < 0 ? moments.before(now, -due * minute) : calendar.add(now, due * minute);
  const reportedAt = moments.before(deadline, targetOf(wish, story, placing) + paused);
  const own = calendar.between(reportedAt, now) - paused;
  const press = Math.min(1, (0.92 * own) / Math.max(1, total - paused));
  return [
    reportedAt,
    ...walk(
      reportedAt,
      delays.map((each) => each.ms * (each.paused ? 1 : press)),
      moments,
    ),
  ];
}

/** The target that is due next: the response until there was one, the solution afterwards. */
function targetOf({ steps }: Wish, story: Story, { agreement }: Placing): number {
  const responds: StepName[] = ['pick', 'pickSelf', 'ask', 'reply', 'give'];
  const clock = steps.some((name) => responds.includes(name)) ? 'solution' : 'response';
  const targets = agreement.targets[finalPriority(story, steps, agreement)];
  return targetMs(targets[clock], agreement.calendar.workingDayMinutes);
}

function walk(from: number, delays: readonly number[], { calendar }: Moments): number[] {
  let passed = 0;
  return delays.map((ms) => {
    passed += Math.round(ms);
    return calendar.nextOpening(calendar.add(from, passed));
  });
}

/** An ended ticket is reported at any hour at which clients are up, early enough to have ended by now. */
function placeEnded(wish: Wish, daysAgo: number, story: Story, placing: Placing): number[] {
  const { moments, now, agreement, chance, notBefore = 0 } = placing;
  const factor = paceOf(story, wish.steps, agreement) * (chance.percent(10) ? 3.2 : 1);
  const draws = wish.steps.map((name) => chance.between(...rule(name).minutes));
  const silence = agreement.silence.signOffAfterWorkingDays * agreement.calendar.workingDayMinutes * minute;
  let start = Math.max(now - daysAgo * day, notBefore + 2 * hour);
  for (let tries = 0; tries < 60; tries++, start -= day) {
    const reportedAt = reportNear(start + chance.between(-4, 4) * hour, wish, placing);
    const all = [reportedAt];
    for (const [at, name] of wish.steps.entries()) {
      const before = all.at(-1)!;
      const ms = draws[at]! * minute;
      all.push(
        rule(name).side === 'client'
          ? moments.client(before + ms)
          : moments.staff(before, name === 'byPhone' ? ms : ms * factor),
      );
    }
    const end = wish.silent ? moments.calendar.add(all.at(-1)!, silence) : all.at(-1)!;
    if (end < now - 20 * minute) return all;
  }
  throw new Error('There is no room for an ended ticket.');
}

function reportNear(at: number, { how }: Wish, { moments, chance, notBefore = 0 }: Placing): number {
  const inOffice = how === 'phone' || chance.percent(70);
  const near = inOffice ? moments.staff(at, chance.between(5, 300) * minute) : moments.client(at);
  return Math.max(near, notBefore + hour);
}

const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
