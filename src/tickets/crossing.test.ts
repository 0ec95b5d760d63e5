import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../test/world.ts';
import { createDesk, type Desk, formIn, pathOf } from './desk/desk.fixture.ts';
import * as tickets from './tickets.ts';

let desk: Desk;
let roos: Browser;
beforeAll(async () => {
  desk = await createDesk();
  roos = desk.as(desk.contacts.roos);
});
afterAll(() => desk.close());
afterEach(() => expect(desk.faults).toEqual([]));

const seenIn = (form: string): string => /name="seen" value="(\d+)"/.exec(form)?.[1] ?? 'none';

test('a reply that crosses a message comes back first with that message, and is sent the second time', async () => {
  const ticket = await desk.report();
  const seen = seenIn(formIn(await desk.page(pathOf(ticket)), 'replies'));
  await tickets.addMessage(desk.scope, desk.contacts.roos, ticket.id, { body: 'Het werkt alweer.' });
  const answer = await desk.sam.post(pathOf(ticket, 'replies'), { body: 'Wij gaan het herstellen.', seen });
  expect(answer.status).toBe(409);
  const html = await answer.text();
  expect(html).toMatch(/role="alert"[\s\S]*Intussen is er iets geschreven/);
  const form = formIn(html, 'replies');
  expect(form).toMatch(/Dit kwam er intussen bij[\s\S]*Het werkt alweer\.[\s\S]*Wij gaan het herstellen\./);
  expect(await desk.messages(ticket.id)).toHaveLength(1);
  expect((await desk.mails(ticket.id)).filter(({ kind }) => kind === 'reply')).toEqual([]);
  const again = await desk.sam.post(pathOf(ticket, 'replies'), {
    body: 'Wij gaan het herstellen.',
    seen: seenIn(form),
  });
  expect(again.status).toBe(303);
  expect(await desk.messages(ticket.id)).toHaveLength(2);
});

test('what is internal, or one’s own, crosses nothing', async () => {
  const ticket = await desk.report();
  const seen = seenIn(formIn(await desk.page(pathOf(ticket)), 'replies'));
  await tickets.addNote(desk.scope, desk.staff.dani, ticket.id, { body: 'Intern.' });
  await tickets.reply(desk.scope, desk.staff.sam, ticket.id, { body: 'Al één.' });
  const answer = await desk.sam.post(pathOf(ticket, 'replies'), { body: 'En nog een.', seen });
  expect(answer.status).toBe(303);
});

test.each(['questions', 'answer'])('%s is held as well, and the ticket stays where it is', async (act) => {
  const ticket = await desk.report();
  await tickets.addMessage(desk.scope, desk.contacts.roos, ticket.id, { body: 'Nog iets.' });
  const answer = await desk.sam.post(pathOf(ticket, act), { body: 'Tekst', seen: '1' });
  expect(answer.status).toBe(409);
  expect(formIn(await answer.text(), act)).toContain('Nog iets.');
  expect(await desk.row(ticket.id)).toMatchObject({ state: 'reported' });
});

test('so is a client’s message that crosses a reply, with nothing internal in it', async () => {
  const ticket = await desk.report();
  const page = await (await roos.get(`/tickets/${ticket.id}`)).text();
  const seen = seenIn(formIn(page, 'message'));
  await tickets.addNote(desk.scope, desk.staff.sam, ticket.id, { body: 'Geheim voor klanten.' });
  await tickets.reply(desk.scope, desk.staff.sam, ticket.id, { body: 'Het is al hersteld.' });
  const answer = await roos.post(`/tickets/${ticket.id}/messages`, { body: 'Hoe lang duurt het nog?', seen });
  expect(answer.status).toBe(409);
  const html = await answer.text();
  expect(html).not.toContain('Geheim voor klanten.');
  const form = formIn(html, 'message');
  expect(form).toMatch(/Dit kwam er intussen bij[\s\S]*Het is al hersteld\.[\s\S]*Hoe lang duurt het nog\?/);
  const again = await roos.post(`/tickets/${ticket.id}/messages`, {
    body: 'Dank u, het werkt.',
    seen: seenIn(form),
  });
  expect(again.status).toBe(303);
});

test('a form without it, or with nonsense in it, is taken as it is', async () => {
  const ticket = await desk.report();
  await tickets.addMessage(desk.scope, desk.contacts.roos, ticket.id, { body: 'Nog iets.' });
  for (const seen of ['', 'x', '-1', '9'.repeat(30)])
    expect((await desk.sam.post(pathOf(ticket, 'replies'), { body: 'Tekst', seen })).status).toBe(303);
});

test('what the program does along with one’s own step crosses nothing', async () => {
  const { scope, staff } = desk;
  desk.at('2026-10-16T09:30:00+02:00');
  const ticket = await desk.report();
  await tickets.pickUp(scope, staff.sam, ticket.id, { expectedAt: new Date('2026-10-19T12:00:00+02:00') });
  await tickets.giveAnswer(scope, staff.sam, ticket.id, { body: 'Het werkt weer.' });
  desk.at('2026-10-16T11:30:00+02:00');
  const seen = seenIn(await (await roos.get(`/tickets/${ticket.id}`)).text());
  // the promise waited along with the clock, and moves when the client says that it does not work
  const answer = await roos.post(`/tickets/${ticket.id}/refusal`, { body: 'Nog steeds wit.', seen });
  expect(answer.status).toBe(303);
  expect((await desk.events(ticket.id)).map(({ type }) => type)).toContain('expected_moved');
});
