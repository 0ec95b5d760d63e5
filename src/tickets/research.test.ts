import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addContract } from '#sites/contracts/contracts.ts';
import { createWorld, type World } from '../../test/world.ts';
import { reportOn } from './costs.fixture.ts';
import { asked, formOf, uncovered } from './research.fixture.ts';
import * as tickets from './tickets.ts';
import { runTimers } from './timers.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
beforeEach(() => world.at(now));
afterEach(async () => {
  const { db } = world.scope;
  const ended = { ended_at: sql<Date>`began_at`, minutes: 0 };
  await db.updateTable('research_stretches').set(ended).where('ended_at', 'is', null).execute();
});
afterAll(() => world.close());

const now = '2026-10-16T09:30:00+02:00';
const as = (name: 'roos' | 'cora' | 'kees' | 'vera') => world.as(world.contacts[name]);
const sam = () => world.as(world.staff.sam);
/** A page with its hard spaces as plain ones, as people read it. */
const textOf = async (response: Response) => (await response.text()).replaceAll('\u00a0', ' ');
const desk = async (id: string) => textOf(await sam().get(`/desk/tickets/${id}`));
const portal = async (id: string) => textOf(await as('roos').get(`/tickets/${id}`));
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const rowOf = (id: string) =>
  world.scope.db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const chargesOf = (id: string) =>
  world.scope.db.selectFrom('charges').selectAll().where('ticket_id', '=', id).execute();
const mailsOf = async (id: string) =>
  world.scope.db
    .selectFrom('mails')
    .select(['kind', 'to_address', 'text'])
    .where('ticket_id', '=', id)
    .orderBy('created_at')
    .execute();
const mailed = async (id: string, kind: string) =>
  (await mailsOf(id)).filter((mail) => mail.kind === kind).map(({ text }) => text.replaceAll(/\s+/g, ' '));
const choice = async (id: string, who: 'roos' | 'cora' | 'kees' = 'cora') =>
  textOf(await as(who).get(`/tickets/${id}/decision`));
const consent = { name: 'Cora Coördinator', role: 'eigenaar', consent: 'on' };
const accept = async (id: string, form: Record<string, string> = {}) =>
  as('cora').post(`/tickets/${id}/decision/acceptance`, {
    ...formOf(await choice(id)),
    ...consent,
    ...form,
  });

describe('asking', () => {
  test('is the next sensible act once nothing covers the ticket, and takes one form', async () => {
    const id = await uncovered(world);
    const page = await desk(id);
    expect(page).toContain('Akkoord voor onderzoek vragen</h2>');
    expect(page).toContain('value="45,00"');
    const path = `/desk/tickets/${id}/research-question`;
    expect((await sam().post(path, { explanation: ' ', fee: '45' })).status).toBe(422);
    for (const fee of ['0', '-1', '45,001', 'veel', '45,01', '999999'])
      expect((await sam().post(path, { explanation: 'Uitleg', fee })).status, fee).toBe(422);
    expect((await sam().post(path, { explanation: 'Uitleg', fee: '40,00' })).status).toBe(303);
    expect(await rowOf(id)).toMatchObject({
      state: 'waiting',
      waiting_for: 'decision',
      resumes_as: 'picked_up',
      next_due_at: null,
    });
    expect(await desk(id)).toContain('Klant beslist over onderzoek');
    const mails = await mailed(id, 'research_asked');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('Onderzoek kost € 40,00 exclusief btw. Met 21% btw is dat € 48,40.');
    expect(mails[0]).toContain('Akkoord geven op kosten kan bij u: Cora Coördinator.');
    expect(mails[0]).toContain('niet door deze e-mail te beantwoorden');
    expect(mails[0]).toContain('op 13 november 2026');
    expect(mails[0]).toContain(`/tickets/${id}/decision`);
  });

  test('is refused where there is nothing to ask', async () => {
    const { scope, staff, sites, contacts } = world;
    const { id } = await reportOn(world, sites.shop);
    const question = { explanation: 'Uitleg', feeCents: 4500 };
    await expect(tickets.askResearch(scope, staff.sam, id, question)).rejects.toMatchObject({
      reason: 'no_research_to_ask',
    });
    await expect(tickets.askResearch(scope, contacts.cora, id, question)).rejects.toMatchObject({
      name: 'NotFound',
    });
    await tickets.ask(scope, staff.sam, id, { body: 'Welke knop?' });
    await expect(tickets.askResearch(scope, staff.sam, id, question)).rejects.toMatchObject({
      reason: 'waits_already',
    });
  });

  test('can be taken back, and a message does not decide', async () => {
    const id = await asked(world);
    await as('roos').post(`/tickets/${id}/messages`, { body: 'Ja hoor, doe maar!' });
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', waiting_for: 'decision' });
    expect((await sam().post(`/desk/tickets/${id}/answers`, { body: 'Zij zei ja.' })).status).toBe(409);
    const form = formOf(await choice(id));
    const back = { reason: 'Toch binnen de garantie.' };
    expect((await sam().post(`/desk/tickets/${id}/research-retraction`, back)).status).toBe(303);
    expect(await rowOf(id)).toMatchObject({ state: 'picked_up', waiting_for: null });
    expect((await mailed(id, 'research_retracted'))[0]).toContain('Toch binnen de garantie.');
    const late = await as('cora').post(`/tickets/${id}/decision/acceptance`, { ...form, ...consent });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Sam Supporter werkte aan deze melding');
    expect(await chargesOf(id)).toEqual([]);
  });
});

describe('agreeing', () => {
  test('keeps what was shown, charges the fee in the same step, and the clock goes on', async () => {
    const id = await asked(world);
    const page = await choice(id);
    expect(page).toContain('De knop gebruikt een oude koppeling.');
    expect(page.indexOf('name="consent"')).toBeGreaterThan(page.indexOf('name="role"'));
    expect(page.match(/<input[^>]*name="consent"[^>]*>/)![0]).not.toContain('checked');
    const incomplete = await accept(id, { role: '', consent: '' });
    expect(incomplete.status).toBe(422);
    const again = await incomplete.text();
    expect(again).toContain('Zet een vinkje als u akkoord gaat.');
    expect(again.match(/<input[^>]*name="consent"[^>]*>/)![0]).not.toContain('checked');
    expect(await chargesOf(id)).toEqual([]);

    world.at('2026-10-19T10:00:00+02:00');
    const taken = await accept(id);
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `/tickets/${id}`]);
    const { db } = world.scope;
    const evidence = await db
      .selectFrom('acceptances')
      .selectAll()
      .where('ticket_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(evidence).toMatchObject({
      kind: 'research',
      amount_cents: 4500,
      accepted_by: world.contacts.cora.id,
      role: 'eigenaar',
    });
    expect(plain(evidence.consent)).toBe(
      'Ik ga namens Bakkerij De Proef akkoord met onderzoek voor € 45,00 exclusief btw (€ 54,45 inclusief 21% btw).',
    );
    for (const part of ['De knop gebruikt een oude koppeling.', 'dat is een vast bedrag'])
      expect(plain(evidence.shown).toLowerCase()).toContain(part.toLowerCase());
    for (const line of plain(evidence.shown).split('\n\n'))
      expect(page.replaceAll('&#39;', "'").replaceAll('&quot;', '"')).toContain(line);
    expect(await chargesOf(id)).toMatchObject([
      { acceptance_id: evidence.id, amount_cents: 4500, state: 'agreed', vat: 'standard' },
    ]);
    expect(await rowOf(id)).toMatchObject({ state: 'picked_up', waiting_for: null });
    expect((await mailed(id, 'research_accepted')).length).toBeGreaterThan(1);
    expect(await portal(id)).toContain(
      'Cora Coördinator ging op 19 oktober 2026 akkoord met onderzoek voor € 45,00',
    );
    expect(await desk(id)).toContain('Start onderzoek');
  });

  test('happens once, however often it is sent', async () => {
    const id = await asked(world);
    const form = { ...formOf(await choice(id)), ...consent };
    const both = await Promise.all([
      as('cora').post(`/tickets/${id}/decision/acceptance`, { ...form, once: world.scope.newId() }),
      as('cora').post(`/tickets/${id}/decision/acceptance`, { ...form, once: world.scope.newId() }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await chargesOf(id)).toHaveLength(1);
    expect(await choice(id)).toContain('Cora Coördinator ging akkoord met onderzoek voor € 45,00');
  });

  test('is for budget holders of this client, as they are at that moment', async () => {
    const id = await asked(world);
    const read = formOf(await choice(id));
    const form = { ...read, ...consent };
    for (const who of ['roos', 'kees'] as const) {
      const refused = await as(who).post(`/tickets/${id}/decision/acceptance`, form);
      expect([who, refused.status]).toEqual([who, 409]);
      expect(await refused.text()).toContain('U kunt niet akkoord gaan met kosten.');
    }
    expect((await as('vera').post(`/tickets/${id}/decision/acceptance`, form)).status).toBe(404);
    expect((await as('vera').get(`/tickets/${id}/decision`)).status).toBe(404);
    const { db } = world.scope;
    const holder = (budget_holder: boolean) =>
      db.updateTable('people').set({ budget_holder }).where('id', '=', world.contacts.cora.id).execute();
    await holder(false);
    expect((await as('cora').post(`/tickets/${id}/decision/acceptance`, form)).status).toBe(409);
    expect(await desk(id)).toContain('Bij deze klant kan niemand akkoord gaan met kosten.');
    expect(await choice(id, 'roos')).toContain('Vraag het aan Cora Coördinator');
    const late = {
      askId: read.ask!,
      shownHash: read.shown!,
      name: 'Cora',
      role: 'eigenaar',
      language: 'nl',
    } as const;
    // entitled when the request began, and no longer when it is carried out
    await expect(tickets.acceptResearch(world.scope, world.contacts.cora, id, late)).rejects.toMatchObject({
      reason: 'may_not_agree',
    });
    await holder(true);
    expect(await chargesOf(id)).toEqual([]);
    const out = await world.as(null).get(`/tickets/${id}/decision`);
    expect(out.headers.get('location')).toContain('/sign-in');
  });

  test('what changed since the page was drawn is shown again, and not agreed to', async () => {
    const id = await asked(world);
    const form = { ...formOf(await choice(id)), ...consent };
    await sam().post(`/desk/tickets/${id}/research-question`, { explanation: 'Toch minder.', fee: '30,00' });
    const stale = await as('cora').post(`/tickets/${id}/decision/acceptance`, form);
    expect(stale.status).toBe(409);
    const page = await textOf(stale);
    expect(page).toContain('De vraag is intussen veranderd.');
    expect(page).toContain('€ 30,00');
    expect((await as('cora').post(`/tickets/${id}/decision/refusal`, form)).status).toBe(409);
    expect(await chargesOf(id)).toEqual([]);
    const forged = await accept(id, { shown: 'a'.repeat(64) });
    expect(forged.status).toBe(409);
    expect((await accept(id)).status).toBe(303);
    expect(await chargesOf(id)).toMatchObject([{ amount_cents: 3000 }]);
  });

  test('nobody agrees through a program, in whoever’s name it acts', async () => {
    const id = await asked(world);
    const form = formOf(await choice(id));
    const given = {
      askId: form.ask!,
      shownHash: form.shown!,
      name: 'Cora',
      role: 'eigenaar',
      language: 'nl',
    } as const;
    const via = { ...world.scope, via: { id: world.scope.newId(), name: 'kassa' } };
    await expect(tickets.acceptResearch(via, world.contacts.cora, id, given)).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(tickets.acceptResearch(world.scope, world.staff.mila, id, given)).rejects.toMatchObject({
      name: 'NotFound',
    });
    await tickets.acceptResearch(world.scope, world.contacts.cora, id, given);
  });
});

describe('passing on', () => {
  test('goes to a budget holder with a note, whose own sign-in opens it', async () => {
    const id = await asked(world);
    const page = await choice(id, 'roos');
    expect(page).toContain('U kunt zelf niet akkoord gaan met kosten.');
    const path = `/tickets/${id}/decision/forwarding`;
    const note = 'Mag dit, Cora?';
    for (const person of [world.contacts.kees.id, world.contacts.vera.id, 'x'])
      expect((await as('roos').post(path, { person, note })).status).toBe(422);
    const form = { person: world.contacts.cora.id, note };
    expect((await as('roos').post(path, form)).status).toBe(303);
    expect((await as('roos').post(path, form)).status).toBe(422);
    const mail = (await mailsOf(id)).find(({ kind }) => kind === 'research_forwarded');
    expect(mail?.to_address).toBe('cora@example.test');
    expect(mail?.text).toContain('Mag dit, Cora?');
    expect(mail?.text).toContain(`/tickets/${id}/decision`);
    expect(await choice(id, 'roos')).toContain('Al doorgestuurd aan Cora Coördinator.');
    expect(await textOf(await as('cora').get('/costs'))).toContain(`/tickets/${id}/decision`);
    const { db } = world.scope;
    const role = (contact_role: 'coordinator' | 'reporter') =>
      db.updateTable('people').set({ contact_role }).where('id', '=', world.contacts.cora.id).execute();
    // a budget holder who does not see the ticket still reads and decides what it may cost
    await role('reporter');
    expect((await as('cora').get(`/tickets/${id}`)).status).toBe(404);
    const taken = await accept(id);
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `/tickets/${id}/decision`]);
    await role('coordinator');
    expect(await chargesOf(id)).toHaveLength(1);
  });
});

describe('dropping', () => {
  test('is for whoever may withdraw, costs nothing, and can be undone', async () => {
    const id = await asked(world);
    const path = `/tickets/${id}/decision/refusal`;
    expect((await as('kees').post(path, {})).status).toBe(404);
    expect((await as('roos').post(path, { reason: 'Te duur.' })).status).toBe(303);
    expect(await rowOf(id)).toMatchObject({ state: 'dropped', waiting_for: null });
    expect(await portal(id)).toContain('Deze melding is vervallen');
    expect((await mailed(id, 'research_declined')).join()).toContain('Te duur.');
    await tickets.reopen(world.scope, world.contacts.roos, id, { body: 'Toch graag.' });
    expect(await desk(id)).toContain('Akkoord voor onderzoek vragen</h2>');
  });

  test('by silence comes after both reminders, on the announced day', async () => {
    const id = await asked(world);
    await runTimers(world.scope);
    world.at('2026-10-21T09:31:00+02:00');
    await runTimers(world.scope);
    expect(await mailed(id, 'research_reminder')).toHaveLength(1);
    await runTimers(world.scope);
    world.at('2026-10-30T09:31:00+01:00');
    await runTimers(world.scope);
    const reminders = await mailed(id, 'research_reminder');
    expect(reminders).toHaveLength(2);
    for (const mail of reminders) expect(mail).toContain('vrijdag 13 november 2026');
    world.at('2026-11-13T09:29:00+01:00');
    await runTimers(world.scope);
    expect((await rowOf(id)).state).toBe('waiting');
    world.at('2026-11-13T09:31:00+01:00');
    await runTimers(world.scope);
    expect((await rowOf(id)).state).toBe('dropped');
    expect((await mailed(id, 'research_lapsed')).join()).toContain('nog 14 dagen heropenen');
    expect(await portal(id)).toContain('omdat er niet gekozen werd');
    expect(await chargesOf(id)).toEqual([]);
    await tickets.reopen(world.scope, world.contacts.roos, id, { body: 'Wij waren op vakantie.' });
  });
});

describe('the work', () => {
  const act = (id: string, name: string, form: Record<string, string> = {}) =>
    sam().post(`/desk/tickets/${id}/${name}`, form);
  const minutes = async (id: string) =>
    (
      await world.scope.db
        .selectFrom('research_stretches')
        .select('minutes')
        .where('ticket_id', '=', id)
        .orderBy('began_at')
        .execute()
    ).map((row) => row.minutes);

  test('is refused before the client agreed, and timed once they did', async () => {
    const id = await uncovered(world);
    expect((await act(id, 'research')).status).toBe(409);
    await tickets.askResearch(world.scope, world.staff.sam, id, { explanation: 'Uitleg', feeCents: 4500 });
    expect((await act(id, 'research')).status).toBe(409);
    await accept(id);
    expect((await act(id, 'research')).status).toBe(303);
    expect((await act(id, 'research')).status).toBe(409);
    const other = await asked(world);
    await accept(other);
    const elsewhere = await act(other, 'research');
    expect(elsewhere.status).toBe(409);
    expect(await elsewhere.text()).toContain('Pauzeer die eerst.');
    world.at('2026-10-16T09:42:00+02:00');
    expect((await act(id, 'research-pause')).status).toBe(303);
    expect((await act(id, 'research-pause')).status).toBe(409);
    expect(await minutes(id)).toEqual([12]);
    world.at('2026-10-16T10:00:00+02:00');
    await act(id, 'research');
    world.at('2026-10-16T10:11:00+02:00');
    await runTimers(world.scope);
    expect(await mailed(id, 'research_time')).toEqual([]);
    world.at('2026-10-16T10:12:00+02:00');
    await runTimers(world.scope);
    await runTimers(world.scope);
    expect(await mailed(id, 'research_time')).toHaveLength(1);
    const page = await desk(id);
    expect(page).toContain('De tijd voor het onderzoek raakt op.');
    expect(page).toContain('24 van 30 minuten');
    expect((await act(id, 'research-conclusion', { found: '', atHand: 'yes' })).status).toBe(422);
    expect((await act(id, 'research-conclusion', { found: 'Een oude sleutel.', atHand: 'yes' })).status).toBe(
      303,
    );
    expect(await rowOf(id)).toMatchObject({ at_hand: true, state: 'picked_up' });
    expect(await chargesOf(id)).toMatchObject([{ state: 'done' }]);
    expect((await mailed(id, 'research_concluded'))[0]).toContain('zonder verdere kosten');
    expect(await minutes(id)).toEqual([12, 12]);
    expect((await act(id, 'research')).status).toBe(409);
    const [first] = await world.scope.db
      .selectFrom('research_stretches')
      .select('id')
      .where('ticket_id', '=', id)
      .orderBy('began_at')
      .execute();
    const correction = { stretch: first!.id, minutes: '9', reason: 'Telefoon tussendoor' };
    expect((await act(id, 'research-minutes', { ...correction, minutes: '-1' })).status).toBe(422);
    expect((await act(id, 'research-minutes', { ...correction, stretch: id })).status).toBe(422);
    expect((await act(id, 'research-minutes', correction)).status).toBe(303);
    expect(await desk(id)).toContain('21 van 30 minuten');
    expect(await portal(id)).not.toContain('Telefoon');
  });

  test('that finds more to do leads to a quote', async () => {
    const id = await asked(world);
    await accept(id);
    expect((await act(id, 'research-conclusion', { found: 'x', atHand: 'no' })).status).toBe(409);
    await act(id, 'research');
    await act(id, 'research-conclusion', { found: 'De hele module moet om.', atHand: 'no' });
    const page = await desk(id);
    expect(page).toContain('Eerst een begroting</h2>');
    expect(page).toContain(`action="/desk/tickets/${id}/quotes"`);
    expect(await portal(id)).toContain('De hele module moet om.');
  });

  test('begins without asking under a care plan, and stops when the ticket leaves the desk', async () => {
    const { scope, staff, sites } = world;
    const plan = { plan: 'Plus', priceCents: 4500, from: '2026-01-01', to: '2026-12-31' };
    await addContract(scope, staff.mila, sites.site, { kind: 'care_plan', ...plan });
    const { id } = await reportOn(world, sites.site);
    await tickets.pickUp(scope, staff.sam, id);
    expect((await act(id, 'research')).status).toBe(409);
    const unjudged = { kind: 'defect', deliveryId: '', atHand: '', causeOutside: '' };
    await act(id, 'findings', { ...unjudged, directlySolvable: 'no' });
    expect(await desk(id)).toContain('Start onderzoek');
    await act(id, 'research');
    world.at('2026-10-16T09:40:00+02:00');
    await tickets.ask(scope, staff.sam, id, { body: 'Welke browser?' });
    expect(await minutes(id)).toEqual([10]);
    await tickets.addMessage(scope, world.contacts.roos, id, { body: 'Firefox' });
    await act(id, 'hand-over', { whatChanged: 'De sleutel', howToTest: 'Druk' });
    expect(await rowOf(id)).toMatchObject({ at_hand: true, state: 'testing' });
    expect(await chargesOf(id)).toEqual([]);
  });

  test('that never began is not paid for, and what began is', async () => {
    const [never, began] = [await asked(world), await asked(world)];
    await accept(never);
    await accept(began);
    await act(began, 'research');
    for (const id of [never, began])
      await tickets.withdraw(world.scope, world.contacts.roos, id, { reason: 'Laat maar.' });
    expect(await chargesOf(never)).toMatchObject([{ state: 'waived' }]);
    expect(await chargesOf(began)).toMatchObject([{ state: 'done' }]);
    await tickets.reopen(world.scope, world.contacts.roos, began, { body: 'Toch.' });
    expect((await act(began, 'research')).status).toBe(303);
    await act(began, 'research-pause');
  });
});

test('where the agency was the cause, one act gives the fee back and the rest is free', async () => {
  const id = await asked(world);
  const path = `/desk/tickets/${id}/research-credit`;
  const reason = 'Onze update van vorige week brak de koppeling.';
  expect((await sam().post(path, { reason })).status).toBe(409);
  await accept(id);
  expect((await sam().post(path, { reason: ' ' })).status).toBe(422);
  expect((await sam().post(path, { reason })).status).toBe(303);
  expect((await sam().post(path, { reason })).status).toBe(409);
  expect(await chargesOf(id)).toMatchObject([{ state: 'credited', ended_reason: reason }]);
  const seen = await portal(id);
  expect(seen).toContain(reason);
  expect(seen).toContain('Wij nemen deze melding voor onze rekening');
  expect((await mailed(id, 'research_credited'))[0]).toContain('Wij waren zelf de oorzaak.');
  expect((await sam().post(`/desk/tickets/${id}/research`)).status).toBe(303);
  await sam().post(`/desk/tickets/${id}/research-pause`);
});

test('in English it says the same', async () => {
  const { db } = world.scope;
  const speak = (language: 'en' | 'nl') =>
    db.updateTable('people').set({ language }).where('id', '=', world.contacts.cora.id).execute();
  const id = await asked(world);
  await speak('en');
  const page = await choice(id);
  expect(page).toContain('Research costs €45.00 excluding VAT. With 21% VAT that is €54.45.');
  expect((await accept(id)).status).toBe(303);
  const evidence = await db
    .selectFrom('acceptances')
    .select(['language', 'shown'])
    .where('ticket_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(evidence.language).toBe('en');
  expect(plain(evidence.shown)).toContain('On behalf of Bakkerij De Proef I agree to research');
  await speak('nl');
});
