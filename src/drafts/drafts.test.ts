import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../test/world.ts';
import { createDesk, type Desk, formIn, friday, pathOf } from '../tickets/desk/desk.fixture.ts';
import { forgetOldDrafts } from './drafts.ts';

let desk: Desk;
let roos: Browser;
beforeAll(async () => {
  desk = await createDesk();
  roos = desk.as(desk.contacts.roos);
});
afterAll(() => desk.close());
afterEach(() => {
  desk.at(friday);
  expect(desk.faults).toEqual([]);
});

const rows = () => desk.scope.db.selectFrom('drafts').selectAll().execute();
const keep = (browser: Browser, id: string, form: string, body: string, once = '') =>
  browser.post(`/tickets/${id}/drafts/${form}`, { body, once, ...(body ? { written: 'yes' } : {}) });

test('what was typed stands in the form again, with when, until it is sent', async () => {
  const ticket = await desk.report();
  expect((await keep(desk.sam, ticket.id, 'notes', 'Half af')).status).toBe(204);
  const page = await desk.page(pathOf(ticket));
  expect(formIn(page, 'notes')).toContain('Half af');
  expect(formIn(page, 'notes')).toContain('Concept van vandaag 09:30 teruggezet.');
  expect(page).toMatch(/<details[^>]*open[^>]*>(?:(?!<details)[\s\S])*id="notes"/);
  await desk.sam.post(pathOf(ticket, 'notes'), { body: 'Helemaal af' });
  expect(formIn(await desk.page(pathOf(ticket)), 'notes')).not.toContain('Half af');
  expect(await rows()).toEqual([]);
});

test('it is nobody else’s to read, and on no ticket that one may not see', async () => {
  const ticket = await desk.report();
  await keep(desk.sam, ticket.id, 'replies', 'Van Sam');
  await keep(roos, ticket.id, 'message', 'Van Roos');
  expect(await desk.page(pathOf(ticket), desk.dani)).not.toContain('Van Sam');
  expect(await desk.page(pathOf(ticket))).not.toContain('Van Roos');
  expect(await desk.page(`/tickets/${ticket.id}`, roos)).toContain('Van Roos');
  expect(await desk.page(`/tickets/${ticket.id}`, roos)).not.toContain('Van Sam');
  const stranger = desk.as(desk.contacts.vera);
  expect((await keep(stranger, ticket.id, 'message', 'Van Vera')).status).toBe(404);
  expect((await keep(stranger, 'geen', 'message', 'Van Vera')).status).toBe(404);
  expect((await keep(desk.sam, ticket.id, 'message', 'Geen formulier van de desk')).status).toBe(404);
  expect((await keep(roos, ticket.id, 'notes', 'Geen formulier van klanten')).status).toBe(404);
  expect(await rows()).toHaveLength(2);
});

test('it can be thrown away, without a script too', async () => {
  const ticket = await desk.report();
  await keep(roos, ticket.id, 'message', 'Toch maar niet');
  const page = await desk.page(`/tickets/${ticket.id}`, roos);
  const [, action = ''] = /id="message-discard" method="post" action="([^"]+)"/.exec(page) ?? [];
  const answer = await roos.post(action);
  expect(answer.headers.get('location')).toBe(`/tickets/${ticket.id}`);
  expect(await desk.page(`/tickets/${ticket.id}`, roos)).not.toContain('Toch maar niet');
});

test('an emptied form has none, and what comes after it was sent brings nothing back', async () => {
  await desk.scope.db.deleteFrom('drafts').execute();
  const ticket = await desk.report();
  await keep(desk.sam, ticket.id, 'replies', 'Iets');
  await keep(desk.sam, ticket.id, 'replies', '');
  expect(await rows()).toEqual([]);
  const once = crypto.randomUUID();
  await desk.sam.post(pathOf(ticket, 'replies'), { body: 'Verstuurd', once });
  await keep(desk.sam, ticket.id, 'replies', 'Verstuurd', once);
  expect(await rows()).toEqual([]);
});

test('a report that was begun is there on another device, and goes with the report', async () => {
  const kept = {
    siteId: desk.sites.shop,
    did: 'Ik koos een taart.',
    happened: 'Niets.',
    urgency: 'high',
    written: 'yes',
  };
  expect((await roos.post('/drafts/report', kept)).status).toBe(204);
  const page = await desk.page('/report', roos);
  expect(page).toContain('Ik koos een taart.');
  expect(page).toMatch(
    /name="urgency"[^>]*value="high"[^>]*checked|checked[^>]*name="urgency"[^>]*value="high"/,
  );
  const sent = await roos.post('/report', { ...kept, kind: 'defect', subject: 'Taart', impact: 'small' });
  expect(sent.status).toBe(303);
  expect(await desk.page('/report', roos)).not.toContain('Ik koos een taart.');
});

test('characters that cannot be stored fall away, and too much is refused', async () => {
  const ticket = await desk.report();
  await keep(desk.sam, ticket.id, 'notes', 'a\u0000b\ud800');
  expect((await rows()).map(({ fields }) => fields)).toContainEqual({ body: 'ab\ufffd' });
  expect((await keep(desk.sam, ticket.id, 'notes', 'x'.repeat(500_000))).status).toBe(422);
});

test('after 60 days without another word it is forgotten', async () => {
  await desk.scope.db.deleteFrom('drafts').execute();
  const ticket = await desk.report();
  await keep(desk.sam, ticket.id, 'notes', 'Lang geleden');
  desk.at('2026-12-15T08:30:00+01:00');
  await forgetOldDrafts(desk.scope);
  expect(await rows()).toHaveLength(1);
  desk.at('2026-12-15T08:30:01+01:00');
  await forgetOldDrafts(desk.scope);
  expect(await rows()).toEqual([]);
});
