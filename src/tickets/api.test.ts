import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Caller, programOf, tokenFor } from '../../test/program.ts';
import { createWorld, type World } from '../../test/world.ts';
import { recordFindings } from './tickets.ts';

let world: World;
let call: Caller;
let other: Caller;

beforeAll(async () => {
  world = await createWorld();
  call = programOf(world, (await tokenFor(world, 'manager', { name: 'Planbord' })).token);
  other = programOf(world, (await tokenFor(world, 'supporter', { name: 'Testbank' })).token);
});
afterAll(() => world.close());
beforeEach(() => world.at('2026-10-16T09:30:00+02:00'));

const reported = (over = {}) => ({
  siteId: world.sites.shop,
  reporterId: world.contacts.roos.id,
  subject: 'Afrekenen lukt niet',
  did: 'Ik koos betalen.',
  happened: 'Er kwam een wit scherm.',
  urgency: 'high',
  impact: 'large',
  ...over,
});

async function report(over = {}) {
  const answer = await call('/tickets', { json: reported(over) });
  expect(answer.status, answer.text).toBe(201);
  return answer.json;
}

test('what a report answers is the ticket as it is read afterwards', async () => {
  const plain = await report({ urgency: 'low', impact: 'small' });
  const follower = await report({ followsId: plain.id, expected: 'Afrekenen.', kind: 'question' });
  expect(follower).toMatchObject({ followsId: plain.id, kind: 'question' });
  for (const ticket of [plain, follower]) expect((await call(`/tickets/${ticket.id}`)).json).toEqual(ticket);
});

test('the whole way of a ticket, from the report to the sign-off', async () => {
  const ticket = await report();
  expect(ticket).toMatchObject({
    state: 'reported',
    priority: 'high',
    channel: 'desk',
    reporter: { name: 'Roos Melder' },
    clocks: {
      response: { due: '2026-10-16T09:30:00Z', met: null },
      solution: { due: '2026-10-19T07:30:00Z' },
    },
  });
  const step = async (path: string, json: object, by = call) => {
    const answer = await by(`/tickets/${ticket.id}/${path}`, { json });
    expect(answer.status, `${path}: ${answer.text}`).toBe(201);
    return answer.json;
  };
  world.at('2026-10-16T10:00:00+02:00');
  expect(await step('pick-up', { assigneeId: world.staff.sam.id })).toMatchObject({
    state: 'picked_up',
    assignee: { name: 'Sam Supporter' },
    expectedAt: '2026-10-19T07:30:00Z',
    clocks: { response: { met: '2026-10-16T08:00:00Z' }, solution: { spentMinutes: 30 } },
  });
  await step('expected-moment', { expectedAt: '2026-10-20T12:00:00+02:00', reason: 'Leverancier' });
  await step('assignee', { assigneeId: null });
  await step('messages', { body: 'Wij zijn bezig.' });
  await step('notes', { body: 'Geheime notitie' });
  expect(await step('questions', { body: 'Welke browser?' })).toMatchObject({
    state: 'waiting',
    withClient: true,
  });
  expect(await step('answers', { body: 'Firefox, per telefoon' })).toMatchObject({ state: 'picked_up' });
  await step('questions', { body: 'Welke versie?' });
  await step('answers', { body: 'De nieuwste', actingFor: world.contacts.roos.id });
  expect(
    await step('priority', { urgency: 'low', impact: 'medium', reason: 'Er is een omweg' }),
  ).toMatchObject({
    priority: 'low',
  });
  await step('hand-over', { whatChanged: 'Knop', howToTest: 'Afrekenen' });
  const own = await call(`/tickets/${ticket.id}/test-results`, { json: { passed: true } });
  expect(own.status).toBe(409);
  expect(own.json).toMatchObject({ reason: 'solver_may_not_test' });
  await step('test-results', { passed: false, remark: 'Nog wit op de telefoon' }, other);
  await step('hand-over', { whatChanged: 'Knop', howToTest: 'Telefoon' });
  await step('test-results', { passed: true, actingFor: world.staff.dani.id });
  expect(await step('releases', { body: 'Online' })).toMatchObject({ state: 'sign_off', assignee: null });
  expect(await step('refusals', { body: 'Nog niet' })).toMatchObject({ state: 'picked_up' });
  expect(await step('hand-over', { whatChanged: 'Knop', howToTest: 'x' })).toMatchObject({
    state: 'testing',
  });
  await step('test-results', { passed: true }, other);
  await step('releases', { body: 'Online' });
  expect(await step('sign-off', {})).toMatchObject({ state: 'signed_off', closedAt: '2026-10-16T08:00:00Z' });
  expect(await step('reopening', { body: 'Toch niet' })).toMatchObject({
    state: 'picked_up',
    closedAt: null,
  });
  expect(await step('withdrawal', { reason: 'Niet meer nodig' })).toMatchObject({ state: 'dropped' });

  const history = (await call(`/tickets/${ticket.id}/history?limit=100`)).json.items;
  expect(history.map(({ type }: { type: string }) => type)).toEqual(
    expect.arrayContaining([
      'reported',
      'picked_up',
      'noted',
      'test_failed',
      'released',
      'refused',
      'signed_off',
    ]),
  );
  const signedOff = history.find(({ type }: { type: string }) => type === 'signed_off');
  expect(signedOff).toMatchObject({ by: { name: 'Roos Melder' }, via: { name: 'Planbord' } });
  expect(history[0]).toMatchObject({ by: { name: 'Planbord', kind: 'staff' }, via: null });
});

test('an answer without a solution to build, and a drop with its reason', async () => {
  const first = await report({ urgency: 'low', impact: 'small' });
  const answered = await call(`/tickets/${first.id}/answer`, { json: { body: 'Onder Instellingen' } });
  expect(answered.json).toMatchObject({ state: 'sign_off', assignee: null });
  const dropped = await call(`/tickets/${first.id}/drop`, { json: { reason: 'Dubbel' } });
  expect(dropped.json).toMatchObject({ state: 'dropped' });
});

test('a step that comes too late is a conflict that says what happened meanwhile', async () => {
  const { id } = await report();
  await call(`/tickets/${id}/pick-up`, { method: 'POST' });
  const again = await call(`/tickets/${id}/pick-up`, { method: 'POST' });
  expect(again.status).toBe(409);
  expect(again.headers.get('content-type')).toBe('application/problem+json');
  expect(again.json).toMatchObject({
    type: 'http://nazorg.test/api/v1/#problem-conflict',
    reason: 'moved_on',
    state: 'picked_up',
    who: 'Planbord',
  });
});

test('notes are read with the scope for them, and by no other token', async () => {
  const { id } = await report();
  await call(`/tickets/${id}/notes`, { json: { body: 'Alleen onder ons' } });
  const plain = programOf(world, (await tokenFor(world, 'manager', { scopes: ['tickets:read'] })).token);
  expect((await plain(`/tickets/${id}/notes`)).status).toBe(403);
  for (const path of [`/tickets/${id}`, `/tickets/${id}/history`, `/tickets/${id}/messages`, '/tickets'])
    expect((await plain(path)).text).not.toContain('onder ons');
  const [note] = (await call(`/tickets/${id}/notes`)).json.items;
  expect(note).toMatchObject({ body: 'Alleen onder ons', by: { name: 'Planbord' } });
});

test('a note calls colleagues by name, whichever door it comes through', async () => {
  const { id } = await report();
  await call(`/tickets/${id}/notes`, { json: { body: 'Kijk even mee, @Dani.' } });
  const { db } = world.scope;
  const rows = await db.selectFrom('mentions').select('person_id').where('ticket_id', '=', id).execute();
  expect(rows).toEqual([{ person_id: world.staff.dani.id }]);
  const mails = await db.selectFrom('mails').selectAll().where('kind', '=', 'mentioned').execute();
  expect(mails.map(({ to_name, text }) => [to_name, text.includes('Planbord noemt u')])).toEqual([
    ['Dani Developer', true],
  ]);
});

test('files: handed in, attached, listed and read; those of a note only with its scope', async () => {
  const { id } = await report();
  const form = new FormData();
  form.append('file', new File(['schermbeeld'], '../scherm "1".txt'));
  const first = await call('/attachments', { body: form });
  expect(first.status, first.text).toBe(201);
  expect(first.json).toMatchObject({ name: 'scherm 1.txt', size: 11 });
  const second = await call('/attachments?name=ruw.bin', {
    body: new Uint8Array([1, 2, 3]),
    headers: { 'content-type': 'application/octet-stream' },
  });
  expect(second.json).toMatchObject({ name: 'ruw.bin', size: 3 });
  await call(`/tickets/${id}/messages`, { json: { body: 'Zie bijlage', attachmentIds: [first.json.id] } });
  await call(`/tickets/${id}/notes`, { json: { body: 'Log', attachmentIds: [second.json.id] } });
  const again = await call(`/tickets/${id}/messages`, {
    json: { body: 'x', attachmentIds: [first.json.id] },
  });
  expect(again.status).toBe(422);
  expect(again.json.errors.attachmentIds.code).toBe('unknown_choice');
  expect((await call(`/tickets/${id}/attachments`)).json.items).toHaveLength(2);
  const file = await call(`/attachments/${first.json.id}`);
  expect(file.text).toBe('schermbeeld');
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; /);
  const plain = programOf(world, (await tokenFor(world, 'supporter', { scopes: ['tickets:read'] })).token);
  expect((await plain(`/attachments/${first.json.id}`)).status).toBe(200);
  expect((await plain(`/attachments/${second.json.id}`)).status).toBe(404);
  expect((await plain(`/tickets/${id}/attachments`)).json.items).toHaveLength(1);
});

test('a file for what a contact says belongs to them', async () => {
  const { id } = await report();
  const { json } = await call('/attachments?name=a.txt', {
    body: 'abc',
    headers: { 'content-type': 'text/plain' },
  });
  const said = { body: 'Van Roos', attachmentIds: [json.id], actingFor: world.contacts.roos.id };
  expect((await call(`/tickets/${id}/messages`, { json: said })).status).toBe(201);
  const [message] = (await call(`/tickets/${id}/messages`)).json.items;
  expect(message).toMatchObject({
    type: 'added',
    by: { name: 'Roos Melder' },
    attachments: [{ name: 'a.txt' }],
  });
});

test('a stranger of another client cannot be made to act on a ticket', async () => {
  const { id } = await report();
  for (const path of ['sign-off', 'withdrawal', 'messages']) {
    const json = { actingFor: world.contacts.vera.id, ...(path === 'messages' ? { body: 'x' } : {}) };
    const answer = await call(`/tickets/${id}/${path}`, {
      json: path === 'withdrawal' ? { ...json, reason: 'x' } : json,
    });
    expect(answer.status, path).toBe(404);
  }
});

test('watchers are added by address and taken away by id', async () => {
  const { id } = await report();
  const added = await call(`/tickets/${id}/watchers`, { json: { email: 'Kees@example.test' } });
  expect(added.json.items).toMatchObject([{ name: 'Kees Collega' }]);
  const vera = await call(`/tickets/${id}/watchers`, { json: { email: 'vera@example.test' } });
  expect(vera.json.errors.email.code).toBe('cannot_watch');
  const gone = await call(`/tickets/${id}/watchers/${world.contacts.kees.id}`, { method: 'DELETE' });
  expect(gone.status).toBe(204);
  expect((await call(`/tickets/${id}/watchers`)).json.items).toEqual([]);
});

test('filters narrow the list, and what makes no sense is refused by its name', async () => {
  const foreign = await report({
    siteId: world.sites.foreign,
    reporterId: world.contacts.vera.id,
    urgency: 'low',
    impact: 'small',
  });
  const only = async (query: string) => (await call(`/tickets?limit=100&${query}`)).json.items;
  expect(await only(`organisation=${world.organisations.foreign}`)).toMatchObject([{ id: foreign.id }]);
  expect(await only(`number=${foreign.number}`)).toHaveLength(1);
  expect((await only('priority=low')).every(({ priority }: { priority: string }) => priority === 'low')).toBe(
    true,
  );
  expect((await only('open=false')).every(({ closedAt }: { closedAt: string }) => closedAt)).toBe(true);
  expect((await only('assignee=none')).length).toBeGreaterThan(0);
  for (const query of [
    'limit=0',
    'limit=101',
    'limit=x',
    'cursor=abc',
    'state=lost',
    'site=1',
    'updated_since=gisteren',
    'wat=1',
    'limit=1&limit=2',
  ]) {
    const answer = await call(`/tickets?${query}`);
    expect(answer.status, query).toBe(422);
    expect(Object.keys(answer.json.errors)).toEqual([query.split('=')[0]]);
  }
});

test('research is asked, read, concluded and given back by programs; agreeing is for people alone', async () => {
  const { id } = await report();
  const step = async (path: string, json: object, status = 201) => {
    const answer = await call(`/tickets/${id}/${path}`, { json });
    expect(answer.status, `${path}: ${answer.text}`).toBe(status);
    return answer.json;
  };
  const question = { explanation: 'De koppeling is oud.', feeCents: 4500 };
  await step('research-question', question, 409);
  await step('pick-up', { assigneeId: world.staff.sam.id });
  await recordFindings(world.scope, world.staff.sam, id, {
    kind: 'defect',
    deliveryId: null,
    directlySolvable: false,
    atHand: null,
    causeOutside: null,
  });
  await step('research-question', { ...question, feeCents: 4501 }, 422);
  await step('research-question', { ...question, feeCents: 45.5 }, 422);
  expect(await step('research-question', question)).toMatchObject({
    state: 'waiting',
    waitingFor: 'decision',
  });
  const asked = (await call(`/tickets/${id}/research`)).json;
  expect(asked).toMatchObject({
    questions: [{ ...question, open: true, agreed: null, askedAt: '2026-10-16T07:30:00Z' }],
    work: [],
  });
  await step('research-retraction', { reason: 'Toch niet.' });
  await step('research-question', question);
  expect((await call(`/tickets/${id}/research-acceptance`, { json: {} })).status).toBe(404);
  const stale = { questionId: asked.questions[0].id };
  await step('research-refusal', stale, 409);
  expect(await step('research-refusal', { reason: 'Te duur.' })).toMatchObject({ state: 'dropped' });
  await step('research-credit', { reason: 'Onze fout.' }, 409);
  await step('research-conclusion', { atHand: true, found: 'Niets.' }, 409);
});
