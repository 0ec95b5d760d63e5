import { sql } from 'kysely';
import { activePerson } from '#auth/session.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import type { Staff } from '#lib/actor.ts';
import { countsOf, importTable, type LineResult, placesOf } from './frame.ts';
import { type KindName, kindOf } from './kinds.ts';
import { readTable } from './read.ts';

/** The queue of imports that were confirmed. */
export const importQueue = 'import.run';

const keptFor = 60 * 24 * 60 * 60 * 1000;
/** So many lines are read between two times that it is told. */
const toldEvery = 20;

/** What is left of a table once it is done: what was refused, to be mended. */
export interface Refused {
  readonly head: readonly string[];
  readonly results: readonly LineResult[];
}

/** Has a table imported by the workers, and answers the id of the run; `Invalid` where it cannot be read. */
export function startImport(scope: Scope, actor: Staff, name: KindName, text: string): Promise<string> {
  return inTransaction(scope, async (scope) => {
    const table = readTable(text);
    placesOf(kindOf(name), table.head);
    const now = scope.now();
    await scope.db
      .deleteFrom('imports')
      .where('created_at', '<', new Date(now.getTime() - keptFor))
      .execute();
    const id = scope.newId();
    const row = { id, kind: name, text, lines: table.lines.length, created_at: now, created_by: actor.id };
    await scope.db.insertInto('imports').values(row).execute();
    await scope.enqueue(scope.db, importQueue, { id });
    return id;
  });
}

/**
 * Does a run that was started: every line in one transaction, told outside it as it goes. Broken off, nothing of it
 * is there and it begins anew; done already, it has no further effect.
 */
export async function runImport(scope: Scope, id: string): Promise<void> {
  const tell = async (done: number) => {
    if (done % toldEvery === 0)
      await scope.db.updateTable('imports').set({ done }).where('id', '=', id).execute();
  };
  await inTransaction(scope, async (scope) => {
    // not the row: that is written by whoever tells
    await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(scope.db);
    const run = await scope.db
      .selectFrom('imports')
      .select(['kind', 'text', 'created_by'])
      .where('id', '=', id)
      .where('finished_at', 'is', null)
      .executeTakeFirst();
    const actor = run && (await activePerson(scope.db, { id: run.created_by }));
    if (!run || actor?.kind !== 'staff') return;
    const table = readTable(run.text!);
    const results = await importTable(scope, actor, kindOf(run.kind as KindName), table, tell);
    const { taken, known } = countsOf(results);
    const refused: Refused = {
      head: table.head,
      results: results.filter(({ outcome }) => outcome === 'refused'),
    };
    await scope.db
      .updateTable('imports')
      .set({
        finished_at: scope.now(),
        done: table.lines.length,
        text: null,
        taken,
        known,
        refused: JSON.stringify(refused),
      })
      .where('id', '=', id)
      .execute();
  });
}
