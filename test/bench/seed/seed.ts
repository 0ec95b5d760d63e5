import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import { Chance } from '#demo/chance.ts';
import { loadOffice } from '#settings/office.ts';
import { type Filled, Filler } from './fill.ts';
import { type Cast, seedAccess, seedPeople } from './people.ts';
import { begins, type Office, type Plan, planOf } from './plan.ts';
import { type Table, tablesOf } from './template.ts';
import { Words } from './words.ts';

export interface Seeded {
  readonly cast: Cast;
  /** With which a program comes in. */
  readonly token: string;
}

/** So many tickets are written at once, each table's rows in the order in which they came about. */
const batch = 2_500;

/**
 * Fills a migrated, empty database with an agency of 200 clients and so many tickets. The rows of tickets are
 * those that the operations write: one ticket of each kind is taken along its way by them, and its rows are
 * copied with other people, texts and moments, and with the clocks that follow from those moments.
 */
export async function seed(
  { pool }: Pick<Database, 'pool'>,
  scope: Scope,
  { tickets, progress = () => {} }: { tickets: number; progress?: (done: number) => void },
): Promise<Seeded> {
  const cast = await seedPeople(scope);
  const token = await seedAccess(scope);
  const { office, plans } = await plansFor(scope, cast, tickets);
  const filler = new Filler(scope, office, scope.now().getTime());
  const tables = await tablesOf(scope.db);
  let writing: Promise<void> = Promise.resolve();
  let rows = tables.map((): Filled[] => []);
  let done = 0;
  for (const plan of plans) {
    await filler.fill(plan, rows);
    done++;
    if (done % batch && done !== tickets) continue;
    await writing;
    const full = rows;
    rows = tables.map(() => []);
    // while the next ones are made
    writing = copyAll(pool, tables, full);
    writing.catch(() => {});
    progress(done);
  }
  await writing;
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
  function* plans(): Generator<Plan> {
    for (const [index, begin] of begins(tickets, stage).entries()) yield planOf(index, begin, stage);
  }
  return { office, plans: plans() };
}

async function copyAll(
  pool: Database['pool'],
  tables: readonly Table[],
  rows: readonly Filled[][],
): Promise<void> {
  const client = await pool.connect();
  try {
    for (const [index, { name, columns }] of tables.entries()) {
      const sorted = rows[index]!.sort((a, b) => a.at - b.at);
      const quoted = columns.map((column) => `"${column}"`).join(', ');
      const target = client.query(copyFrom(`copy ${name} (${quoted}) from stdin`));
      await pipeline(Readable.from(chunksOf(sorted)), target);
    }
  } finally {
    client.release();
  }
}

function* chunksOf(rows: readonly Filled[], size = 200): Generator<string> {
  for (let at = 0; at < rows.length; at += size)
    yield `${rows
      .slice(at, at + size)
      .map(({ line }) => line)
      .join('\n')}\n`;
}
