import { createHash } from 'node:crypto';
import pg from 'pg';
import { type Asking, Batch } from '#db/batch.ts';
import { collect } from '#db/collected.ts';
import { getTypeParser } from '#db/values.ts';

/**
 * Statements that are prepared once on each connection: parsing and planning them anew costs PostgreSQL more than
 * running them. A statement is prepared when it is asked for the second time, so that what is written once (a
 * list of a length of its own) leaves nothing behind, and only so many are kept.
 */

const keptAtMost = 400;
const seenAtMost = 2_000;
const prepares = /^\s*(select|insert|update|delete|with)\b/i;
/** How words are best looked for depends on the words: a plan made for any of them takes ten times as long. */
export const searches = /::tsquery|\blike\b|<%/i;

const names = new Map<string, string>();
const seen = new Set<string>();
/** Part of every name: tables that change under a running program make all that was prepared useless. */
let generation = 0;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= keptAtMost || !prepares.test(text) || searches.test(text)) return undefined;
  if (!seen.has(text)) {
    if (seen.size >= seenAtMost) seen.clear();
    seen.add(text);
    return undefined;
  }
  seen.delete(text);
  const name = `s${generation}_${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
  names.set(text, name);
  return name;
}

/** Another program of a newer version has changed a table: everything is prepared anew under other names. */
const isStale = (error: unknown) =>
  error instanceof pg.DatabaseError && error.code === '0A000' && error.message.includes('cached plan');

function forget(): void {
  generation++;
  names.clear();
}

type Ask = (text: unknown, values?: unknown, done?: unknown) => unknown;

const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils;

/** Whether a transaction is under way after this: only what begins or ends one says anything of it. */
function isBegunAfter(text: unknown, before: boolean): boolean {
  if (typeof text !== 'string') return before;
  if (/^\s*(begin|start transaction)\b/i.test(text)) return true;
  return /^\s*(commit|rollback(?!\s+to\b))\b/i.test(text) ? false : before;
}

/** A connection that prepares what is asked of it with values. */
export class PreparingClient extends pg.Client {
  #asked: Asking[] = [];
  /** A transaction was asked for; PostgreSQL may not have answered yet. */
  #begun = false;

  constructor(config?: pg.ClientConfig) {
    super(config);
    collect(this.connection);
  }

  // biome-ignore lint/suspicious/noExplicitAny: it takes all that its parent takes, in as many forms
  override query(text: any, values?: any, done?: any): any {
    const ask: Ask = super.query;
    const name = typeof text === 'string' && Array.isArray(values) && !done ? nameOf(text) : undefined;
    if (!name) {
      this.#begun = isBegunAfter(text, this.#begun);
      // in the order in which they were asked
      this.#send();
      return ask.call(this, text, values, done);
    }
    const alone = !this.#begun && this.getTransactionStatus() === 'I';
    // what is written by itself is committed by itself: a refusal must not take back what was asked beside it
    const apart = alone && !/^\s*select\b/i.test(text);
    if (apart) this.#send();
    const asked = this.#ask(name, text, values);
    if (apart) this.#send();
    return asked.catch((error: Error) => {
      // the way to whoever asked, in place of the way to the socket
      Error.captureStackTrace(error);
      if (!isStale(error)) throw error;
      forget();
      if (alone) return ask.call(this, text, values);
      throw error;
    });
  }

  #ask(name: string, text: string, values: unknown[]): Promise<unknown> {
    return new Promise((answer, refuse) => {
      const asking = { name, text, values: values.map((value) => prepareValue(value)), answer, refuse };
      if (this.#asked.length === 0) process.nextTick(() => this.#send());
      this.#asked.push(asking);
    });
  }

  /** Asks in one message what was asked for in one moment. */
  #send(): void {
    if (this.#asked.length === 0) return;
    const asked = this.#asked;
    this.#asked = [];
    const again = (rest: readonly Asking[]) => {
      this.#asked.push(...rest);
      this.#send();
    };
    (super.query as Ask).call(this, new Batch(asked, { parserOf: getTypeParser, again }));
  }
}
