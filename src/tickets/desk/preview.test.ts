import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createDesk, type Desk, formIn, pathOf } from './desk.fixture.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});
afterAll(() => desk.close());
afterEach(() => expect(desk.faults).toEqual([]));

test('a preview shows the Markdown as it will be read, sends nothing and loses nothing', async () => {
  const ticket = await desk.report();
  const answer = await desk.sam.post(pathOf(ticket, 'replies'), {
    body: 'Dit is **vet** <script>alert(1)</script>',
    preview: 'yes',
  });
  const form = formIn(await answer.text(), 'replies');
  expect(form).toMatch(/Zo wordt het gelezen[\s\S]*Dit is <strong>vet<\/strong> &lt;script&gt;/);
  expect(form).toMatch(/<textarea[^>]*>\s*Dit is \*\*vet\*\*/);
  expect(await desk.messages(ticket.id)).toEqual([]);
  await desk.sam.post(pathOf(ticket, 'replies'), { body: 'Dit is **vet**' });
  expect(await desk.page(pathOf(ticket))).toContain('Dit is <strong>vet</strong>');
  const portal = await desk.page(`/tickets/${ticket.id}`, desk.as(desk.contacts.roos));
  expect(portal).toContain('Dit is <strong>vet</strong>');
});
