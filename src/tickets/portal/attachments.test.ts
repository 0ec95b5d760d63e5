import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#lib/actor.ts';
import { createWorld, type World } from '../../../test/world.ts';
import { keepFiles } from '../attachments.ts';
import type { Ticket } from '../ticket.ts';
import { addMessage, addNote, reportTicket } from '../tickets.ts';

let world: World;
let ticket: Ticket;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  world = await createWorld();
  ticket = await reportTicket(world.scope, world.contacts.roos, {
    siteId: world.sites.shop,
    subject: 'Afrekenen lukt niet',
    did: 'Ik klikte.',
    happened: 'Niets.',
    expected: '',
    urgency: 'low',
    impact: 'small',
  });
});
afterAll(() => {
  expect(world.faults).toEqual([]);
  return world.close();
});

const keep = async (person: Person, name: string, bytes: Uint8Array | string) => {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const [id] = await keepFiles(world.scope, world.files, person, [{ name, bytes: content }]);
  return id!;
};
const placed = async (name: string, bytes: Uint8Array | string) => {
  const { roos } = world.contacts;
  const id = await keep(roos, name, bytes);
  await addMessage(world.scope, roos, ticket.id, { body: 'Zie bijlage', attachmentIds: [id] });
  return id;
};
const get = async (path: string, person: Person = world.contacts.roos) => {
  const answer = await world.as(person).get(path);
  const header = (name: string) => answer.headers.get(name) ?? '';
  return { status: answer.status, header, bytes: Buffer.from(await answer.arrayBuffer()) };
};

test('a file is a download that nothing can run', async () => {
  const id = await placed('notities.txt', 'hallo');
  const { status, header, bytes } = await get(`/attachments/${id}`);
  expect(status).toBe(200);
  expect(bytes.toString()).toBe('hallo');
  expect(header('content-type')).toBe('application/octet-stream');
  expect(header('content-length')).toBe('5');
  expect(header('content-disposition')).toBe(
    `attachment; filename="notities.txt"; filename*=UTF-8''notities.txt`,
  );
  expect(header('x-content-type-options')).toBe('nosniff');
  expect(header('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(header('cache-control')).toBe('private, no-store');
});

test('a picture is shown when asked for, by what it truly is', async () => {
  const id = await placed('foto.html', png);
  const shown = await get(`/attachments/${id}?show`);
  expect(shown.header('content-type')).toBe('image/png');
  expect(shown.header('content-disposition')).toMatch(/^inline;/);
  const plain = await get(`/attachments/${id}`);
  expect(plain.header('content-type')).toBe('application/octet-stream');
  expect(plain.header('content-disposition')).toMatch(/^attachment;/);
});

test.each([
  ['plaatje.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['pagina.html', '<!DOCTYPE html><script>alert(1)</script>'],
  ['foto.png', '<html><script>alert(1)</script></html>'],
])('%s is never shown inline', async (name, content) => {
  const id = await placed(name, content);
  const { header } = await get(`/attachments/${id}?show`);
  expect(header('content-type')).toBe('application/octet-stream');
  expect(header('content-disposition')).toMatch(/^attachment;/);
  expect(await (await world.as(world.contacts.roos).get(`/tickets/${ticket.id}`)).text()).not.toContain(
    `/attachments/${id}?show`,
  );
});

test('a name of any script arrives whole, and breaks no header', async () => {
  const odd = 'fac"tuur 🍰 (1)\r\nX: y.pdf';
  const id = await placed(odd, 'x');
  const { status, header } = await get(`/attachments/${id}`);
  expect(status).toBe(200);
  const name = /filename\*=UTF-8''(\S+)$/.exec(header('content-disposition'))![1]!;
  expect(decodeURIComponent(name)).toBe(odd);
  expect(header('x')).toBe('');
});

test('is asked for every time: strangers, colleagues without sight and files without a place get 404', async () => {
  const id = await placed('notities.txt', 'hallo');
  const { vera, kees, cora, roos } = world.contacts;
  expect((await get(`/attachments/${id}`, vera)).status).toBe(404);
  expect((await get(`/attachments/${id}`, cora)).status).toBe(200);
  expect((await get(`/attachments/${id}`, kees)).status).toBe(200);
  expect((await get(`/attachments/${id}`, world.staff.dani)).status).toBe(200);
  await world.scope.db.deleteFrom('person_sites').where('person_id', '=', kees.id).execute();
  expect((await get(`/attachments/${id}`, kees)).status).toBe(404);
  const unplaced = await keep(roos, 'los.txt', 'los');
  expect((await get(`/attachments/${unplaced}`)).status).toBe(404);
  expect((await get('/attachments/geen-id')).status).toBe(404);
  expect((await world.as(null).get(`/attachments/${id}`)).status).toBe(303);
});

test('a file of a note is for staff only', async () => {
  const { sam } = world.staff;
  const id = await keep(sam, 'intern.txt', 'intern');
  await addNote(world.scope, sam, ticket.id, { body: 'Zie bijlage', attachmentIds: [id] });
  expect((await get(`/attachments/${id}`)).status).toBe(404);
  expect((await get(`/attachments/${id}`, sam)).status).toBe(200);
  expect(await (await world.as(world.contacts.roos).get(`/tickets/${ticket.id}`)).text()).not.toContain(
    'intern.txt',
  );
});

describe('a file ahead of its form', () => {
  const send = async (person: Person, file: File) => {
    const answer = await world.as(person).post('/attachments', { files: file });
    return { status: answer.status, ...((await answer.json()) as { id?: string; error?: string }) };
  };
  const report = (kept: string, over = {}) => ({
    siteId: world.sites.shop,
    subject: 'Met een foto',
    did: 'Ik keek.',
    happened: 'Dit.',
    urgency: 'low',
    impact: 'small',
    kept,
    ...over,
  });

  test('goes with the form that names it, and with no other person’s', async () => {
    const { roos, kees } = world.contacts;
    const { status, id = '' } = await send(roos, new File([png], 'foto.png'));
    expect(status).toBe(201);
    expect((await get(`/attachments/${id}`)).status).toBe(404);
    const others = await world.as(kees).post('/report', report(id));
    expect(await (await world.as(kees).get(others.headers.get('location')!)).text()).not.toContain(id);
    const own = await world.as(roos).post('/report', report(id));
    expect(await (await world.as(roos).get(own.headers.get('location')!)).text()).toContain(
      `/attachments/${id}?show`,
    );
  });

  test('comes back with the draft of the report', async () => {
    const { cora } = world.contacts;
    const { id = '' } = await send(cora, new File(['x'], 'log.txt'));
    const draft = { did: 'Ik keek.', written: 'yes', kept: id, once: '' };
    expect((await world.as(cora).post('/drafts/report', draft)).status).toBe(204);
    expect(await (await world.as(cora).get('/report')).text()).toContain(`name="kept" value="${id}" checked`);
    expect(await (await world.as(world.contacts.roos).get('/report')).text()).not.toContain(id);
  });

  test('is refused in words when it is too large, missing, or one of too many', async () => {
    const { dani } = world.staff;
    const large = await send(dani, new File([new Uint8Array(25 * 1024 * 1024 + 1)], 'film.mp4'));
    expect(large).toMatchObject({ status: 422, error: expect.stringContaining('groter dan 25 MB') });
    expect((await world.as(dani).post('/attachments')).status).toBe(422);
    for (let sent = 0; sent < 100; sent++) await keep(dani, `${sent}.txt`, 'x');
    const tooMany = await send(dani, new File(['x'], 'nog-een.txt'));
    expect(tooMany).toMatchObject({
      status: 422,
      error: expect.stringContaining('veel bestanden klaargezet'),
    });
  });
});
