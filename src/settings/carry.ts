import { isDeepStrictEqual } from 'node:util';
import type { Agreement } from '#agreement/agreement.ts';

/** The parts of an agreement that are changed one by one, each with the name that the history keeps. */
const parts = {
  time_zone: ({ calendar }) => calendar.timeZone,
  hours: ({ calendar }) => calendar.hours,
  holidays: ({ calendar }) => calendar.holidays,
  exceptions: ({ calendar }) => calendar.exceptions,
  working_day: ({ calendar }) => calendar.workingDayMinutes,
  targets: ({ targets }) => targets,
  matrix: ({ matrix }) => matrix,
  urgencies: ({ urgencies }) => urgencies,
  impacts: ({ impacts }) => impacts,
  silence: ({ silence }) => silence,
  warnings: ({ warnAtPercent }) => warnAtPercent,
  solver_may_test: ({ solverMayTest }) => solverMayTest,
  warranty: ({ coverage }) => coverage.warrantyMonths,
  coverage: ({ coverage }) => coverage.rules,
  costs: ({ costs }) => costs,
} satisfies Record<string, (agreement: Agreement) => unknown>;

export type Part = keyof typeof parts;

/** The parts in which two agreements differ. */
export const differences = (one: Agreement, other: Agreement): Part[] =>
  (Object.keys(parts) as Part[]).filter((part) => !isDeepStrictEqual(parts[part](one), parts[part](other)));

/**
 * What a change from `before` to `after` makes of a version that begins later: what that version had
 * planned otherwise stays, all else follows the change.
 */
export function carry(before: Agreement, after: Agreement, later: Agreement): Agreement {
  const pick = <T>(of: (agreement: Agreement) => T): T =>
    isDeepStrictEqual(of(later), of(before)) ? of(after) : of(later);
  return {
    ...later,
    calendar: {
      timeZone: pick(parts.time_zone),
      hours: pick(parts.hours),
      holidays: pick(parts.holidays),
      exceptions: carryExceptions(before, after, later),
      workingDayMinutes: pick(parts.working_day),
    },
    targets: pick(parts.targets),
    matrix: pick(parts.matrix),
    urgencies: pick(parts.urgencies),
    impacts: pick(parts.impacts),
    silence: pick(parts.silence),
    warnAtPercent: pick(parts.warnings),
    solverMayTest: pick(parts.solver_may_test),
    coverage: { warrantyMonths: pick(parts.warranty), rules: pick(parts.coverage) },
    costs: carryCosts(before.costs, after.costs, later.costs),
  };
}

type Costs = Agreement['costs'];

/** Number by number. */
function carryCosts(before: Costs, after: Costs, later: Costs): Costs {
  const planned = Object.entries(later).filter(
    ([name, value]) => !isDeepStrictEqual(value, before[name as keyof Costs]),
  );
  return { ...after, ...Object.fromEntries(planned) };
}

type Exceptions = Agreement['calendar']['exceptions'];

/** Day by day: one that was added is added, one that was removed is removed. */
function carryExceptions(before: Agreement, after: Agreement, later: Agreement): Exceptions {
  const days = (agreement: Agreement) => new Set(agreement.calendar.exceptions.map(({ date }) => date));
  const [was, is, planned] = [days(before), days(after), days(later)];
  const kept = later.calendar.exceptions.filter(({ date }) => is.has(date) || !was.has(date));
  const added = after.calendar.exceptions.filter(({ date }) => !was.has(date) && !planned.has(date));
  return sortDays([...kept, ...added]);
}

/** Exceptions in the order of their days. */
export const sortDays = (exceptions: Exceptions): Exceptions =>
  [...exceptions].sort((one, other) => one.date.localeCompare(other.date));
