import type { OfficeCalendar } from '#agreement/calendar.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Instants in epoch ms at which things can plausibly have happened. */
export class Moments {
  readonly calendar: OfficeCalendar;
  readonly #zone: string;
  constructor(calendar: OfficeCalendar, zone: string) {
    this.calendar = calendar;
    this.#zone = zone;
  }

  /**
   * The latest instant from which that much office time passes until `at`. Since a target that is used up at
   * `at` was begun then, this finds when to report for a wished deadline.
   */
  before(at: number, officeMs: number): number {
    let low = at - 7 * day;
    while (this.calendar.between(low, at) < officeMs) low -= 7 * day;
    let high = at;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.calendar.between(middle, at) >= officeMs) low = middle;
      else high = middle;
    }
    return low;
  }

  /** So much office time later, while the office is open. */
  staff(from: number, officeMs: number): number {
    return this.calendar.nextOpening(this.calendar.add(Math.round(from), Math.round(officeMs)));
  }

  /** That moment, or the next one at which a client is up: half past seven to half past ten in the evening. */
  client(at: number): number {
    const { local, clock, isAwake } = this.#wall(at);
    if (isAwake) return Math.round(at);
    const morning = local.withPlainTime({ hour: 7, minute: 30 + (local.minute % 30), second: local.second });
    return (clock < 450 ? morning : morning.add({ days: 1 })).epochMilliseconds;
  }

  /** That moment, or the last one before it at which a client was up. */
  clientBefore(at: number): number {
    const { local, clock, isAwake } = this.#wall(at);
    if (isAwake) return Math.round(at);
    const evening = local.withPlainTime({ hour: 22, minute: local.minute % 30, second: local.second });
    return (clock < 450 ? evening.subtract({ days: 1 }) : evening).epochMilliseconds;
  }

  #wall(at: number) {
    const local = Temporal.Instant.fromEpochMilliseconds(Math.round(at)).toZonedDateTimeISO(this.#zone);
    const clock = local.hour * 60 + local.minute;
    return { local, clock, isAwake: clock >= 450 && clock <= 1350 };
  }
}
