import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as tickets from '../tickets.ts';
import { createDesk, type Desk, formIn, pathOf } from './desk.fixture.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});
afterAll(() => desk.close());
afterEach(() => expect(desk.faults).toEqual([]));

test('shows of the history what the address asks for, and everything else as well when it asks nothing', async () => {
  const ticket = await desk.report();
  await tickets.pickUp(desk.scope, desk.staff.dani, ticket.id);
  await tickets.reply(desk.scope, desk.staff.dani, ticket.id, { body: 'Aan de klant.' });
  await tickets.addNote(desk.scope, desk.staff.dani, ticket.id, { body: 'Onder ons.' });
  const seen = async (query: string) => {
    const html = await desk.page(pathOf(ticket) + query);
    const list = /<h2 id="story"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
    const names = { reply: 'Aan de klant.', note: 'Onder ons.', step: 'pakte' } as const;
    const current = /aria-current="true"[^>]*>([^<]*?) </.exec(list)?.[1];
    const items = /<ol[\s\S]*<\/ol>/.exec(list)?.[0] ?? '';
    const found = Object.entries(names).filter(([, text]) =>
      items.toLowerCase().includes(text.toLowerCase()),
    );
    return [current, ...found.map(([name]) => name)];
  };
  expect(await seen('')).toEqual(['Alles', 'reply', 'note', 'step']);
  expect(await seen('?show=conversation')).toEqual(['Gesprek met de klant', 'reply']);
  expect(await seen('?show=notes')).toEqual(['Interne notities', 'note']);
  expect(await seen('?show=steps')).toEqual(['Stappen', 'step']);
  expect(await seen('?show=iets')).toEqual(['Alles', 'reply', 'note', 'step']);
});

test('says so where there is nothing of that kind', async () => {
  const ticket = await desk.report();
  await tickets.pickUp(desk.scope, desk.staff.dani, ticket.id);
  expect(await desk.page(`${pathOf(ticket)}?show=notes`)).toContain('Hiervan is er nog niets.');
});

test('what is shown of the history stays so after an act, taken or not, and when it is asked for again', async () => {
  const ticket = await desk.report();
  const shown = await desk.page(`${pathOf(ticket)}?show=notes`);
  expect(formIn(shown, 'notes')).toContain(`action="${pathOf(ticket, 'notes')}?show=notes"`);
  const sent = await desk.sam.post(`${pathOf(ticket, 'notes')}?show=notes`, { body: 'Onder ons.' });
  expect(sent.headers.get('location')).toBe(`${pathOf(ticket)}?show=notes`);
  const refused = await desk.sam.post(`${pathOf(ticket, 'notes')}?show=notes`, { body: '' });
  expect(await refused.text()).toMatch(/aria-current="true"[^>]*>Interne notities/);
  const reloaded = await desk.sam.get(`${pathOf(ticket, 'notes')}?show=notes`);
  expect(reloaded.headers.get('location')).toBe(`${pathOf(ticket)}?show=notes`);
  const odd = await desk.sam.post(`${pathOf(ticket, 'notes')}?show=%0d%0ax`, { body: 'Nog een.' });
  expect(odd.headers.get('location')).toBe(pathOf(ticket));
});

test('a promise in the history is said by its date, which reads the same on any day', async () => {
  const ticket = await desk.report();
  const expectedAt = new Date('2026-10-17T10:00:00+02:00');
  await tickets.pickUp(desk.scope, desk.staff.dani, ticket.id, { expectedAt });
  expect(await desk.page(pathOf(ticket))).toContain('pakte de melding op en zegde za 17 okt 10:00 toe');
  const portal = await desk.page(`/tickets/${ticket.id}`, desk.as(desk.contacts.roos));
  expect(portal).toMatch(/Verwacht klaar: <time[^>]*>za 17 okt 10:00<\/time>/);
});

test('what moved by itself is said without anybody who did it', async () => {
  const ticket = await desk.report();
  const expectedAt = new Date('2026-10-16T12:00:00+02:00');
  await tickets.pickUp(desk.scope, desk.staff.dani, ticket.id, { expectedAt });
  await tickets.ask(desk.scope, desk.staff.dani, ticket.id, { body: 'Welke browser?' });
  desk.at('2026-10-16T10:30:00+02:00');
  await tickets.addMessage(desk.scope, desk.contacts.roos, ticket.id, { body: 'Firefox.' });
  expect(await desk.page(pathOf(ticket))).toContain(
    'Het toegezegde moment is vanzelf verschoven, van vr 16 okt 12:00 naar vr 16 okt 13:00',
  );
});
