import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Scope } from '#db/scope.ts';
import { Conflict, Invalid, NotFound } from '#lib/errors.ts';
import { type Cast, seedCast } from '../../test/cast.ts';
import { openTestDatabase } from '../../test/database.ts';
import { canSee } from './policy.ts';
import { findTicket } from './queries.ts';
import { publicStory, wholeStory } from './story.ts';
import type { Ticket } from './ticket.ts';
import {
  addMessage,
  addNote,
  adjustPriority,
  ask,
  assign,
  drop,
  enterAnswer,
  failTest,
  giveAnswer,
  handOver,
  moveExpected,
  passTest,
  pickUp,
  refuse,
  release,
  reopen,
  reply,
  reportFor,
  reportTicket,
  signOff,
  withdraw,
} from './tickets.ts';
import { recomputeOpenTickets, runTimers } from './timers.ts';

let scope: Scope;
let cast: Cast;
let close: () => Promise<void>;
let now = new Date();
const at = (moment: string) => {
  now = new Date(moment);
};

beforeAll(async () => {
  const database = await openTestDatabase();
  close = database.close;
  scope = {
    db: database.db,
    now: () => now,
    newId: () => crypto.randomUUID(),
    enqueue: async () => {},
    baseUrl: 'http://nazorg.test',
    delivers: false,
  };
  at('2026-10-16T09:30:00+02:00');
  cast = await seedCast(scope);
});
afterAll(() => close());
beforeEach(() => at('2026-10-16T09:30:00+02:00'));

const report = (over: Partial<Parameters<typeof reportTicket>[2]> = {}) =>
  reportTicket(scope, cast.contacts.roos, {
    siteId: cast.sites.shop,
    subject: 'Afrekenen lukt niet',
    did: 'Ik legde een taart in de mand en koos betalen.',
    happened: 'Er kwam een wit scherm.',
    expected: '',
    urgency: 'high',
    impact: 'large',
    ...over,
  });

const mailsOf = (ticket: Ticket) =>
  scope.db
    .selectFrom('mails')
    .select(['kind', 'to_name', 'subject', 'text', 'message_id', 'in_reply_to', 'reference_ids'])
    .where('ticket_id', '=', ticket.id)
    .orderBy('created_at')
    .execute();

const kindsOf = async (ticket: Ticket) =>
  (await mailsOf(ticket)).map(({ kind, to_name }) => `${kind} → ${to_name.split(' ')[0]}`);

async function delivered(): Promise<Ticket> {
  const { id } = await report();
  const { sam, dani } = cast.staff;
  await pickUp(scope, sam, id);
  await handOver(scope, sam, id, { whatChanged: 'Betaalknop hersteld', howToTest: 'Reken een taart af' });
  await passTest(scope, dani, id);
  return release(scope, sam, id, { body: 'Er staat een nieuwe versie online.' });
}

describe('from report to sign-off', () => {
  test('each step has its who, its when, its state and its mail', async () => {
    const ticket = await report();
    expect(ticket).toMatchObject({ state: 'reported', priority: 'high', agreement_version: 1 });
    expect(ticket.response_due).toEqual(new Date('2026-10-16T11:30:00+02:00'));
    expect(ticket.solution_due).toEqual(new Date('2026-10-19T09:30:00+02:00'));

    at('2026-10-16T10:00:00+02:00');
    const picked = await pickUp(scope, cast.staff.sam, ticket.id);
    expect(picked).toMatchObject({ state: 'picked_up', assignee_id: cast.staff.sam.id });
    expect(picked.expected_at).toEqual(ticket.solution_due);
    expect(picked.response_met_at).toEqual(now);

    at('2026-10-16T14:00:00+02:00');
    await handOver(scope, cast.staff.sam, ticket.id, { whatChanged: 'Knop', howToTest: 'Afrekenen' });
    await expect(passTest(scope, cast.staff.sam, ticket.id)).rejects.toMatchObject({
      reason: 'solver_may_not_test',
    });
    await expect(release(scope, cast.staff.sam, ticket.id, { body: 'x' })).rejects.toMatchObject({
      reason: 'not_tested',
    });
    const failed = await failTest(scope, cast.staff.dani, ticket.id, { reason: 'Op de telefoon nog wit' });
    expect(failed.state).toBe('picked_up');
    await handOver(scope, cast.staff.sam, ticket.id, { whatChanged: 'Knop', howToTest: 'Telefoon' });
    await passTest(scope, cast.staff.dani, ticket.id);
    const online = await release(scope, cast.staff.sam, ticket.id, { body: 'Nieuwe versie' });
    expect(online).toMatchObject({ state: 'sign_off', next_due_at: null });
    expect(online.solution_met_at).toEqual(now);

    at('2026-10-19T09:00:00+02:00');
    const done = await signOff(scope, cast.contacts.roos, ticket.id);
    expect(done).toMatchObject({ state: 'signed_off', closed_at: now });
    expect(await kindsOf(ticket)).toEqual(
      expect.arrayContaining([
        'confirmation → Roos',
        'alert → Mila',
        'picked_up → Roos',
        'released → Roos',
        'signed_off → Roos',
      ]),
    );
  });

  test('the last row of the worked examples: the question pauses the solution clock', async () => {
    const { id } = await report();
    await pickUp(scope, cast.staff.sam, id);
    at('2026-10-16T16:00:00+02:00');
    const asked = await ask(scope, cast.staff.sam, id, { body: 'Welke browser?' });
    expect(asked).toMatchObject({ state: 'waiting', resumes_as: 'picked_up', next_due_at: null });
    at('2026-10-19T09:00:00+02:00');
    const answered = await addMessage(scope, cast.contacts.roos, id, { body: 'Firefox' });
    expect(answered.state).toBe('picked_up');
    expect(answered.solution_due).toEqual(new Date('2026-10-19T11:00:00+02:00'));
  });

  test('the promise waits along with the clock, and the reporter is told', async () => {
    const { id } = await report();
    const promised = new Date('2026-10-16T17:00:00+02:00');
    await pickUp(scope, cast.staff.sam, id, { expectedAt: promised });
    at('2026-10-16T16:00:00+02:00');
    await ask(scope, cast.staff.sam, id, { body: 'Welke browser?' });
    at('2026-10-19T09:00:00+02:00');
    const answered = await addMessage(scope, cast.contacts.roos, id, { body: 'Firefox' });
    expect(answered.expected_at).toEqual(new Date('2026-10-19T10:00:00+02:00'));
    const mail = (await mailsOf(answered)).find(({ kind }) => kind === 'expected_moved')!;
    expect(mail.text).toContain('maandag 19 oktober 2026 om 10:00');
    expect(mail.text).toContain('De klok stond stil');
  });

  test('a ticket that is withdrawn before anybody responded was not answered in time; reopened, it begins anew', async () => {
    const { id } = await report();
    at('2026-10-16T10:00:00+02:00');
    const withdrawn = await withdraw(scope, cast.contacts.roos, id, { reason: 'Het doet het weer' });
    expect(withdrawn.response_met_at).toBeNull();
    at('2026-10-20T10:00:00+02:00');
    const open = await reopen(scope, cast.contacts.roos, id, { body: 'Toch niet' });
    expect(open).toMatchObject({ state: 'reported', response_met_at: null });
    expect(open.response_due).toEqual(new Date('2026-10-20T12:00:00+02:00'));
  });

  test('a question before the pick-up returns to reported, and the ticket can be picked up meanwhile', async () => {
    const { id } = await report();
    await ask(scope, cast.staff.sam, id, { body: 'Welke pagina?' });
    expect((await pickUp(scope, cast.staff.sam, id)).state).toBe('waiting');
    await expect(pickUp(scope, cast.staff.dani, id)).rejects.toMatchObject({ reason: 'picked_up_already' });
    expect((await enterAnswer(scope, cast.staff.sam, id, { body: 'Per telefoon: de homepage' })).state).toBe(
      'picked_up',
    );
  });

  test('refused: back to solving, the clock goes on from where it stood, staff are told', async () => {
    const ticket = await delivered();
    at('2026-10-19T12:00:00+02:00');
    const refused = await refuse(scope, cast.contacts.roos, ticket.id, { body: 'Nog steeds wit' });
    expect(refused).toMatchObject({ state: 'picked_up', solution_met_at: null, delivered_at: null });
    expect(refused.solution_due).toEqual(new Date('2026-10-20T12:00:00+02:00'));
    expect(await kindsOf(ticket)).toContain('refused → Sam');
  });

  test('a sign-off of what was delivered before is not taken for what was delivered since', async () => {
    const ticket = await delivered();
    const before = { delivered: ticket.delivered_at!.toISOString() };
    at('2026-10-19T12:00:00+02:00');
    await refuse(scope, cast.contacts.roos, ticket.id, { body: 'Nog steeds wit' });
    await giveAnswer(scope, cast.staff.sam, ticket.id, { body: 'En nu?' });
    await expect(signOff(scope, cast.contacts.roos, ticket.id, before)).rejects.toMatchObject({
      reason: 'newer_delivery',
    });
    expect((await signOff(scope, cast.contacts.roos, ticket.id)).state).toBe('signed_off');
  });

  test('a priority that is adjusted keeps its start; the reporter reads the reason', async () => {
    const { id } = await report();
    at('2026-10-16T10:30:00+02:00');
    const after = await adjustPriority(scope, cast.staff.sam, id, {
      urgency: 'low',
      impact: 'medium',
      reason: 'Er is een omweg.',
    });
    expect(after.priority).toBe('low');
    expect(after.response_due).toEqual(new Date('2026-10-20T09:30:00+02:00'));
    const mail = (await mailsOf(after)).find(({ kind }) => kind === 'priority_adjusted')!;
    expect(mail.text).toContain('Er is een omweg.');
    await expect(
      adjustPriority(scope, cast.staff.sam, id, { urgency: 'low', impact: 'medium', reason: 'x' }),
    ).rejects.toMatchObject({ reason: 'same_priority' });
  });

  test('a promise is moved with a reason, never into the past, and needs a pick-up first', async () => {
    const { id } = await report();
    const expectedAt = new Date('2026-10-20T12:00:00+02:00');
    await expect(moveExpected(scope, cast.staff.sam, id, { expectedAt, reason: 'r' })).rejects.toBeInstanceOf(
      Conflict,
    );
    await pickUp(scope, cast.staff.sam, id);
    const past = { expectedAt: new Date('2026-10-16T09:00:00+02:00'), reason: 'r' };
    await expect(moveExpected(scope, cast.staff.sam, id, past)).rejects.toMatchObject({
      fields: { expectedAt: 'in_the_past' },
    });
    await moveExpected(scope, cast.staff.sam, id, { expectedAt, reason: 'De leverancier levert morgen.' });
    const mail = (await mailsOf({ id } as Ticket)).find(({ kind }) => kind === 'expected_moved')!;
    expect(mail.text).toContain('dinsdag 20 oktober 2026 om 12:00');
    expect(mail.text).toContain('De leverancier levert morgen.');
  });

  test('an answer serves where nothing has to be built, also before the pick-up', async () => {
    const { id } = await report({ urgency: 'low', impact: 'small' });
    const after = await giveAnswer(scope, cast.staff.sam, id, { body: 'Dat staat onder Instellingen.' });
    expect(after).toMatchObject({ state: 'sign_off', assignee_id: cast.staff.sam.id, response_met_at: now });
  });

  test('a ticket by phone is in the contact’s name, with who entered it in the history', async () => {
    const ticket = await reportFor(scope, cast.staff.sam, {
      siteId: cast.sites.site,
      reporterId: cast.contacts.cora.id,
      channel: 'phone',
      subject: 'Lettertype',
      did: 'a',
      happened: 'b',
      expected: '',
      urgency: 'low',
      impact: 'small',
    });
    expect(ticket).toMatchObject({ reporter_id: cast.contacts.cora.id, channel: 'phone' });
    const [first] = await publicStory(scope.db, ticket.id);
    expect(first?.by?.name).toBe('Sam Supporter');
    expect(await kindsOf(ticket)).toEqual(['confirmation → Cora']);
  });
});

describe('silence', () => {
  test('reminders after 3 and 8 working days, sign-off after 10; both say so; nothing twice', async () => {
    const ticket = await delivered();
    at('2026-10-21T09:29:00+02:00');
    await runTimers(scope);
    expect(await kindsOf(ticket)).not.toContain('reminder → Roos');
    at('2026-10-21T09:31:00+02:00');
    await runTimers(scope);
    await runTimers(scope);
    expect((await kindsOf(ticket)).filter((kind) => kind.startsWith('reminder'))).toHaveLength(1);
    const reminder = (await mailsOf(ticket)).find(({ kind }) => kind === 'reminder')!;
    expect(reminder.text).toContain('vrijdag 30 oktober 2026 om 09:30');
    at('2026-10-28T10:00:00+01:00');
    await runTimers(scope);
    expect((await kindsOf(ticket)).filter((kind) => kind.startsWith('reminder'))).toHaveLength(2);
    at('2026-10-30T09:31:00+01:00');
    await runTimers(scope);
    const row = await findTicket(scope.db, cast.staff.sam, ticket.id);
    expect(row.state).toBe('signed_off');
    expect(await kindsOf(ticket)).toContain('signed_off_by_silence → Roos');
  });

  test('a message while it waits for sign-off does not remind anew', async () => {
    const ticket = await delivered();
    at('2026-10-21T10:00:00+02:00');
    await runTimers(scope);
    await reply(scope, cast.staff.sam, ticket.id, { body: 'Lukt het?' });
    await runTimers(scope);
    expect((await kindsOf(ticket)).filter((kind) => kind.startsWith('reminder'))).toHaveLength(1);
  });

  test('reopened within 14 days, by the end of the day; afterwards a new, linked ticket', async () => {
    const ticket = await delivered();
    at('2026-10-16T15:00:00+02:00');
    await signOff(scope, cast.contacts.roos, ticket.id);
    at('2026-10-31T00:00:00+01:00');
    await expect(reopen(scope, cast.contacts.roos, ticket.id, { body: 'Toch niet' })).rejects.toMatchObject({
      reason: 'too_late_to_reopen',
    });
    at('2026-10-30T23:59:00+01:00');
    const open = await reopen(scope, cast.contacts.roos, ticket.id, { body: 'Toch niet' });
    expect(open).toMatchObject({ state: 'picked_up', closed_at: null, solution_met_at: null });
    await drop(scope, cast.staff.sam, ticket.id, { reason: 'Dubbel gemeld' });
    at('2027-01-10T12:00:00+01:00');
    const next = await report({ followsId: ticket.id });
    expect(next.follows_id).toBe(ticket.id);
    expect((await publicStory(scope.db, ticket.id)).at(-1)).toMatchObject({
      type: 'followed_up',
      data: { by: next.id },
    });
  });
});

describe('warnings', () => {
  test('at 75 % the assignee, at 100 % the managers as well, each once', async () => {
    const { id } = await report({ urgency: 'medium', impact: 'medium' });
    await pickUp(scope, cast.staff.sam, id);
    const ticket = { id } as Ticket;
    const warnings = async () => (await kindsOf(ticket)).filter((kind) => kind.startsWith('warning'));
    at('2026-10-20T16:59:00+02:00');
    await runTimers(scope);
    expect(await warnings()).toEqual(['warning_solution → Sam']);
    at('2026-10-21T09:31:00+02:00');
    await runTimers(scope);
    await runTimers(scope);
    expect((await warnings()).sort()).toEqual([
      'warning_solution → Mila',
      'warning_solution → Sam',
      'warning_solution → Sam',
    ]);
  });

  test('a run that comes late, at night, waits for the opening', async () => {
    const { id } = await report({ urgency: 'medium', impact: 'medium' });
    at('2026-10-17T23:00:00+02:00');
    await runTimers(scope);
    expect((await kindsOf({ id } as Ticket)).filter((kind) => kind.startsWith('warning'))).toEqual([]);
    at('2026-10-19T08:30:00+02:00');
    await runTimers(scope);
    expect((await kindsOf({ id } as Ticket)).filter((kind) => kind.startsWith('warning'))).toEqual([
      'warning_response → Mila',
    ]);
  });

  test('everyone on duty is alerted of a high one at once, at night as well', async () => {
    await scope.db
      .insertInto('duty')
      .values([{ person_id: cast.staff.sam.id }, { person_id: cast.staff.dani.id }])
      .execute();
    at('2026-10-17T03:00:00+02:00');
    const ticket = await report();
    await scope.db.deleteFrom('duty').execute();
    expect((await kindsOf(ticket)).filter((kind) => kind.startsWith('alert')).sort()).toEqual([
      'alert → Dani',
      'alert → Sam',
    ]);
  });
});

describe('who may', () => {
  test('a stranger finds nothing, whatever the step', async () => {
    const { id } = await report();
    const { vera } = cast.contacts;
    await expect(addMessage(scope, vera, id, { body: 'x' })).rejects.toBeInstanceOf(NotFound);
    await expect(signOff(scope, vera, id)).rejects.toBeInstanceOf(NotFound);
    await expect(withdraw(scope, vera, id, { reason: 'x' })).rejects.toBeInstanceOf(NotFound);
    await expect(findTicket(scope.db, vera, id)).rejects.toBeInstanceOf(NotFound);
  });

  test('a contact takes no step of the agency', async () => {
    const { id } = await report();
    const { roos } = cast.contacts;
    await expect(pickUp(scope, roos, id)).rejects.toBeInstanceOf(NotFound);
    await expect(addNote(scope, roos, id, { body: 'x' })).rejects.toBeInstanceOf(NotFound);
    await expect(assign(scope, roos, id, { assigneeId: null })).rejects.toBeInstanceOf(NotFound);
  });

  test('a colleague sees the chosen sites, may add, but the reporter or a coordinator signs off', async () => {
    const ticket = await delivered();
    await addMessage(scope, cast.contacts.kees, ticket.id, { body: 'Bij mij werkt het' });
    await expect(signOff(scope, cast.contacts.kees, ticket.id)).rejects.toBeInstanceOf(NotFound);
    expect((await signOff(scope, cast.contacts.cora, ticket.id)).state).toBe('signed_off');
    const elsewhere = await report({ siteId: cast.sites.site });
    await expect(findTicket(scope.db, cast.contacts.kees, elsewhere.id)).rejects.toBeInstanceOf(NotFound);
  });

  test('lists and pages show to each exactly what the policy allows', async () => {
    const tickets = [await report(), await report({ siteId: cast.sites.site })];
    tickets.push(
      await reportTicket(scope, cast.contacts.vera, {
        siteId: cast.sites.foreign,
        subject: 'Fiets',
        did: 'a',
        happened: 'b',
        expected: '',
        urgency: 'low',
        impact: 'small',
      }),
    );
    for (const person of [...Object.values(cast.contacts), ...Object.values(cast.staff)]) {
      for (const ticket of tickets) {
        const found = await findTicket(scope.db, person, ticket.id).then(
          () => true,
          () => false,
        );
        expect(found, `${person.name} and ${ticket.subject}`).toBe(canSee(person, ticket));
      }
    }
  });

  test('a note is in the story of staff and in nothing that a client reads', async () => {
    const ticket = await report();
    await addNote(scope, cast.staff.sam, ticket.id, { body: 'Klant belt vaak' });
    const whole = await wholeStory(scope.db, cast.staff.sam, ticket.id);
    expect(whole.at(-1)).toMatchObject({ internal: true, note: 'Klant belt vaak' });
    const open = await wholeStory(scope.db, cast.contacts.roos, ticket.id);
    expect(JSON.stringify(open)).not.toContain('belt vaak');
    expect((await mailsOf(ticket)).map(({ text }) => text).join()).not.toContain('belt vaak');
  });

  test('a ticket on somebody else’s site is not taken', async () => {
    await expect(report({ siteId: cast.sites.foreign })).rejects.toBeInstanceOf(Invalid);
  });
});

test('two people taking the same step at once: one does, the other is told what happened', async () => {
  const { id } = await report();
  const both = await Promise.allSettled([
    pickUp(scope, cast.staff.sam, id),
    pickUp(scope, cast.staff.dani, id),
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refused = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(refused.reason).toMatchObject({ reason: 'moved_on', data: { state: 'picked_up' } });
});

test('an exception in office hours moves the open tickets, and only their clocks', async () => {
  const { id } = await report({ urgency: 'medium', impact: 'medium' });
  const { agreement } = (
    await import('#settings/office.ts').then(({ loadOffice }) => loadOffice(scope.db))
  ).inForce(now);
  const exceptions = [{ date: '2026-10-19', hours: [] }];
  const document = { ...agreement, calendar: { ...agreement.calendar, exceptions } };
  await scope.db
    .insertInto('agreements')
    .values({ valid_from: '2026-10-17', document: JSON.stringify(document), created_at: now })
    .execute();
  await recomputeOpenTickets(scope);
  const row = await findTicket(scope.db, cast.staff.sam, id);
  await scope.db.deleteFrom('agreements').where('version', '>', 1).execute();
  expect(row.solution_due).toEqual(new Date('2026-10-22T09:30:00+02:00'));
  expect(row.agreement_version).toBe(1);
});

test('every mail of a ticket hangs on one thread, each with an id of its own', async () => {
  const ticket = await delivered();
  const mails = (await mailsOf(ticket)).filter(({ to_name }) => to_name.startsWith('Roos'));
  expect(new Set(mails.map(({ in_reply_to }) => in_reply_to)).size).toBe(1);
  expect(new Set(mails.map(({ message_id }) => message_id)).size).toBe(mails.length);
  expect(mails.every(({ in_reply_to, reference_ids }) => reference_ids[0] === in_reply_to)).toBe(true);
});
