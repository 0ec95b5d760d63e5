import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { activePerson } from '#auth/session.ts';
import type { Person } from '#lib/actor.ts';
import { addMessage, addNote, reportTicket } from '#tickets/tickets.ts';
import { createWorld, type World } from '../../test/world.ts';
import { listen } from './listen.ts';
import { streamsPerPerson } from './live.ts';
import { presentOn } from './presence.ts';

let world: World;
let ticket: string;
let stopListening: () => Promise<void>;
const warnings: string[] = [];
const log = { warn: (_: object, message: string) => void warnings.push(message) };
const opened: Heard[] = [];

beforeAll(async () => {
  world = await createWorld();
  ticket = await report();
  stopListening = await listen({ url: world.database.url, onSignal: world.live.tell, log });
});
afterEach(async () => {
  for (const each of opened.splice(0)) await each.leave();
});
afterAll(async () => {
  await stopListening();
  await world.close();
  expect(world.faults).toEqual([]);
});

const report = async () => {
  const { id } = await reportTicket(world.scope, world.contacts.roos, {
    siteId: world.sites.shop,
    subject: 'De winkelmand is leeg',
    did: 'Ik legde een taart in de mand.',
    happened: 'De mand bleef leeg.',
    expected: '',
    urgency: 'medium',
    impact: 'medium',
  });
  return id;
};

interface Heard {
  readonly status: number;
  readonly headers: Headers;
  /** Waits for the next event; null when the stream ended. */
  next(): Promise<{ event: string; data: string } | null>;
  leave(): Promise<void>;
}

/** Opens the stream of a page that was drawn just now. */
async function hear(person: Person, topic = `ticket=${ticket}`, since = world.scope.now().getTime() + 1) {
  const response = await world.as(person).get(`/live?${topic}&since=${since}`);
  const reader = response.body!.getReader();
  let text = '';
  const heard: Heard = {
    status: response.status,
    headers: response.headers,
    async next() {
      for (;;) {
        const [, event, data] = /event: (\w+)\ndata:(.*)\n\n/.exec(text) ?? [];
        if (event) {
          text = text.slice(text.indexOf('\n\n', text.indexOf('event:')) + 2);
          return { event, data: data!.trim() };
        }
        const { value, done } = await reader.read();
        if (done) return null;
        text += new TextDecoder().decode(value);
      }
    },
    leave: () => reader.cancel(),
  };
  opened.push(heard);
  return heard;
}

/** The last that a page hears before its stream ends; what was told before, by another test, comes first. */
async function lastOf(page: Heard) {
  let last = await page.next();
  for (let next = last; next; next = await page.next()) last = next;
  return last;
}

const write = (body: string) => addMessage(world.scope, world.contacts.roos, ticket, { body });
const note = () => addNote(world.scope, world.staff.sam, ticket, { body: 'Alleen voor ons.' });

describe('an open page', () => {
  test('hears of its ticket, and no more than which one', async () => {
    const [desk, portal] = [await hear(world.staff.sam), await hear(world.contacts.roos)];
    await write('Nog steeds leeg.');
    expect(await desk.next()).toEqual({ event: 'refresh', data: ticket });
    expect(await portal.next()).toEqual({ event: 'refresh', data: ticket });
    expect(portal.headers.get('content-type')).toContain('text/event-stream');
    expect(portal.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(portal.headers.get('x-accel-buffering')).toBe('no');
  });

  test('of a client hears nothing of what is internal, nor of who looks', async () => {
    const [list, page] = [await hear(world.contacts.roos, ''), await hear(world.contacts.roos)];
    const desk = await hear(world.staff.sam);
    await note();
    expect(await desk.next()).toEqual({ event: 'refresh', data: ticket });
    await hear(world.staff.dani);
    expect(await desk.next()).toEqual({ event: 'refresh', data: ticket });
    const other = await report();
    // the first thing that the client hears is the next one that is for their eyes
    expect(await list.next()).toEqual({ event: 'refresh', data: other });
    await write('Hallo?');
    expect(await page.next()).toEqual({ event: 'refresh', data: ticket });
  });

  test('of another client hears nothing at all', async () => {
    expect((await world.as(world.contacts.vera).get(`/live?ticket=${ticket}`)).status).toBe(404);
    expect((await world.as(world.contacts.vera).get('/live?ticket=geen')).status).toBe(404);
    const stranger = await hear(world.contacts.vera, '');
    await write('Niet voor vreemden.');
    const { id } = await reportTicket(world.scope, world.contacts.vera, {
      siteId: world.sites.foreign,
      subject: 'Bloemen',
      did: 'Ik keek.',
      happened: 'Niets.',
      expected: '',
      urgency: 'low',
      impact: 'small',
    });
    expect(await stranger.next()).toEqual({ event: 'refresh', data: id });
  });

  test('hears at once what happened since it was drawn', async () => {
    const drawn = world.scope.now().getTime();
    await write('Net voor de pagina luisterde.');
    const other = await hear(world.staff.sam, '', drawn + 1);
    await write('En nog een.');
    await other.next();
    expect(await (await hear(world.staff.sam, '', drawn)).next()).toEqual({ event: 'refresh', data: '' });
    expect(await (await hear(world.contacts.roos, '', 0)).next()).toEqual({ event: 'refresh', data: '' });
  });

  test('hears one signal for many changes at once', async () => {
    const page = await hear(world.staff.sam);
    await world.scope.db.transaction().execute(async (db) => {
      for (const body of ['een', 'twee', 'drie'])
        await addMessage({ ...world.scope, db }, world.contacts.roos, ticket, { body });
    });
    await page.next();
    const other = await report();
    const list = await hear(world.staff.sam, `ticket=${other}`);
    await addMessage(world.scope, world.contacts.roos, other, { body: 'vier' });
    expect(await list.next()).toEqual({ event: 'refresh', data: other });
  });
});

describe('a stream ends', () => {
  test('when the session does, and tells the page to stay away', async () => {
    const page = await hear(world.contacts.kees, '');
    await world.scope.db.deleteFrom('auth_sessions').where('user_id', '=', world.contacts.kees.id).execute();
    expect(await lastOf(page)).toEqual({ event: 'gone', data: '' });
  });

  test('for the page that was opened first, when somebody has too many', async () => {
    const pages = [];
    for (let nth = 0; nth <= streamsPerPerson; nth++) pages.push(await hear(world.contacts.cora, ''));
    expect(await lastOf(pages[0]!)).toEqual({ event: 'gone', data: '' });
    await write('Voor alle anderen.');
    for (const page of pages.slice(1)) expect(await page.next()).toMatchObject({ event: 'refresh' });
  });
});

describe('presence', () => {
  const names = async (me: Person) => (await presentOn(world.scope, ticket, me.id)).map(({ name }) => name);

  test('is shown to colleagues while a page is open, and never to clients', async () => {
    const { sam, dani } = world.staff;
    const list = await hear(sam, '');
    ticket = await report();
    await list.next();
    const page = await hear(sam);
    await hear(dani);
    expect(await page.next()).toEqual({ event: 'refresh', data: ticket });
    expect(await names(sam)).toEqual([dani.name]);
    const shown = await (await world.as(sam).get(`/desk/tickets/${ticket}`)).text();
    expect(shown).toContain(`${dani.name} kijkt ook naar deze melding`);
    await hear(world.contacts.roos);
    expect(await names(sam)).toEqual([dani.name]);
    expect(await (await world.as(world.contacts.roos).get(`/tickets/${ticket}`)).text()).not.toContain(
      dani.name,
    );
  });

  test('of a node that died is not believed for long', async () => {
    const gone = await activePerson(world.scope.db, { id: world.staff.mila.id });
    await world.scope.db
      .insertInto('presence')
      .values({
        stream_id: world.scope.newId(),
        ticket_id: ticket,
        person_id: gone!.id,
        until: new Date(world.scope.now().getTime() - 1),
      })
      .execute();
    expect(await names(world.staff.sam)).not.toContain(gone!.name);
  });
});

test('the connection comes back by itself, and every page is told to look', async () => {
  const page = await hear(world.staff.sam);
  await world.database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'nazorg live' and datname = current_database()`,
  );
  expect(await page.next()).toEqual({ event: 'refresh', data: '' });
  expect(warnings).toEqual(['open pages hear nothing until the database is back']);
  await write('Er is weer verbinding.');
  expect(await page.next()).toEqual({ event: 'refresh', data: ticket });
});
