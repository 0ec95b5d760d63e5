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

describe('every step by its form', () => {
  test('from report to sign-off', async () => {
    const ticket = await desk.report();
    const html = await desk.page(pathOf(ticket));
    expect(formIn(html, 'pick-up')).toContain('value="2026-10-21T09:30"');
    expect(html.match(/btn btn-primary/g)).toHaveLength(1);

    let answer = await desk.sam.post(pathOf(ticket, 'pick-up'), {
      expectedAt: '2026-10-20T15:00',
      assigneeId: desk.staff.dani.id,
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(pathOf(ticket));
    expect(await desk.row(ticket.id)).toMatchObject({
      state: 'picked_up',
      assignee_id: desk.staff.dani.id,
      expected_at: new Date('2026-10-20T15:00:00+02:00'),
    });

    answer = await desk.dani.post(pathOf(ticket, 'hand-over'), {
      whatChanged: 'De knop werkt.',
      howToTest: 'Klik.',
    });
    expect(answer.status).toBe(303);
    expect(await desk.row(ticket.id)).toMatchObject({ state: 'testing', solver_id: desk.staff.dani.id });

    expect(await desk.page(pathOf(ticket), desk.dani)).toContain('Een collega moet het testen');
    answer = await desk.dani.post(pathOf(ticket, 'test-results'), { result: 'passed', reason: '' });
    expect(answer.status).toBe(409);
    expect((await desk.row(ticket.id)).tested_at).toBeNull();

    answer = await desk.sam.post(pathOf(ticket, 'test-results'), {
      result: 'failed',
      reason: 'Nog steeds stil.',
    });
    expect(answer.status).toBe(303);
    expect(await desk.row(ticket.id)).toMatchObject({ state: 'picked_up' });

    await desk.dani.post(pathOf(ticket, 'hand-over'), { whatChanged: 'Nu echt.', howToTest: 'Klik.' });
    await desk.sam.post(pathOf(ticket, 'test-results'), { result: 'passed', reason: 'Werkt.' });
    expect(await desk.row(ticket.id)).toMatchObject({ tested_by: desk.staff.sam.id });
    expect(formIn(await desk.page(pathOf(ticket)), 'release')).toContain('Nu echt.');

    answer = await desk.sam.post(pathOf(ticket, 'release'), { body: 'Er staat een nieuwe versie online.' });
    expect(answer.status).toBe(303);
    expect(await desk.row(ticket.id)).toMatchObject({ state: 'sign_off', solution_met_at: new Date(friday) });
    expect(await desk.page(pathOf(ticket))).toContain('Zonder bericht wordt de melding vanzelf afgemeld');

    await tickets.signOff(desk.scope, desk.contacts.roos, ticket.id);
    expect(formIn(await desk.page(pathOf(ticket)), 'reopening')).toContain(
      'Waarom gaat de melding weer open?',
    );
    answer = await desk.sam.post(pathOf(ticket, 'reopening'), { body: 'Het is terug.' });
    expect(answer.status).toBe(303);
    expect(await desk.row(ticket.id)).toMatchObject({ state: 'picked_up', closed_at: null });
  });

  test('a question and its answer by phone', async () => {
    const ticket = await desk.report();
    await desk.sam.post(pathOf(ticket, 'questions'), { body: 'Welke browser?' });
    expect(await desk.row(ticket.id)).toMatchObject({ state: 'waiting', resumes_as: 'reported' });
    const html = await desk.page(pathOf(ticket));
    expect(html).toContain('Wacht op antwoord sinds vandaag 09:30');
    expect(html).toContain('De klok wacht op de klant');
    await desk.sam.post(pathOf(ticket, 'answers'), { body: 'Firefox, zei ze.' });
    expect(await desk.row(ticket.id)).toMatchObject({ state: 'reported', resumes_as: null });
    expect((await desk.messages(ticket.id)).map(({ body }) => body)).toEqual([
      'Welke browser?',
      'Firefox, zei ze.',
    ]);
  });

  test('the quiet acts', async () => {
    const ticket = await desk.report();
    await desk.sam.post(pathOf(ticket, 'pick-up'), { expectedAt: '2026-10-20T15:00' });
    await desk.sam.post(pathOf(ticket, 'replies'), { body: 'We kijken ernaar.' });
    await desk.sam.post(pathOf(ticket, 'notes'), { body: 'Lastige klant.' });
    await desk.sam.post(pathOf(ticket, 'expected-moment'), {
      expectedAt: '2026-10-22T10:00',
      reason: 'Wacht op een deel.',
    });
    await desk.sam.post(pathOf(ticket, 'priority'), {
      urgency: 'high',
      impact: 'large',
      reason: 'Alles ligt stil.',
    });
    await desk.sam.post(pathOf(ticket, 'assignee'), { assigneeId: 'none' });
    await desk.sam.post(pathOf(ticket, 'watchers'), { email: 'cora@example.test' });
    expect(await desk.row(ticket.id)).toMatchObject({
      state: 'picked_up',
      priority: 'high',
      assignee_id: null,
      expected_at: new Date('2026-10-22T10:00:00+02:00'),
    });
    const html = await desk.page(pathOf(ticket));
    expect(html).toContain('Middel werd Hoog');
    expect(html).toContain('Cora Coördinator');
    await desk.sam.post(pathOf(ticket, `watchers/${desk.contacts.cora.id}/removal`));
    expect((await desk.events(ticket.id)).at(-1)?.type).toBe('unwatched');
    await desk.sam.post(pathOf(ticket, 'drop'), { reason: 'Dubbel gemeld.' });
    expect(await desk.row(ticket.id)).toMatchObject({ state: 'dropped' });
  });

  test('the answer at once, and assigning from the queue, which comes back to the queue', async () => {
    const ticket = await desk.report();
    const answer = await desk.sam.post(pathOf(ticket, 'assignee'), {
      assigneeId: desk.staff.sam.id,
      next: '/desk?priority=medium',
    });
    expect(answer.headers.get('location')).toBe('/desk?priority=medium');
    const elsewhere = await desk.sam.post(pathOf(ticket, 'assignee'), {
      assigneeId: '',
      next: '//evil.example/x',
    });
    expect(elsewhere.headers.get('location')).toBe('/');
    await desk.sam.post(pathOf(ticket, 'answer'), { body: 'Klik op het tandwiel.' });
    expect(await desk.row(ticket.id)).toMatchObject({ state: 'sign_off', assignee_id: desk.staff.sam.id });
  });

  test('what can no longer be reopened becomes a new, linked ticket', async () => {
    const ticket = await desk.report();
    await tickets.drop(desk.scope, desk.staff.sam, ticket.id, { reason: 'Dubbel.' });
    desk.at('2026-11-02T10:00:00+01:00');
    const html = await desk.page(pathOf(ticket));
    expect(html).toContain(`href="/desk/report?follows=${ticket.id}"`);
    const answer = await desk.sam.post(pathOf(ticket, 'reopening'), { body: 'Toch weer.' });
    expect(answer.status).toBe(409);
    const again = await answer.text();
    expect(again).toContain('De termijn om deze melding te heropenen is voorbij.');
    expect(formIn(again, 'reopening')).toContain('Toch weer.');
  });
});
