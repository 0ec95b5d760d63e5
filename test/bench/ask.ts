/** What the processes of the benchmark say to each other. */

/** A request, and what its answer must hold. */
export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `{once}` in it becomes a new id each time. */
  readonly body?: string;
  readonly expect: Expected;
}

export interface Expected {
  readonly status: number;
  readonly contains?: readonly string[];
  /** So many times this text stands in it. */
  readonly count?: { readonly of: string; readonly times: number };
  /** The first time that `mark` stands in it, `text` follows. */
  readonly first?: { readonly mark: string; readonly text: string };
  /** The id of what was made stands after this text, in the head or the body. */
  readonly made?: string;
}

/** Sends requests at a server for a while, each connection one after the other. */
export interface Attack {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly asks: readonly Ask[];
  /** Each request may be sent once only: the attack ends when they are spent. */
  readonly once?: boolean;
}

export interface Answered {
  readonly seconds: number;
  /** In milliseconds, in no order. */
  readonly latencies: Float64Array;
  /** Of all bodies. */
  readonly bytes: number;
  readonly made: readonly string[];
  /** How many requests of a list that may be sent once were. */
  readonly spent: number;
  /** The first answers that did not hold what they must. */
  readonly faults: readonly string[];
  readonly faulty: number;
}

/** What the bare server serves for one job. */
export interface Floor {
  readonly bytes: string;
  readonly type: string;
  /** A statement, prepared once, and its values for one request after the other. */
  readonly statement?: { readonly sql: string; readonly values: readonly (readonly unknown[])[] };
}
