import type pg from 'pg';
import { rareWord } from './seed/words.ts';

/** What the answers must hold, asked of the database itself. */
export interface Facts {
  readonly queue: readonly Shown[];
  readonly newest: readonly Shown[];
  readonly tickets: readonly (Shown & { readonly bodies: readonly string[] })[];
  readonly staff: { readonly id: string; readonly email: string };
  readonly contact: { readonly id: string; readonly email: string };
  /** The first group of the contact's list: what waits for them, else the rest. */
  readonly portal: { readonly first: Shown; readonly shown: number };
  readonly report: { readonly siteId: string; readonly reporterId: string };
  readonly marked: readonly string[];
}

export interface Shown {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
}

const sampled = 300;
const portalPage = 25;

export async function readFacts(pool: pg.Pool): Promise<Facts> {
  const all = async <T>(sql: string, values: unknown[] = []) =>
    (await pool.query(sql, values)).rows as (T & Record<string, unknown>)[];
  const shown = 'select id, number, subject from tickets';
  const [staff] = await all<Facts['staff']>(
    `select id, email from people where staff_role = 'supporter' and deactivated_at is null order by email limit 1`,
  );
  const [contact] = await all<Facts['contact'] & { organisation_id: string }>(
    `select id, email, organisation_id from people where contact_role = 'coordinator' order by email limit 1`,
  );
  const mine = `from tickets where closed_at is null and organisation_id = $1`;
  const theirs = async (turn: string) =>
    all<Shown>(
      `select id, number, subject ${mine} and ${turn} (state in ('waiting', 'sign_off'))
                order by number desc`,
      [contact!.organisation_id],
    );
  const [waiting, busy] = [await theirs(''), await theirs('not')];
  const [site] = await all<{ id: string }>(
    'select id from sites where organisation_id = $1 order by name limit 1',
    [contact!.organisation_id],
  );
  return {
    queue: await all(`${shown} where closed_at is null order by next_due_at nulls last, number limit 50`),
    newest: await all(`${shown} where closed_at is null order by number desc limit 50`),
    // ids begin with their moment: in their order these would be the oldest
    tickets: await all(`
      select ticket.id, number, subject, array_agg(left(message.body, 60) order by at) as bodies
      from (${shown} order by md5(id::text) limit ${sampled}) as ticket join messages as message on ticket_id = ticket.id
      group by 1, 2, 3 order by 1`),
    staff: staff!,
    contact: contact!,
    portal: {
      first: (waiting[0] ?? busy[0])!,
      shown: Math.min(portalPage, waiting.length) + Math.min(portalPage, busy.length),
    },
    report: { siteId: site!.id, reporterId: contact!.id },
    marked: (await all<Shown>(`${shown} where subject like $1 order by number desc`, [`%${rareWord}%`])).map(
      ({ id }) => id,
    ),
  };
}

/** Tickets that can still be picked up. */
export async function reportedTickets(pool: pg.Pool, most: number): Promise<string[]> {
  const { rows } = await pool.query(
    `select id from tickets where state = 'reported' order by number desc limit $1`,
    [most],
  );
  return rows.map(({ id }) => id);
}

/** How many of these tickets are there with everything that belongs to a report. */
export const reportsAmong = (pool: pg.Pool, ids: readonly string[]): Promise<number> =>
  countOf(
    pool,
    `select count(*)::int from tickets where id = any($1)
     and exists (select from events where subject_id = tickets.id and type = 'reported')
     and exists (select from mails where ticket_id = tickets.id and kind = 'confirmation')
     and exists (select from timers where ticket_id = tickets.id)`,
    ids,
  );

/** How many of these tickets are picked up, with everything that belongs to it. */
export const pickUpsAmong = (pool: pg.Pool, ids: readonly string[]): Promise<number> =>
  countOf(
    pool,
    `select count(*)::int from tickets where id = any($1) and state = 'picked_up' and expected_at is not null
     and exists (select from events where subject_id = tickets.id and type = 'picked_up')
     and exists (select from mails where ticket_id = tickets.id and kind = 'picked_up')`,
    ids,
  );

async function countOf(pool: pg.Pool, sql: string, ids: readonly string[]): Promise<number> {
  return (await pool.query(sql, [ids])).rows[0].count;
}
