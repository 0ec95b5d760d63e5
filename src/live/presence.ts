import { sql } from 'kysely';
import type { Db } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import { statement } from '#db/statement.ts';
import type { Person } from '#lib/actor.ts';
import { channel } from './signal.ts';

/** Who at the agency has a ticket open, and what they are writing there. Nothing of it is for clients. */

/** An open page says again and again that it is there; one that went with its node is forgotten after this. */
const believed = 45_000;
/** Whoever writes sends what they typed every few seconds. */
const stillWriting = 20_000;

const later = (scope: Scope, milliseconds: number) => new Date(scope.now().getTime() + milliseconds);

interface Arriving {
  readonly streamId: string;
  readonly ticketId: string;
  readonly person: Person;
}

/** Notes that somebody opened a ticket. */
export async function arrive(scope: Scope, { streamId, ticketId, person }: Arriving): Promise<void> {
  const isNew = !(await isThere(scope, ticketId, person.id));
  await scope.db
    .insertInto('presence')
    .values({ stream_id: streamId, ticket_id: ticketId, person_id: person.id, until: later(scope, believed) })
    .execute();
  if (isNew) await tell(scope.db, [ticketId]);
}

/** Notes that a page was left; colleagues hear of it when it was the person's last one on that ticket. */
export async function leave(scope: Scope, streamId: string): Promise<void> {
  const left = await scope.db
    .deleteFrom('presence')
    .where('stream_id', '=', streamId)
    .returning(['ticket_id', 'person_id'])
    .executeTakeFirst();
  if (left && !(await isThere(scope, left.ticket_id, left.person_id))) await tell(scope.db, [left.ticket_id]);
}

/** Notes that these pages are still open, and forgets those of which nothing was heard. */
export async function stay(scope: Scope, streamIds: readonly string[]): Promise<void> {
  if (streamIds.length > 0)
    await scope.db
      .updateTable('presence')
      .set({ until: later(scope, believed) })
      .where('stream_id', 'in', [...streamIds])
      .execute();
  const lapsed = await scope.db
    .deleteFrom('presence')
    .where('until', '<', scope.now())
    .returning('ticket_id')
    .execute();
  const silent = await scope.db
    .updateTable('presence')
    .set({ writing: null, writing_until: null })
    .where('writing_until', '<', scope.now())
    .returning('ticket_id')
    .execute();
  await tell(
    scope.db,
    [...lapsed, ...silent].map(({ ticket_id }) => ticket_id),
  );
}

interface Writing {
  readonly ticketId: string;
  readonly personId: string;
  /** What it is for, as colleagues are told; null when they are done. */
  readonly form: 'answer' | 'note' | null;
}

/** Notes what somebody who has the ticket open is writing. */
export async function writes(scope: Scope, { ticketId, personId, form }: Writing): Promise<void> {
  const own = scope.db
    .selectFrom('presence')
    .where('ticket_id', '=', ticketId)
    .where('person_id', '=', personId);
  const before = await own.select('writing').executeTakeFirst();
  if (!before) return;
  await scope.db
    .updateTable('presence')
    .set({ writing: form, writing_until: form ? later(scope, stillWriting) : null })
    .where('ticket_id', '=', ticketId)
    .where('person_id', '=', personId)
    .execute();
  if (before.writing !== form) await tell(scope.db, [ticketId]);
}

/** A colleague who has the ticket open as well. */
export interface Present {
  readonly id: string;
  readonly name: string;
  /** What they are writing. */
  readonly writing: 'answer' | 'note' | null;
}

/** Which colleagues have this ticket open, apart from oneself. */
export async function presentOn(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  ticketId: string,
  me: string,
): Promise<Present[]> {
  return others(db, ticketId, me, now());
}

const others = statement((db, ticketId: string, me: string, now: Date) =>
  db
    .selectFrom('presence')
    .innerJoin('people as person', 'person.id', 'presence.person_id')
    .where('presence.ticket_id', '=', ticketId)
    .where('presence.person_id', '!=', me)
    .where('presence.until', '>', now)
    .groupBy(['person.id', 'person.name'])
    .select(['person.id', 'person.name'])
    .select(sql<Present['writing']>`max(writing) filter (where writing_until > ${now})`.as('writing'))
    .orderBy('person.name'),
);

const isThere = async ({ db, now }: Scope, ticketId: string, personId: string) =>
  (await db
    .selectFrom('presence')
    .select('stream_id')
    .where('ticket_id', '=', ticketId)
    .where('person_id', '=', personId)
    .where('until', '>', now())
    .limit(1)
    .executeTakeFirst()) !== undefined;

async function tell(db: Db, ticketIds: readonly string[]): Promise<void> {
  for (const id of new Set(ticketIds))
    await sql`select pg_notify(${channel}, ${JSON.stringify({ kind: 'presence', id })})`.execute(db);
}
