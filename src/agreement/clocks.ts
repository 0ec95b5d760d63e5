import type { Agreement } from './agreement.ts';
import type { OfficeCalendar } from './calendar.ts';
import { type ClockInputs, dueAfter, type Standing, storyOf } from './story.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

export { ClockError } from './errors.ts';
export type { ClockEvent, ClockEventType, ClockInputs, Pause } from './story.ts';
export { type Stretch, stretchesOf } from './stretches.ts';

/** Instants in epoch ms. */
export interface Clock {
  /** When the target is spent, the pauses known so far left out. */
  readonly due: number;
  readonly met: number | null;
  /** `met`, or else `now`, is later than `due`. */
  readonly missed: boolean;
  /** Missed because a change of priority put the deadline in the past; see `story.ts` for the rule. */
  readonly missedByChange: boolean;
}

export interface Clocks {
  readonly response: Clock;
  readonly solution: Clock & {
    /** Office time spent up to `met`, or else `now`, in ms. */
    readonly spentMs: number;
    /** The ticket is with the client, and not delivered. */
    readonly waiting: boolean;
  };
  /** From the report to `met` of the solution, or else `now`, without gaps. */
  readonly stretches: readonly Stretch[];
}

/**
 * Both clocks of a ticket as they stand at `now`, from its events alone: the same events give the same clocks whenever
 * they are asked. Events later than `now` are left out. Events that tell no story are a ClockError, a calendar in which
 * the target is never spent a CalendarError.
 */
export function clocksOf(inputs: ClockInputs): Clocks {
  const { calendar, now } = inputs;
  const story = storyOf(inputs);
  const { reportedAt: start, response, solution, pauses, waiting } = story;
  const stretches = stretchesOf(calendar, { from: start, to: solution.met ?? now, pauses });
  const spentMs = stretches.reduce((sum, { kind, officeMs }) => sum + (kind === 'office' ? officeMs : 0), 0);
  return {
    response: clock(response, calendar.add(start, response.target), now),
    solution: {
      ...clock(solution, dueAfter(calendar, { start, target: solution.target, pauses }), now),
      spentMs,
      waiting,
    },
    stretches,
  };
}

/**
 * The instant at which that percentage of a clock's target is spent, as things stand at `now`; it may be in the past.
 * Null when the clock is met, and for the solution while the ticket waits.
 */
export function momentAtPercent(
  inputs: ClockInputs,
  which: 'response' | 'solution',
  percent: number,
): number | null {
  const story = storyOf(inputs);
  const { met, target } = story[which];
  if (met !== null || (which === 'solution' && story.waiting)) return null;
  return dueAfter(inputs.calendar, {
    start: story.reportedAt,
    target: Math.round((target * percent) / 100),
    pauses: which === 'solution' ? story.pauses : [],
  });
}

/** When a ticket that waits for sign-off is brought to mind, and when it is signed off by itself; in office time. */
export function silenceMoments(
  agreement: Pick<Agreement, 'silence' | 'calendar'>,
  calendar: OfficeCalendar,
  deliveredAt: number,
): { reminders: number[]; signOff: number } {
  const { remindAfterWorkingDays, signOffAfterWorkingDays } = agreement.silence;
  const after = (days: number) =>
    calendar.add(deliveredAt, Math.round(days * agreement.calendar.workingDayMinutes * 60_000));
  return { reminders: remindAfterWorkingDays.map(after), signOff: after(signOffAfterWorkingDays) };
}

/** When a client who decides about research is reminded, and when the ticket is dropped by itself; in office time. */
export function decisionMoments(
  agreement: Pick<Agreement, 'costs' | 'calendar'>,
  calendar: OfficeCalendar,
  askedAt: number,
): { reminders: number[]; drop: number } {
  const { remindAfterWorkingDays, dropAfterWorkingDays } = agreement.costs;
  const after = (days: number) => calendar.add(askedAt, days * agreement.calendar.workingDayMinutes * 60_000);
  const drop = after(dropAfterWorkingDays);
  return { reminders: remindAfterWorkingDays.map(after).filter((at) => at < drop), drop };
}

/** The last millisecond in which a ticket can be reopened: the end of the office's local day, that many calendar days on. */
export function reopenUntil(
  agreement: Pick<Agreement, 'silence'>,
  calendar: OfficeCalendar,
  signedOffAt: number,
): number {
  const { day } = calendar.dayAt(signedOffAt);
  return calendar.startOf(day + agreement.silence.reopenWithinDays + 1) - 1;
}

function clock({ met, byChange }: Standing, due: number, now: number): Clock {
  const missed = (met ?? now) > due;
  return { due, met, missed, missedByChange: missed && byChange };
}
