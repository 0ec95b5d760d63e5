import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, createWorld, type World } from '../../../test/world.ts';
import * as tickets from '../tickets.ts';
import { friday } from './desk.fixture.ts';

describe('the queue', () => {
  let own: World;
  let staff: Browser;
  const numbers = async (query = '') => {
    const html = await (await staff.get(`/desk${query}`)).text();
    return [...html.matchAll(/<li data-row="[^"]*"[\s\S]*?queue-number">(\d+)</g)].map(([, number]) =>
      Number(number),
    );
  };
  const made = { late: 0, today: 0, later: 0, waiting: 0, signOff: 0, ended: 0 };

  beforeAll(async () => {
    own = await createWorld({ now: '2026-10-14T09:00:00+02:00' });
    staff = own.as(own.staff.sam);
    const { roos, vera } = own.contacts;
    const reportIn = (over: object, who = roos) =>
      tickets.reportTicket(own.scope, who, {
        siteId: who === vera ? own.sites.foreign : own.sites.shop,
        subject: 'Iets',
        did: 'x',
        happened: 'y',
        expected: '',
        urgency: 'low',
        impact: 'small',
        ...over,
      });
    const late = await reportIn({ subject: 'Te laat 100% zeker', urgency: 'high', impact: 'large' });
    const waiting = await reportIn({ subject: 'Wacht' });
    await tickets.ask(own.scope, own.staff.sam, waiting.id, { body: 'Welke?' });
    const signOff = await reportIn({ subject: 'Ter controle' });
    await tickets.giveAnswer(own.scope, own.staff.dani, signOff.id, { body: 'Zo.' });
    const ended = await reportIn({ subject: 'Vervallen zaak' });
    await tickets.drop(own.scope, own.staff.sam, ended.id, { reason: 'Dubbel.' });
    own.at(friday);
    const later = await reportIn({ subject: 'Later' }, vera);
    const today = await reportIn({ subject: 'Vandaag', urgency: 'high', impact: 'large' });
    Object.assign(made, {
      late: late.number,
      waiting: waiting.number,
      signOff: signOff.number,
      ended: ended.number,
      later: later.number,
      today: today.number,
    });
  });
  afterAll(() => own.close());

  test('shows what is due next first, in its groups, and what is with the client last', async () => {
    expect(await numbers()).toEqual([made.late, made.today, made.later, made.waiting, made.signOff]);
    const html = await (await staff.get('/desk')).text();
    const heads = [...html.matchAll(/<h2 id="group-(\w+)"/g)].map(([, group]) => group);
    expect(heads).toEqual(['late', 'today', 'later', 'with_client']);
    expect(html).toContain('nog 2 u kantoortijd');
    expect(html).toContain('kantoortijd te laat');
  });

  test('narrows by every filter, and keeps it in the address and in the form', async () => {
    const { sam, dani } = own.staff;
    await tickets.assign(own.scope, sam, (await idOf(made.today)) ?? '', { assigneeId: sam.id });
    expect(await numbers('?assignee=me')).toEqual([made.today]);
    expect(await numbers(`?assignee=${dani.id}`)).toEqual([made.signOff]);
    expect(await numbers('?assignee=none')).toEqual([made.late, made.later, made.waiting]);
    expect(await numbers(`?organisation=${own.organisations.foreign}`)).toEqual([made.later]);
    expect(await numbers(`?site=${own.sites.foreign}`)).toEqual([made.later]);
    expect(await numbers('?priority=high')).toEqual([made.late, made.today]);
    expect(await numbers('?state=sign_off')).toEqual([made.signOff]);
    expect(await numbers('?state=ended')).toEqual([made.ended]);
    expect(await numbers('?words=100%25')).toEqual([made.late]);
    expect(await numbers('?words=_')).toEqual([]);
    expect(await numbers('?words=vervallen&state=ended')).toEqual([made.ended]);
    const html = await (await staff.get('/desk?priority=high&assignee=me')).text();
    expect(html).toContain('<option value="high" selected="">');
    expect(html).toContain('href="/desk?priority=high"');
    expect(html).toContain('href="/desk?assignee=me"');
  });

  test('offers clients and sites only to whoever asks for them, and keeps the other filters', async () => {
    const { shop, foreign } = own.sites;
    const queue = await (await staff.get('/desk?assignee=me')).text();
    expect(queue).not.toContain(`<option value="${shop}"`);
    expect(queue).toContain('href="/desk/filters?assignee=me"');
    const form = await (await staff.get('/desk/filters?assignee=me')).text();
    expect(form).toContain(`<option value="${shop}"`);
    expect(form).toContain('<option value="me" selected="">');
    const narrowed = await (await staff.get(`/desk?site=${foreign}`)).text();
    expect(narrowed).toContain(`<option value="${foreign}" selected="">`);
  });

  test('takes what makes no sense in the address as not asked', async () => {
    const all = await numbers();
    for (const query of [
      '?page=0',
      '?page=x',
      '?assignee=x',
      '?site=1',
      '?priority=top',
      '?state=x',
      '?words=%00',
    ])
      expect(await numbers(query), query).toEqual(all);
    expect((await staff.get('/desk?page=99')).status).toBe(200);
  });

  test('leads straight to the ticket whose number is searched, ended or not', async () => {
    for (const words of [`${made.ended}`, `%23${made.ended}`]) {
      const answer = await staff.get(`/desk?words=${words}`);
      expect(answer.headers.get('location')).toBe(`/desk/tickets/${await idOf(made.ended)}`);
    }
    expect((await staff.get('/desk?words=999999999')).status).toBe(200);
  });

  test('says what an empty list means', async () => {
    const says = async (query: string) => (await staff.get(`/desk${query}`)).text();
    expect(await says('?priority=medium')).toContain('Geen open meldingen met deze filters.');
    expect(await says('?state=testing')).toContain('Alle filters weghalen');
    expect(await (await own.as(own.staff.mila).get('/desk?assignee=me')).text()).toContain(
      'Er staat niets op uw naam',
    );
  });

  const idOf = async (number: number) =>
    (await own.scope.db.selectFrom('tickets').select('id').where('number', '=', number).executeTakeFirst())
      ?.id;
});

test('a queue of more than a page is turned by its foot, and counts all of it', async () => {
  const many = await createWorld({ now: friday });
  for (let n = 0; n < 52; n++)
    await tickets.reportTicket(many.scope, many.contacts.roos, {
      siteId: many.sites.shop,
      subject: `Nummer ${n}`,
      did: 'x',
      happened: 'y',
      expected: '',
      urgency: 'low',
      impact: 'small',
    });
  const first = await (await many.as(many.staff.sam).get('/desk')).text();
  expect(first.match(/data-row=/g)).toHaveLength(50);
  expect(first).toContain('1 tot en met 50 van 52');
  expect(first).toContain('href="/desk?page=2"');
  const second = await (await many.as(many.staff.sam).get('/desk?page=2')).text();
  expect(second.match(/data-row=/g)).toHaveLength(2);
  expect(second).toContain('51 tot en met 52 van 52');

  // no index counts thousands at once: from a thousand on the page says that there are more
  await sql`insert into tickets overriding system value select (jsonb_populate_record(ticket,
      jsonb_build_object('id', gen_random_uuid(), 'number', 1000 + copy))).*
    from tickets as ticket, generate_series(1, 1000) as copy
    where ticket.number = (select min(number) from tickets)`.execute(many.scope.db);
  const endless = await (await many.as(many.staff.sam).get('/desk')).text();
  expect(endless).toContain('1 tot en met 50 van 999+');
  expect(endless.replace(/\s+/g, ' ')).toMatch(/<h2 id="group-[a-z]+"[^>]*>[^<]*<span[^>]*>999\+</);
  await many.close();
});

test('an office without tickets says what will come', async () => {
  const empty = await createWorld({ now: friday });
  expect(await (await empty.as(empty.staff.sam).get('/desk')).text()).toContain('Er staat niets open.');
  await empty.close();
});
