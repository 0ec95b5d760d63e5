import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { defaultAgreement } from '#agreement/agreement.ts';
import { officeCalendar } from '#agreement/calendar.ts';
import type { ClockEvent } from '#agreement/clocks.ts';
import type { Database } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import { Chance } from '#demo/chance.ts';
import { clockColumns, clocksAt } from '#tickets/clock.ts';
import { openTestDatabase } from '../database.ts';
import { Filler } from './seed/fill.ts';
import { seedPeople } from './seed/people.ts';
import { ways } from './seed/plan.ts';
import { play } from './seed/play.ts';
import { plansFor, seed } from './seed/seed.ts';
import { tablesOf } from './seed/template.ts';
import { rareWord } from './seed/words.ts';

vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 });

const tickets = 120;
const now = new Date('2026-10-16T11:30:00+02:00');

let seeded: Database;
let played: Database;
beforeAll(async () => {
  [seeded, played] = [await openTestDatabase(), await openTestDatabase()];
  await seed(seeded, scopeOn(seeded), { tickets });
  // the same plans, by the operations alone
  const scope = scopeOn(played);
  const cast = await seedPeople(scope);
  const { office, plans } = await plansFor(scope, cast, tickets);
  const filler = new Filler(scope, { office, tables: await tablesOf(scope.db), now: now.getTime() });
  const whole = [];
  for (const plan of plans) {
    await filler.prepare(plan);
    whole.push(filler.whole(plan));
  }
  await sql`select setval(pg_get_serial_sequence('tickets', 'number'), 1, false)`.execute(played.db);
  for (const plan of whole) await play(scope, plan);
});
afterAll(async () => {
  await seeded.close();
  await played.close();
});

/** Both databases get the same ids for the same people. */
function scopeOn({ db }: Database): Scope {
  const chance = new Chance(5);
  const hex = () =>
    Math.floor(chance.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return {
    db,
    now: () => now,
    newId: () => `${hex()}-0000-4000-8000-${hex()}0000`,
    enqueue: async () => {},
    baseUrl: 'http://nazorg.test',
    delivers: false,
  };
}

/** All rows of a table, in an order that does not depend on when they were written. */
async function rowsOf({ pool }: Database, table: string): Promise<unknown[]> {
  const own = table === 'events' || table === 'search_texts' ? "- 'id'" : '';
  const { rows } = await pool.query(`select to_jsonb(${table}) ${own} as row from ${table} order by 1`);
  return rows.map(({ row }) => row);
}

const filled = ['tickets', 'messages', 'notes', 'events', 'timers', 'mails', 'attachments', 'watchers'];
test.each([...filled, 'search_texts'])(
  'the rows of %s are the very ones that the operations write',
  async (table) => {
    const [ours, theirs] = [await rowsOf(seeded, table), await rowsOf(played, table)];
    // the token has no part in the tickets
    const isTicket = (row: unknown) => (row as { type?: string }).type !== 'token.created';
    expect(ours.filter(isTicket)).toEqual(theirs);
  },
);

test('every index, foreign key, check and trigger is there as the migrations leave it', async () => {
  const parts = async ({ pool }: Database) =>
    (
      await pool.query(
        `select indrelid::regclass::text as "table", pg_get_indexdef(indexrelid) as part,
           indisvalid and indisready as holds
         from pg_index join pg_class on pg_class.oid = indrelid where relnamespace = 'public'::regnamespace
         union all
         select conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid), convalidated
         from pg_constraint where connamespace = 'public'::regnamespace
         union all
         select tgrelid::regclass::text, pg_get_triggerdef(pg_trigger.oid), tgenabled = 'O'
         from pg_trigger where not tgisinternal
         union all
         select oid::regclass::text, reloptions::text, true from pg_class where relnamespace = 'public'::regnamespace
         order by 1, 2`,
      )
    ).rows;
  const ours = await parts(seeded);
  expect(ours).toEqual(await parts(played));
  expect(ours.every(({ holds }) => holds)).toBe(true);
});

test('every ticket has its events in order, three messages, and clocks that follow from its events', async () => {
  const rows = await seeded.db.selectFrom('tickets').selectAll().execute();
  const calendar = officeCalendar([{ validFrom: null, calendar: defaultAgreement.calendar }]);
  for (const row of rows) {
    const ticket = { ...row, clock_events: row.clock_events as unknown as ClockEvent[] };
    const clocks = clocksAt(ticket, { calendar, agreement: defaultAgreement, now: row.updated_at });
    expect(row).toMatchObject(clockColumns(row, clocks));
  }
  const { rows: counts } = await seeded.pool.query(`
    select count(*)::int as messages, bool_and(length(body) > 300) as long
    from tickets left join messages on ticket_id = tickets.id group by tickets.id`);
  expect(new Set(counts.map(({ messages, long }) => `${messages} ${long}`))).toEqual(new Set(['3 true']));
});

test('a fifth is open, in every state, with clocks that run, ran out and wait', async () => {
  const { rows } = await seeded.pool.query(
    `
    select state, count(*)::int, count(*) filter (where next_due_at < $1)::int as late from tickets group by state`,
    [now],
  );
  const states = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  expect(Object.keys(states).sort()).toEqual(Object.keys(ways).sort());
  expect(states.signed_off).toBe(tickets * 0.8);
  expect(rows.find(({ state }) => state === 'picked_up').late).toBeGreaterThan(0);
  expect(rows.find(({ state }) => state === 'waiting').late).toBe(0);
});

test('the rare word stands in every open ticket of a seed so small, and in no other', async () => {
  const { rows } = await seeded.pool.query(
    `select distinct ticket_id, closed_at from messages join tickets on tickets.id = ticket_id
     where body like $1 and subject like $1`,
    [`%${rareWord}%`],
  );
  expect(rows).toHaveLength(tickets / 5);
  expect(rows.every(({ closed_at }) => closed_at === null)).toBe(true);
});
