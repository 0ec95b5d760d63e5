import type { z } from 'zod';
import { fieldsOf } from '#auth/form.ts';
import type { Db } from '#db/open.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { agencySubject, record } from '#events/events.ts';
import type { Staff } from '#lib/actor.ts';
import { Invalid } from '#lib/errors.ts';
import type { Language } from '#lib/language.ts';
import type { Table, TableLine } from './read.ts';

export interface Column {
  readonly name: string;
  /** What stands above it, first as we write it, then as others do. */
  readonly headers: Readonly<Record<Language, readonly [string, ...string[]]>>;
  readonly required: boolean;
}

/** Does one line: `known` where the same is there already, and nothing is written. */
export type Take<T> = (scope: Scope, actor: Staff, row: T) => Promise<'taken' | 'known'>;

/** What can be imported: its columns, how a line is read, and what is done with it. */
export interface ImportKind<T> {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly schema: z.ZodType<T>;
  /** Reads, once for all lines, what the names in them can refer to. */
  readonly prepare: (db: Db) => Promise<Take<T>>;
  /** The columns of fields that an operation calls otherwise. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface Problem {
  /** Null is the line as a whole. */
  readonly column: string | null;
  /** The key of a sentence. */
  readonly reason: string;
}

export interface LineResult extends TableLine {
  readonly outcome: 'taken' | 'known' | 'refused';
  readonly problems: readonly Problem[];
}

export interface Counts {
  readonly taken: number;
  readonly known: number;
  readonly refused: number;
}

/** Hears how many lines are done. */
type Tell = (done: number) => Promise<void>;

/** What an import would do, line by line: it is done, and all of it taken back. */
export async function tryImport<T>(
  scope: Scope,
  actor: Staff,
  kind: ImportKind<T>,
  table: Table,
): Promise<LineResult[]> {
  let results: LineResult[] = [];
  const back = new Error('taken back');
  await inTransaction(scope, async (scope) => {
    results = await takeLines(scope, actor, kind, table);
    throw back;
  }).catch((error: unknown) => {
    if (error !== back) throw error;
  });
  return results;
}

/**
 * Takes every line that can be taken, in one transaction with an event for each record and one for the import;
 * the same lines again have no further effect.
 */
export async function importTable<T>(
  scope: Scope,
  actor: Staff,
  kind: ImportKind<T>,
  table: Table,
  tell: Tell,
): Promise<LineResult[]> {
  return inTransaction(scope, async (scope) => {
    const results = await takeLines(scope, actor, kind, table, tell);
    const data = { kind: kind.name, ...countsOf(results) };
    await record(scope, actor, { type: 'import.done', subject: agencySubject, data });
    return results;
  });
}

export function countsOf(results: readonly LineResult[]): Counts {
  const count = (outcome: LineResult['outcome']) => results.filter((each) => each.outcome === outcome).length;
  return { taken: count('taken'), known: count('known'), refused: count('refused') };
}

async function takeLines<T>(
  scope: Scope,
  actor: Staff,
  kind: ImportKind<T>,
  { head, lines }: Table,
  tell: Tell = async () => {},
): Promise<LineResult[]> {
  const places = placesOf(kind, head);
  const take = await kind.prepare(scope.db);
  const results: LineResult[] = [];
  for (const line of lines) {
    try {
      const row = readRow(kind, places, line);
      results.push({ ...line, outcome: await take(scope, actor, row), problems: [] });
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      const problems = Object.entries(error.fields).map(([field, reason]) => {
        const name = kind.fields?.[field] ?? field;
        return { column: kind.columns.some((each) => each.name === name) ? name : null, reason };
      });
      results.push({ ...line, outcome: 'refused', problems });
    }
    await tell(results.length);
  }
  return results;
}

function readRow<T>(kind: ImportKind<T>, places: Map<string, number>, { cells }: TableLine): T {
  const values = kind.columns.map(({ name }) => [name, cells[places.get(name) ?? -1] ?? ''] as const);
  const result = kind.schema.safeParse(Object.fromEntries(values));
  if (!result.success) throw new Invalid(fieldsOf(result.error));
  return result.data;
}

/** Where each column stands; `Invalid` where one is missing that has to be there. */
export function placesOf<T>({ columns }: ImportKind<T>, head: readonly string[]): Map<string, number> {
  const heads = head.map(folded);
  const places = new Map<string, number>();
  for (const { name, headers } of columns) {
    const known = [name, ...headers.nl, ...headers.en].map(folded);
    const at = heads.findIndex((each) => known.includes(each));
    if (at >= 0) places.set(name, at);
  }
  if (columns.some(({ name, required }) => required && !places.has(name)))
    throw new Invalid({ file: 'missing_columns' });
  return places;
}

/** What stands above columns that are not read. */
export function unusedOf<T>(kind: ImportKind<T>, head: readonly string[]): string[] {
  const used = new Set(placesOf(kind, head).values());
  return head.filter((each, at) => each !== '' && !used.has(at));
}

/** Without capitals, accents, spaces and marks. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
