/**
 * The few ways in which an operation can refuse. They know no HTTP; `app.tsx` turns them into a status
 * and words.
 */

/** There is nothing here for this actor: it does not exist, or is not theirs. The two are the same. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/**
 * The step was sensible when the page was drawn, but something happened since.
 * `reason` names what stands in the way; `data` fills in its sentence.
 */
export class Conflict extends Error {
  override name = 'Conflict';
  readonly reason: string;
  readonly data: Record<string, string>;
  constructor(reason: string, data: Record<string, string> = {}) {
    super(`conflict: ${reason}`);
    this.reason = reason;
    this.data = data;
  }
}

/** What was typed cannot be taken. Maps a field's name to the key of the sentence shown beside it. */
export class Invalid extends Error {
  override name = 'Invalid';
  readonly fields: Record<string, string>;
  constructor(fields: Record<string, string>) {
    super(`invalid: ${Object.keys(fields).join(', ')}`);
    this.fields = fields;
  }
}
