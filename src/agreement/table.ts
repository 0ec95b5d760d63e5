import { type DatedCalendar, openInYear } from './days.ts';
import { CalendarError } from './errors.ts';
import { FIRST_YEAR, LAST_YEAR } from './zone.ts';

const DAY = 86_400_000;

/**
 * Open stretches in order with the office time before each, so that a question is a binary search. It grows by years
 * as it is asked, never beyond FIRST_YEAR and LAST_YEAR, and so no search is without end.
 */
export class OpenTable {
  readonly #versions: readonly DatedCalendar[];
  readonly #years = new Map<number, number[]>();
  #firstYear = Number.NaN;
  #lastYear = Number.NaN;
  /** Between these instants the table is complete; the margin is for dates that begin elsewhere than in UTC. */
  #since = Number.POSITIVE_INFINITY;
  #until = Number.NEGATIVE_INFINITY;
  #starts: number[] = [];
  #ends: number[] = [];
  /** Office time before each stretch, and after the last one the total. */
  #before: number[] = [0];

  constructor(versions: readonly DatedCalendar[]) {
    this.#versions = versions;
  }

  add(start: number, amount: number): number {
    if (!(amount >= 0)) throw new RangeError('office time to add is 0 or more');
    this.#cover(start, start);
    if (amount === 0) return start;
    const wanted = this.#spentAt(start) + amount;
    for (;;) {
      const count = this.#starts.length;
      if (wanted <= this.#before[count]!) {
        const index = this.#lastBefore(wanted);
        const found = this.#starts[index]! + (wanted - this.#before[index]!);
        if (found <= this.#until || this.#lastYear === LAST_YEAR) return found;
      }
      this.#growLater(start);
    }
  }

  between(a: number, b: number): number {
    this.#cover(a, b);
    return this.#spentAt(b) - this.#spentAt(a);
  }

  /** With `search`, looks on for as long as there are years, and else only whether `at` itself is open. */
  nextOpening(at: number, search: boolean): number | undefined {
    this.#cover(at, at);
    for (;;) {
      const index = this.#firstEndingAfter(at);
      const start = this.#starts[index];
      if (start !== undefined && start <= at) return at;
      if (!search) return undefined;
      if (start !== undefined && (start <= this.#until || this.#lastYear === LAST_YEAR)) return start;
      this.#growLater(at);
    }
  }

  segments(from: number, to: number): { from: number; to: number }[] {
    this.#cover(from, to);
    const found: { from: number; to: number }[] = [];
    for (let n = this.#firstEndingAfter(from); n < this.#starts.length; n++) {
      const start = this.#starts[n]!;
      if (start >= to) break;
      found.push({ from: Math.max(start, from), to: Math.min(this.#ends[n]!, to) });
    }
    return found;
  }

  /** Office time since the beginning of the table. */
  #spentAt(at: number): number {
    const index = this.#firstEndingAfter(at);
    const start = this.#starts[index];
    return this.#before[index]! + (start !== undefined && start < at ? at - start : 0);
  }

  #firstEndingAfter(at: number): number {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The last stretch with less office time before it than `spent`. */
  #lastBefore(spent: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#before[middle]! < spent) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #cover(from: number, to: number): void {
    if (from >= this.#since && to <= this.#until) return;
    if (!(from >= Date.UTC(FIRST_YEAR, 0, 2) && to < Date.UTC(LAST_YEAR, 11, 30))) {
      throw new CalendarError('out_of_range', `office time is known from ${FIRST_YEAR} through ${LAST_YEAR}`);
    }
    const first = Math.max(FIRST_YEAR, new Date(from - 2 * DAY).getUTCFullYear());
    const last = Math.min(LAST_YEAR, new Date(to + 2 * DAY).getUTCFullYear());
    this.#grow(
      Number.isNaN(this.#firstYear) ? first : Math.min(first, this.#firstYear),
      Number.isNaN(this.#lastYear) ? last : Math.max(last, this.#lastYear),
    );
  }

  #growLater(from: number): void {
    if (this.#lastYear === LAST_YEAR) {
      const date = new Date(from).toISOString().slice(0, 10);
      throw new CalendarError('no_office_time_ahead', `not enough office time comes after ${date}`);
    }
    // Doubling keeps the rebuilding in proportion to what is searched.
    const more = this.#lastYear - this.#firstYear + 1;
    this.#grow(this.#firstYear, Math.min(LAST_YEAR, this.#lastYear + more));
  }

  #grow(first: number, last: number): void {
    const open: number[] = [];
    for (let year = first; year <= last; year++) {
      let days = this.#years.get(year);
      if (!days) {
        days = openInYear(this.#versions, year);
        this.#years.set(year, days);
      }
      for (const instant of days) open.push(instant);
    }
    this.#fill(inOrder(open));
    this.#firstYear = first;
    this.#lastYear = last;
    this.#since = Date.UTC(first, 0, 1) + 2 * DAY;
    this.#until = Date.UTC(last + 1, 0, 1) - 2 * DAY;
  }

  #fill(open: readonly number[]): void {
    const starts: number[] = [];
    const ends: number[] = [];
    for (let n = 0; n < open.length; n += 2) {
      const start = open[n]!;
      const end = open[n + 1]!;
      const reached = ends.length > 0 ? ends[ends.length - 1]! : Number.NEGATIVE_INFINITY;
      if (start > reached) {
        starts.push(start);
        ends.push(end);
      } else if (end > reached) {
        ends[ends.length - 1] = end;
      }
    }
    const before = [0];
    for (let n = 0; n < starts.length; n++) before.push(before[n]! + ends[n]! - starts[n]!);
    this.#starts = starts;
    this.#ends = ends;
    this.#before = before;
  }
}

/** Only summer time and a change of zone can bring opening times out of order. */
function inOrder(open: number[]): number[] {
  for (let n = 2; n < open.length; n += 2) {
    if (open[n]! < open[n - 2]!) {
      const pairs = Array.from({ length: open.length / 2 }, (_, i) => [open[2 * i]!, open[2 * i + 1]!]);
      return pairs.sort((a, b) => a[0]! - b[0]!).flat();
    }
  }
  return open;
}
