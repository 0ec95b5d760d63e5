import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMessage, assign, pickUp, reportTicket } from '#tickets/tickets.ts';
import { createWorld, type World } from '../../test/world.ts';
import { peopleOnDuty } from './present.ts';

let world: World;
const open = '2026-10-16T09:30:00+02:00';
const night = '2026-10-17T03:00:00+02:00';
beforeAll(async () => {
  world = await createWorld();
});
beforeEach(() => world.at(open));
afterEach(async () => {
  await world.scope.db.deleteFrom('duty').execute();
  await world.scope.db.deleteFrom('absences').execute();
  expect(world.faults).toEqual([]);
});
afterAll(() => world.close());

const reached = async (at = open) => {
  world.at(at);
  return (await peopleOnDuty(world.scope)).map(({ name }) => name);
};
const setList = (inHours: string[], outOfHours: string[]) =>
  world.as(world.staff.mila).post('/desk/settings/duty', { in_hours: inHours, out_of_hours: outOfHours });
const away = (personId: string, more: Record<string, string> = {}, by = world.staff.mila) =>
  world.as(by).post('/desk/absences', {
    person: personId,
    first_day: '2026-10-16',
    last_day: '2026-10-18',
    substitute: '',
    ...more,
  });
const absences = () => world.scope.db.selectFrom('absences').selectAll().execute();

async function ticketOf(personId: string) {
  const ticket = await reportTicket(world.scope, world.contacts.roos, {
    siteId: world.sites.shop,
    subject: 'Een melding',
    did: 'Ik keek.',
    happened: 'Niets.',
    expected: '',
    urgency: 'low',
    impact: 'small',
  });
  await pickUp(world.scope, world.staff.sam, ticket.id);
  await assign(world.scope, world.staff.sam, ticket.id, { assigneeId: personId });
  return ticket;
}

/** Who at the agency hears of what the client writes. */
async function hears(ticketId: string): Promise<(string | null)[]> {
  await addMessage(world.scope, world.contacts.roos, ticketId, { body: 'Hoe staat het ermee?' });
  const mails = await world.scope.db
    .selectFrom('mails')
    .innerJoin('people', 'people.id', 'mails.person_id')
    .select('people.name')
    .where('ticket_id', '=', ticketId)
    .where('people.kind', '=', 'staff')
    .execute();
  return mails.map(({ name }) => name);
}

describe('who is alerted', () => {
  test('is whoever is on duty in office hours or outside them, and the managers when nobody is', async () => {
    const { mila, sam, dani } = world.staff;
    expect(await reached()).toEqual([mila.name]);
    expect((await setList([sam.id, dani.id, world.contacts.roos.id], [dani.id])).status).toBe(303);
    expect(await reached()).toEqual([dani.name, sam.name]);
    expect(await reached(night)).toEqual([dani.name]);
    world.at(open);
    const page = await (await world.as(mila).get('/desk/settings/duty')).text();
    expect(page).toContain(`Een melding met hoge prioriteit gaat nu naar: ${dani.name}, ${sam.name}.`);
    world.at(night);
    expect(await (await world.as(mila).get('/desk/settings/duty')).text()).toContain(
      'Het kantoor is nu dicht.',
    );
    await setList([sam.id], []);
    expect(await reached(night)).toEqual([mila.name]);
  });

  test('is the substitute of whoever is away, once, and nobody who was deactivated', async () => {
    const { mila, sam, dani } = world.staff;
    await setList([sam.id, dani.id], [sam.id]);
    await away(sam.id, { substitute: dani.id });
    expect(await reached()).toEqual([dani.name]);
    expect(await reached(night)).toEqual([dani.name]);
    expect(await reached('2026-10-19T09:30:00+02:00')).toEqual([dani.name, sam.name]);
    await away(dani.id);
    // the substitute is away as well
    expect(await reached()).toEqual([mila.name]);
    await away(mila.id);
    // everybody is: then an alarm is better read late than by nobody
    expect(await reached()).toEqual([mila.name]);
  });
});

describe('the mails of a colleague’s tickets', () => {
  test('go to the substitute while they are away, and else to whoever is on duty', async () => {
    const { mila, sam, dani } = world.staff;
    const ticket = await ticketOf(dani.id);
    const before = await hears(ticket.id);
    expect(before.at(-1)).toBe(dani.name);
    await away(dani.id, { substitute: sam.id });
    expect((await hears(ticket.id)).slice(before.length)).toEqual([sam.name]);
    await away(sam.id);
    expect((await hears(ticket.id)).slice(before.length + 1)).toEqual([mila.name]);
  });

  test('say so where the ticket is given to somebody', async () => {
    const { sam, dani } = world.staff;
    const ticket = await ticketOf(dani.id);
    await away(dani.id, { substitute: sam.id });
    const page = await (await world.as(sam).get(`/desk/tickets/${ticket.id}`)).text();
    const words = `afwezig t/m 18 oktober 2026, ${sam.name} neemt waar`;
    expect(page).toContain(`${dani.name} – ${words}</option>`);
    expect(page).toMatch(new RegExp(`id="assigneeId-hint"[^>]*>${words}|-hint"[^>]*>${words}`));
    expect(await (await world.as(world.contacts.roos).get(`/tickets/${ticket.id}`)).text()).not.toContain(
      'afwezig',
    );
  });
});

describe('an absence', () => {
  test('is said by oneself or a manager, of colleagues only, and is in the log', async () => {
    const { mila, sam, dani } = world.staff;
    expect((await away(dani.id, {}, sam)).status).toBe(404);
    expect((await away(world.contacts.roos.id)).status).toBe(422);
    expect((await away(sam.id, { substitute: world.contacts.roos.id }, sam)).status).toBe(422);
    expect((await away(sam.id, { substitute: dani.id }, sam)).status).toBe(303);
    const [absence] = await absences();
    const list = await (await world.as(dani).get('/desk/absences')).text();
    expect(list).toContain('16 oktober 2026 tot en met 18 oktober 2026');
    expect(list).toContain(`${dani.name} neemt waar`);
    expect(list).not.toContain('/removal');
    expect((await world.as(dani).post(`/desk/absences/${absence!.id}/removal`)).status).toBe(404);
    expect((await world.as(sam).post(`/desk/absences/${absence!.id}/removal`)).status).toBe(303);
    expect(await absences()).toEqual([]);
    const log = await (await world.as(mila).get('/desk/settings/log?kind=people')).text();
    for (const words of ['afwezigheid vastgelegd', 'afwezigheid weggehaald']) expect(log).toContain(words);
  });

  test.each([
    ['ends before it begins', { last_day: '2026-10-15' }, 'De laatste dag ligt voor de eerste dag.'],
    ['has no day', { first_day: 'morgen' }, 'Vul een datum in.'],
    ['has oneself as substitute', { substitute: 'self' }, 'kan niet zelf waarnemen'],
  ])('that %s is refused at the field', async (_, more: Record<string, string>, words) => {
    const { sam } = world.staff;
    const answer = await away(sam.id, more.substitute ? { substitute: sam.id } : more);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
  });

  test('cannot overlap with another of the same person; once over it is not shown', async () => {
    const { sam, dani } = world.staff;
    await away(sam.id);
    const again = await away(sam.id, { first_day: '2026-10-18', last_day: '2026-10-20' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('al een afwezigheid vastgelegd');
    expect((await away(dani.id)).status).toBe(303);
    world.at('2026-10-19T09:30:00+02:00');
    expect(await (await world.as(sam).get('/desk/absences')).text()).toContain('Niemand is afwezig');
  });
});
