import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actNames } from './desk/acts.ts';
import { createDesk, type Desk, friday, pathOf } from './desk/desk.fixture.ts';
import type { Ticket } from './ticket.ts';
import { addWatcher } from './watchers.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await createDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.at(friday));
afterEach(() => expect(desk.faults).toEqual([]));

describe('who may come', () => {
  const addresses = () => ['/desk', '/desk/keys', '/desk/report', ...ticketAddresses()];
  let ticket: Ticket;
  const ticketAddresses = () => [pathOf(ticket), ...actNames.map((act) => pathOf(ticket, act))];
  const posts = () => [
    '/desk/report',
    ...actNames.map((act) => pathOf(ticket, act)),
    pathOf(ticket, `watchers/${desk.contacts.cora.id}/removal`),
  ];

  beforeAll(async () => {
    ticket = await desk.report();
  });

  test('clients, of this client and of another, see 404 everywhere and change nothing', async () => {
    for (const who of Object.values(desk.contacts)) {
      for (const path of addresses()) expect((await desk.as(who).get(path)).status, path).toBe(404);
      for (const path of posts()) {
        const answer = await desk
          .as(who)
          .post(path, { body: 'x', reason: 'x', assigneeId: desk.staff.sam.id });
        expect(answer.status, path).toBe(404);
      }
    }
    expect((await desk.events(ticket.id)).map(({ type }) => type)).toEqual(['reported']);
  });

  test('who is not signed in goes to sign in, and comes back', async () => {
    for (const path of addresses()) {
      const answer = await desk.as(null).get(path);
      expect(answer.status, path).toBe(303);
      expect(answer.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    }
    for (const path of posts()) expect((await desk.as(null).post(path)).status, path).toBe(303);
  });

  test('a ticket that is not there is 404, whatever is done with it', async () => {
    for (const id of ['00000000-0000-4000-8000-999999999999', 'no-id', '1']) {
      expect((await desk.sam.get(pathOf({ id }))).status).toBe(404);
      for (const act of actNames)
        expect((await desk.sam.post(pathOf({ id }, act), { body: 'x' })).status).toBe(404);
    }
  });

  test('the address that a refused form leaves behind leads to the ticket', async () => {
    const answer = await desk.sam.get(pathOf(ticket, 'replies'));
    expect(answer.headers.get('location')).toBe(pathOf(ticket));
    expect((await desk.sam.get(pathOf(ticket, 'nothing'))).status).toBe(404);
  });
});

test('what is internal is marked at the desk and is nowhere on the client’s side', async () => {
  const ticket = await desk.report();
  await addWatcher(desk.scope, desk.staff.sam, ticket.id, { email: 'cora@example.test' });
  const secret = 'Geheim-7f3a';
  await desk.sam.post(pathOf(ticket, 'notes'), { body: secret, files: new File(['x'], `${secret}.txt`) });
  await desk.sam.post(pathOf(ticket, 'pick-up'), { expectedAt: '2026-10-20T15:00' });
  await desk.sam.post(pathOf(ticket, 'hand-over'), { whatChanged: secret, howToTest: secret });
  await desk.dani.post(pathOf(ticket, 'test-results'), { result: 'failed', reason: secret });
  const ours = await desk.page(pathOf(ticket));
  expect(ours).toContain(secret);
  expect(ours).toContain('Intern – alleen collega’s');
  for (const who of [desk.contacts.roos, desk.contacts.kees, desk.contacts.cora]) {
    const theirs = await desk.as(who).get(`/tickets/${ticket.id}`);
    expect(theirs.status).toBe(200);
    expect(await theirs.text()).not.toContain(secret);
  }
  expect(JSON.stringify(await desk.mails(ticket.id))).not.toContain(secret);
});

describe('reporting for somebody else', () => {
  const form = (over: Record<string, string> = {}) => ({
    organisation: desk.organisations.bakery,
    reporterId: desk.contacts.roos.id,
    siteId: desk.sites.shop,
    channel: 'phone',
    subject: 'Belde: winkelwagen leeg',
    did: 'Ze zocht een taart.',
    happened: 'De winkelwagen was leeg.',
    urgency: 'low',
    impact: 'medium',
    ...over,
  });

  test('first asks for the client, then offers its people and sites only', async () => {
    expect(await desk.page('/desk/report')).toContain('Bakkerij De Proef');
    const second = await desk.page(`/desk/report?organisation=${desk.organisations.bakery}`);
    expect(second).toContain('Roos Melder');
    expect(second).toContain('Webshop De Proef');
    expect(second).not.toContain('Vera Vreemd');
    expect(await desk.page('/desk/report?organisation=nothing')).toContain('Voor welke klant?');
  });

  test('enters it in the contact’s name, with the channel, once', async () => {
    const once = crypto.randomUUID();
    const [answer, again] = await Promise.all([
      desk.sam.post('/desk/report', { ...form(), once }),
      desk.sam.post('/desk/report', { ...form(), once }),
    ]);
    expect(answer.headers.get('location')).toBe(again.headers.get('location'));
    const id = answer.headers.get('location')?.split('/').at(-1) ?? '';
    expect(await desk.row(id)).toMatchObject({
      reporter_id: desk.contacts.roos.id,
      channel: 'phone',
      priority: 'low',
    });
    expect(await desk.page(pathOf({ id }))).toContain('per telefoon, ingevoerd door Sam Supporter');
  });

  test('keeps everything that was typed, and refuses a site or a person of another client', async () => {
    const empty = await desk.sam.post('/desk/report', form({ subject: ' ' }));
    expect(empty.status).toBe(422);
    const html = await empty.text();
    for (const typed of ['Ze zocht een taart.', 'De winkelwagen was leeg.']) expect(html).toContain(typed);
    expect(html).toMatch(/name="impact" value="medium" checked/);
    const foreign = await desk.sam.post('/desk/report', form({ siteId: desk.sites.foreign }));
    expect(foreign.status).toBe(422);
    const stranger = await desk.sam.post('/desk/report', form({ reporterId: desk.contacts.vera.id }));
    expect(stranger.status).toBe(422);
    expect((await desk.sam.post('/desk/report', form({ organisation: 'nothing' }))).status).toBe(404);
  });

  test('links a follow-up to the ticket that it goes on from', async () => {
    const earlier = await desk.report();
    const answer = await desk.sam.post('/desk/report', form({ followsId: earlier.id }));
    const id = answer.headers.get('location')?.split('/').at(-1) ?? '';
    expect((await desk.row(id)).follows_id).toBe(earlier.id);
    expect(await desk.page(pathOf({ id }))).toContain(`Vervolg op melding ${earlier.number}`);
    expect(await desk.page(pathOf(earlier))).toContain(`href="${pathOf({ id })}"`);
  });
});
