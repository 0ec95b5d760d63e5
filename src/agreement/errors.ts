export type CalendarErrorCode =
  | 'no_hours'
  | 'overlap'
  | 'ends_before_it_begins'
  | 'unknown_zone'
  | 'bad_time'
  | 'bad_date'
  | 'bad_number'
  | 'duplicate_date'
  | 'unknown_country'
  | 'no_office_time_ahead'
  | 'out_of_range';

/**
 * A calendar that cannot be read or cannot answer. `message` is one English sentence without the place;
 * `path` is the place inside the calendar (`['hours', 'tue', 1]`), empty when the whole is meant.
 */
export class CalendarError extends Error {
  readonly code: CalendarErrorCode;
  readonly path: readonly (string | number)[];

  constructor(code: CalendarErrorCode, message: string, path: readonly (string | number)[] = []) {
    super(message);
    this.name = 'CalendarError';
    this.code = code;
    this.path = path;
  }
}

export type ClockErrorCode =
  | 'not_reported'
  | 'reported_twice'
  | 'before_report'
  | 'now_before_report'
  | 'no_priority';

/** Events that tell no story. `index` is the place of the event in the list as it was given, when there is one. */
export class ClockError extends Error {
  readonly code: ClockErrorCode;
  readonly index: number | undefined;

  constructor(code: ClockErrorCode, message: string, index?: number) {
    super(message);
    this.name = 'ClockError';
    this.code = code;
    this.index = index;
  }
}

/** A place in a document as people write it: `events[2].priority`. */
export function placeOf(path: readonly PropertyKey[]): string {
  let place = '';
  for (const step of path) {
    if (typeof step === 'number') place += `[${step}]`;
    else place += place === '' ? String(step) : `.${String(step)}`;
  }
  return place;
}
