import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../../../test/world.ts';
import { giveAnswer, signOff } from '../tickets.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const form = (over: Record<string, string | string[] | File> = {}) => ({
  siteId: world.sites.shop,
  subject: 'Afrekenen lukt niet',
  did: 'Ik koos betalen.',
  happened: 'Er kwam een wit scherm.',
  expected: '',
  urgency: 'high',
  impact: 'large',
  ...over,
});
const browser = () => world.as(world.contacts.roos);
const count = async () =>
  Number(
    (
      await world.scope.db
        .selectFrom('tickets')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirst()
    )?.n,
  );
const file = (name: string, content = 'inhoud') => new File([content], name);

describe('the form', () => {
  test('asks in the words of the agreement, and names the business-critical parts', async () => {
    const page = await (await browser().get('/report')).text();
    expect(page).toContain('Wat gebeurde er vervolgens?');
    expect(page).toContain('een bedrijfskritisch onderdeel ligt helemaal stil');
    expect(page).toContain('name="part" value="afrekenen"');
    expect(page).not.toContain('Fietsen Elders');
  });

  test('does not ask for the site where there is only one', async () => {
    const page = await (await world.as(world.contacts.vera).get('/report')).text();
    expect(page).toContain(`<input type="hidden" name="siteId" value="${world.sites.foreign}"`);
    expect(page).not.toContain('<select id="siteId"');
  });

  test('tells what may be expected as a fragment, by the agreement', async () => {
    const fragment = await (await browser().get('/report/outlook?urgency=high&impact=large')).text();
    expect(fragment).not.toContain('<html');
    expect(fragment).toContain('Hoog');
    expect(fragment).toContain('vandaag 11:30');
    expect(fragment).toContain('ma 19 okt 09:30');
    const odd = await browser().get('/report/outlook?urgency=%00&impact=');
    expect(odd.status).toBe(200);
    expect(await odd.text()).toContain('Beantwoord de twee vragen');
  });

  test('says when the clock starts while the office is closed', async () => {
    world.at('2026-10-17T12:00:00+02:00');
    const fragment = await (await browser().get('/report/outlook?urgency=high&impact=large')).text();
    expect(fragment).toContain('Ons kantoor is nu dicht');
    expect(fragment).toContain('waarschuwen wij meteen wie er dienst heeft');
    world.at('2026-10-16T09:30:00+02:00');
  });

  test('shows the panel by its button, with everything kept and nothing reported', async () => {
    const before = await count();
    const answer = await browser().post('/report', form({ preview: 'yes', files: file('scherm.txt') }));
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('vandaag 11:30');
    expect(page).toContain('Ik koos betalen.');
    expect(page).toContain('scherm.txt');
    expect(page).not.toContain('Er klopt nog iets niet');
    expect(await count()).toBe(before);
  });
});

describe('a business-critical part', () => {
  const suggested = async (preview: string, over = {}) =>
    (
      await browser().post('/report', form({ part: 'afrekenen', urgency: '', impact: '', preview, ...over }))
    ).text();
  const ticked = (page: string) =>
    [...page.matchAll(/<input type="radio"[^>]*name="(urgency|impact)" value="(\w+)" checked/g)].map(
      ([, name, value]) => `${name} ${value}`,
    );

  test.each([
    ['down', 'high', 'Hoog'],
    ['partly', 'medium', 'Hoog'],
    ['around', 'low', 'Middel'],
  ])(
    'that fails as «%s» suggests urgency %s and large impact, seen before anything is sent',
    async (fit, urgency, priority) => {
      const before = await count();
      const page = await suggested(fit);
      expect(ticked(page)).toEqual([`urgency ${urgency}`, 'impact large']);
      expect(page).toContain('Klopt dat niet? Kies daar gerust iets anders.');
      expect(page.slice(page.indexOf('id="outlook"'))).toContain(priority);
      expect(await count()).toBe(before);
    },
  );

  test('is offered only for the sites that have one, and nothing is suggested by an odd answer', async () => {
    expect(await (await world.as(world.contacts.vera).get('/report')).text()).not.toContain('name="part"');
    expect(ticked(await suggested('constructor'))).toEqual([]);
  });

  test('names a report that was given no subject; its first words do otherwise', async () => {
    const subjectOf = async (over: Record<string, string>) => {
      const answer = await browser().post('/report', form({ subject: ' ', ...over }));
      const id = answer.headers.get('location')!.split('/').at(-1)!;
      const ticket = world.scope.db.selectFrom('tickets').select('subject').where('id', '=', id);
      return (await ticket.executeTakeFirstOrThrow()).subject;
    };
    expect(await subjectOf({ part: 'afrekenen' })).toBe('Afrekenen');
    expect(await subjectOf({ part: '' })).toBe('Er kwam een wit scherm');
    const long = 'De winkelmand raakt leeg zodra ik op betalen druk en daarna terugga naar het begin';
    expect(await subjectOf({ happened: long })).toBe(
      'De winkelmand raakt leeg zodra ik op betalen druk en daarna…',
    );
  });
});

describe('a report', () => {
  test('leads to its ticket and says its number and when one hears', async () => {
    const answer = await browser().post('/report', form());
    expect(answer.status).toBe(303);
    expect(decodeURIComponent(answer.headers.get('set-cookie') ?? '')).toMatch(
      /Uw melding is ontvangen en heeft nummer \d+\. U hoort uiterlijk vandaag 11:30 van ons\./,
    );
    const page = await (await browser().get(answer.headers.get('location')!)).text();
    expect(page).toContain('Wij hebben uw melding ontvangen');
  });

  test('with bad input shows everything again, files included, and takes them the next time', async () => {
    const before = await count();
    const typed = form({ did: ' ', impact: 'huge', files: file('boekhouding.csv') });
    const answer = await browser().post('/report', typed);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('Er klopt nog iets niet');
    expect(page).toContain('Er kwam een wit scherm.');
    expect(page).toContain('value="Afrekenen lukt niet"');
    expect(page).toContain('boekhouding.csv');
    expect(await count()).toBe(before);
    const kept = /name="kept" value="([^"]+)"/.exec(page)![1]!;

    const again = await browser().post('/report', form({ kept }));
    const ticket = await (await browser().get(again.headers.get('location')!)).text();
    expect(ticket).toContain(`/attachments/${kept}`);
    expect((await browser().get(`/attachments/${kept}`)).status).toBe(200);
  });

  test('sent twice makes one ticket', async () => {
    const before = await count();
    const once = crypto.randomUUID();
    const [one, two] = await Promise.all([
      browser().post('/report', form({ once })),
      browser().post('/report', form({ once })),
    ]);
    expect(one.headers.get('location')).toBe(two.headers.get('location'));
    expect(await count()).toBe(before + 1);
  });

  test('of another client’s site is refused at the field', async () => {
    const answer = await browser().post('/report', form({ siteId: world.sites.foreign }));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Maak een keuze uit de lijst.');
  });

  test('for a site that ended meanwhile is a conflict that keeps what was typed', async () => {
    const { db } = world.scope;
    const site = db.updateTable('sites').where('id', '=', world.sites.site);
    await site.set({ phase: 'ended' }).execute();
    const answer = await browser().post('/report', form({ siteId: world.sites.site }));
    const page = await answer.text();
    expect(answer.status).toBe(409);
    expect(page).toContain('kunnen geen meldingen meer worden gedaan');
    expect(page).toContain('Ik koos betalen.');
    await site.set({ phase: 'live' }).execute();
  });

  test('takes at most ten files, and says which were too many', async () => {
    const many = await world.as(world.contacts.roos).post('/report', {
      ...form(),
      files: Array.from({ length: 12 }, (_, index) => file(`f${index}.txt`)) as never,
    });
    const page = await many.text();
    expect(many.status).toBe(422);
    expect(page).toContain('Dit zijn te veel bestanden');
    expect(page.match(/name="kept"/g)).toHaveLength(10);
  });

  test.each([
    ['emoji and right to left', '🍰 שלום مرحبا', 303],
    ['a hundred thousand characters', 'x'.repeat(100_000), 303],
    ['more than that', 'x'.repeat(100_001), 422],
    ['NUL', 'a\u0000b', 422],
    ['a lone surrogate', 'a\ud800b', 303],
    ['markup', '</textarea><script>alert(1)</script>', 303],
  ])('of %s is stored or refused, never a fault', async (_, did, status) => {
    const answer = await browser().post('/report', form({ did }));
    expect(answer.status).toBe(status);
    if (status !== 303) return;
    const page = await browser().get(answer.headers.get('location')!);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain('<script>alert');
  });

  test('with odd names and ids is answered, never a fault', async () => {
    const odd = {
      constructor: 'x',
      ['__proto__']: 'x',
      kept: '-'.repeat(36),
      once: '\u0000',
      followsId: 'x',
    };
    expect((await browser().post('/report', form({ ...odd }))).status).toBe(422);
    expect((await browser().post('/report', form({ kept: '-'.repeat(36) }))).status).toBe(303);
    expect(world.faults).toEqual([]);
  });
});

test('a report can follow an ended ticket, and only one that is one’s own to see', async () => {
  const first = await browser().post('/report', form({ subject: 'De eerste' }));
  const id = first.headers.get('location')!.split('/').at(-1)!;
  expect((await browser().get(`/report?follows=${id}`)).headers.get('location')).toBe(`/tickets/${id}`);
  await giveAnswer(world.scope, world.staff.sam, id, { body: 'Klaar.' });
  await signOff(world.scope, world.contacts.roos, id);
  expect(await (await browser().get(`/report?follows=${id}`)).text()).toContain('De eerste');

  const next = await browser().post('/report', form({ subject: 'De tweede', followsId: id }));
  expect(await (await browser().get(next.headers.get('location')!)).text()).toContain(`/tickets/${id}`);
  expect(await (await browser().get(`/tickets/${id}`)).text()).toContain('De tweede');

  const stranger = world.as(world.contacts.vera);
  expect((await stranger.get(`/report?follows=${id}`)).status).toBe(404);
  const foreign = form({ siteId: world.sites.foreign, followsId: id });
  expect((await stranger.post('/report', foreign)).status).toBe(404);
});
