import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '#lib/actor.ts';
import { createWorld, type World } from '../../../test/world.ts';
import type { Ticket } from '../ticket.ts';
import { adjustPriority, ask, drop, giveAnswer, pickUp, reply, reportTicket, signOff } from '../tickets.ts';

let world: World;
let ticket: Ticket;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => {
  expect(world.faults).toEqual([]);
  return world.close();
});
beforeEach(async () => {
  world.at('2026-10-16T09:30:00+02:00');
  ticket = await reportTicket(world.scope, world.contacts.roos, {
    siteId: world.sites.shop,
    subject: 'Afrekenen lukt niet',
    did: 'Ik keek op https://shop.test/mand (de mand).',
    happened: 'Regel een\n<b>Regel twee</b> javascript:alert(1)',
    expected: '',
    urgency: 'medium',
    impact: 'medium',
  });
});

const path = (part = '') => `/tickets/${ticket.id}${part && `/${part}`}`;
const page = async (contact: Contact = world.contacts.roos) => {
  const answer = await world.as(contact).get(path());
  expect(answer.status).toBe(200);
  return answer.text();
};
const post = async (part: string, form = {}, contact: Contact = world.contacts.roos) => {
  const answer = await world.as(contact).post(path(part), form);
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
};
const stateNow = async () =>
  (
    await world.scope.db
      .selectFrom('tickets')
      .select('state')
      .where('id', '=', ticket.id)
      .executeTakeFirstOrThrow()
  ).state;
const delivered = () =>
  giveAnswer(world.scope, world.staff.sam, ticket.id, { body: 'Het zit in uw instellingen.' });
const asked = () => ask(world.scope, world.staff.sam, ticket.id, { body: 'Welke browser gebruikt u?' });

describe('the page', () => {
  test('says first what happens now and when, then what was reported', async () => {
    const html = await page();
    expect(html).toContain('Wij zijn aan zet');
    expect(html).toContain('U hoort uiterlijk <time');
    expect(html).toContain('ma 19 okt 09:30');
    expect(html).toContain('<a href="https://shop.test/mand" rel="nofollow noopener noreferrer"');
    expect(html).toContain('Regel een\n&lt;b&gt;Regel twee');
    expect(html).not.toContain('href="javascript:');
    expect(html.indexOf('Wij hebben uw melding ontvangen')).toBeLessThan(html.indexOf('Wat u meldde'));
  });

  test('promises the moment of the pick-up, and owns up when it has passed', async () => {
    await pickUp(world.scope, world.staff.sam, ticket.id, {
      expectedAt: new Date('2026-10-16T16:00:00+02:00'),
    });
    expect(await page()).toContain('Wij verwachten dat het <time');
    world.at('2026-10-19T09:00:00+02:00');
    expect(await page()).toContain('Dat is niet gelukt');
  });

  test('tells how the priority was adjusted, by whom and why', async () => {
    const input = { urgency: 'low', impact: 'medium', reason: 'U kunt er omheen werken.' } as const;
    await adjustPriority(world.scope, world.staff.sam, ticket.id, input);
    const html = await page();
    expect(html).toContain('Sam Supporter paste dit aan op');
    expect(html).toContain('urgentie middel, impact middel, prioriteit middel');
    expect(html).toContain('U kunt er omheen werken.');
  });

  test('tells a colleague that the reporter is the one to test', async () => {
    await delivered();
    const html = await page(world.contacts.kees);
    expect(html).toContain('Roos Melder is aan zet');
    expect(html).not.toContain('Het werkt, afmelden');
    expect((await post('sign-off', {}, world.contacts.kees)).status).toBe(404);
    expect(await stateNow()).toBe('sign_off');
  });

  test('leads staff to the desk', async () => {
    const answer = await world.as(world.staff.sam).get(path());
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/desk/tickets/${ticket.id}`]);
  });
});

describe('writing', () => {
  test('answers the question, which comes first on the page', async () => {
    await asked();
    const html = await page();
    expect(html).toContain('Sam Supporter vraagt:');
    expect(html).toContain('De klok staat stil zolang wij op uw antwoord wachten.');
    expect(html.indexOf('Uw antwoord')).toBeLessThan(html.indexOf('Hoe ver het is'));
    const file = new File(['a'], 'versie.txt');
    expect((await post('messages', { body: 'Firefox.', files: file })).status).toBe(303);
    expect(await stateNow()).toBe('reported');
    expect(await page()).toContain('versie.txt');
  });

  test('without text is refused at the field, and keeps the file', async () => {
    await asked();
    const { status, text } = await post('messages', { body: '  ', files: new File(['a'], 'versie.txt') });
    expect(status).toBe(422);
    expect(text).toContain('Vul dit in.');
    expect(text).toMatch(/name="kept" value="[^"]+" checked/);
    expect(await stateNow()).toBe('waiting');
  });

  test('twice by a double click has one effect', async () => {
    const form = { body: 'Nog iets.', once: crypto.randomUUID() };
    await Promise.all([post('messages', form), post('messages', form)]);
    expect((await page()).match(/Nog iets\./g)).toHaveLength(1);
  });

  test.each(['emoji 🍰 שלום', 'x'.repeat(100_000), 'x'.repeat(100_001), 'a\u0000b', 'a\udc00b'])(
    'any text is stored or refused',
    async (body) => {
      expect([303, 422]).toContain((await post('messages', { body })).status);
      await page();
    },
  );
});

describe('the judgement', () => {
  beforeEach(async () => {
    await delivered();
  });

  test('signs off with one button', async () => {
    expect(await page()).toContain('Het werkt nog niet');
    expect((await post('sign-off', { body: ' ' })).status).toBe(303);
    expect(await stateNow()).toBe('signed_off');
  });

  test('refuses with a text, and not without', async () => {
    const bare = await post('refusal', { body: '' });
    expect(bare.status).toBe(422);
    expect(bare.text).toContain('Vul dit in.');
    expect((await post('refusal', { body: 'Nog steeds wit.' })).status).toBe(303);
    expect(await stateNow()).toBe('picked_up');
  });

  test('asks what is meant when something was typed beside «Het werkt»', async () => {
    const { status, text } = await post('sign-off', { body: 'Alleen op de telefoon niet' });
    expect(status).toBe(422);
    expect(text).toContain('U schreef ook iets: «Alleen op de telefoon niet».');
    expect(text).toContain('Het werkt: afmelden, en mijn tekst meesturen');
    expect(text).toMatch(/<textarea[^>]*>\nAlleen op de telefoon niet</);
    expect(await stateNow()).toBe('sign_off');
    expect((await post('sign-off', { body: 'Dank u wel!', with: 'text' })).status).toBe(303);
    expect(await stateNow()).toBe('signed_off');
    expect(await page()).toContain('Dank u wel!');
  });

  test('asks as well when only a file came along, and keeps it', async () => {
    const { status, text } = await post('sign-off', { files: new File(['a'], 'wit.txt') });
    expect(status).toBe(422);
    expect(text).toContain('U stuurde ook een bestand mee.');
    expect(text).toContain('wit.txt');
  });

  test('on a page that is out of date tells what happened and keeps the text', async () => {
    await signOff(world.scope, world.contacts.cora, ticket.id);
    const { status, text } = await post('refusal', { body: 'Het is nog wit.' });
    expect(status).toBe(409);
    expect(text).toContain('Cora Coördinator werkte aan deze melding');
    expect(text).toMatch(/<textarea[^>]*>\nHet is nog wit\.</);
    expect(text).toContain(`action="${path('reopening')}"`);
    expect(await stateNow()).toBe('signed_off');
  });
});

test('withdrawing asks for a reason, and keeps it when the ticket has ended meanwhile', async () => {
  expect((await post('withdrawal', { reason: '' })).status).toBe(422);
  await drop(world.scope, world.staff.sam, ticket.id, { reason: 'Dubbel gemeld.' });
  const late = await post('withdrawal', { reason: 'Niet meer nodig.' });
  expect(late.status).toBe(409);
  expect(late.text).toMatch(/<textarea id="kept-text"[^>]*>\nNiet meer nodig\.</);
  expect(await page()).toContain('Dubbel gemeld.');
});

test('withdrawn, it can be reopened', async () => {
  expect((await post('withdrawal', { reason: 'Niet meer nodig.' })).status).toBe(303);
  expect(await page()).toContain('Deze melding is ingetrokken');
  expect((await post('reopening', { body: '' })).status).toBe(422);
  expect((await post('reopening', { body: 'Toch wel.' })).status).toBe(303);
  expect(await stateNow()).toBe('reported');
});

test('after the term a new ticket takes the place of reopening', async () => {
  await delivered();
  await post('sign-off');
  world.at('2026-10-30T23:59:00+01:00');
  expect(await page()).toContain('tot en met 30 oktober 2026');
  world.at('2026-10-31T00:01:00+01:00');
  expect(await page()).toContain(`/report?follows=${ticket.id}`);
  const { status, text } = await post('reopening', { body: 'Het is weer stuk.' });
  expect(status).toBe(409);
  expect(text).toContain('De termijn om deze melding te heropenen is voorbij.');
  expect(text).toMatch(/<textarea id="kept-text"[^>]*>\nHet is weer stuk\.</);
});

test('a colleague who may see it anyway can read along, and stop', async () => {
  const bad = await post('watchers', { email: 'vera@example.test' });
  expect(bad.status).toBe(422);
  expect(bad.text).toContain('value="vera@example.test"');
  expect((await post('watchers', { email: 'cora@example.test' })).status).toBe(303);
  expect(await page()).toContain('Stop met meelezen: Cora Coördinator');
  expect((await post(`watchers/${world.contacts.cora.id}/removal`)).status).toBe(303);
  expect(await page()).not.toContain('Stop met meelezen: Cora');
});

test('a stranger finds nothing, and leaves no file', async () => {
  await reply(world.scope, world.staff.sam, ticket.id, { body: 'Geheim' });
  const files = () => world.scope.db.selectFrom('attachments').select('id').execute();
  const before = (await files()).length;
  const { vera } = world.contacts;
  expect((await world.as(vera).get(path())).status).toBe(404);
  const parts = ['messages', 'sign-off', 'refusal', 'withdrawal', 'reopening', 'watchers'];
  for (const part of [...parts, `watchers/${vera.id}/removal`]) {
    const form = { body: 'x', reason: 'x', email: 'vera@example.test', files: new File(['a'], 'a.txt') };
    const { status, text } = await post(part, form, vera);
    expect([part, status]).toEqual([part, 404]);
    expect(text).not.toContain('Geheim');
  }
  expect((await files()).length).toBe(before);
});
