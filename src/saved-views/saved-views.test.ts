import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as tickets from '#tickets/tickets.ts';
import { createWorld, type World } from '../../test/world.ts';
import { addView, mostViews } from './saved-views.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  for (const urgency of ['high', 'low', 'low'] as const)
    await tickets.reportTicket(world.scope, world.contacts.roos, {
      siteId: world.sites.shop,
      subject: `Iets van ${urgency}`,
      did: 'x',
      happened: 'y',
      expected: '',
      urgency,
      impact: urgency === 'high' ? 'large' : 'small',
    });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.scope.db.deleteFrom('saved_views').execute();
});

const rows = () => world.scope.db.selectFrom('saved_views').selectAll().orderBy('name').execute();
const queue = async (person = world.staff.sam, query = '') =>
  (await world.as(person).get(`/desk${query}`)).text();
const add = (name: string, query: string, { team = false, by = world.staff.sam } = {}) =>
  addView(world.scope, by, { name, query, team });

/** The views that the queue offers, with what it says is in them. */
const offered = (html: string) =>
  [
    ...html.matchAll(
      /<bdi class="truncate">([^<]*)<\/bdi><span class="badge[^"]*tabular-nums">(\d+\+?)<\/span>/g,
    ),
  ].map(([, name, size]) => [name, size]);

describe('a view is kept', () => {
  test('from the filters of the queue, and offered there with what is in it', async () => {
    const form = await queue(world.staff.sam, '?priority=low');
    expect(form).toContain('<input type="hidden" name="query" value="priority=low"/>');
    const sent = { name: ' Laag  werk ', query: 'priority=low', team: 'no' };
    const answer = await world.as(world.staff.sam).post('/desk/views', sent);
    expect(answer.headers.get('location')).toBe('/desk?priority=low');
    expect(await rows()).toMatchObject([{ name: 'Laag werk', query: 'priority=low', team: false }]);
    const html = await queue(world.staff.sam, '?priority=low');
    expect(offered(html)).toEqual([['Laag werk', '2']]);
    expect(html).toMatch(/href="\/desk\?priority=low" title="Van mij"[^>]*aria-current="page"/);
    expect(html).not.toContain('Deze filters bewaren');
  });

  test('for oneself, unless it is for the team', async () => {
    await add('Alleen Sam', 'priority=high');
    await add('Iedereen', 'priority=low', { team: true });
    expect(offered(await queue(world.staff.sam))).toEqual([
      ['Iedereen', '2'],
      ['Alleen Sam', '1'],
    ]);
    expect(offered(await queue(world.staff.dani))).toEqual([['Iedereen', '2']]);
  });

  test('and counted for whoever looks: «me» is the reader, and words are looked for', async () => {
    const { sam, dani } = world.staff;
    const ticket = await world.scope.db.selectFrom('tickets').select('id').limit(1).executeTakeFirstOrThrow();
    await tickets.assign(world.scope, sam, ticket.id, { assigneeId: dani.id });
    await add('Bij mij', 'assignee=me', { team: true });
    await add('Zoekt', 'words=high', { team: true });
    expect(offered(await queue(sam))).toEqual([
      ['Bij mij', '0'],
      ['Zoekt', '1'],
    ]);
    expect(offered(await queue(dani))).toEqual([
      ['Bij mij', '1'],
      ['Zoekt', '1'],
    ]);
  });

  test('without a count where it asks for what has ended', async () => {
    await add('Afgesloten', 'state=ended');
    const html = await queue();
    expect(html).toContain('href="/desk?state=ended"');
    expect(offered(html)).toEqual([]);
  });

  test('once, however often the form is sent', async () => {
    const once = world.scope.newId();
    const sent = { name: 'Eens', query: 'priority=low', once };
    for (let n = 0; n < 2; n++)
      expect((await world.as(world.staff.sam).post('/desk/views', sent)).status).toBe(303);
    expect(await rows()).toHaveLength(1);
  });

  test('not without a name, under one that is taken, or without filters; what was typed stays', async () => {
    await add('Bezet', 'priority=low');
    const sam = world.as(world.staff.sam);
    for (const [sent, sentence] of [
      [{ name: '', query: 'priority=low' }, 'Vul dit in.'],
      [{ name: 'BEZET', query: 'priority=high' }, 'Er is al een weergave met deze naam.'],
      [{ name: 'x'.repeat(61), query: 'priority=high' }, 'Dit is te lang.'],
      [{ name: 'Zonder', query: '' }, 'Kies eerst filters'],
      [{ name: 'a\u0000b', query: 'priority=high' }, 'tekens'],
      [{ name: 'Voor wie', query: 'priority=high', team: 'all' }, 'Maak een keuze'],
    ] as const) {
      const answer = await sam.post('/desk/views', sent);
      const html = await answer.text();
      expect(answer.status, sent.name).toBe(422);
      expect(html).toContain(sentence);
      if (/^\w+$/.test(sent.name)) expect(html).toContain(`value="${sent.name}"`);
    }
    expect(await rows()).toHaveLength(1);
    // another's own name is no hindrance
    await add('Bezet', 'priority=low', { by: world.staff.dani });
  });

  test('up to a number that can be counted with every look', async () => {
    for (let n = 0; n < mostViews; n++) await add(`Nummer ${n}`, 'priority=low');
    const answer = await world
      .as(world.staff.sam)
      .post('/desk/views', { name: 'Nog een', query: 'priority=low' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`hooguit ${mostViews} weergaven`);
  });

  test('whatever nonsense its filters hold by now', async () => {
    await add('Vreemd', 'site=weg&priority=top&page=x&%00=%ff&words=%00');
    expect(offered(await queue())).toEqual([['Vreemd', '3']]);
    await add('<script>alert(1)</script>', 'priority=low');
    expect(await queue()).not.toContain('<script>alert');
  });
});

describe('a view is looked after', () => {
  test('renamed and removed by whoever made it', async () => {
    const id = await add('Oud', 'priority=low');
    const sam = world.as(world.staff.sam);
    expect(await (await sam.get('/desk/views')).text()).toContain('value="Oud"');
    await sam.post(`/desk/views/${id}`, { name: 'Nieuw' });
    expect(await rows()).toMatchObject([{ name: 'Nieuw' }]);
    const bad = await sam.post(`/desk/views/${id}`, { name: ' ' });
    expect(bad.status).toBe(422);
    expect(await bad.text()).toContain('Vul dit in.');
    await sam.post(`/desk/views/${id}/removal`);
    expect(await rows()).toEqual([]);
    expect(await (await sam.get('/desk/views')).text()).toContain('nog geen bewaarde weergaven');
  });

  test('the team’s also by managers, and by nobody else', async () => {
    const id = await add('Van het team', 'priority=low', { team: true });
    const { mila, dani } = world.staff;
    for (const path of [`/desk/views/${id}`, `/desk/views/${id}/removal`])
      expect((await world.as(dani).post(path, { name: 'Gekaapt' })).status).toBe(404);
    expect(await (await world.as(dani).get('/desk/views')).text()).not.toContain(`action="/desk/views/${id}`);
    await world.as(mila).post(`/desk/views/${id}`, { name: 'Door Mila' });
    expect(await rows()).toMatchObject([{ name: 'Door Mila' }]);
    await world.as(mila).post(`/desk/views/${id}/removal`);
    expect(await rows()).toEqual([]);
  });

  test('one’s own by nobody else, not even a manager', async () => {
    const id = await add('Geheim van Sam', 'priority=low');
    const mila = world.as(world.staff.mila);
    for (const path of [`/desk/views/${id}`, `/desk/views/${id}/removal`])
      expect((await mila.post(path, { name: 'Gekaapt' })).status).toBe(404);
    expect(await (await mila.get('/desk/views')).text()).not.toContain('Geheim van Sam');
    expect(await rows()).toMatchObject([{ name: 'Geheim van Sam' }]);
    for (const odd of ['x', world.scope.newId()])
      expect((await mila.post(`/desk/views/${odd}`, { name: 'y' })).status).toBe(404);
  });

  test('every change stands in the history', async () => {
    const id = await add('Wie deed dat', 'priority=low', { team: true });
    await world.as(world.staff.sam).post(`/desk/views/${id}/removal`);
    const events = await world.scope.db
      .selectFrom('events')
      .select(['type', 'internal', 'actor_id'])
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute();
    const actor_id = world.staff.sam.id;
    expect(events).toEqual([
      { type: 'view.added', internal: true, actor_id },
      { type: 'view.removed', internal: true, actor_id },
    ]);
  });
});
