import { type Kysely, sql } from 'kysely';
import type { ClockEvent, ClockEventType } from '#agreement/clocks.ts';
import type { Db } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import type { TicketState, Wait } from '#db/types.ts';
import type { Contact, Staff } from '#lib/actor.ts';
import { clocksAt, timersOf } from '#tickets/clock.ts';
import { sayFully } from '#ui/time.tsx';
import { type Act, idsEach, type Office, type Outline, type Plan, ways } from './plan.ts';
import { play } from './play.ts';

/** The tables that hold a ticket, in the order in which they can be filled, and whose rows belong to it. */
const sources = [
  { name: 'tickets', of: 'id', at: 'reported_at' },
  { name: 'messages', of: 'ticket_id', at: 'at' },
  { name: 'events', of: 'subject_id', at: 'at' },
  { name: 'timers', of: 'ticket_id', at: null },
  { name: 'mails', of: 'ticket_id', at: 'created_at' },
] as const;

export type Table = (typeof sources)[number] & { readonly columns: readonly string[] };

/** A row as COPY takes it, with a hole for everything that differs from ticket to ticket. */
interface Line {
  readonly table: number;
  /** With which act it was written. */
  readonly act: number;
  readonly text: readonly string[];
  /** What stands between the pieces of text, by its place in `valuesOf`. */
  readonly holes: readonly number[];
}

export interface Template {
  readonly lines: readonly Line[];
  readonly clock: readonly (Omit<ClockEvent, 'at'> & { readonly act: number })[];
  readonly state: TicketState;
  readonly waitingFor: Wait | null;
  readonly delivered: number | null;
  readonly closed: number | null;
}

/** What tells the templates apart: the rows of two tickets of one kind differ in what `valuesOf` names only. */
export type Kind = Pick<Plan, 'way' | 'priority' | 'urgency' | 'impact' | 'channel'> & {
  readonly language: 'nl' | 'en';
  /** How many warnings were given. */
  readonly timers: number;
};

/** The tables with the columns that a row brings; what the database fills in by itself is left out. */
export async function tablesOf(db: Db): Promise<Table[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and is_generated = 'NEVER' and not (table_name = 'events' and is_identity = 'YES')
    order by ordinal_position`.execute(db);
  return sources.map((source) => ({
    ...source,
    columns: rows.filter(({ table }) => table === source.name).map(({ column }) => column),
  }));
}

interface Making {
  readonly office: Office;
  readonly tables: readonly Table[];
  /** The same without warnings, from which follows when they are due. */
  readonly base: Template | null;
}

/**
 * Has the operations take a ticket of one kind along its way, in a transaction that is taken back, and keeps
 * the rows that they wrote. Its people, texts and moments occur nowhere else, so that they can be replaced.
 */
export async function makeTemplate(
  scope: Scope,
  kind: Kind,
  { office, tables, base }: Making,
): Promise<Template> {
  const made: { template?: Template } = {};
  const takenBack = new Error('taken back');
  await scope.db
    .transaction()
    .execute(async (db) => {
      await sql`set local time zone 'UTC'`.execute(db);
      const plan = sentinelOf(kind);
      const whole = base ? withWarnings(plan, base, office, kind.timers) : plan;
      made.template = await write({ ...scope, db }, whole, { office, tables });
      throw takenBack;
    })
    .catch((error: unknown) => {
      if (error !== takenBack) throw error;
    });
  return made.template!;
}

async function write(
  scope: Scope,
  plan: Plan,
  { office, tables }: Pick<Making, 'office' | 'tables'>,
): Promise<Template> {
  await writePeople(scope, plan);
  await sql`select setval(pg_get_serial_sequence('tickets', 'number'), ${plan.number}, false)`.execute(
    scope.db,
  );
  const id = await play(scope, plan);
  const standing = await standingOf(scope.db, id, plan);
  const filled = valuesOf(plan, standing, office);
  const lines: Line[] = [];
  for (const [table, { name, columns, of, at }] of tables.entries()) {
    for (const row of await rowsOf(scope.db, { name, of, columns, id })) {
      const moment = at ? row[columns.indexOf(at)] : null;
      const act = at ? plan.moments.findIndex((each) => pgText(each) === moment) : 0;
      if (act < 0) throw new Error(`A row of ${name} was written at no act: ${row}`);
      lines.push({ table, act, ...holesIn(row.map(escaped).join('\t'), filled) });
    }
  }
  return { ...standing, lines };
}

const text = (name: string) => `Zzz${name.padEnd(9, 'q')}zzz`;
const sentinelId = (number: number) => `ffffffff-ffff-4fff-8fff-${String(number).padStart(12, 'f')}`;
const sentinelNumber = 1_987_654_321;
const minute = 60_000;

/** A ticket whose every word, id and moment occurs nowhere else. */
function sentinelOf({ language, timers: _timers, ...kind }: Kind): Plan {
  const person = {
    language,
    role: 'reporter',
    organisationId: sentinelId(902),
    budgetHolder: false,
  } as const;
  const reporter: Contact = {
    kind: 'contact',
    id: sentinelId(900),
    name: text('reporter'),
    siteIds: [],
    ...person,
  };
  const handler: Staff = {
    kind: 'staff',
    id: sentinelId(901),
    name: text('handler'),
    language: 'nl',
    role: 'supporter',
  };
  const start = Date.UTC(2001, 1, 5, 8, 11, 7, 123);
  const site = { id: sentinelId(903), name: text('site') };
  return {
    ...kind,
    acts: ways[kind.way],
    moments: ways[kind.way].map((_, index) => start + index * 7 * minute + index),
    number: sentinelNumber,
    client: { id: sentinelId(902), name: text('client'), sites: [site], contacts: [] },
    site,
    reporter: { person: reporter, email: 'zzzreporter@sentinel.test' },
    handler: { person: handler, email: 'zzzhandler@sentinel.test' },
    subject: text('subject'),
    did: text('did'),
    happened: text('happened'),
    expected: text('expected'),
    bodies: [text('one'), text('two'), text('three')],
    ids: Array.from({ length: idsEach }, (_, index) => sentinelId(index)),
  };
}

async function writePeople({ db }: Scope, { client, site, reporter, handler }: Plan): Promise<void> {
  const at = new Date(0);
  await db.insertInto('organisations').values({ id: client.id, name: client.name, created_at: at }).execute();
  await db
    .insertInto('sites')
    .values({
      id: site.id,
      organisation_id: client.id,
      name: site.name,
      kind: 'website',
      phase: 'live',
      addresses: [],
      critical_parts: [],
      created_at: at,
    })
    .execute();
  const common = { email_verified: true, created_at: at, updated_at: at };
  const { id, name, language } = reporter.person;
  await db
    .insertInto('people')
    .values({
      ...{ id, name, language, email: reporter.email, kind: 'contact', ...common },
      organisation_id: client.id,
      contact_role: 'reporter',
    })
    .execute();
  await db
    .insertInto('people')
    .values({
      ...{
        id: handler.person.id,
        name: handler.person.name,
        language: 'nl',
        email: handler.email,
        ...common,
      },
      kind: 'staff',
      staff_role: 'supporter',
    })
    .execute();
}

type Standing = Omit<Template, 'lines'>;

/** How a ticket stands after its acts, with the acts in place of moments. */
async function standingOf(db: Db, id: string, { moments }: Plan): Promise<Standing> {
  const row = await db
    .selectFrom('tickets')
    .select(['state', 'waiting_for', 'clock_events', 'delivered_at', 'closed_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const actAt = (at: Date | null) => (at === null ? null : moments.indexOf(at.getTime()));
  const events = row.clock_events as unknown as ClockEvent[];
  return {
    state: row.state,
    waitingFor: row.waiting_for,
    delivered: actAt(row.delivered_at),
    closed: actAt(row.closed_at),
    clock: events.map(({ at, ...event }) => ({ ...event, act: moments.indexOf(at) })),
  };
}

/** The ticket as the clocks are asked for it. */
function ticketOf(
  { moments }: Pick<Plan, 'moments'>,
  { state, waitingFor, delivered, closed, clock }: Standing,
) {
  const dateOf = (act: number | null) => (act === null ? null : new Date(moments[act]!));
  return {
    state,
    waiting_for: waitingFor,
    delivered_at: dateOf(delivered),
    closed_at: dateOf(closed),
    clock_events: clock.map(({ act, type, ...event }) => ({
      at: moments[act]!,
      type: type as ClockEventType,
      ...event,
    })),
  };
}

const contextOf = ({ moments }: Pick<Plan, 'moments'>, { calendar, agreement }: Office) => ({
  calendar,
  agreement,
  now: new Date(moments.at(-1)!),
});

/** The moments of the warnings that a ticket gets, in order: the job that gives them looks every minute. */
export function warningsOf(plan: Pick<Outline, 'moments'>, standing: Standing, office: Office): number[] {
  return timersOf(ticketOf(plan, standing), contextOf(plan, office))
    .map(({ at }) => Math.ceil(at.getTime() / minute) * minute + 1_000)
    .sort((a, b) => a - b);
}

/** The same ticket with its first warnings given. */
export function withWarnings<P extends Outline>(
  plan: P,
  standing: Standing,
  office: Office,
  count: number,
): P {
  const given = warningsOf(plan, standing, office).slice(0, count);
  return {
    ...plan,
    acts: [...plan.acts, ...given.map((): Act => 'timer')],
    moments: [...plan.moments, ...given],
  };
}

/** Everything in which two tickets of a kind differ, as it stands in their rows; the same order for all. */
export function valuesOf(plan: Plan, standing: Standing, office: Office): string[] {
  const { reporter, handler, client, site, bodies } = plan;
  const ticket = ticketOf(plan, standing);
  const context = contextOf(plan, office);
  const { response, solution } = clocksAt(ticket, context);
  const derived = [response.due, solution.due, ...timersOf(ticket, context).map(({ at }) => at.getTime())];
  const said = (at: number) =>
    (['nl', 'en'] as const).map((language) =>
      sayFully(new Date(at), { language, timeZone: office.agreement.calendar.timeZone, now: new Date(at) }),
    );
  return [
    ...plan.ids,
    ...[reporter.person.id, reporter.person.name, reporter.email],
    ...[handler.person.id, handler.person.name, handler.email],
    ...[client.id, client.name, site.id, site.name, String(plan.number)],
    ...[plan.subject, plan.did, plan.happened, plan.expected, ...bodies],
    ...[...plan.moments, ...derived].flatMap((at) => [pgText(at), new Date(at).toISOString(), String(at)]),
    ...derived.flatMap(said),
  ];
}

/** A moment as PostgreSQL writes it in UTC. */
function pgText(at: number): string {
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 23).replace(/\.?0+$/, '')}+00`;
}

async function rowsOf(
  db: Db,
  { name, of, columns, id }: { name: string; of: string; columns: readonly string[]; id: string },
): Promise<(string | null)[][]> {
  const texts = sql.join(columns.map((column) => sql`${sql.ref(column)}::text`));
  const { rows } = await sql<{ row: (string | null)[] }>`
    select array[${texts}] as row from ${sql.table(name)} where ${sql.ref(of)} = ${id}
    order by ctid`.execute(db as Kysely<unknown>);
  return rows.map(({ row }) => row);
}

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escaped = (value: string | null) =>
  value === null ? '\\N' : value.replace(/[\\\n\r\t]/g, (each) => escapes[each]!);

/** Cuts a line at every value. Of two values that are the same the first stands for both. */
function holesIn(line: string, values: readonly string[]): Pick<Line, 'text' | 'holes'> {
  const places = new Map<string, number>();
  for (const [place, value] of values.entries()) if (!places.has(value)) places.set(value, place);
  const longestFirst = [...places.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(longestFirst.map((each) => RegExp.escape(each)).join('|'), 'g');
  const holes = [...line.matchAll(any)].map(([found]) => places.get(found)!);
  return { text: line.split(any), holes };
}
