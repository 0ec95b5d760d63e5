import { defaultAgreement } from '#agreement/agreement.ts';
import type { Scope } from '#db/scope.ts';
import type { FileStore } from '#files/store.ts';
import { loadOffice, type Office } from '#settings/office.ts';
import { addCast, type Cast, endSites, inviteLately } from './cast.ts';
import { Casting } from './casting.ts';
import { Chance } from './chance.ts';
import { Invoicing } from './invoicing.ts';
import { judgeSome } from './judging.ts';
import { day, hour, Moments, minute } from './moments.ts';
import { type Placing, place } from './placing.ts';
import { Quoting } from './quoting.ts';
import { endedWishes, openWishes, type Wish } from './recipes.ts';
import { takeReport } from './report.ts';
import { Researching } from './researching.ts';
import type { Script, Stage } from './script.ts';
import { stepRules } from './steps.ts';
import { type Act, DemoClock, play } from './timeline.ts';

/** The agency opens so long before now; the first tickets come a week later. */
const weeksAgo = 11;

/**
 * Fills an empty database with an agency at work, by the operations that everybody uses, as if the past weeks
 * had happened: the same `now` gives the same agency, ids apart.
 * @param options.passwordHash of the one password with which everybody signs in
 * @param options.signal ends it early, with what there is by then
 */
export async function seedDemo(
  given: Scope,
  files: FileStore,
  { passwordHash, signal }: { passwordHash: string; signal?: AbortSignal },
): Promise<void> {
  const now = given.now().getTime();
  const clock = new DemoClock(now - weeksAgo * 7 * day);
  const scope: Scope = { ...given, now: clock.now };
  const pass = (minutes: number) => {
    signal?.throwIfAborted();
    clock.moveTo(clock.now().getTime() + minutes * minute);
  };
  try {
    const cast = await addCast({ scope, passwordHash, today: dayOf(now), pass });
    const office = await loadOffice(scope.db);
    const acts = planActs({ cast, office, scope, files, now });
    await play(acts, { end: now, scope, clock, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

/** The day in the zone in which every agency begins. */
const dayOf = (at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(defaultAgreement.calendar.timeZone)
    .toPlainDate()
    .toString();

interface Planning {
  readonly cast: Cast;
  readonly office: Office;
  readonly scope: Scope;
  readonly files: FileStore;
  readonly now: number;
}

function planActs({ cast, office, scope, files, now }: Planning): Act[] {
  const moments = new Moments(office.calendar, office.timeZone);
  const { agreement } = office.inForce(new Date(now));
  // from the day, so that a demo reads the same all day long
  const chance = new Chance(Math.floor(now / day));
  const casting = new Casting(cast, agreement, chance);
  const placing = { moments, agreement, now, chance };
  const stage: Stage = {
    scope,
    files,
    ids: new Map(),
    later: (from, officeMinutes) => onQuarter(office.calendar.add(from.getTime(), officeMinutes * minute)),
  };
  const endOfToday = office.calendar.dayAt(now).to;
  const left = Math.floor(office.calendar.between(now, endOfToday) / minute);
  const planned: Planned[] = [];
  for (const wish of openWishes(left).filter(({ follows }) => !follows))
    planned.push(plan(wish, casting, placing));
  for (const wish of endedWishes().filter(({ follows }) => !follows))
    planned.push(plan(wish, casting, placing));
  const following = [...openWishes(left), ...endedWishes()].filter(({ follows }) => follows);
  for (const wish of following) planned.push(planFollowing(wish, planned, casting, placing));
  return [
    ...planned.flatMap((each) => actsOf(each, stage)),
    { at: moments.staff(now - 21 * day, hour), take: () => endSites(scope, cast) },
    { at: moments.before(now, 3 * hour), take: () => judgeSome(scope, cast) },
    ...invoicingActs(moments, now, new Invoicing(scope, files, cast)),
    ...researchActs({ moments, now, stage, planned, research: new Researching(scope, cast) }),
    ...new Quoting(scope, cast).acts({ moments, now }),
    { at: moments.before(now, 9 * hour), take: () => inviteLately(scope, cast) },
  ];
}

/** Work of the month before last: invoiced, given back, and some of it waiting still. */
function invoicingActs(moments: Moments, now: number, invoicing: Invoicing): Act[] {
  const at = (daysAgo: number, take: () => Promise<void>): Act => ({
    at: moments.staff(now - daysAgo * day, hour),
    take,
  });
  return [
    at(60, () => invoicing.fillIn()),
    at(40, () => invoicing.agree()),
    at(36, () => invoicing.finish()),
    at(20, () => invoicing.issue()),
    at(13, () => invoicing.credit()),
    at(12, () => invoicing.giveBack()),
    at(5, () => invoicing.credit()),
  ];
}

interface ResearchPlanning {
  readonly moments: Moments;
  readonly now: number;
  readonly stage: Stage;
  readonly planned: readonly Planned[];
  readonly research: Researching;
}

/** Research into tickets to which nothing else happens any more. */
function researchActs({ moments, now, stage, planned, research }: ResearchPlanning): Act[] {
  const begin = moments.before(now, 2.8 * hour);
  const left = planned.filter(({ moments: own }) => own.at(-1)! < begin);
  const ids = () => left.flatMap(({ script }) => stage.ids.get(script.number) ?? []);
  return [
    { at: begin, take: () => research.ask(ids()) },
    { at: moments.before(now, 2 * hour), take: () => research.agree() },
    { at: moments.before(now, 1.5 * hour), take: () => research.research() },
    { at: moments.before(now, hour), take: () => research.conclude() },
    { at: moments.before(now, 0.3 * hour), take: () => research.run() },
  ];
}

interface Planned {
  readonly wish: Wish;
  readonly script: Script;
  readonly moments: readonly number[];
}

function plan(wish: Wish, casting: Casting, placing: Placing): Planned {
  const script = casting.script(wish);
  return { wish, script, moments: place(wish, script.story, placing) };
}

/** Takes up a ticket that was signed off weeks before. */
function planFollowing(wish: Wish, planned: readonly Planned[], casting: Casting, placing: Placing): Planned {
  const taken = new Set(planned.map(({ script }) => script.follows?.number));
  const earlier = planned.find((each) => each.wish.followed && !taken.has(each.script.number));
  if (!earlier) throw new Error('There is no ended ticket to follow.');
  const script = casting.script(wish, earlier.script);
  const notBefore = earlier.moments.at(-1)! + 15 * day;
  return { wish, script, moments: place(wish, script.story, { ...placing, notBefore }) };
}

function actsOf({ wish, script, moments }: Planned, stage: Stage): Act[] {
  const report = async () => {
    stage.ids.set(script.number, await takeReport(wish.how, stage, script));
  };
  const steps = wish.steps.map((name, at) => ({
    at: moments[at + 1]!,
    take: () => stepRules[name].take(stage, script, stage.ids.get(script.number)!),
  }));
  return [{ at: moments[0]!, take: report }, ...steps];
}

const quarter = 15 * minute;
const onQuarter = (at: number) => new Date(Math.floor(at / quarter) * quarter);
