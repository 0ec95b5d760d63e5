import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createDesk, type Desk, formIn } from '../desk/desk.fixture.ts';
import * as tickets from '../tickets.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});
afterAll(() => desk.close());
afterEach(() => expect(desk.faults).toEqual([]));

const roos = () => desk.as(desk.contacts.roos);
const shown = (html: string) =>
  /<section[^>]*aria-label="Zo wordt het gelezen"[\s\S]*?<\/section>/.exec(html)?.[0];

test.each([
  ['message', 'messages', 'reported'],
  ['answer', 'messages', 'asked'],
  ['judgement', 'refusal', 'delivered'],
  ['judgement', 'sign-off', 'delivered'],
] as const)(
  'the form %s shows by /%s how its text will read, and sends nothing',
  async (form, path, standing) => {
    const ticket = await desk.report();
    if (standing === 'asked') await tickets.ask(desk.scope, desk.staff.sam, ticket.id, { body: 'Welke?' });
    if (standing === 'delivered')
      await tickets.giveAnswer(desk.scope, desk.staff.sam, ticket.id, { body: 'Zo doet u dat.' });
    const before = await desk.row(ticket.id);
    const typed = 'Dit is **vet**: <img src=x>';
    const answer = await roos().post(`/tickets/${ticket.id}/${path}`, { body: typed, preview: 'yes' });
    expect(answer.status).toBe(422);
    const again = formIn(await answer.text(), form);
    expect(shown(again)).toMatch(/Dit is <strong>vet<\/strong>: &lt;img src=x&gt;/);
    expect(again).toContain('Dit is **vet**: &lt;img');
    expect(await desk.row(ticket.id)).toEqual(before);
    expect((await desk.messages(ticket.id)).some(({ body }) => body === typed)).toBe(false);
  },
);

test('neither does a stranger see anything by it', async () => {
  const ticket = await desk.report();
  const answer = await desk
    .as(desk.contacts.vera)
    .post(`/tickets/${ticket.id}/messages`, { body: 'x', preview: 'yes' });
  expect(answer.status).toBe(404);
});

test('a report shows how each of its texts will read, with everything else as it was', async () => {
  const sent = {
    siteId: desk.sites.shop,
    subject: 'Taart',
    did: '- een\n- twee',
    happened: '_Niets._',
    urgency: 'high',
  };
  const answer = await roos().post('/report', { ...sent, preview: 'texts' });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  const texts = shown(html);
  expect(texts).toMatch(/Wat deed u\?[\s\S]*<li>een<\/li>[\s\S]*Wat gebeurde er[\s\S]*<em>Niets\.<\/em>/);
  expect(texts).not.toContain('Wat had u verwacht');
  expect(html).toContain('value="Taart"');
  expect(html).not.toContain('Er klopt nog iets niet');
  const { db } = desk.scope;
  expect(await db.selectFrom('tickets').select('id').where('subject', '=', 'Taart').execute()).toEqual([]);
});
