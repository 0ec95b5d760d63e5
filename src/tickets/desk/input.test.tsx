import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as tickets from '../tickets.ts';
import { createDesk, type Desk, formIn, friday, pathOf } from './desk.fixture.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await createDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.at(friday));
afterEach(() => expect(desk.faults).toEqual([]));

describe('bad input', () => {
  const bad: [act: string, form: Record<string, string>, error: string][] = [
    ['pick-up', { expectedAt: '' }, 'Vul een datum en een tijd in.'],
    ['pick-up', { expectedAt: 'morgen' }, 'Vul een datum en een tijd in.'],
    ['pick-up', { expectedAt: '+020000-01-01T00:00' }, 'Vul een datum en een tijd in.'],
    ['pick-up', { expectedAt: '2026-10-16T09:00' }, 'Dit moment is al voorbij. Kies een later moment.'],
    ['pick-up', { expectedAt: '2026-10-20T15:00', assigneeId: 'x' }, 'Maak een keuze uit de lijst.'],
    ['replies', { body: '  \n ' }, 'Vul dit in.'],
    ['replies', { body: 'x'.repeat(100_001) }, 'Dit is te lang. Maak het korter.'],
    ['questions', { body: '' }, 'Vul dit in.'],
    ['notes', { body: 'a\u0000b' }, 'Hier staan tekens in die niet bewaard kunnen worden.'],
    ['answer', {}, 'Vul dit in.'],
    ['drop', { reason: '' }, 'Vul dit in.'],
    ['priority', { urgency: 'high', impact: 'large', reason: ' ' }, 'Vul dit in.'],
    ['priority', { urgency: 'highest', impact: 'large', reason: 'r' }, 'Vul dit in.'],
    ['assignee', { assigneeId: '00000000-0000-4000-8000-999999999999' }, 'Maak een keuze uit de lijst.'],
    ['watchers', { email: 'vera@example.test' }, 'Alleen een collega die deze melding al mag zien'],
    ['watchers', { email: 'geen adres' }, 'Dit is geen e-mailadres.'],
  ];

  test.each(bad)(
    '%s: what cannot be taken stays as typed, and is said at the field (%#)',
    async (act, form, error) => {
      const ticket = await desk.report();
      const answer = await desk.sam.post(pathOf(ticket, act), form);
      expect(answer.status).toBe(422);
      const again = formIn(await answer.text(), act);
      expect(again).toContain(error);
      for (const [name, value] of Object.entries(form))
        if (value.trim() && !value.includes('\u0000') && !['assigneeId', 'urgency'].includes(name))
          expect(again).toContain(value);
      expect((await desk.events(ticket.id)).map(({ type }) => type)).toEqual(['reported']);
      expect(await desk.row(ticket.id)).toMatchObject({ state: 'reported', assignee_id: null });
    },
  );

  test('an empty reason for a moment or a failed test changes nothing', async () => {
    const ticket = await desk.report();
    await tickets.pickUp(desk.scope, desk.staff.dani, ticket.id);
    const moved = await desk.sam.post(pathOf(ticket, 'expected-moment'), {
      expectedAt: '2026-10-22T10:00',
      reason: '',
    });
    expect(moved.status).toBe(422);
    expect(formIn(await moved.text(), 'expected-moment')).toContain('value="2026-10-22T10:00"');
    await tickets.handOver(desk.scope, desk.staff.dani, ticket.id, { whatChanged: 'a', howToTest: 'b' });
    const failed = await desk.sam.post(pathOf(ticket, 'test-results'), { result: 'failed', reason: '' });
    expect(failed.status).toBe(422);
    expect((await desk.sam.post(pathOf(ticket, 'test-results'), { result: 'maybe' })).status).toBe(422);
    expect(await desk.row(ticket.id)).toMatchObject({ state: 'testing', tested_at: null });
  });

  test('files that came with it are kept, and go with the second try', async () => {
    const ticket = await desk.report();
    const first = await desk.sam.post(pathOf(ticket, 'notes'), {
      body: '',
      files: new File(['inhoud'], 'logboek.txt', { type: 'text/plain' }),
    });
    expect(first.status).toBe(422);
    const again = formIn(await first.text(), 'notes');
    expect(again).toContain('logboek.txt');
    const kept = /name="kept" value="([^"]+)"/.exec(again)?.[1] ?? '';
    await desk.sam.post(pathOf(ticket, 'notes'), { body: 'Zie het logboek.', kept });
    const placed = await desk.scope.db
      .selectFrom('attachments')
      .selectAll()
      .where('id', '=', kept)
      .executeTakeFirst();
    expect(placed).toMatchObject({ ticket_id: ticket.id, name: 'logboek.txt' });
    expect(placed?.note_id).not.toBeNull();
  });

  test('text of any script is shown as text', async () => {
    const ticket = await desk.report();
    const body = '<script>alert(1)</script> שלום 👩‍💻 & "aanhaling"';
    await desk.sam.post(pathOf(ticket, 'replies'), { body });
    const html = await desk.page(pathOf(ticket));
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; שלום 👩‍💻');
  });
});

describe('two at once', () => {
  test('the second is told what happened meanwhile, and what was typed is still there', async () => {
    const ticket = await desk.report();
    const both = await Promise.all([
      desk.sam.post(pathOf(ticket, 'pick-up'), { expectedAt: '2026-10-20T15:00' }),
      desk.dani.post(pathOf(ticket, 'pick-up'), { expectedAt: '2026-10-20T16:00' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const refused = await both.find(({ status }) => status === 409)!.text();
    expect(refused).toMatch(/role="alert"[\s\S]*Intussen is er iets veranderd/);
    expect(formIn(refused, 'pick-up')).toMatch(/value="2026-10-20T1[56]:00"/);
    expect((await desk.events(ticket.id)).filter(({ type }) => type === 'picked_up')).toHaveLength(1);
  });

  test('a form whose step is gone keeps its text on the page', async () => {
    const ticket = await desk.report();
    await tickets.giveAnswer(desk.scope, desk.staff.dani, ticket.id, { body: 'Al gedaan.' });
    const answer = await desk.sam.post(pathOf(ticket, 'questions'), { body: 'Welke browser gebruikt u?' });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('Dani Developer werkte aan deze melding');
    expect(formIn(html, 'questions')).toContain('Welke browser gebruikt u?');
    expect(await desk.messages(ticket.id)).toHaveLength(1);
  });

  test('a double click has one effect', async () => {
    const ticket = await desk.report();
    const once = crypto.randomUUID();
    const both = await Promise.all([
      desk.sam.post(pathOf(ticket, 'replies'), { body: 'Eén keer.', once }),
      desk.sam.post(pathOf(ticket, 'replies'), { body: 'Eén keer.', once }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await desk.messages(ticket.id)).toHaveLength(1);
    const replies = (await desk.mails(ticket.id)).filter(({ kind }) => kind === 'reply');
    expect(replies).toHaveLength(1);
  });
});
