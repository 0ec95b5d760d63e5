import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PreparingClient } from '#db/prepared.ts';
import type { Contact, Person } from '#lib/actor.ts';
import { reportTicket } from '#tickets/tickets.ts';
import { createWorld, type World } from '../../../test/world.ts';
import { gapsIn, problemOf } from './gaps.ts';
import { mails, sentencesOf } from './kinds.ts';
import { wordingsOf } from './mail-texts.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const room = '/desk/settings/mails';
const manager = () => world.as(world.staff.mila);
const kept = () => world.scope.db.selectFrom('mail_texts').selectAll().orderBy('key').execute();
const received = 'tickets.mail.confirmation.received';

/** A form as the page shows it, with some fields changed. */
function typed(kind: string, changes: Record<string, string> = {}): Record<string, string> {
  const mail = mails.find((each) => each.kind === kind)!;
  const delivered = wordingsOf(mail).map((each) => [each.field, each.delivered] as const);
  return { ...Object.fromEntries(delivered), ...changes };
}

const report = () => ({
  siteId: world.sites.shop,
  subject: 'De oven',
  did: 'Ik bakte.',
  happened: 'Het brandde aan.',
  expected: '',
  urgency: 'low' as const,
  impact: 'small' as const,
  attachmentIds: [],
});

async function confirmationOf(reporter: Contact) {
  const { id } = await reportTicket(world.scope, reporter, report());
  return world.scope.db
    .selectFrom('mails')
    .select(['subject', 'text', 'html', 'language'])
    .where('ticket_id', '=', id)
    .where('kind', '=', 'confirmation')
    .executeTakeFirstOrThrow();
}

const speak = (person: Person, language: 'nl' | 'en') =>
  world.scope.db.updateTable('people').set({ language }).where('id', '=', person.id).execute();

describe('a changed sentence', () => {
  test('arrives in the mail in the language of its reader; the other language stays as delivered', async () => {
    const changes = { [`nl.${received}`]: 'Dank voor uw melding!\nZij heeft nummer {{ number }}.' };
    expect((await manager().post(`${room}/confirmation`, typed('confirmation', changes))).status).toBe(303);
    expect(await kept()).toEqual([
      { key: received, language: 'nl', text: 'Dank voor uw melding!\nZij heeft nummer {{number}}.' },
    ]);
    const dutch = await confirmationOf(world.contacts.roos);
    expect(dutch.text).toMatch(/Dank voor uw melding!\nZij heeft nummer \d+\./);
    expect(dutch.text).not.toContain('is ontvangen');
    await speak(world.contacts.roos, 'en');
    expect((await confirmationOf(world.contacts.roos)).text).toContain('We have received your ticket');
    const [event] = await world.scope.db
      .selectFrom('events')
      .select(['actor_id', 'data'])
      .where('type', '=', 'agency.mail_texts_changed')
      .execute();
    expect(event).toMatchObject({
      actor_id: world.staff.mila.id,
      data: { mail: 'confirmation', texts: [{ sentence: received, language: 'nl' }] },
    });
    expect(await (await manager().get(room)).text()).toContain('aangepast');
    expect(await (await manager().get('/desk/settings/log')).text()).toContain('e-mailteksten gewijzigd');
  });

  test('stands in every mail that says it, also the subject, the greeting and a button', async () => {
    const about = typed('about_tickets', {
      'nl.tickets.mail.subject': '[{{number}}] {{subject}}',
      'nl.tickets.mail.open': 'Kijk maar',
    });
    expect((await manager().post(`${room}/about_tickets`, about)).status).toBe(303);
    const every = typed('every_mail', {
      'nl.mail.greeting': 'Hallo {{name}},',
      'nl.mail.closing': 'Doei,\nwij',
    });
    expect((await manager().post(`${room}/every_mail`, every)).status).toBe(303);
    const mail = await confirmationOf(world.contacts.roos);
    expect(mail.subject).toMatch(/^\[\d+\] De oven$/);
    expect(mail.text).toMatch(/^Hallo Roos Melder,\n/);
    expect(mail.text).toContain('Kijk maar:\nhttp');
    expect(mail.text).toMatch(/Doei,\nwij\n$/);
  });

  test('is text and nothing else', async () => {
    const text = '<script>alert(1)</script> **nummer** {{number}}';
    await manager().post(`${room}/confirmation`, typed('confirmation', { [`nl.${received}`]: text }));
    const { html } = await confirmationOf(world.contacts.roos);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; **nummer** ');
    expect(html).not.toContain('<script');
  });

  test('is not kept where it is the delivered one, and costs no event', async () => {
    expect((await manager().post(`${room}/confirmation`, typed('confirmation'))).status).toBe(303);
    expect(await kept()).toEqual([]);
    const events = await world.scope.db
      .selectFrom('events')
      .where('type', 'like', 'agency.mail%')
      .selectAll()
      .execute();
    expect(events).toEqual([]);
  });

  test('goes back to the delivered one, alone or with all of its mail', async () => {
    const both = {
      [`nl.${received}`]: 'Een {{number}}',
      'nl.tickets.mail.confirmation.moments': 'Twee {{response}} {{solution}}',
    };
    await manager().post(`${room}/confirmation`, typed('confirmation', both));
    const { [`nl.${received}`]: _, ...one } = both;
    await manager().post(`${room}/confirmation`, typed('confirmation', one));
    expect((await kept()).map(({ key }) => key)).toEqual(['tickets.mail.confirmation.moments']);
    await manager().post(
      `${room}/question`,
      typed('question', { 'nl.tickets.mail.question.asked': 'Zeg eens:' }),
    );
    expect(await (await manager().get(`${room}/confirmation`)).text()).toContain('Terug naar de teksten');
    expect((await manager().post(`${room}/confirmation/restoration`)).status).toBe(303);
    expect((await kept()).map(({ key }) => key)).toEqual(['tickets.mail.question.asked']);
    expect((await confirmationOf(world.contacts.roos)).text).toContain('is ontvangen en heeft nummer');
    expect(await (await manager().get(`${room}/confirmation`)).text()).not.toContain('Terug naar de teksten');
  });
});

describe('what cannot stand', () => {
  const moments = 'nl.tickets.mail.confirmation.moments';
  test.each([
    [moments, 'U hoort {{respons}} van ons, en {{solution}}.', 'kent de invulplek {{respons}} niet'],
    [moments, 'U hoort snel van ons, en {{solution}}.', 'mag {{response}} niet ontbreken'],
    [moments, 'U hoort {response} van ons, {{solution}}.', 'Deze zin kent: {{response}}, {{solution}}'],
    [moments, '{{response}} en {{solution}', 'Deze zin kent: {{response}}, {{solution}}'],
    [moments, '   ', 'Vul dit in'],
    [moments, `{{response}} {{solution}} ${'x'.repeat(2_000)}`, 'te lang'],
    [`en.${received}`, 'Your number: {{nummer}}', 'kent de invulplek {{nummer}} niet'],
  ])('%s «%s» is refused at its field, and nothing typed is lost', async (field, text, sentence) => {
    const other = 'nl.tickets.mail.confirmation.received';
    const form = typed('confirmation', { [other]: 'Zo blijft dit {{number}} staan', [field]: text });
    const answer = await manager().post(`${room}/confirmation`, form);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Zo blijft dit {{number}} staan');
    expect(page).toContain(text.trim() === '' ? '   </textarea>' : text);
    const at = page.indexOf(`id="${field}-error"`);
    expect(page.slice(at, at + 300)).toContain(sentence);
    expect(await kept()).toEqual([]);
  });

  test('a form of somebody who did not see what a colleague saved', async () => {
    const page = await (await manager().get(`${room}/question`)).text();
    const seen = /name="seen" value="(\d+)"/.exec(page)![1]!;
    const asked = 'nl.tickets.mail.question.asked';
    const first = typed('question', { [asked]: 'Van de eerste:', seen });
    expect((await manager().post(`${room}/question`, first)).status).toBe(303);
    const second = typed('question', { [asked]: 'Van de tweede:', seen });
    const answer = await manager().post(`${room}/question`, second);
    const again = await answer.text();
    expect([answer.status, again]).toEqual([422, expect.stringContaining('heeft dit intussen gewijzigd')]);
    expect(again).toContain('Van de tweede:');
    expect(await kept()).toMatchObject([{ text: 'Van de eerste:' }]);
    expect((await manager().post(`${room}/question/restoration`, { seen })).status).toBe(422);
    expect(await kept()).toHaveLength(1);
  });
});

test('an own text that an update made unfit is pointed out, in the list and at its field', async () => {
  const row = { key: received, language: 'nl' as const, text: 'Uw nummer: {{gone}}' };
  await world.scope.db.insertInto('mail_texts').values(row).execute();
  expect(await (await manager().get(room)).text()).toContain('past niet meer');
  const page = await (await manager().get(`${room}/confirmation`)).text();
  expect(page).toContain('past daar niet meer bij');
  const at = page.indexOf(`id="nl.${received}-error"`);
  expect(page.slice(at, at + 300)).toContain('kent de invulplek {{gone}} niet. Wel: {{number}}.');
});

describe('a preview', () => {
  test('shows what is typed with invented facts, in its language, and keeps nothing', async () => {
    const path = `${room}/confirmation/preview/en`;
    const before = await manager().get(path);
    expect(before.headers.get('content-security-policy')).toContain('sandbox');
    expect(await before.text()).toContain('We have received your ticket; its number is 1042.');
    const form = typed('confirmation', {
      [`en.${received}`]: 'Thanks <b>for</b> {{number}}, {{nonsense}}',
      'nl.mail.greeting': 'Niet van deze e-mail',
    });
    const answer = await manager().post(path, form);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    const html = await answer.text();
    expect(html).toContain('Thanks &lt;b&gt;for&lt;/b&gt; 1042, {{nonsense}}');
    expect(html).toContain('Dear Harriet Vine,');
    expect(html).toContain('Ticket 1042: Checkout does not work');
    expect(await kept()).toEqual([]);
  });

  test('of every mail has all its sentences, and no gap that stays open', async () => {
    for (const mail of mails) {
      for (const language of ['nl', 'en']) {
        const answer = await manager().get(`${room}/${mail.kind}/preview/${language}`);
        const html = await answer.text();
        expect([answer.status, html.match(/\{\{\w+\}\}/g)], mail.kind).toEqual([200, null]);
      }
      expect((await manager().get(`${room}/${mail.kind}`)).status, mail.kind).toBe(200);
    }
    expect(world.faults).toEqual([]);
  });
});

test('only managers come here, and what is no mail is not there', async () => {
  const paths = [room, `${room}/reply`, `${room}/reply/preview/nl`];
  for (const person of [world.staff.sam, world.staff.dani, world.contacts.roos, world.contacts.vera]) {
    for (const path of paths) expect((await world.as(person).get(path)).status).toBe(404);
    for (const path of [`${room}/reply`, `${room}/reply/restoration`, `${room}/reply/preview/nl`])
      expect((await world.as(person).post(path, typed('reply'))).status).toBe(404);
  }
  for (const path of [`${room}/nonsense`, `${room}/reply/preview/de`, `${room}/nonsense/preview/nl`])
    expect((await manager().get(path)).status).toBe(404);
  expect(await kept()).toEqual([]);
});

test('every delivered sentence fits itself, in both languages with the same gaps', () => {
  for (const mail of mails) {
    expect(sentencesOf(mail).length, mail.kind).toBeGreaterThan(0);
    for (const { key } of sentencesOf(mail)) {
      const [nl, en] = [mail.written('nl', key), mail.written('en', key)];
      expect(nl && en, key).toBeTruthy();
      expect(gapsIn(nl!).sort(), key).toEqual(gapsIn(en!).sort());
      expect([problemOf(nl!, nl!), problemOf(en!, en!)], key).toEqual([null, null]);
    }
  }
});

test('own texts are read with the sender, once for all mails of a step', async () => {
  const asked = vi.spyOn(PreparingClient.prototype, 'query');
  // of high priority: a confirmation, and an alert to everybody on duty
  await reportTicket(world.scope, world.contacts.roos, {
    ...report(),
    urgency: 'high',
    impact: 'large',
  });
  const reads = asked.mock.calls.filter(([query]) => JSON.stringify(query).includes('from mail_texts'));
  asked.mockRestore();
  expect((await world.scope.db.selectFrom('mails').select('id').execute()).length).toBeGreaterThan(1);
  expect(reads).toHaveLength(1);
});
