import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashOfShown } from '#costs/acceptances.ts';
import { readProxies } from '#lib/proxies.ts';
import { reportOn } from '#tickets/costs.fixture.ts';
import { drop, giveAnswer, pickUp, signOff } from '#tickets/tickets.ts';
import { givePasswords, password } from '../../test/factors.ts';
import { programOf, tokenFor } from '../../test/program.ts';
import { createVisitor } from '../../test/visitor.ts';
import { baseUrl, createWorld, type World } from '../../test/world.ts';
import { createDraft, reviseQuote } from './drafts.ts';
import { lastCode, quoteFor, someLines } from './quotes.fixture.ts';
import { sendQuote, withdrawQuote } from './sending.ts';
import { runQuoteTimers } from './timers.ts';

let world: World;
const now = '2026-10-16T09:30:00+02:00';
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.at(now);
  await world.scope.db.deleteFrom('quote_codes').execute();
  await world.scope.db.deleteFrom('mails').execute();
});

const rowOf = (id: string) =>
  world.scope.db.selectFrom('quotes').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const acceptancesOf = (id: string) =>
  world.scope.db.selectFrom('acceptances').selectAll().where('quote_id', '=', id).execute();
const chargesOf = (id: string) =>
  world.scope.db
    .selectFrom('charges as charge')
    .innerJoin('acceptances as acceptance', 'acceptance.id', 'charge.acceptance_id')
    .select(['charge.amount_cents', 'charge.vat', 'charge.state', 'charge.ticket_id'])
    .where('acceptance.quote_id', '=', id)
    .orderBy('charge.vat')
    .execute();
const ticketOf = (id: string) =>
  world.scope.db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const mailsAbout = async (kind: string) =>
  (
    await world.scope.db
      .selectFrom('mails')
      .select(['to_address', 'text'])
      .where('kind', '=', kind)
      .where('created_at', '=', world.scope.now())
      .orderBy('to_address')
      .execute()
  ).map(({ to_address }) => to_address);
const cora = () => world.as(world.contacts.cora);
const sam = () => world.as(world.staff.sam);
const text = async (response: Promise<Response> | Response) =>
  (await (await response).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
const agreeing = { name: 'Cora Coördinator', role: 'eigenaar' };

/** Goes through both steps as the client does. */
async function accept(id: string, ticks: string[] = []) {
  const asked = await cora().post(`/quotes/${id}/code`, { ...agreeing, ticks });
  expect(asked.headers.get('location')).toBe(`/quotes/${id}/acceptance`);
  return cora().post(`/quotes/${id}/acceptance`, { code: await lastCode(world, world.contacts.cora) });
}

describe('a draft', () => {
  test('is begun at the desk, filled in line by line, and sent', async () => {
    const begun = await sam().post('/desk/quotes', {
      organisationId: world.organisations.bakery,
      title: 'Nieuwe wens',
    });
    const path = begun.headers.get('location')!;
    const form = {
      title: 'Nieuwe wens',
      conditions: 'Binnen 14 dagen.',
      valid_until: '2026-11-15',
      language: 'nl',
      'line.0.description': 'Ontwerp',
      'line.0.kind': 'hours',
      'line.0.quantity': '7,5',
      'line.0.price': '95',
      'line.0.vat': 'standard',
    };
    const added = await sam().post(path, { ...form, act: 'add' });
    expect(added.headers.get('location')).toBe(`${path}#line-2`);
    expect(await text(sam().get(path))).toContain('€ 862,13');
    const wrong = await sam().post(path, { ...form, 'line.0.price': '1,005', act: 'send' });
    expect(wrong.status).toBe(422);
    const again = await wrong.text();
    expect(again).toContain('hooguit twee cijfers achter de komma');
    expect(again).toContain('value="1,005"');
    const removed = await sam().post(path, { ...form, act: 'remove-0' });
    expect(removed.status).toBe(303);
    expect(
      (await sam().post(path, { ...form, 'line.0.description': '', 'line.0.price': '', act: 'send' })).status,
    ).toBe(422);
    expect((await sam().post(path, { ...form, act: 'send' })).status).toBe(303);
    expect(await rowOf(path.split('/').at(-1)!)).toMatchObject({ state: 'sent', year: 2026, version: 1 });
    expect(await mailsAbout('quote')).toEqual(['cora@example.test']);
    expect((await sam().post(path, { ...form, act: 'save' })).status).toBe(409);
  });

  test('is not there for the client, nor is it sent where nobody could accept', async () => {
    const { scope, staff, organisations } = world;
    const id = await createDraft(scope, staff.sam, {
      organisationId: organisations.foreign,
      title: 'Fietsen',
      lines: someLines,
    });
    expect((await world.as(world.contacts.vera).get(`/quotes/${id}`)).status).toBe(404);
    await expect(sendQuote(scope, staff.sam, id)).rejects.toMatchObject({
      fields: { form: 'quote_nobody_decides' },
    });
    expect(await rowOf(id)).toMatchObject({ state: 'draft', number: null });
  });
});

describe('numbers', () => {
  test('run without a gap, also when several are sent at once and one fails', async () => {
    const { scope, staff, organisations } = world;
    const drafts = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        createDraft(scope, staff.sam, {
          organisationId: organisations.bakery,
          title: `Tegelijk ${at}`,
          lines: at === 3 ? [] : someLines,
        }),
      ),
    );
    const sent = await Promise.allSettled(drafts.map((id) => sendQuote(scope, staff.sam, id)));
    expect(sent.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    const rows = await scope.db
      .selectFrom('quotes')
      .select('number')
      .where('number', 'is not', null)
      .execute();
    const numbers = rows.map(({ number }) => number!).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  test('begin anew with the office’s year', async () => {
    world.at('2027-12-31T23:30:00Z');
    expect(await quoteFor(world)).toMatchObject({ year: 2028, number: 1, version: 1 });
  });
});

describe('what was sent', () => {
  test('is fixed, in the database too', async () => {
    const { id } = await quoteFor(world);
    const { db } = world.scope;
    const refused = expect.objectContaining({ constraint: 'quote_stays_as_sent' });
    const quote = db.updateTable('quotes').where('id', '=', id);
    await expect(quote.set({ title: 'Anders' }).execute()).rejects.toEqual(refused);
    await expect(quote.set({ state: 'draft' }).execute()).rejects.toEqual(refused);
    await expect(db.deleteFrom('quotes').where('id', '=', id).execute()).rejects.toEqual(refused);
    const lines = db.updateTable('quote_lines').set({ description: 'x' }).where('quote_id', '=', id);
    await expect(lines.execute()).rejects.toEqual(refused);
    await expect(db.deleteFrom('quote_lines').where('quote_id', '=', id).execute()).rejects.toEqual(refused);
  });

  test('changes by a new version, which ends the old one and is found from it', async () => {
    const { scope, staff } = world;
    const old = await quoteFor(world);
    const draft = await reviseQuote(scope, staff.sam, old.id);
    expect(await reviseQuote(scope, staff.sam, old.id)).toBe(draft);
    expect((await cora().get(`/quotes/${old.id}`)).status).toBe(200);
    await cora().post(`/quotes/${old.id}/code`, agreeing);
    const code = await lastCode(world, world.contacts.cora);
    const next = await sendQuote(scope, staff.sam, draft);
    expect(next).toMatchObject({ number: old.number, year: old.year, version: 2 });
    const late = await cora().post(`/quotes/${old.id}/acceptance`, { code });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Op deze oude versie is niets vastgelegd');
    expect(page).toContain(`/quotes/${next.id}`);
    expect(await acceptancesOf(old.id)).toEqual([]);
    expect((await accept(next.id)).status).toBe(303);
    await expect(reviseQuote(scope, staff.sam, next.id)).rejects.toMatchObject({ reason: 'quote_accepted' });
  });

  test('accepted while a new version is being written, it counts, and the new one cannot be sent', async () => {
    const { scope, staff } = world;
    const old = await quoteFor(world);
    const draft = await reviseQuote(scope, staff.sam, old.id);
    expect((await accept(old.id)).status).toBe(303);
    await expect(sendQuote(scope, staff.sam, draft)).rejects.toMatchObject({ reason: 'quote_accepted' });
    expect(await rowOf(draft)).toMatchObject({ state: 'draft' });
  });

  test('can be withdrawn with a reason that the client reads', async () => {
    const { id } = await quoteFor(world);
    const reason = 'De leverancier stopt ermee.';
    expect((await sam().post(`/desk/quotes/${id}/withdrawal`, { reason: '' })).status).toBe(422);
    expect((await sam().post(`/desk/quotes/${id}/withdrawal`, { reason })).status).toBe(303);
    expect(await text(cora().get(`/quotes/${id}`))).toContain(reason);
    expect((await cora().post(`/quotes/${id}/code`, agreeing)).status).toBe(409);
  });
});

describe('accepting', () => {
  test('keeps the evidence, charges per rate, and says so', async () => {
    const { id, number } = await quoteFor(world);
    const chosen = await cora().post(`/quotes/${id}/choice`, { ticks: ['2', '1', '99'] });
    expect(chosen.headers.get('location')).toBe(`/quotes/${id}?with=2,1,99#totals`);
    expect(await text(cora().get(`/quotes/${id}?with=2,1,99`))).toContain('Totaal met btw € 1.025,63');
    await cora().post(`/quotes/${id}/code`, { ...agreeing, ticks: ['2'] });
    const confirming = await text(cora().get(`/quotes/${id}/acceptance`));
    expect(confirming).toContain('ga ik akkoord met Begroting 2026-');
    expect(confirming).not.toContain('Foto’s bewerken');
    const code = await lastCode(world, world.contacts.cora);
    const done = await cora().post(`/quotes/${id}/acceptance`, { code });
    expect(done.status).toBe(303);
    const [acceptance] = await acceptancesOf(id);
    expect(acceptance).toMatchObject({
      ...agreeing,
      kind: 'quote',
      amount_cents: 86_250,
      accepted_by: world.contacts.cora.id,
      recorded_by: null,
    });
    const { shown, shown_hash } = acceptance!;
    expect(shown).toContain('[x] Uitleg op papier');
    expect(shown).toContain('[ ] Foto’s bewerken');
    expect(shown).toContain('Totaal met btw');
    expect(shown_hash).toBe(hashOfShown(shown));
    expect(await chargesOf(id)).toEqual([
      { amount_cents: 71_250, vat: 'standard', state: 'agreed', ticket_id: null },
      { amount_cents: 15_000, vat: 'reduced', state: 'agreed', ticket_id: null },
    ]);
    expect(await text(cora().get(`/quotes/${id}`))).toContain('Cora Coördinator gaf akkoord');
    expect(await mailsAbout('quote_accepted')).toEqual(['cora@example.test', 'sam@example.test']);
    const pdf = await cora().get(`/quotes/${id}/pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('content-disposition')).toContain(
      `begroting-2026-${String(number).padStart(4, '0')}`,
    );
    expect((await sam().post(`/desk/quotes/${id}/completion`)).status).toBe(303);
    expect((await chargesOf(id)).map(({ state }) => state)).toEqual(['done', 'done']);
    expect((await sam().post(`/desk/quotes/${id}/completion`)).status).toBe(409);
  });

  test('twice is once, also at the same moment', async () => {
    const { id } = await quoteFor(world);
    await cora().post(`/quotes/${id}/code`, agreeing);
    const code = await lastCode(world, world.contacts.cora);
    const both = await Promise.all([1, 2].map(() => cora().post(`/quotes/${id}/acceptance`, { code })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await acceptancesOf(id)).toHaveLength(1);
    expect(await chargesOf(id)).toHaveLength(1);
    expect(await text(cora().post(`/quotes/${id}/refusal`, { reason: 'Toch niet' }))).toContain(
      'al akkoord gegeven',
    );
  });

  test('takes the right code, five tries, ten minutes, for this version and these ticks', async () => {
    const { id } = await quoteFor(world);
    expect((await cora().post(`/quotes/${id}/acceptance`, { code: '123456' })).status).toBe(422);
    await cora().post(`/quotes/${id}/code`, agreeing);
    const code = await lastCode(world, world.contacts.cora);
    const other = await quoteFor(world);
    expect((await cora().post(`/quotes/${other.id}/acceptance`, { code })).status).toBe(422);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries++) {
      const answer = await cora().post(`/quotes/${id}/acceptance`, { code: wrong });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('Deze code klopt niet');
    }
    const late = await cora().post(`/quotes/${id}/acceptance`, { code });
    expect(await late.text()).toContain('te vaak geprobeerd');
    await cora().post(`/quotes/${id}/code`, agreeing);
    const next = await lastCode(world, world.contacts.cora);
    world.at('2026-10-16T09:40:01+02:00');
    expect(await text(cora().post(`/quotes/${id}/acceptance`, { code: next }))).toContain(
      'Deze code is niet meer geldig',
    );
    expect(await acceptancesOf(id)).toEqual([]);
    const many = await Promise.all(
      Array.from({ length: 7 }, () => cora().post(`/quotes/${id}/code`, agreeing)),
    );
    expect(many.some(({ status }) => status === 422)).toBe(true);
  });

  test('the code is not for the eyes of a supporter', async () => {
    const { id } = await quoteFor(world);
    await cora().post(`/quotes/${id}/code`, agreeing);
    const code = await lastCode(world, world.contacts.cora);
    const mail = await world.scope.db
      .selectFrom('mails')
      .select('id')
      .where('text', 'like', `%${code}%`)
      .where('kind', '=', 'quote_code')
      .executeTakeFirstOrThrow();
    const pages = ['', '/preview'].map(async (part) =>
      (await sam().get(`/desk/mail/${mail.id}${part}`)).text(),
    );
    for (const page of await Promise.all(pages)) expect(page).not.toContain(code);
  });

  test('keeps the address of who accepted, as the proxy in front gave it', async () => {
    await givePasswords(world, [world.contacts.cora]);
    const { id } = await quoteFor(world);
    const from = { peer: '127.0.0.1', forwarded: '1.2.3.4, 203.0.113.9' };
    const browser = createVisitor(world.beside(readProxies('127.0.0.1')!), baseUrl, from);
    await browser.post('/sign-in', { email: 'cora@example.test', password });
    await browser.post(`/quotes/${id}/code`, agreeing);
    await browser.post(`/quotes/${id}/acceptance`, { code: await lastCode(world, world.contacts.cora) });
    expect((await acceptancesOf(id)).map(({ address }) => address)).toEqual(['203.0.113.9']);
  });

  test('needs something to accept', async () => {
    const { id } = await quoteFor(world, { lines: someLines.map((each) => ({ ...each, optional: true })) });
    const nothing = await cora().post(`/quotes/${id}/code`, agreeing);
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain('Vink minstens één onderdeel aan');
    expect((await cora().post(`/quotes/${id}/code`, { ticks: ['1'], name: '', role: '' })).status).toBe(422);
  });

  test('is for budget holders; the reporter reads and passes it on; others see nothing', async () => {
    const { roos, kees, vera, cora: holder } = world.contacts;
    const ticket = await reportOn(world, world.sites.shop);
    const { id } = await quoteFor(world, { ticketId: ticket.id });
    const page = await text(world.as(roos).get(`/quotes/${id}`));
    expect(page).toContain('Cora Coördinator');
    expect(page).not.toContain('Stuur mij de code');
    for (const who of [kees, vera]) {
      expect((await world.as(who).get(`/quotes/${id}`)).status).toBe(404);
      expect((await world.as(who).get(`/quotes/${id}/pdf`)).status).toBe(404);
      expect((await world.as(who).post(`/quotes/${id}/code`, agreeing)).status).toBe(404);
    }
    const tried = await world.as(roos).post(`/quotes/${id}/code`, agreeing);
    expect(tried.status).toBe(409);
    expect(await tried.text()).toContain('niet akkoord gaan met kosten');
    expect((await world.as(roos).post(`/quotes/${id}/forwarding`, { to: roos.id })).status).toBe(422);
    expect((await world.as(roos).post(`/quotes/${id}/forwarding`, { to: holder.id })).status).toBe(303);
    expect(await mailsAbout('quote_forwarded')).toEqual(['cora@example.test']);
    const anonymous = await world.as(null).get(`/quotes/${id}`);
    expect(anonymous.headers.get('location')).toMatch(/^\/sign-in/);
  });

  test('by somebody who lost the right between code and acceptance is refused', async () => {
    const { id } = await quoteFor(world);
    await cora().post(`/quotes/${id}/code`, agreeing);
    const code = await lastCode(world, world.contacts.cora);
    const may = (budget_holder: boolean) =>
      world.scope.db
        .updateTable('people')
        .set({ budget_holder })
        .where('id', '=', world.contacts.cora.id)
        .execute();
    await may(false);
    const answer = await cora().post(`/quotes/${id}/acceptance`, { code });
    await may(true);
    expect(answer.status).toBe(409);
    expect(await acceptancesOf(id)).toEqual([]);
  });
});

describe('an acceptance given elsewhere', () => {
  test('is recorded with its document, and never without', async () => {
    const { id } = await quoteFor(world);
    const form = { acceptedBy: world.contacts.cora.id, ...agreeing, ticks: ['3'] };
    const without = await sam().post(`/desk/quotes/${id}/acceptance`, form);
    expect(without.status).toBe(422);
    expect(await without.text()).toContain('Voeg het document toe');
    const files = new File(['getekend'], 'getekend.pdf');
    const stranger = { ...form, acceptedBy: world.contacts.roos.id, files };
    expect((await sam().post(`/desk/quotes/${id}/acceptance`, stranger)).status).toBe(422);
    expect((await sam().post(`/desk/quotes/${id}/acceptance`, { ...form, files })).status).toBe(303);
    expect(await acceptancesOf(id)).toMatchObject([
      { recorded_by: world.staff.sam.id, document_name: 'getekend.pdf', amount_cents: 78_900 },
    ]);
    const document = await sam().get(`/desk/quotes/${id}/document`);
    expect(await document.text()).toBe('getekend');
    expect(document.headers.get('content-disposition')).toContain('attachment');
  });
});

describe('time', () => {
  test('reminds 7 and 2 days before the end and expires after the last day, in the office’s zone', async () => {
    const ticket = await reportOn(world, world.sites.shop);
    await pickUp(world.scope, world.staff.sam, ticket.id);
    const { id, validUntil } = await quoteFor(world, { ticketId: ticket.id });
    expect(validUntil).toBe('2026-11-15');
    const timers = await world.scope.db
      .selectFrom('quote_timers')
      .select(['kind', 'at'])
      .where('quote_id', '=', id)
      .orderBy('at')
      .execute();
    expect(timers.map(({ kind, at }) => [kind, at.toISOString()])).toEqual([
      ['reminder.7', '2026-11-09T07:30:00.000Z'],
      ['reminder.2', '2026-11-13T07:30:00.000Z'],
      ['expiry', '2026-11-15T23:00:00.000Z'],
    ]);
    world.at('2026-11-09T07:30:00Z');
    await runQuoteTimers(world.scope);
    expect(await mailsAbout('quote_reminder')).toContain('roos@example.test');
    world.at('2026-11-15T22:59:59Z');
    await cora().post(`/quotes/${id}/code`, agreeing);
    const code = await lastCode(world, world.contacts.cora);
    world.at('2026-11-15T23:00:00Z');
    const late = await cora().post(`/quotes/${id}/acceptance`, { code });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('verlopen');
    expect(await rowOf(id)).toMatchObject({ state: 'sent' });
    await runQuoteTimers(world.scope);
    expect(await rowOf(id)).toMatchObject({ state: 'expired' });
    expect(await ticketOf(ticket.id)).toMatchObject({ state: 'picked_up', waiting_for: null });
    expect(await text(cora().get(`/quotes/${id}`))).toContain('is verlopen');
    expect(await runQuoteTimers(world.scope)).toBe(0);
  });
});

describe('a ticket', () => {
  test('waits for the answer, goes on with its budget, and makes the work due at sign-off', async () => {
    const { scope, staff } = world;
    const ticket = await reportOn(world, world.sites.shop);
    await pickUp(scope, staff.sam, ticket.id);
    const { id } = await quoteFor(world, { ticketId: ticket.id });
    expect(await ticketOf(ticket.id)).toMatchObject({ state: 'waiting', waiting_for: 'quote' });
    expect(await text(world.as(world.contacts.roos).get(`/tickets/${ticket.id}`))).toContain(
      'Bekijk de begroting en beslis',
    );
    expect((await accept(id)).status).toBe(303);
    expect(await ticketOf(ticket.id)).toMatchObject({ state: 'picked_up' });
    const desk = await text(sam().get(`/desk/tickets/${ticket.id}`));
    expect(desk).toContain('Budget: € 712,50 zonder btw, waarvan 7,50 uur');
    await giveAnswer(scope, staff.sam, ticket.id, { body: 'Klaar.' });
    expect((await chargesOf(id))[0]).toMatchObject({ state: 'agreed', ticket_id: ticket.id });
    await signOff(scope, world.contacts.roos, ticket.id);
    expect((await chargesOf(id))[0]).toMatchObject({ state: 'done' });
  });

  test('declined, it goes back to the supporter with the reason; a question goes into the ticket', async () => {
    const ticket = await reportOn(world, world.sites.shop);
    const { id } = await quoteFor(world, { ticketId: ticket.id });
    expect((await cora().post(`/quotes/${id}/questions`, { body: 'Kan het goedkoper?' })).status).toBe(303);
    expect(await ticketOf(ticket.id)).toMatchObject({ state: 'waiting', waiting_for: 'quote' });
    expect(await text(sam().get(`/desk/tickets/${ticket.id}`))).toContain('Kan het goedkoper?');
    expect((await cora().post(`/quotes/${id}/refusal`, { reason: 'Te duur.' })).status).toBe(303);
    expect(await ticketOf(ticket.id)).toMatchObject({ state: 'reported' });
    expect(await text(sam().get(`/desk/quotes/${id}`))).toContain('Te duur.');
    expect(await mailsAbout('quote_declined')).not.toEqual([]);
  });

  test('that ended is not paid for: its quote can be accepted no more', async () => {
    const ticket = await reportOn(world, world.sites.shop);
    const { id } = await quoteFor(world, { ticketId: ticket.id });
    await drop(world.scope, world.staff.sam, ticket.id, { reason: 'Niet nodig.' });
    expect((await cora().post(`/quotes/${id}/code`, agreeing)).status).toBe(409);
    expect(await acceptancesOf(id)).toEqual([]);
  });

  test.each([
    ['dropped at the desk', () => sam(), (id: string) => `/desk/tickets/${id}/drop`],
    [
      'withdrawn by the client',
      () => world.as(world.contacts.roos),
      (id: string) => `/tickets/${id}/withdrawal`,
    ],
  ])('%s takes its open quote with it', async (_, who, way) => {
    const { db } = world.scope;
    const ticket = await reportOn(world, world.sites.shop);
    const { id } = await quoteFor(world, { ticketId: ticket.id });
    const other = await quoteFor(world);
    expect((await who().post(way(ticket.id), { reason: 'Het hoeft niet meer.' })).status).toBe(303);
    expect(await ticketOf(ticket.id)).toMatchObject({ state: 'dropped', waiting_for: null });
    const why = `Melding ${ticket.number} is vervallen`;
    expect(await rowOf(id)).toMatchObject({
      state: 'withdrawn',
      ended_by: null,
      ended_reason: expect.stringContaining(why),
    });
    expect(await rowOf(other.id)).toMatchObject({ state: 'sent' });
    const events = await db
      .selectFrom('events')
      .select(['type', 'actor_id'])
      .where('subject_id', 'in', [id, ticket.id])
      .where('type', 'in', ['quote.withdrawn', 'quote_withdrawn'])
      .orderBy('type')
      .execute();
    expect(events.map(({ actor_id }) => actor_id)).toEqual([null, null]);
    expect(await mailsAbout('quote_withdrawn')).toEqual(['cora@example.test', 'roos@example.test']);
    expect(await text(cora().get(`/quotes/${id}`))).toContain(why);
    expect((await sam().get(`/desk/tickets/${ticket.id}`)).status).toBe(200);
    expect((await world.as(world.contacts.roos).get(`/tickets/${ticket.id}`)).status).toBe(200);
    const timers = await db.selectFrom('quote_timers').select('kind').where('quote_id', '=', id).execute();
    expect(timers).toEqual([]);
    expect((await cora().post(`/quotes/${id}/refusal`, { reason: 'Te laat.' })).status).toBe(409);
  });

  test('standing alone, a question goes to whoever made the quote', async () => {
    const { id } = await quoteFor(world);
    await cora().post(`/quotes/${id}/questions`, { body: 'Wanneer begint u?' });
    expect(await mailsAbout('quote_question')).toContain('sam@example.test');
  });
});

test('the list is by state, with what each comes to', async () => {
  const { id } = await quoteFor(world, { title: 'Alleen in de lijst' });
  expect(await text(sam().get('/desk/quotes?state=sent'))).toContain('Alleen in de lijst');
  await withdrawQuote(world.scope, world.staff.sam, id, { reason: 'Fout.' });
  expect(await text(sam().get('/desk/quotes?state=sent'))).not.toContain('Alleen in de lijst');
  expect(await text(sam().get('/desk/quotes?state=withdrawn'))).toContain('Alleen in de lijst');
  expect(await text(world.as(world.contacts.cora).get('/costs'))).toContain('Alleen in de lijst');
  expect(world.faults).toEqual([]);
});

test('a program reads quotes page by page, and each by its id', async () => {
  world.at('2029-01-10T09:30:00+01:00');
  const first = await quoteFor(world, { title: 'Voor een programma' });
  world.at('2029-01-10T09:31:00+01:00');
  const last = await quoteFor(world, { title: 'Nog een' });
  const call = programOf(world, (await tokenFor(world, 'supporter')).token);
  const page = (await call('/quotes?state=sent&limit=1')).json;
  expect(page.items.map(({ id }: { id: string }) => id)).toEqual([last.id]);
  const next = (await call(`/quotes?state=sent&limit=1&cursor=${page.next}`)).json;
  expect(next.items.map(({ id }: { id: string }) => id)).toEqual([first.id]);
  expect((await call(`/quotes?organisationId=${world.organisations.foreign}&state=sent`)).json.items).toEqual(
    [],
  );
  expect((await call(`/quotes/${first.id}`)).json).toMatchObject({
    number: '2029-0001',
    state: 'sent',
    title: 'Voor een programma',
    lines: [{ amountCents: 71_250, optional: false }, { optional: true }, { optional: true }],
  });
});
