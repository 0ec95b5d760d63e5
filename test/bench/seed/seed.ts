import { sql } from 'kysely';
import type { Database } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import { Chance } from '#demo/chance.ts';
import { loadOffice } from '#settings/office.ts';
import { openLane } from './copy.ts';
import { type Filled, Filler } from './fill.ts';
import { takeIndexesOff } from './indexes.ts';
import { type Cast, seedAccess, seedPeople } from './people.ts';
import { type Begin, begins, type Office, outlineOf, planOf } from './plan.ts';
import { tablesOf } from './template.ts';
import { Words } from './words.ts';

export interface Seeded {
  readonly cast: Cast;
  /** With which a program comes in. */
  readonly token: string;
}

/** So many tickets are written at once, each table's rows in the order in which they came about. */
const batch = 2_500;

/** Two connections: tickets and messages, whose triggers write the search, take as long as all other tables. */
const parts = [[0, 2], [2]] as const;

/**
 * Fills a migrated, empty database with an agency of 200 clients and so many tickets. The rows of tickets are
 * those that the operations write: one ticket of each kind is taken along its way by them, and its rows are
 * copied with other people, texts and moments, and with the clocks that follow from those moments.
 * The tables have no indexes and foreign keys meanwhile; all are there again in the end.
 */
export async function seed(
  { pool }: Pick<Database, 'pool'>,
  scope: Scope,
  { tickets, progress = () => {} }: { tickets: number; progress?: (done: number) => void },
): Promise<Seeded> {
  const cast = await seedPeople(scope);
  const token = await seedAccess(scope);
  const { office, outlines, plans } = await plansFor(scope, cast, tickets);
  const tables = await tablesOf(scope.db);
  const filler = new Filler(scope, { office, tables, now: scope.now().getTime() });
  for (const outline of outlines) await filler.prepare(outline);
  const putIndexesBack = await takeIndexesOff(pool, tables);
  const lanes = await Promise.all(parts.map((part) => openLane(pool, tables.slice(...part))));
  let rows = tables.map((): Filled[] => []);
  let done = 0;
  try {
    for (const plan of plans) {
      filler.fill(plan, rows);
      done++;
      if (done % batch && done !== tickets) continue;
      await Promise.all(parts.map((part, lane) => lanes[lane]!.write(rows.slice(...part))));
      rows = tables.map(() => []);
      progress(done);
    }
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
  await putIndexesBack();
  await sql`select setval(pg_get_serial_sequence('tickets', 'number'), ${tickets + 1}, false)`.execute(
    scope.db,
  );
  return { cast, token };
}

/** Every ticket of a seed, the oldest first, as it is decided before anything is written. */
export async function plansFor(scope: Scope, cast: Cast, tickets: number) {
  const { calendar, versions } = await loadOffice(scope.db);
  const office: Office = { calendar, agreement: versions[0]!.agreement };
  const now = scope.now().getTime();
  const stage = { ...office, cast, now, words: new Words(new Chance(3)) };
  const all = begins(tickets, stage);
  const decided = <T>(decide: (index: number, begin: Begin, at: typeof stage) => T) =>
    all.values().map((begin, index) => decide(index, begin, stage));
  return { office, outlines: decided(outlineOf), plans: decided(planOf) };
}
