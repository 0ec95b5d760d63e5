import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db/open.ts';
import type { Scope } from '#db/scope.ts';
import { folderStore } from '#files/store.ts';
import { loadOffice } from '#settings/office.ts';
import { openTestDatabase } from '../../test/database.ts';
import { createId } from '../../test/ids.ts';
import { seedDemo } from './demo.ts';
import { welcome } from './sign-ins.ts';

const minute = 60_000;

async function demoAt(moment: string) {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'nazorg-demo-files-'));
  const now = new Date(moment);
  const scope: Scope = {
    db: database.db,
    now: () => now,
    newId: createId(),
    enqueue: async () => {},
    baseUrl: 'http://nazorg.test',
    delivers: false,
  };
  await seedDemo(scope, await folderStore(folder), { passwordHash: 'a:b' });
  const close = async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { database, scope, now, close };
}

const column = async <T>({ pool }: Database, text: string): Promise<T[]> =>
  (await pool.query({ text, rowMode: 'array' })).rows.map(([value]) => value as T);

const states = ['reported', 'picked_up', 'testing', 'waiting', 'sign_off', 'signed_off', 'dropped'];
const mailKinds = [
  ...['confirmation', 'picked_up', 'expected_moved', 'priority_adjusted', 'question', 'reply', 'released'],
  ...['answer_given', 'reminder', 'signed_off', 'signed_off_by_silence', 'dropped', 'reopened', 'refused'],
  ...['answered', 'withdrawn', 'alert', 'warning_response', 'warning_solution', 'invitation'],
];
const happenings = [
  ...[
    'reported',
    'picked_up',
    'assigned',
    'asked',
    'answered',
    'answered_by_phone',
    'added',
    'replied',
    'noted',
  ],
  ...[
    'priority_adjusted',
    'expected_moved',
    'handed_over',
    'test_failed',
    'test_passed',
    'released',
    'answer_given',
  ],
  ...['refused', 'signed_off', 'signed_off_by_silence', 'dropped', 'withdrawn', 'reopened', 'followed_up'],
  ...['watching', 'reminded', 'warned'],
];

describe.each([
  ['on a Tuesday at eleven', '2026-11-24T11:00:00+01:00'],
  ['on a Sunday night', '2027-03-28T03:30:00+02:00'],
  ['just after New Year', '2027-01-02T09:00:00+01:00'],
])('started %s', (_, moment) => {
  let demo!: Awaited<ReturnType<typeof demoAt>>;
  beforeAll(async () => {
    demo = await demoAt(moment);
  });
  afterAll(() => demo?.close());

  test('there are about 150 tickets, in every state and both languages, with every kind of event and mail', async () => {
    const { database } = demo;
    const [count] = await column<number>(database, 'select count(*)::int from tickets');
    expect(count).toBeGreaterThanOrEqual(140);
    expect(count).toBeLessThanOrEqual(160);
    expect(await column(database, 'select distinct state::text from tickets')).toEqual(
      expect.arrayContaining(states),
    );
    expect(await column(database, 'select distinct type from events')).toEqual(
      expect.arrayContaining(happenings),
    );
    for (const language of ['nl', 'en']) {
      const kinds = `select distinct kind from mails where language = '${language}'`;
      expect((await column<string>(database, kinds)).length).toBeGreaterThan(12);
    }
    expect(await column(database, 'select distinct kind from mails')).toEqual(
      expect.arrayContaining(mailKinds),
    );
    expect(await column(database, 'select distinct priority::text from tickets')).toHaveLength(3);
    expect(await column(database, 'select distinct channel::text from tickets')).toContain('phone');
    expect(await column(database, 'select distinct image_type from files')).toEqual(
      expect.arrayContaining(['image/png', null]),
    );
  });

  test('nothing lies in the future, and each ticket’s history is in order', async () => {
    const { database, now } = demo;
    const moments = [
      'events.at',
      'messages.at',
      'notes.at',
      'mails.created_at',
      'tickets.updated_at',
      'attachments.created_at',
    ];
    for (const each of moments) {
      const [last] = await column<Date>(database, `select max(${each}) from ${each.split('.')[0]}`);
      expect(last!.getTime(), each).toBeLessThanOrEqual(now.getTime());
    }
    const backwards = `select 1 from (select at, lag(at) over (order by id) as before from events) as each where at < before`;
    expect(await column(database, backwards)).toEqual([]);
  });

  test('colleagues work in office time, clients are asleep at night', async () => {
    const { database, scope } = demo;
    const { calendar } = await loadOffice(scope.db);
    const of = (kind: string) =>
      column<Date>(
        database,
        `select at from events join people on people.id = actor_id where kind = '${kind}' and subject_type = 'ticket'`,
      );
    const closed = (await of('staff')).filter((at) => !calendar.isOpen(at.getTime()));
    expect(closed).toEqual([]);
    const asleep = (await of('contact')).filter((at) => {
      const { hour } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(
        'Europe/Amsterdam',
      );
      return hour < 7 || hour > 22;
    });
    expect(asleep).toEqual([]);
  });

  test('the queue looks like a working day: late, due soon, later and with the client', async () => {
    const { database, scope, now } = demo;
    const { calendar } = await loadOffice(scope.db);
    const dues = (
      await column<Date>(
        database,
        'select next_due_at from tickets where closed_at is null and next_due_at is not null',
      )
    ).map((due) => (due <= now ? -1 : calendar.between(now.getTime(), due.getTime()) / minute));
    expect(dues.filter((left) => left < 0).length).toBeGreaterThanOrEqual(3);
    expect(dues.filter((left) => left < 0).length).toBeLessThanOrEqual(5);
    expect(dues.filter((left) => left >= 0 && left <= 4 * 60).length).toBeGreaterThanOrEqual(5);
    for (const wished of [20, 60, 180])
      expect(dues.some((left) => Math.abs(left - wished) < 0.01)).toBe(true);
    expect(dues.filter((left) => left > 510).length).toBeGreaterThanOrEqual(10);
    const withClient = `select id from tickets where closed_at is null and next_due_at is null`;
    expect((await column(database, withClient)).length).toBeGreaterThanOrEqual(10);
    const open = await column<string>(database, 'select subject from tickets where closed_at is null');
    expect(open.length).toBeGreaterThanOrEqual(42);
    expect(new Set(open).size).toBe(open.length);
    const fresh = `select id from tickets where state = 'reported' and priority = 'high' and assignee_id is null`;
    expect(await column(database, fresh)).not.toEqual([]);
  });

  test('who is silent was reminded twice before', async () => {
    const { rows } = await sql<{ reminders: number }>`
      select count(*) filter (where mails.kind = 'reminder' and mails.to_address = reporter.email)::int as reminders
      from tickets
      join events on events.subject_id = tickets.id and events.type = 'signed_off_by_silence'
      join people as reporter on reporter.id = tickets.reporter_id
      join mails on mails.ticket_id = tickets.id and mails.created_at <= events.at
      group by tickets.id`.execute(demo.scope.db);
    expect(rows.length).toBeGreaterThanOrEqual(10);
    expect(rows.every(({ reminders }) => reminders === 2)).toBe(true);
  });

  test('everybody whom the console names can sign in', async () => {
    const named = [...welcome('http://localhost:3000').matchAll(/\S+@\S+/g)].map(([address]) => address);
    expect(named.length).toBeGreaterThanOrEqual(6);
    const able = `select email::text from people join auth_accounts on user_id = people.id and password is not null`;
    expect(await column(demo.database, able)).toEqual(expect.arrayContaining(named));
  });

  test('no word was left unsaid', async () => {
    const braces = `select subject from tickets where subject || did || happened ~ '[{}]'
                    union all select body from messages where body ~ '[{}]'
                    union all select body from notes where body ~ '[{}]'`;
    expect(await column(demo.database, braces)).toEqual([]);
  });
});
