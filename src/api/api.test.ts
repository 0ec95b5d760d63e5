import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { PreparingClient } from '#db/prepared.ts';
import { program } from '#lib/actor.ts';
import { addNote, pickUp, reportTicket } from '#tickets/tickets.ts';
import { type Answer, type Caller, type Made, programOf, tokenFor } from '../../test/program.ts';
import { createWorld, type World } from '../../test/world.ts';
import { forgetOldRequests } from './idempotency.ts';
import { revokeToken } from './tokens.ts';

let world: World;
let made: Made;
let call: Caller;
const start = '2026-10-16T09:30:00+02:00';

beforeAll(async () => {
  world = await createWorld();
  made = await tokenFor(world, 'manager', { name: 'Planbord' });
  call = programOf(world, made.token);
});
afterAll(() => world.close());
beforeEach(() => world.at(start));

const report = (subject = 'Afrekenen lukt niet') =>
  reportTicket(world.scope, world.contacts.roos, {
    siteId: world.sites.shop,
    subject,
    did: 'Ik koos betalen.',
    happened: 'Wit scherm.',
    expected: '',
    urgency: 'high',
    impact: 'large',
  });

const newTicket = (subject = 'Via de koppeling') => ({
  siteId: world.sites.shop,
  reporterId: world.contacts.roos.id,
  subject,
  did: 'a',
  happened: 'b',
  urgency: 'low',
  impact: 'small',
});

const kind = ({ status, json }: Answer) => `${status} ${String(json?.type).split('#problem-')[1]}`;

describe('a token', () => {
  test('is stored as a hash, and shows when it was last used, to the minute', async () => {
    const { token, id } = await tokenFor(world, 'supporter');
    const row = () =>
      world.scope.db.selectFrom('api_tokens').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(token).toMatch(/^nzg_[\w-]{43}$/);
    expect(JSON.stringify(await row())).not.toContain(token.slice(8));
    const own = programOf(world, token);
    await own('/tickets');
    expect((await row()).last_used_at).toEqual(new Date(start));
    world.at('2026-10-16T09:30:30+02:00');
    await own('/tickets');
    expect((await row()).last_used_at).toEqual(new Date(start));
    world.at('2026-10-16T09:31:30+02:00');
    await own('/tickets');
    expect((await row()).last_used_at).toEqual(new Date('2026-10-16T09:31:30+02:00'));
  });

  test('is refused from the moment on at which it is revoked, also between two pages', async () => {
    const { token, id } = await tokenFor(world, 'manager');
    const own = programOf(world, token);
    expect((await own('/tickets')).status).toBe(200);
    await revokeToken(world.scope, program, id);
    const refused = await own('/tickets');
    expect(kind(refused)).toBe('401 unauthorized');
    expect(refused.headers.get('www-authenticate')).toContain('error="invalid_token"');
    expect(refused.json.detail).toContain('revoked');
  });

  test('expires', async () => {
    const { token } = await tokenFor(world, 'manager', { expiresInDays: 1 });
    const own = programOf(world, token);
    world.at('2026-10-17T09:29:59+02:00');
    expect((await own('/tickets')).status).toBe(200);
    world.at('2026-10-17T09:30:00+02:00');
    expect((await own('/tickets')).json.detail).toContain('expired');
  });

  test('never signs in, is no colleague, and is written no mail', async () => {
    const { id } = await tokenFor(world, 'manager', { name: 'Stil' });
    expect((await call('/staff')).text).not.toContain(id);
    const { id: ticket } = await report();
    const asAssignee = await call(`/tickets/${ticket}/assignee`, { json: { assigneeId: id } });
    expect(asAssignee.json.errors.assigneeId.code).toBe('unknown_choice');
    const actingFor = await call(`/tickets/${ticket}/messages`, { json: { body: 'x', actingFor: id } });
    expect(actingFor.json.errors.actingFor.code).toBe('unknown_choice');
    const people = await world.as(world.staff.mila).get('/desk/people');
    expect(await people.text()).not.toContain('Stil');
    const reactivated = await world.as(world.staff.mila).post(`/desk/people/${id}/reactivation`);
    expect(reactivated.status).toBe(404);
    const mails = await world.scope.db.selectFrom('mails').select('to_address').execute();
    expect(mails.filter(({ to_address }) => to_address.includes('token'))).toEqual([]);
    await expect(
      world.scope.db.updateTable('people').set({ deactivated_at: null }).where('id', '=', id).execute(),
    ).rejects.toThrow('tokens_never_sign_in');
  });

  test('may make as many requests in a minute as it was given', async () => {
    const { token } = await tokenFor(world, 'manager', { requestsPerMinute: 2 });
    const own = programOf(world, token);
    const first = await own('/tickets');
    expect(first.headers.get('ratelimit-limit')).toBe('2');
    expect(first.headers.get('ratelimit-remaining')).toBe('1');
    await own(`/tickets/${world.sites.shop}`);
    const third = await own('/tickets');
    expect(kind(third)).toBe('429 too-many-requests');
    expect(Number(third.headers.get('retry-after'))).toBe(60);
    expect(third.headers.get('ratelimit-remaining')).toBe('0');
    world.at('2026-10-16T09:31:00+02:00');
    expect((await own('/tickets')).status).toBe(200);
  });
});

describe('problems', () => {
  test('an unknown address is 404, another method 405 with what is taken', async () => {
    expect(kind(await call('/nothing'))).toBe('404 not-found');
    expect(kind(await call('/tickets/'))).toBe('404 not-found');
    const wrong = await call('/tickets', { method: 'DELETE' });
    expect(kind(wrong)).toBe('405 method-not-allowed');
    expect(wrong.headers.get('allow')).toBe('GET, POST');
    expect((await call('/tickets', { method: 'PUT', json: {} })).status).toBe(405);
  });

  test('fields that are wrong are named, each with a code and a sentence', async () => {
    const answer = await call('/tickets', { json: { ...newTicket(''), urgency: 'soon', colour: 'red' } });
    expect(kind(answer)).toBe('422 invalid');
    expect(answer.json.errors).toEqual({
      subject: { code: 'required', detail: 'Fill this in.' },
      urgency: { code: 'required', detail: 'Fill this in.' },
      colour: { code: 'unknown_field', detail: 'There is no such field.' },
    });
    const foreign = await call('/tickets', { json: { ...newTicket(), siteId: world.sites.foreign } });
    expect(foreign.json.errors).toMatchObject({ siteId: { code: 'unknown_choice' } });
  });

  test('a database that is away is 503, and a fault tells nothing but its reference', async () => {
    const { db } = world.scope;
    const away = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code: 'ECONNREFUSED' });
    const spy = vi.spyOn(db, 'selectFrom').mockImplementation(() => {
      throw away;
    });
    const unavailable = await call('/tickets');
    expect(kind(unavailable)).toBe('503 unavailable');
    expect(unavailable.headers.get('retry-after')).toBe('5');
    spy.mockImplementation(() => {
      throw new Error('relation "secrets" does not exist');
    });
    const fault = await call('/tickets');
    spy.mockRestore();
    expect(kind(fault)).toBe('500 fault');
    expect(unavailable.text + fault.text).not.toMatch(/secrets|10\.1\.2\.3/);
    const reference = fault.json.instance.split(':').at(-1);
    expect(world.faults.at(-1)).toContain(reference);
    world.faults.length = 0;
  });
});

describe('an Idempotency-Key', () => {
  const count = async (subject: string) =>
    (await world.scope.db.selectFrom('tickets').select('id').where('subject', '=', subject).execute()).length;
  const send = (key: string, json: object, own = call) =>
    own('/tickets', { json, headers: { 'idempotency-key': key } });

  test('has the same request done once; sent again it gets the first answer', async () => {
    const key = crypto.randomUUID();
    const first = await send(key, newTicket('Eenmaal'));
    const second = await send(key, newTicket('Eenmaal'));
    expect(second.status).toBe(201);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await count('Eenmaal')).toBe(1);
  });

  test('twice at once waits for the first', async () => {
    const key = crypto.randomUUID();
    const all = await Promise.all(Array.from({ length: 5 }, () => send(key, newTicket('Tegelijk'))));
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(all.map(({ text }) => text)).size).toBe(1);
    expect(await count('Tegelijk')).toBe(1);
  });

  test('that waits for too long is told to come back', async () => {
    const key = crypto.randomUUID();
    const client = await world.database.pool.connect();
    await client.query('begin');
    await client.query(
      'insert into api_requests (token_id, key, fingerprint, at) values ($1, $2, $3, now())',
      [made.id, key, 'x'],
    );
    const waiting = await send(key, newTicket('Wacht'));
    await client.query('rollback');
    client.release();
    expect(kind(waiting)).toBe('409 in-progress');
    expect(waiting.headers.get('retry-after')).toBe('2');
    expect((await send(key, newTicket('Wacht'))).status).toBe(201);
  }, 20_000);

  test('with another body, address or method is refused', async () => {
    const key = crypto.randomUUID();
    await send(key, newTicket('Eerste'));
    expect(kind(await send(key, newTicket('Tweede')))).toBe('409 idempotency-key-reused');
    const { id } = await report();
    const elsewhere = await call(`/tickets/${id}/pick-up`, {
      json: newTicket('Eerste'),
      headers: { 'idempotency-key': key },
    });
    expect(kind(elsewhere)).toBe('409 idempotency-key-reused');
    expect(await count('Tweede')).toBe(0);
  });

  test('belongs to one token, and is forgotten after a day', async () => {
    const key = crypto.randomUUID();
    const other = programOf(world, (await tokenFor(world, 'manager')).token);
    await send(key, newTicket('Sleutel'));
    expect((await send(key, newTicket('Sleutel'), other)).headers.get('idempotency-replayed')).toBeNull();
    expect(await count('Sleutel')).toBe(2);
    world.at('2026-10-17T09:30:01+02:00');
    expect((await send(key, newTicket('Volgende dag'))).status).toBe(201);
    world.at('2026-10-19T09:30:00+02:00');
    await forgetOldRequests(world.scope);
    expect(await world.scope.db.selectFrom('api_requests').select('key').execute()).toEqual([]);
  });

  test('of a refused request is free again, for it did nothing', async () => {
    const key = crypto.randomUUID();
    expect((await send(key, newTicket(''))).status).toBe(422);
    expect((await send(key, newTicket('Verbeterd'))).status).toBe(201);
    const { id } = await report();
    const late = crypto.randomUUID();
    await call(`/tickets/${id}/drop`, { json: { reason: 'x' } });
    const conflict = () =>
      call(`/tickets/${id}/messages`, { json: { body: '' }, headers: { 'idempotency-key': late } });
    expect((await conflict()).status).toBe(422);
    expect(
      await world.scope.db.selectFrom('api_requests').where('key', '=', late).selectAll().execute(),
    ).toEqual([]);
  });

  test('holds for a step, a change, a removal and a file as well', async () => {
    const { id } = await report();
    const once = (path: string, rest: object) => {
      const headers = { 'idempotency-key': `vast-${path}` };
      return Promise.all([call(path, { ...rest, headers }), call(path, { ...rest, headers })]);
    };
    for (const [path, rest] of [
      [`/tickets/${id}/pick-up`, { method: 'POST' }],
      [`/tickets/${id}/watchers/${world.contacts.kees.id}`, { method: 'DELETE' }],
      [
        `/organisations/${world.organisations.bakery}`,
        { method: 'PATCH', json: { name: 'Bakkerij De Proef' } },
      ],
    ] as const) {
      const [one, two] = await once(path, rest);
      expect(one.status, one.text).toBeLessThan(300);
      expect([two.status, two.text]).toEqual([one.status, one.text]);
    }
    const form = () => {
      const body = new FormData();
      body.append('file', new File(['abc'], 'a.txt'));
      return body;
    };
    const headers = { 'idempotency-key': 'een-bestand' };
    const first = await call('/attachments', { body: form(), headers });
    const again = await call('/attachments', { body: form(), headers });
    expect(again.json).toEqual(first.json);
  });

  test('that is none is refused', async () => {
    expect(kind(await send('met spatie', newTicket()))).toBe('400 malformed');
    expect(kind(await send('x'.repeat(256), newTicket()))).toBe('400 malformed');
  });
});

describe('lists', () => {
  test('are paged to the end while tickets come in: each once, none left out', async () => {
    const there = (await Promise.all(Array.from({ length: 7 }, (_, at) => report(`Lijst ${at}`)))).map(
      ({ id }) => id,
    );
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Answer = await call(`/tickets?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      expect(page.status, page.text).toBe(200);
      if (page.json.next) expect(page.headers.get('link')).toContain(`cursor=${page.json.next}`);
      seen.push(...page.json.items.map(({ id }: { id: string }) => id));
      cursor = page.json.next;
      await report('Tussendoor');
      if (seen.length > 200) throw new Error('It does not end.');
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(there.filter((id) => !seen.includes(id))).toEqual([]);
  });

  test('with updated_since follow what changes, in the order of the changes', async () => {
    world.at('2026-10-20T10:00:00+02:00');
    const [one, two] = [await report('Een'), await report('Twee')];
    world.at('2026-10-20T10:05:00+02:00');
    await pickUp(world.scope, world.staff.sam, one.id);
    const since = encodeURIComponent('2026-10-20T08:00:00Z');
    const first = await call(`/tickets?updated_since=${since}&limit=1`);
    expect(first.json.items).toMatchObject([{ id: two.id }]);
    await addNote(world.scope, world.staff.sam, two.id, { body: 'x' });
    const rest = await call(`/tickets?updated_since=${since}&limit=10&cursor=${first.json.next}`);
    expect(rest.json.items.map(({ id }: { id: string }) => id).sort()).toEqual([one.id, two.id].sort());
    expect(rest.json.next).toBeNull();
    expect(
      (await call(`/tickets?updated_since=${encodeURIComponent('2026-10-20T10:05:01+02:00')}`)).json.items,
    ).toEqual([]);
  });

  test('take a cursor only with the filters that it was made for, and none that was made up', async () => {
    await Promise.all([report(), report()]);
    const { json } = await call('/tickets?limit=1');
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const [mark] = JSON.parse(Buffer.from(json.next, 'base64url').toString());
    for (const cursor of [
      `${json.next}&priority=high`,
      'x',
      'null',
      '%00',
      '../../etc/passwd',
      'a'.repeat(100_000),
      made(null),
      made({}),
      made([mark]),
      made([mark, 'x']),
      made([mark, -1]),
      made([mark, 1e99]),
      made([mark, '2026-10-20T08:00:00.000Z', world.sites.shop]),
      made([mark, 1, 2]),
    ]) {
      const answer = await call(`/tickets?cursor=${cursor}`);
      expect(kind(answer), cursor.slice(0, 50)).toBe('422 invalid');
    }
    const names = (await call('/organisations?limit=1')).json.next;
    const [nameMark] = JSON.parse(Buffer.from(names, 'base64url').toString());
    for (const name of ['a\u0000b', 'a\ud800', 1, 'x'.repeat(400)])
      expect(kind(await call(`/organisations?cursor=${made([nameMark, name, world.sites.shop])}`))).toBe(
        '422 invalid',
      );
  });

  test('of clients, contacts and sites are paged by name', async () => {
    for (const path of ['/organisations', '/contacts', '/sites']) {
      const names: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const { json }: Answer = await call(`${path}?limit=1${cursor ? `&cursor=${cursor}` : ''}`);
        names.push(...json.items.map(({ name }: { name: string }) => name));
        cursor = json.next;
      }
      expect(names.length, path).toBe(path === '/contacts' ? 4 : path === '/sites' ? 3 : 2);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('ask the database once for their tickets, however many there are', async () => {
    await Promise.all(Array.from({ length: 10 }, () => report()));
    const query = vi.spyOn(PreparingClient.prototype, 'query');
    await call('/tickets?limit=100');
    const asked = query.mock.calls.length;
    query.mockRestore();
    expect(asked).toBe(4); // the token, the tickets, the agreement; of their sites and reporters what decides who pays
  });
});

describe('one object', () => {
  test('has an ETag, and is not sent again to whoever has it', async () => {
    const { id } = await report();
    const first = await call(`/tickets/${id}`);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"/);
    world.at('2026-10-16T09:31:00+02:00');
    const again = await call(`/tickets/${id}`, { headers: { 'if-none-match': tag } });
    expect([again.status, again.text]).toEqual([304, '']);
    await pickUp(world.scope, world.staff.sam, id);
    const changed = await call(`/tickets/${id}`, { headers: { 'if-none-match': tag } });
    expect(changed.status).toBe(200);
    world.at('2026-10-26T09:31:00+01:00');
    const late = await call(`/tickets/${id}`, {
      headers: { 'if-none-match': changed.headers.get('etag') ?? '' },
    });
    expect(late.json.clocks.solution.missed).toBe(true);
  });

  test('is changed with If-Match only as it was seen', async () => {
    const path = `/sites/${world.sites.site}`;
    const tag = (await call(path)).headers.get('etag') ?? '';
    const change = (json: object, match: string) =>
      call(path, { method: 'PATCH', json, headers: { 'if-match': match } });
    const first = await change({ name: 'Nieuwe naam' }, tag);
    expect(first.json).toMatchObject({ name: 'Nieuwe naam', kind: 'website' });
    expect(kind(await change({ name: 'Te laat' }, tag))).toBe('412 precondition-failed');
    expect(
      (
        await change(
          { addresses: ['proef.example', 'https://www.proef.example/'] },
          first.headers.get('etag') ?? '',
        )
      ).json.addresses,
    ).toEqual(['https://proef.example', 'https://www.proef.example/']);
    expect((await change({ name: 'Website De Proef' }, '*')).status).toBe(200);
  });

  test('clients, contacts and sites are added and changed, part by part', async () => {
    const added = await call('/organisations', { json: { name: ' Slagerij  Test ' } });
    expect(added.json).toMatchObject({ name: 'Slagerij Test', active: true });
    const { id } = added.json;
    const site = await call('/sites', {
      json: { organisationId: id, name: 'Site', kind: 'website', criticalParts: ['bestellen'] },
    });
    expect(site.json).toMatchObject({ phase: 'live', criticalParts: ['bestellen'], organisation: { id } });
    const contact = await call('/contacts', {
      json: {
        organisationId: id,
        name: 'Sjors',
        email: 'Sjors@Slager.test',
        role: 'colleague',
        siteIds: [site.json.id],
        invite: true,
      },
    });
    expect(contact.json).toMatchObject({
      email: 'sjors@slager.test',
      siteIds: [site.json.id],
      language: 'nl',
      phone: null,
    });
    const taken = await call('/contacts', {
      json: { organisationId: id, name: 'X', email: 'sjors@slager.test' },
    });
    expect(taken.json.errors.email.code).toBe('address_taken');
    const path = `/contacts/${contact.json.id}`;
    const changed = await call(path, { method: 'PATCH', json: { phone: '0612345678', budgetHolder: true } });
    expect(changed.json).toMatchObject({
      name: 'Sjors',
      phone: '0612345678',
      budgetHolder: true,
      siteIds: [site.json.id],
    });
    const foreign = await call(path, { method: 'PATCH', json: { siteIds: [world.sites.shop] } });
    expect(foreign.json.errors).toMatchObject({ siteIds: { code: 'unknown_choice' } });
    expect((await call(path, { method: 'PATCH', json: { active: false } })).json.active).toBe(false);
    expect((await call(`/contacts?organisation=${id}&active=true`)).json.items).toEqual([]);
    expect(
      (await call(`/organisations/${id}`, { method: 'PATCH', json: { active: false } })).json.active,
    ).toBe(false);
    const ended = await call('/sites', { json: { organisationId: id, name: 'Nog een', kind: 'website' } });
    expect(ended.json.errors).toMatchObject({ form: { code: 'organisation_ended' } });
    const nowhere = await call('/sites', { json: { organisationId: made.id, name: 'x', kind: 'website' } });
    expect(nowhere.json.errors).toMatchObject({ organisationId: { code: 'unknown_choice' } });
  });
});

test('deadlines: the worked example, on the office’s wall or with an offset', async () => {
  const wall = await call('/deadlines?priority=high&at=2026-10-23T16:30');
  expect(wall.json).toMatchObject({
    response: { due: '2026-10-26T09:00:00Z' },
    solution: { due: '2026-10-26T15:30:00Z', spentMinutes: 0 },
  });
  expect(wall.json.explanation).toContain('high priority');
  for (const at of [
    '2026-10-23T16:30+02:00',
    '2026-10-23T14:30Z',
    encodeURIComponent('2026-10-23T16:30+02:00'),
  ])
    expect((await call(`/deadlines?priority=high&at=${at}`)).json, at).toEqual(wall.json);
  expect((await call('/deadlines?priority=low')).json.response.due).toBe('2026-10-20T07:30:00Z');
  for (const at of [
    'morgen',
    '',
    '2026-13-45T99:99',
    '9999-12-31T00:00',
    '-271821-04-20T00:00Z',
    '1500-01-01T00:00',
    'x'.repeat(1000),
    '%00',
  ])
    expect(kind(await call(`/deadlines?priority=high&at=${at}`)), at).toBe('422 invalid');
});

test('the agreement: in force, on a day, and in all versions', async () => {
  const now = await call('/agreement');
  expect(now.json).toMatchObject({
    version: 1,
    agreement: { targets: { high: { response: { minutes: 120 } } } },
  });
  expect((await call('/agreement?on=2030-01-01')).json).toEqual(now.json);
  expect((await call('/agreement/versions')).json.items).toEqual([now.json]);
});

test('the reference is a page for people, without a token, that explains every problem', async () => {
  const page = await programOf(world, null)('/');
  expect(page.status).toBe(200);
  expect(page.text).toContain('<html lang="en">');
  for (const id of ['problem-conflict', 'schema-Ticket', 'pickUpTicket', 'scopes'])
    expect(page.text).toContain(`id="${id}"`);
  expect(page.text).not.toContain('undefined');
  expect(page.text).not.toContain('[object');
  expect(page.text).not.toMatch(/(src|href)="https?:/);
});

test('a program may begin before anybody has set up the agency', async () => {
  const bare = await createWorld({ cast: false });
  const own = programOf(bare, (await tokenFor(bare, 'manager')).token);
  const add = async (path: string, json: object) => {
    const answer = await own(path, { json });
    expect(answer.status, answer.text).toBe(201);
    return answer.json;
  };
  const organisation = await add('/organisations', { name: 'Eerste klant' });
  const of = { organisationId: organisation.id };
  const site = await add('/sites', { ...of, name: 'Site', kind: 'website' });
  const contact = await add('/contacts', { ...of, name: 'Kim', email: 'kim@example.test' });
  const ticket = await add('/tickets', { ...newTicket(), siteId: site.id, reporterId: contact.id });
  expect(ticket).toMatchObject({ number: 1, agreementVersion: 1 });
  expect((await own('/agreement')).status).toBe(200);
  expect(bare.faults).toEqual([]);
  await bare.close();
});
