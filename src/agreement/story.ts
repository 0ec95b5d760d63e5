import { type Priority, type Targets, targetMs } from './agreement.ts';
import type { OfficeCalendar } from './calendar.ts';
import { ClockError } from './errors.ts';

export type ClockEventType =
  | 'reported'
  | 'responded'
  | 'wait_started'
  | 'wait_ended'
  | 'priority_changed'
  | 'delivered'
  | 'refused'
  | 'signed_off';

/** `at` in epoch ms; `priority` goes with `reported` and `priority_changed`. */
export interface ClockEvent {
  readonly at: number;
  readonly type: ClockEventType;
  readonly priority?: Priority | undefined;
  readonly reason?: string | undefined;
}

export interface ClockInputs {
  readonly calendar: OfficeCalendar;
  readonly targets: Targets;
  readonly workingDayMinutes: number;
  /** In any order; taken by time, ties in the order given. */
  readonly events: readonly ClockEvent[];
  readonly now: number;
}

export interface Pause {
  readonly from: number;
  readonly to: number;
}

/** Where one of the two clocks stands: when it was met, by which target, and whether a change alone made it late. */
export interface Standing {
  met: number | null;
  target: number;
  byChange: boolean;
}

export interface Story {
  readonly reportedAt: number;
  readonly response: Standing;
  readonly solution: Standing;
  /** What the solution clock waited, up to `met` or else `now`; in order, without touching neighbours. */
  readonly pauses: readonly Pause[];
  /** With the client, and not delivered. */
  readonly waiting: boolean;
}

/** What the events up to `now` come to. Events that tell no story are a ClockError. */
export function storyOf(inputs: ClockInputs): Story {
  const { calendar, targets, workingDayMinutes, now } = inputs;
  const { events, reportedAt, priority } = inOrder(inputs);
  const targetOf = (which: 'response' | 'solution', held: Priority) =>
    targetMs(targets[held][which], workingDayMinutes);
  const response = { met: null, target: targetOf('response', priority), byChange: false } as Standing;
  const running: Standing = { met: null, target: targetOf('solution', priority), byChange: false };
  let delivery: Standing | null = null;
  const pauses: Pause[] = [];
  let pausedSince: number | null = null;

  const pausesUntil = (at: number) =>
    pausedSince === null ? pauses : joined(pauses, { from: pausedSince, to: at });
  const resume = (at: number) => {
    if (pausedSince !== null)
      pauses.splice(0, pauses.length, ...joined(pauses, { from: pausedSince, to: at }));
    pausedSince = null;
  };

  for (const { at, type, priority: changed } of events) {
    if (type === 'responded' || type === 'wait_started' || type === 'delivered' || type === 'signed_off') {
      response.met ??= at;
    }
    if (type === 'wait_started' && pausedSince === null) pausedSince = at;
    if (type === 'wait_ended' && delivery === null) resume(at);
    if (type === 'delivered' || (type === 'signed_off' && delivery === null)) {
      resume(at);
      pausedSince = at;
      delivery = { ...running, met: at };
    }
    if (type === 'refused' && delivery !== null) {
      resume(at);
      delivery = null;
    }
    if (type === 'priority_changed' || type === 'reported') {
      if (response.met === null) {
        change(response, targetOf('response', changed!), at, (target) => calendar.add(reportedAt, target));
      }
      const known = pausesUntil(at);
      change(running, targetOf('solution', changed!), at, (target) =>
        dueAfter(calendar, { start: reportedAt, target, pauses: known }),
      );
    }
  }
  const waiting = pausedSince !== null && delivery === null;
  return {
    reportedAt,
    response,
    solution: delivery ?? running,
    pauses: waiting ? pausesUntil(now) : pauses,
    waiting,
  };
}

/** The instant at which `target` ms of office time outside the pauses are spent. */
export function dueAfter(
  calendar: OfficeCalendar,
  { start, target, pauses }: { start: number; target: number; pauses: readonly Pause[] },
): number {
  let from = start;
  let left = target;
  for (const pause of pauses) {
    const spent = calendar.between(from, pause.from);
    if (spent >= left) break;
    left -= spent;
    from = pause.to;
  }
  return calendar.add(from, left);
}

/**
 * A change of priority gives a running clock another target. The clock is missed by the change when its deadline was
 * not past at that moment by the old target and is by the new one. It stays so through later changes that leave the
 * deadline in the past, and ends with one that brings it back into the future; what is missed after that is missed in
 * its own right. A deadline that was past already is not the change's doing, and one that falls on the very moment of
 * the change is not past.
 */
function change(clock: Standing, target: number, at: number, due: (target: number) => number): void {
  const wasPast = due(clock.target) < at;
  const isPast = due(target) < at;
  clock.byChange = isPast && (wasPast ? clock.byChange : true);
  clock.target = target;
}

function inOrder({ events, now }: ClockInputs) {
  const sorted = events.map((event, index) => ({ ...event, index })).sort((a, b) => a.at - b.at);
  const report = sorted.find(({ type }) => type === 'reported');
  if (!report) throw new ClockError('not_reported', 'there is no event “reported”');
  if (report.at > now) throw new ClockError('now_before_report', 'now is before the report', report.index);
  const told = sorted.filter(({ at }) => at <= now);
  for (const { at, type, priority, index } of told) {
    if (at < report.at) {
      throw new ClockError('before_report', `“${type}” happens before the report`, index);
    }
    if (type === 'reported' && index !== report.index) {
      throw new ClockError('reported_twice', 'a second “reported”', index);
    }
    if ((type === 'reported' || type === 'priority_changed') && !priority) {
      throw new ClockError('no_priority', `“${type}” without a priority`, index);
    }
  }
  return { events: told, reportedAt: report.at, priority: report.priority! };
}

function joined(pauses: readonly Pause[], pause: Pause): Pause[] {
  const last = pauses.at(-1);
  if (last && last.to >= pause.from) return [...pauses.slice(0, -1), { from: last.from, to: pause.to }];
  return pause.from < pause.to ? [...pauses, pause] : [...pauses];
}
