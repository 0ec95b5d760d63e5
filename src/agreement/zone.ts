import { CalendarError } from './errors.ts';

/** The years whose local dates can be reckoned with; every search ends at the last of them. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

const DAY = 86_400_000;
const zones = new Map<string, Zone>();

/** The IANA zone of that name, read once per process; an unknown one is a CalendarError `unknown_zone`. */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    zone = new Zone(name);
    zones.set(name, zone);
  }
  return zone;
}

/**
 * The offsets of one time zone as a sorted table. All years at once take Temporal about a millisecond;
 * asking it for each opening time would take that for each year of each calendar.
 */
export class Zone {
  readonly name: string;
  readonly #changes: number[] = [];
  readonly #offsets: number[] = [];

  constructor(name: string) {
    this.name = name;
    let at = startOf(name);
    const end = Date.UTC(LAST_YEAR + 2, 0, 1);
    this.#changes.push(Number.NEGATIVE_INFINITY);
    this.#offsets.push(offsetIn(at));
    for (;;) {
      const next = at.getTimeZoneTransition('next');
      if (!next || next.epochMilliseconds >= end) break;
      this.#changes.push(next.epochMilliseconds);
      this.#offsets.push(offsetIn(next));
      at = next;
    }
  }

  /** What local time is ahead of UTC at an instant, in ms. */
  offsetAt(instant: number): number {
    return this.#offsets[this.#indexAt(instant)]!;
  }

  /** The offset at an instant, and the instant until which it lasts. */
  spanAt(instant: number): { offset: number; until: number } {
    const index = this.#indexAt(instant);
    return { offset: this.#offsets[index]!, until: this.#changes[index + 1] ?? Number.POSITIVE_INFINITY };
  }

  /**
   * The instant of a local time (ms since 1970-01-01T00:00 on the wall). A time that the zone skips moves on by the
   * length of the gap, a time that comes twice is the first: Temporal's `compatible`.
   */
  instantOf(local: number): number {
    const before = this.offsetAt(local - DAY);
    const after = this.offsetAt(local + DAY);
    const early = local - before;
    if (before === after || this.offsetAt(early) === before) return early;
    const late = local - after;
    return this.offsetAt(late) === after ? late : early;
  }

  #indexAt(instant: number): number {
    let low = 0;
    let high = this.#changes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#changes[middle]! <= instant) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function startOf(name: string): Temporal.ZonedDateTime {
  // Temporal also takes bare offsets such as +02:00, which know no summer time.
  if (!/^[A-Za-z]/.test(name)) throw unknownZone(name);
  try {
    const first = Temporal.Instant.fromEpochMilliseconds(Date.UTC(FIRST_YEAR - 1, 0, 1));
    return first.toZonedDateTimeISO(name);
  } catch {
    throw unknownZone(name);
  }
}

function unknownZone(name: string): CalendarError {
  return new CalendarError('unknown_zone', `“${name}” is not a known time zone`, ['timeZone']);
}

function offsetIn(at: Temporal.ZonedDateTime): number {
  return Math.round(at.offsetNanoseconds / 1e6);
}
