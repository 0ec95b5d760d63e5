import type { CalendarInput } from './hours.ts';

/**
 * A second opinion for the tests: it walks second by second, keeps no tables and shares no code with what it checks.
 * Whole seconds in, whole seconds out; no holidays.
 */
export interface OracleEvent {
  readonly at: number;
  readonly type: string;
  readonly priority?: 'high' | 'medium' | 'low';
}

export interface OracleDocument {
  readonly calendar: CalendarInput;
  readonly minutes: Record<string, { response: number; solution: number }>;
  readonly events: readonly OracleEvent[];
  readonly now: number;
}

const LIMIT = 45 * 86_400;
const NAMES = ['', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Whether the office is open in the second that begins at `second` (epoch seconds). */
export function openOracle(calendar: CalendarInput): (second: number) => boolean {
  const dates = new Map<string, [number, number][]>();
  const hoursOf = (date: Temporal.PlainDate) => {
    const key = date.toString();
    let spans = dates.get(key);
    if (!spans) {
      const exception = (calendar.exceptions ?? []).find((each) => each.date === key);
      const name = NAMES[date.dayOfWeek] as 'mon';
      spans = (exception?.hours ?? calendar.hours[name] ?? []).map(([from, to]) => [
        secondOf(date, from, calendar.timeZone),
        secondOf(date, to, calendar.timeZone),
      ]);
      dates.set(key, spans);
    }
    return spans;
  };
  let quarter = Number.NaN;
  let near: [number, number][] = [];
  return (second) => {
    if (Math.floor(second / 900) !== quarter) {
      quarter = Math.floor(second / 900);
      const date = Temporal.Instant.fromEpochMilliseconds(quarter * 900_000)
        .toZonedDateTimeISO(calendar.timeZone)
        .toPlainDate();
      near = [-1, 0, 1].flatMap((days) => hoursOf(date.add({ days })));
    }
    return near.some(([from, to]) => second >= from && second < to);
  };
}

function secondOf(date: Temporal.PlainDate, time: string, zone: string): number {
  const local = time.startsWith('24:00')
    ? date.add({ days: 1 }).toPlainDateTime('00:00')
    : date.toPlainDateTime(time);
  return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds / 1000;
}

/** The second by which `amount` open seconds have passed; undefined when the walk is too long to be worth it. */
export function addOracle(calendar: CalendarInput, start: number, amount: number): number | undefined {
  return walk(openOracle(calendar), start, amount, () => false);
}

export function betweenOracle(calendar: CalendarInput, from: number, to: number): number {
  const open = openOracle(calendar);
  let spent = 0;
  for (let second = from; second < to; second++) if (open(second)) spent++;
  return spent;
}

export interface OracleClocks {
  response: { due: number; met: number | null; missed: boolean; missedByChange: boolean };
  solution: OracleClocks['response'] & { spent: number; waiting: boolean };
  /** What each second from the report on was. */
  seconds: ('office' | 'waiting' | 'closed')[];
}

export function clocksOracle(document: OracleDocument): OracleClocks | undefined {
  const open = openOracle(document.calendar);
  const events = document.events.filter(({ at }) => at <= document.now).toSorted((a, b) => a.at - b.at);
  const start = events.find(({ type }) => type === 'reported')!.at;
  const state = stateAfter(events, document.now);
  const response = dueOracle(document, events, { start, open, which: 'response', asOf: document.now });
  const solution = dueOracle(document, events, { start, open, which: 'solution', asOf: document.now });
  if (response === undefined || solution === undefined) return undefined;
  const end = state.met ?? document.now;
  const seconds: OracleClocks['seconds'] = [];
  for (let second = start; second < end; second++) {
    seconds.push(!open(second) ? 'closed' : state.paused(second) ? 'waiting' : 'office');
  }
  const byChange = { response: false, solution: false };
  for (const [index, { type, at }] of events.entries()) {
    if (type !== 'priority_changed') continue;
    const known = { start, open, asOf: at };
    for (const which of ['response', 'solution'] as const) {
      const before = dueOracle(document, events.slice(0, index), { ...known, which, running: true });
      const after = dueOracle(document, events.slice(0, index + 1), { ...known, which, running: true });
      if (before === undefined || after === undefined) return undefined;
      const met = stateAfter(events.slice(0, index), at).answered;
      const settled = which === 'response' ? met !== null : index >= state.settledAt;
      if (settled) continue;
      if (after >= at) byChange[which] = false;
      else if (before >= at) byChange[which] = true;
    }
  }
  const lateResponse = (state.answered ?? document.now) > response;
  const lateSolution = end > solution;
  return {
    response: {
      due: response,
      met: state.answered,
      missed: lateResponse,
      missedByChange: lateResponse && byChange.response,
    },
    solution: {
      due: solution,
      met: state.met,
      missed: lateSolution,
      missedByChange: lateSolution && byChange.solution,
      spent: seconds.filter((kind) => kind === 'office').length,
      waiting: state.waiting,
    },
    seconds,
  };
}

type Question = {
  start: number;
  open: (second: number) => boolean;
  which: 'response' | 'solution';
  asOf: number;
  /** The priority as it is, met or not. */
  running?: boolean;
};

function dueOracle(document: OracleDocument, events: readonly OracleEvent[], question: Question) {
  const { start, open, which, asOf, running } = question;
  const state = stateAfter(events, asOf, running);
  const index = which === 'response' ? state.answeredAt : state.settledAt;
  const told = running ? events : events.slice(0, index + 1);
  const priority = told.filter((each) => each.priority !== undefined).at(-1)!.priority!;
  const paused = which === 'response' ? () => false : state.paused;
  return walk(open, start, document.minutes[priority]![which] * 60, paused);
}

function walk(
  open: (second: number) => boolean,
  start: number,
  amount: number,
  paused: (second: number) => boolean,
): number | undefined {
  let left = amount;
  for (let second = start; second < start + LIMIT; second++) {
    if (left === 0) return second;
    if (open(second) && !paused(second)) left--;
  }
  return left === 0 ? start + LIMIT : undefined;
}

function stateAfter(events: readonly OracleEvent[], asOf: number, running = false) {
  const marks: { at: number; stopped: boolean }[] = [];
  let stopped = false;
  let met: number | null = null;
  let settledAt = events.length;
  let answered: number | null = null;
  let answeredAt = events.length;
  for (const [index, { at, type }] of events.entries()) {
    if (answered === null && ['responded', 'wait_started', 'delivered', 'signed_off'].includes(type)) {
      answered = at;
      answeredAt = index;
    }
    if (type === 'delivered' || (type === 'signed_off' && met === null)) {
      met = at;
      settledAt = index;
      stopped = true;
    } else if (type === 'refused' && met !== null) {
      met = null;
      settledAt = events.length;
      stopped = false;
    } else if (type === 'wait_started' && met === null) {
      stopped = true;
    } else if (type === 'wait_ended' && met === null) {
      stopped = false;
    }
    marks.push({ at, stopped });
  }
  const end = running ? asOf : (met ?? asOf);
  const paused = (second: number) => {
    if (second >= end) return false;
    return marks.findLast(({ at }) => at <= second)?.stopped ?? false;
  };
  return { met, settledAt, answered, answeredAt, waiting: stopped && met === null, paused };
}
