import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as tickets from '../tickets.ts';
import { createDesk, type Desk, formIn, friday, pathOf } from './desk.fixture.ts';

let desk: Desk;
const others: string[] = [];
beforeAll(async () => {
  desk = await createDesk();
});
beforeEach(async () => {
  const { db } = desk.scope;
  await db.deleteFrom('mails').execute();
  await db.deleteFrom('mentions').execute();
  for (const id of others.splice(0)) await db.deleteFrom('people').where('id', '=', id).execute();
});
afterAll(() => desk.close());
afterEach(() => expect(desk.faults).toEqual([]));

const mentions = (id: string) =>
  desk.scope.db.selectFrom('mentions').select('person_id').where('ticket_id', '=', id).execute();
const called = async (id: string) => {
  const mails = (await desk.mails(id)).filter(({ kind }) => kind === 'mentioned');
  expect(mails.map(({ person_id }) => person_id).toSorted()).toEqual(
    (await mentions(id)).map(({ person_id }) => person_id).toSorted(),
  );
  return mails.map(({ to_name }) => to_name).toSorted();
};
const note = async (body: string, status = 303) => {
  const ticket = await desk.report();
  expect((await desk.sam.post(pathOf(ticket, 'notes'), { body })).status).toBe(status);
  return ticket;
};
/** Somebody else at the agency with the same first name as Dani. */
const another = async (name: string) => {
  const id = desk.scope.newId();
  const at = desk.scope.now();
  const row = { kind: 'staff', staff_role: 'developer', language: 'en' } as const;
  const email = `${id}@example.test`;
  await desk.scope.db
    .insertInto('people')
    .values({ id, name, email, created_at: at, updated_at: at, ...row })
    .execute();
  others.push(id);
  return id;
};

test('a colleague who is called in a note gets a mail with the note, and stands out in it', async () => {
  const ticket = await note('Kan @Dani Developer dit nakijken? Ook @mila mag.');
  expect(await called(ticket.id)).toEqual(['Dani Developer', 'Mila Manager']);
  const [mail] = (await desk.mails(ticket.id)).filter(({ to_name }) => to_name === 'Dani Developer');
  expect(mail?.subject).toBe(`Sam Supporter noemt u bij melding ${ticket.number}: Afrekenen lukt niet`);
  expect(mail?.text).toContain('> Kan @Dani Developer dit nakijken?');
  expect(mail?.text).toContain(`/desk/tickets/${ticket.id}`);
  const page = await desk.page(pathOf(ticket));
  expect(page).toMatch(
    /Kan <mark[^>]*>@Dani Developer<\/mark> dit nakijken\? Ook <mark[^>]*>@mila<\/mark> mag\./,
  );
});

test.each([
  ['@dani', ['Dani Developer']],
  ['(@DÁNI), @Dani: @dani.', ['Dani Developer']],
  ['**@Dani Developer**', ['Dani Developer']],
  ['- een\n- @Mila\n\n1. @Dani', ['Dani Developer', 'Mila Manager']],
  ['@Sam ikzelf', []],
  ['@Roos is van de klant', []],
  ['@media, @danielle, dani@example.test en @dani.test', []],
  ['`@Dani` en\n\n```\n@Mila\n```', []],
  ['> @Dani zei', []],
  ['[@Dani](https://a.test) https://a.test/@mila', []],
])('%j calls %j', async (body, people) => {
  expect(await called((await note(body)).id)).toEqual(people);
});

describe('with two of one first name', () => {
  test('the first name alone is asked about, with nothing lost; the whole name is clear', async () => {
    const other = await another('Dani Dichter');
    const ticket = await desk.report();
    const answer = await desk.sam.post(pathOf(ticket, 'notes'), { body: 'Vraag het @dani even.' });
    expect(answer.status).toBe(422);
    const form = formIn(await answer.text(), 'notes');
    expect(form).toContain('Schrijf de hele naam');
    expect(form).toContain('Vraag het @dani even.');
    expect(await called(ticket.id)).toEqual([]);
    await desk.sam.post(pathOf(ticket, 'notes'), { body: 'Vraag het @Dani Dichter even.' });
    expect(await called(ticket.id)).toEqual(['Dani Dichter']);
    const mail = (await desk.mails(ticket.id)).find(({ kind }) => kind === 'mentioned');
    expect(mail?.subject).toContain('mentions you on ticket');
    // whoever bears the name means the other
    await desk.dani.post(pathOf(ticket, 'notes'), { body: '@Dani, doe jij het?' });
    expect(await mentions(ticket.id)).toEqual([{ person_id: other }, { person_id: other }]);
  });
});

test('who was deactivated is called no more', async () => {
  const other = await another('Bas Weg');
  const { db, now } = desk.scope;
  await db.updateTable('people').set({ deactivated_at: now() }).where('id', '=', other).execute();
  expect(await called((await note('@Bas Weg')).id)).toEqual([]);
});

test('while a colleague is away whoever takes over is told, or who has duty; the list says so beforehand', async () => {
  const { db, newId, now } = desk.scope;
  const { dani, mila, sam } = desk.staff;
  const away = (substitute_id: string | null) =>
    db
      .insertInto('absences')
      .values({
        id: newId(),
        person_id: dani.id,
        first_day: '2026-10-12',
        last_day: '2026-10-23',
        substitute_id,
        created_at: now(),
        created_by: mila.id,
      })
      .execute();
  const told = async (body: string) => {
    const ticket = await note(body);
    expect(await mentions(ticket.id)).toContainEqual({ person_id: dani.id });
    const mails = (await desk.mails(ticket.id)).filter(({ kind }) => kind === 'mentioned');
    return mails.map(({ to_name, subject }) => [to_name, subject.replace(/ bij .*/, '')]).toSorted();
  };
  await away(mila.id);
  expect(await desk.page('/desk/colleagues')).toContain(
    'afwezig t/m 23 oktober 2026, Mila Manager neemt waar',
  );
  expect(await told('@Dani?')).toEqual([['Mila Manager', 'Sam Supporter noemt Dani Developer']]);
  // who is called as well is told that
  expect(await told('@Dani en @Mila?')).toEqual([['Mila Manager', 'Sam Supporter noemt u']]);
  await db.deleteFrom('absences').execute();
  // the writer takes over: nobody else is to be told
  await away(sam.id);
  expect(await told('@Dani?')).toEqual([]);
  await db.deleteFrom('absences').execute();
  await away(null);
  expect(await told('@Dani?')).toEqual([['Mila Manager', 'Sam Supporter noemt Dani Developer']]);
  await db.deleteFrom('absences').execute();
});

test('a note that is sent twice calls once', async () => {
  const ticket = await desk.report();
  const sent = { body: '@Dani', once: desk.scope.newId() };
  for (let nth = 0; nth < 2; nth++) await desk.sam.post(pathOf(ticket, 'notes'), sent);
  expect(await called(ticket.id)).toEqual(['Dani Developer']);
});

test('what the client reads calls nobody and marks nobody', async () => {
  const ticket = await desk.report();
  await desk.sam.post(pathOf(ticket, 'replies'), { body: 'Mijn collega @Dani kijkt mee.' });
  await tickets.addMessage(desk.scope, desk.contacts.roos, ticket.id, { body: '@Dani, dank u.' });
  expect(await called(ticket.id)).toEqual([]);
  expect(await desk.page(pathOf(ticket))).not.toContain('<mark');
  expect(formIn(await desk.page(pathOf(ticket)), 'replies')).not.toContain('name-list');
});

test('nothing comes along with a name', async () => {
  await another('<img src=x onerror=alert(1)> Zet');
  const ticket = await note('@<img src=x onerror=alert(1)> Zet en @Dani <b onclick=x>');
  const page = await desk.page(pathOf(ticket));
  expect(page).not.toContain('<img');
  expect(page).not.toContain('<b onclick');
  const list = await desk.page('/desk/colleagues');
  expect(list).not.toContain('<img');
  for (const { html } of await desk.mails(ticket.id)) expect(html).not.toContain('<img');
});

test('the list at the @ holds the other colleagues, for staff alone', async () => {
  const list = await desk.page('/desk/colleagues');
  expect([...list.matchAll(/data-name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'Dani Developer',
    'Mila Manager',
  ]);
  expect((await desk.as(desk.contacts.vera).get('/desk/colleagues')).status).toBe(404);
  expect(formIn(await desk.page(pathOf(await desk.report())), 'notes')).toContain('src="/desk/colleagues"');
});

test('a preview shows who would be called, and calls nobody', async () => {
  const ticket = await desk.report();
  const answer = await desk.sam.post(pathOf(ticket, 'notes'), { body: 'Hoi @Dani', preview: 'yes' });
  expect(formIn(await answer.text(), 'notes')).toMatch(/Hoi <mark[^>]*>@Dani<\/mark>/);
  expect(await called(ticket.id)).toEqual([]);
});

describe('the queue of what mentions somebody', () => {
  const queue = async (browser = desk.dani, query = 'mentioned=me') => {
    const html = await desk.page(`/desk?${query}`, browser);
    return [...html.matchAll(/data-row="([^"]*)"/g)].map(([, path]) => path);
  };

  test('holds the open tickets with a note that calls the reader, for 30 days', async () => {
    const ticket = await note('@Dani');
    await note('@Mila');
    await desk.sam.post(pathOf(ticket, 'notes'), { body: '@Dani nog eens' });
    expect(await queue()).toEqual([pathOf(ticket)]);
    expect(await queue(desk.sam)).toEqual([]);
    expect(await queue(desk.dani, 'mentioned=me&priority=high')).toEqual([]);
    expect(await queue(desk.dani, 'mentioned=sam')).not.toEqual([pathOf(ticket)]);
    desk.at('2026-11-15T08:30:00+01:00');
    expect(await queue()).toEqual([pathOf(ticket)]);
    desk.at('2026-11-15T08:30:01+01:00');
    expect(await queue()).toEqual([]);
    expect(await desk.page('/desk?mentioned=me', desk.dani)).toContain('noemde geen notitie u');
    desk.at(friday);
  });

  test('is a view of the queue, and stays one while it is narrowed', async () => {
    const html = await desk.page('/desk?mentioned=me', desk.dani);
    expect(html).toMatch(/href="\/desk\?mentioned=me"[^>]*aria-current="page"[^>]*>Noemt mij</);
    expect(html).toContain('<input type="hidden" name="mentioned" value="me"/>');
    expect(html).toContain('Noemt: mij, in de laatste 30 dagen');
    expect(await desk.page('/desk', desk.dani)).toMatch(/href="\/desk"[^>]*aria-current="page"[^>]*>Alles</);
  });
});
