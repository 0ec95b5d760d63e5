import type { Db } from '#db/open.ts';
import { NotFound } from '#lib/errors.ts';
import { type KindName, kindNames } from './kinds.ts';
import type { Refused } from './runs.ts';

/** An import that was confirmed: under way while it has no counts yet. */
export interface Run {
  readonly id: string;
  readonly kind: KindName;
  readonly lines: number;
  readonly done: number;
  readonly at: Date;
  readonly by: string;
  readonly counts: { readonly taken: number; readonly known: number; readonly refused: number } | null;
}

const shownAtMost = 10;

const runs = (db: Db) =>
  db
    .selectFrom('imports as run')
    .innerJoin('people as person', 'person.id', 'run.created_by')
    .select([
      'run.id',
      'run.kind',
      'run.lines',
      'run.done',
      'run.created_at as at',
      'run.taken',
      'run.known',
      'person.name as by',
    ]);

/** The last imports, the latest first. */
export async function lastRuns(db: Db): Promise<Run[]> {
  const rows = await runs(db)
    .orderBy('run.created_at', 'desc')
    .orderBy('run.id')
    .limit(shownAtMost)
    .execute();
  return rows.filter(({ kind }) => kindNames.includes(kind as KindName)).map(toRun);
}

/** One of them with what was refused; `NotFound` where it is forgotten or never was. */
export async function runOf(db: Db, id: string): Promise<Run & { readonly refused: Refused | null }> {
  const row = await runs(db).select('run.refused').where('run.id', '=', id).executeTakeFirst();
  if (!row || !kindNames.includes(row.kind as KindName)) throw new NotFound();
  return { ...toRun(row), refused: row.refused as Refused | null };
}

type Row = Awaited<ReturnType<ReturnType<typeof runs>['executeTakeFirstOrThrow']>>;

const toRun = ({ taken, known, kind, ...run }: Row): Run => ({
  ...run,
  kind: kind as KindName,
  counts: taken === null || known === null ? null : { taken, known, refused: run.lines - taken - known },
});
