import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '#api/tokens.ts';
import type { Person } from '#lib/actor.ts';
import * as tickets from '#tickets/tickets.ts';
import { createWorld, type World } from '../../test/world.ts';

let world: World;
const friday = '2026-10-16T09:30:00+02:00';

beforeAll(async () => {
  world = await createWorld({ now: friday });
});
afterAll(() => world.close());

const report = (
  subject: string,
  over: Partial<Parameters<typeof tickets.reportTicket>[2]> = {},
  who = world.contacts.roos,
) =>
  tickets.reportTicket(world.scope, who, {
    siteId: who === world.contacts.vera ? world.sites.foreign : world.sites.shop,
    subject,
    did: 'Iets.',
    happened: 'Iets anders.',
    expected: '',
    urgency: 'low',
    impact: 'small',
    ...over,
  });

/** The whole page of a search by this person, who gets an answer. */
async function pageOf(q: string, person: Person, more = ''): Promise<string> {
  const root = person.kind === 'staff' ? '/desk/search' : '/search';
  const answer = await world.as(person).get(`${root}?q=${encodeURIComponent(q)}${more}`);
  expect(answer.status, q).toBe(200);
  return answer.text();
}

/** The subjects of the tickets that this person finds, in their order, and as plain text. */
async function found(q: string, person: Person = world.staff.sam, more = ''): Promise<string[]> {
  const html = await pageOf(q, person, more);
  return [...html.matchAll(/href="(?:\/desk)?\/tickets\/[0-9a-f-]{36}"[^>]*>([\s\S]*?)<\/a>/g)].map(
    ([, subject]) => subject!.replace(/<\/?mark[^>]*>/g, ''),
  );
}

/** What is marked on a page. */
const marks = (html: string): string[] =>
  [...html.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)].map(([, text]) => text!);

describe('words are found', () => {
  beforeAll(async () => {
    await report('Bestellingen komen dubbel binnen');
    await report('The orders page crashes');
    await report('Café-menu één toont geen crème brûlée');
    await report('Formulier', { did: 'Ik opende de afrekenpagina.', happened: 'Toen werd ALLES wit.' });
    const talked = await report('Gesprek');
    await tickets.reply(world.scope, world.staff.sam, talked.id, { body: 'Het certificaat is verlopen.' });
    await tickets.addNote(world.scope, world.staff.dani, talked.id, {
      body: 'Hostingpartij Zwartkijker gebeld.',
    });
  });

  test.each([
    ['bestelling', 'Bestellingen komen dubbel binnen'],
    ['BESTELLINGEN', 'Bestellingen komen dubbel binnen'],
    ['order crash', 'The orders page crashes'],
    ['crashing', 'The orders page crashes'],
    ['cafe creme brulee', 'Café-menu één toont geen crème brûlée'],
    ['CAFÉ', 'Café-menu één toont geen crème brûlée'],
    ['cafe\u0301', 'Café-menu één toont geen crème brûlée'],
    ['wit', 'Formulier'],
    ['certificaten', 'Gesprek'],
    ['certif', 'Gesprek'],
    ['zwartkijker', 'Gesprek'],
    // in the middle of a word, as Dutch puts words together
    ['menu één', 'Café-menu één toont geen crème brûlée'],
    // one word in the subject, the other in a message or a note
    ['gesprek certificaat', 'Gesprek'],
    ['certificaat zwartkijker', 'Gesprek'],
    // words that hold a sentence together are not asked for
    ['de bestelling van het', 'Bestellingen komen dubbel binnen'],
  ])('%s', async (q, subject) => {
    expect(await found(q)).toEqual([subject]);
  });

  test('not by a word that is nowhere beside one that is', async () => {
    expect(await found('bestelling onvindbaar')).toEqual([]);
  });

  test('in spite of slips of the keyboard, and it is said', async () => {
    for (const [slip, meant] of [
      ['bestelingen', 'bestellingen'],
      ['crahses', 'crashes'],
      ['formulior', 'formulier'],
    ] as const) {
      expect(await found(slip), slip).toHaveLength(1);
      expect(await pageOf(slip, world.staff.sam)).toContain(`voor «${meant}»`);
    }
  });

  test('within a longer word of a subject', async () => {
    await report('Betaalprovider weigert');
    expect(await found('provider')).toEqual(['Betaalprovider weigert']);
  });

  test('with what was meant marked in the text, whatever its form', async () => {
    expect(marks(await pageOf('bestelling', world.staff.sam))).toEqual(['Bestellingen']);
    expect(marks(await pageOf('certificaten', world.staff.sam))).toContain('certificaat');
    expect(marks(await pageOf('creme', world.staff.sam))).toEqual(['crème']);
  });

  test('after a ticket was changed as well as when it was reported', async () => {
    const changed = await report('Oud onderwerpje');
    await world.scope.db
      .updateTable('tickets')
      .set({ subject: 'Vernieuwde titel' })
      .where('id', '=', changed.id)
      .execute();
    expect(await found('vernieuwde')).toEqual(['Vernieuwde titel']);
    expect(await found('onderwerpje')).toEqual([]);
  });

  test('of a text that holds more different words than can be kept, by its beginning', async () => {
    // letters of three bytes each: more than a megabyte of different words
    const syllable = (n: number) => String.fromCodePoint(0xac00 + (Math.trunc(n) % 11_000));
    const words = Array.from(
      { length: 75_000 },
      (_, n) => syllable(n) + syllable(n / 11_000) + syllable(n * 7),
    );
    const [did, happened, expected] = [0, 1, 2].map((part) =>
      words.slice(part * 25_000, (part + 1) * 25_000).join(' '),
    ) as [string, string, string];
    await report('Heel veel woorden', { did: `Beginwoord ${did}`, happened, expected });
    expect(await found('beginwoord')).toEqual(['Heel veel woorden']);
  });
});

describe('the likeliest stands first', () => {
  test('an exact number, even of a ticket that has ended', async () => {
    const ended = await report('Afgedaan');
    await tickets.drop(world.scope, world.staff.sam, ended.id, { reason: 'Dubbel.' });
    await report(`Gaat over ${ended.number}`);
    expect((await found(String(ended.number)))[0]).toBe('Afgedaan');
    expect((await found(`#${ended.number}`))[0]).toBe('Afgedaan');
  });

  test('a subject before a text, what is open before what has ended, the recent before the old', async () => {
    world.at('2025-01-06T10:00:00+01:00');
    await report('Kanarie van lang geleden');
    world.at(friday);
    await report('Ander onderwerp', { did: 'Over een kanarie.' });
    const ended = await report('Kanarie die is weggevlogen');
    await tickets.drop(world.scope, world.staff.sam, ended.id, { reason: 'Weg.' });
    await report('Kanarie die zingt');
    expect(await found('kanarie')).toEqual([
      'Kanarie die zingt',
      'Kanarie die is weggevlogen',
      'Kanarie van lang geleden',
      'Ander onderwerp',
    ]);
  });
});

describe('what is found can be narrowed', () => {
  beforeAll(async () => {
    await report('Giraffe eet bladeren');
    await report('Giraffe slaapt', { siteId: world.sites.site, urgency: 'high', impact: 'large' });
    const ended = await report('Giraffe weg', {}, world.contacts.vera);
    await tickets.drop(world.scope, world.staff.sam, ended.id, { reason: 'Weg.' });
  });

  test('by state, priority, client and site, in the address', async () => {
    const narrowed = async (more: string) => (await found('giraffe', world.staff.sam, more)).sort();
    expect(await narrowed('')).toEqual(['Giraffe eet bladeren', 'Giraffe slaapt', 'Giraffe weg']);
    expect(await narrowed('&open=yes')).toEqual(['Giraffe eet bladeren', 'Giraffe slaapt']);
    expect(await narrowed('&open=no')).toEqual(['Giraffe weg']);
    expect(await narrowed('&priority=high')).toEqual(['Giraffe slaapt']);
    expect(await narrowed(`&organisation=${world.organisations.foreign}`)).toEqual(['Giraffe weg']);
    expect(await narrowed(`&site=${world.sites.site}`)).toEqual(['Giraffe slaapt']);
    expect(await narrowed('&open=maybe&priority=top&site=1&page=x')).toHaveLength(3);
  });

  test('says how many each filter leaves, and the way back', async () => {
    const all = await pageOf('giraffe', world.staff.sam);
    expect(all).toContain('href="/desk/search?q=giraffe&amp;open=no"');
    const narrowed = await pageOf('giraffe', world.staff.sam, '&open=no');
    expect(narrowed).toContain('Afgesloten, filter weghalen');
    const none = await pageOf('giraffe', world.staff.sam, '&open=no&priority=high');
    expect(none).toContain('met deze filters');
    expect(none).toContain('Zoeken zonder filters');
  });

  test('a client sees what runs and what is done', async () => {
    expect(await found('giraffe', world.contacts.cora, '&open=no')).toEqual([]);
    expect(await found('giraffe', world.contacts.vera, '&open=no')).toEqual(['Giraffe weg']);
  });

  test('and where there is nothing to choose from, no filters are offered', async () => {
    expect(await found('giraffe slaapt')).toEqual(['Giraffe slaapt']);
    expect(await pageOf('giraffe slaapt', world.staff.sam)).not.toContain('Filters');
    expect(await pageOf('giraffe', world.staff.sam)).toContain('Filters');
    // a chosen one stays, as the way back
    expect(await pageOf('giraffe slaapt', world.staff.sam, '&open=yes')).toContain('Filters');
  });
});

describe('clients, sites and people', () => {
  test('are found by name and address, and lead to their pages', async () => {
    await sql`update sites set addresses = '{https://www.deproefwinkel.example}' where id = ${world.sites.shop}`.execute(
      world.scope.db,
    );
    const sam = world.staff.sam;
    expect(await pageOf('fietsen elders', sam)).toContain(
      `/desk/organisations/${world.organisations.foreign}`,
    );
    expect(await pageOf('deproefwinkel', sam)).toContain(`/desk/sites/${world.sites.shop}`);
    expect(await pageOf('coordinator', sam)).toContain(`/desk/people/${world.contacts.cora.id}`);
    expect(await pageOf('kees@example.test', sam)).toContain(`/desk/people/${world.contacts.kees.id}`);
    expect(await pageOf('coordinatro', sam)).toContain(`/desk/people/${world.contacts.cora.id}`);
  });

  test('by short words only where one begins, by longer ones anywhere in it', async () => {
    const cora = `/desk/people/${world.contacts.cora.id}`;
    for (const q of ['co', 'coo', 'ordin']) expect(await pageOf(q, world.staff.sam), q).toContain(cora);
    for (const q of ['ra', 'oor']) expect(await pageOf(q, world.staff.sam), q).not.toContain(cora);
  });

  test('lead to their tickets, also together with a word', async () => {
    await report('Zonnebloem verwelkt', {}, world.contacts.vera);
    await report('Zonnebloem bloeit');
    expect(await found('elders zonnebloem')).toEqual(['Zonnebloem verwelkt']);
    expect(await found('zonnebloem vreemd')).toEqual(['Zonnebloem verwelkt']);
    expect(await found('zonnebloem webshop')).toEqual(['Zonnebloem bloeit']);
  });

  test('are not shown to clients', async () => {
    for (const q of ['bakkerij', 'cora', 'sam', 'elders', 'example'])
      expect(await pageOf(q, world.contacts.cora)).not.toMatch(/\/desk\/|example\.test|Fietsen Elders/);
  });
});

describe('everybody finds what they may see, and nothing else', () => {
  beforeAll(async () => {
    const { roos, cora, vera } = world.contacts;
    const own = await report('Pinguin van Roos');
    await tickets.reply(world.scope, world.staff.sam, own.id, { body: 'De ijsberg smelt.' });
    await tickets.addNote(world.scope, world.staff.sam, own.id, {
      body: 'Klant is een wanbetalerskwestie, niet hardop zeggen.',
    });
    await report('Pinguin van Cora op de website', { siteId: world.sites.site }, cora);
    await report('Pinguin van Cora in de webshop', {}, cora);
    await report('Pinguin bij de fietsen', {}, vera);
    expect(own.reporter_id).toBe(roos.id);
  });

  test('by role', async () => {
    const { roos, kees, cora, vera } = world.contacts;
    const sorted = async (person: Person) => (await found('pinguin', person)).sort();
    expect(await sorted(roos)).toEqual(['Pinguin van Roos']);
    expect(await sorted(kees)).toEqual(['Pinguin van Cora in de webshop', 'Pinguin van Roos']);
    expect(await sorted(cora)).toHaveLength(3);
    expect(await sorted(vera)).toEqual(['Pinguin bij de fietsen']);
    for (const person of Object.values(world.staff)) expect(await sorted(person)).toHaveLength(4);
  });

  test('a stranger finds nothing by number, word, beginning or slip', async () => {
    const { id, number } = await report('Stokstaartje alleen van Roos');
    for (const q of [
      `${number}`,
      `#${number}`,
      'stokstaartje',
      'stokst',
      'stokstaatje',
      'staart',
      'ijsberg',
    ]) {
      const html = await pageOf(q, world.contacts.vera);
      expect(html, q).not.toContain(id);
      // not even as what may have been meant
      expect(html.replaceAll(q, '').replaceAll(encodeURIComponent(q), ''), q).not.toMatch(
        /stokstaartje|ijsberg|Roos/i,
      );
    }
  });

  test('clients never find by a note: not by its words, their beginnings, parts or slips', async () => {
    for (const person of Object.values(world.contacts))
      for (const q of [
        'wanbetalerskwestie',
        'wanbetal',
        'wanbetalerskwesties',
        'wanbetalerskwestei',
        'betalers',
        'hardop',
        'pinguin hardop',
      ]) {
        const html = await pageOf(q, person);
        expect(await found(q, person), `${person.name}: ${q}`).toEqual([]);
        expect(html.replaceAll(q, '').replaceAll(encodeURIComponent(q), ''), q).not.toMatch(
          /wanbetal|hardop/i,
        );
      }
    // what is found otherwise does not show it either
    for (const q of ['pinguin', 'ijsberg', 'roos'])
      expect(await pageOf(q, world.contacts.cora)).not.toMatch(/wanbetal|notitie/i);
    expect(await pageOf('wanbetalerskwestie', world.staff.sam)).toContain('Interne notitie');
  });

  test('whoever is not signed in signs in first, and staff are led to their own search', async () => {
    const nobody = await world.as(null).get('/search?q=pinguin');
    expect(nobody.headers.get('location')).toBe('/sign-in?next=%2Fsearch%3Fq%3Dpinguin');
    const sam = await world.as(world.staff.sam).get('/search?q=pinguin');
    expect(sam.headers.get('location')).toBe('/desk/search?q=pinguin');
    for (const path of ['/desk/search?q=pinguin', '/desk/palette?q=pinguin'])
      expect((await world.as(world.contacts.cora).get(path)).status).toBe(404);
  });
});

describe('odd input', () => {
  const odd: [name: string, q: string][] = [
    ['only operators', "& | ! ( ) : * <-> \\ '"],
    ['unbalanced', "((('a | !"],
    ['a quote', "'"],
    ['a backslash', '\\'],
    ['percent signs', '%%%'],
    ['punctuation', '?!…—«»'],
    ['NUL', '\u0000'],
    ['NUL within', 'a\u0000b'],
    ['emoji', '💥🔥'],
    ['a number that is too large', '99999999999999999999'],
    ['10,000 characters', 'a'.repeat(10_000)],
    ['10,000 characters of words', 'woord '.repeat(1_666)],
    ['10,000 different words', Array.from({ length: 2_500 }, (_, n) => n.toString(36)).join(' ')],
    ['an injection', "'; drop table tickets; --"],
    ['letters of several scripts', 'привет 你好 שלום'],
    ['a letter that unaccents into several', 'ß ﷺ ½ Æ'],
    ['combining marks only', '\u0301\u0302'],
    ['only common words', 'de het een'],
    ['white space', ' \t\n '],
  ];

  test.each(odd)('%s is answered in words, on both faces', async (_, q) => {
    for (const person of [world.staff.sam, world.contacts.cora]) {
      const began = performance.now();
      expect(await pageOf(q, person)).toMatch(
        /Niets gevonden|geen woord of nummer|elke zin|Bijvoorbeeld|melding/,
      );
      expect(performance.now() - began).toBeLessThan(5_000);
    }
    expect((await world.as(world.staff.sam).get(`/desk?words=${encodeURIComponent(q)}`)).status).toBeLessThan(
      400,
    );
    expect((await world.as(world.staff.sam).get(`/desk/palette?q=${encodeURIComponent(q)}`)).status).toBe(
      200,
    );
  });

  test.each(['%ED%A0%80', 'a%ED%B0%80b', '%', '%ff%fe', '%00'])('%s, which is no text', async (raw) => {
    for (const path of ['/desk/search', '/desk/palette', '/desk'])
      for (const name of ['q', 'words'])
        expect((await world.as(world.staff.sam).get(`${path}?${name}=${raw}`)).status).toBe(200);
    expect((await world.as(world.contacts.roos).get(`/search?q=${raw}`)).status).toBe(200);
    expect(world.faults).toEqual([]);
  });

  test('what was typed stays in the field, however long', async () => {
    const long = 'x'.repeat(9_000);
    expect(await pageOf(long, world.staff.sam)).toContain(`value="${long}"`);
    expect(await pageOf('"<b>', world.staff.sam)).toContain('value="&quot;&lt;b&gt;"');
  });

  test('too many words are said', async () => {
    expect(
      await pageOf('een twee drie vier vijf zes zeven acht negen tien elf twaalf', world.staff.sam),
    ).toContain('eerste 10 woorden');
  });
});

test('what somebody wrote is shown as text, whatever it looks like', async () => {
  const evil = await report('<script>alert(1)</script> nijlpaard <mark>', {
    did: '<img src=x onerror=alert(1)> </mark><b>nijlpaard</b> \u0001\u0002 ts_headline',
  });
  await tickets.reply(world.scope, world.staff.sam, evil.id, { body: 'nijlpaard "><svg onload=alert(2)>' });
  for (const person of [world.staff.sam, world.contacts.roos])
    for (const q of ['nijlpaard', 'script', 'onload', '<script>', 'svg onload', 'img']) {
      const html = await pageOf(q, person);
      expect(html).not.toMatch(/<script>alert|<img src=x|<svg onload|<b>nijlpaard/);
      expect(html).toContain('nijlpaard');
    }
  expect(marks(await pageOf('script', world.staff.sam))).toEqual(['script', 'script']);
});

test('more than a page of tickets is turned by its foot', async () => {
  for (let n = 0; n < 27; n++) await report(`Sprinkhaan ${n}`);
  const first = await pageOf('sprinkhaan', world.contacts.roos);
  expect(await found('sprinkhaan', world.contacts.roos)).toHaveLength(25);
  expect(first).toContain('1 tot en met 25 van 27');
  expect(first).toContain('href="/search?q=sprinkhaan&amp;page=2"');
  expect(await found('sprinkhaan', world.contacts.roos, '&page=2')).toHaveLength(2);
  expect(await pageOf('sprinkhaan', world.contacts.roos, '&page=9')).toContain(
    'Zo veel pagina’s zijn er niet',
  );
});

test('the queue is narrowed by the same words', async () => {
  const walrus = await report('Walrussen', { did: 'Op het strand.' });
  await tickets.addNote(world.scope, world.staff.sam, walrus.id, { body: 'Slagtanden meten.' });
  const ended = await report('Walrus van vroeger');
  await tickets.drop(world.scope, world.staff.sam, ended.id, { reason: 'Weg.' });
  const queue = async (query: string) => {
    const html = await (await world.as(world.staff.sam).get(`/desk?${query}`)).text();
    return [...html.matchAll(/data-row="\/desk\/tickets\/([^"]+)"/g)].map(([, id]) => id);
  };
  expect(await queue('words=walrus')).toEqual([walrus.id]);
  expect(await queue('words=walrus+strand+slagtanden')).toEqual([walrus.id]);
  expect(await queue('words=walrus&state=ended')).toEqual([ended.id]);
  expect(await queue('words=walrus&priority=high')).toEqual([]);
  expect(await queue('words=niemendal')).toEqual([]);
});

describe('the palette', () => {
  const palette = async (query: string) =>
    (await world.as(world.staff.sam).get(`/desk/palette?${query}`)).text();

  test('offers the pages before anything was typed, and what was found afterwards', async () => {
    expect(await palette('q=')).toContain('data-href="/desk/organisations"');
    const ticket = await report('Kameleon verkleurt');
    const html = await palette('q=kamel');
    expect(html).toContain(`data-href="/desk/tickets/${ticket.id}"`);
    expect(html).toContain('data-href="/desk/search?q=kamel"');
    expect(await palette('q=elders')).toContain(
      `data-href="/desk/organisations/${world.organisations.foreign}"`,
    );
    expect(await palette('q=vera')).toContain(`data-href="/desk/people/${world.contacts.vera.id}"`);
    expect(await palette(`q=${ticket.number}`)).toMatch(new RegExp(`^[\\s\\S]{0,600}${ticket.id}`));
  });

  test('offers what can be done with the ticket of the page', async () => {
    const ticket = await report('Nieuw');
    const on = (typed = '') => palette(`q=${typed}&page=${encodeURIComponent(`/desk/tickets/${ticket.id}`)}`);
    const keys = (html: string) => [...html.matchAll(/data-key="(\w)"/g)].map(([, key]) => key);
    expect(keys(await on())).toEqual(['p', 'r', 'n', 'a']);
    expect(keys(await on('notitie'))).toEqual(['n']);
    await tickets.pickUp(world.scope, world.staff.sam, ticket.id, {});
    await tickets.assign(world.scope, world.staff.sam, ticket.id, { assigneeId: world.staff.sam.id });
    expect(keys(await on())).toEqual(['r', 'n']);
    expect(keys(await palette('q=&page=/desk/tickets/x'))).toEqual([]);
  });
});

describe('the same for programs', () => {
  const ask = async (query: string, scopes: ('tickets:read' | 'tickets:internal' | 'people:read')[]) => {
    const { token } = await createToken(world.scope, world.staff.mila, {
      name: 'Koppeling',
      role: 'supporter',
      scopes,
      expiresInDays: 7,
    });
    const answer = await world.app.request(`http://nazorg.test/api/v1/search?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: answer.status, body: await answer.json() };
  };

  test('finds tickets with the text around what was sought, a page at a time', async () => {
    await report('Neushoorn rent');
    await report('Neushoorn rust');
    const first = await ask('q=neushoorns&limit=1', ['tickets:read']);
    expect(first.body.items).toHaveLength(1);
    expect(first.body.items[0]).toMatchObject({ place: 'subject', excerpt: [{ hit: false }] });
    const second = await ask(`q=neushoorns&limit=1&cursor=${first.body.next}`, ['tickets:read']);
    expect(second.body.items).toHaveLength(1);
    expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
    expect(second.body.next).toBeNull();
  });

  test('in notes only with the scope for them', async () => {
    const noted = await report('Zeepaardje');
    await tickets.addNote(world.scope, world.staff.sam, noted.id, { body: 'Onderwatergeheim.' });
    expect((await ask('q=onderwatergeheim', ['tickets:read'])).body.items).toEqual([]);
    const told = await ask('q=onderwatergeheim', ['tickets:read', 'tickets:internal']);
    expect(told.body.items[0]).toMatchObject({ id: noted.id, place: 'note' });
    expect(told.body.items[0].excerpt).toContainEqual({ text: 'Onderwatergeheim', hit: true });
  });

  test('with words about what cannot be asked', async () => {
    expect((await ask('q=', ['tickets:read'])).status).toBe(422);
    expect((await ask('', ['tickets:read'])).status).toBe(422);
    expect((await ask(`q=${'a'.repeat(501)}`, ['tickets:read'])).status).toBe(422);
    expect((await ask('q=x&cursor=abc', ['tickets:read'])).status).toBe(422);
    expect((await ask('q=x', ['people:read'])).status).toBe(403);
    expect((await ask('q=%26%7C!()', ['tickets:read'])).body).toEqual({ items: [], next: null });
  });
});
