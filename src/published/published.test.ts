import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Agreement, defaultAgreement } from '#agreement/agreement.ts';
import { officeCalendar } from '#agreement/calendar.ts';
import { specialDays } from '#agreement/special-days.ts';
import { renderPdf } from '#documents/pdf.ts';
import { packageRoot } from '#lib/root.ts';
import { createWorld, type World } from '../../test/world.ts';
import { publishedOf } from './document.ts';
import { publishedPaper } from './pdf.ts';
import { publishedTexts } from './texts.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const anybody = () => world.as(null);
const textOf = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replaceAll('\u00A0', ' ');

/** A version from a day on, as the settings write it. */
const plan = (valid_from: string, change: Partial<Agreement>) =>
  world.scope.db
    .insertInto('agreements')
    .values({
      valid_from,
      document: JSON.stringify({ ...defaultAgreement, ...change }),
      created_at: world.scope.now(),
    })
    .returning('version')
    .executeTakeFirstOrThrow();

describe('the published agreement', () => {
  test('is there for whoever comes, in the language they read', async () => {
    const page = await textOf(anybody().get('/agreement'));
    expect(page).toContain('<html lang="nl">');
    for (const words of [
      'Binnen de garantie van 3 maanden',
      'Aanmelden',
      'maandag tot en met vrijdag',
      '08:30–17:00',
      '8 uur en 30 minuten',
      '2 uur',
      '7 werkdagen',
      defaultAgreement.urgencies.high.nl,
      defaultAgreement.impacts.small.nl,
      'verder onderzoek voor € 45,00 (€ 54,45 met 21% btw)',
      'ongeveer 10 meldingen per persoon per kwartaal',
      'na 3 en 8 werkdagen',
      'Na 10 werkdagen zonder antwoord',
      'na 20 werkdagen nog niet',
      '7 en 2 dagen voordat zij verloopt',
    ])
      expect(page).toContain(words);
    const english = await world.app.request('http://nazorg.test/agreement', {
      headers: { 'accept-language': 'en-GB' },
    });
    const words = await textOf(english);
    expect(words).toContain('<html lang="en">');
    expect(words).toContain('further research for €45.00 (€54.45 with 21% VAT)');
    expect(words).toContain(defaultAgreement.urgencies.low.en);
  });

  test('names the holidays and the days with other hours that are to come', async () => {
    const { calendar } = defaultAgreement;
    const exceptions: Agreement['calendar']['exceptions'] = [
      { date: '2026-12-24', hours: [['08:30', '12:00']], reason: 'Kerstavond' },
      { date: '2026-10-15', hours: [], reason: 'Gisteren' },
    ];
    await plan('2026-10-16', { calendar: { ...calendar, exceptions } });
    const page = await textOf(anybody().get('/agreement'));
    expect(page).toMatch(/donderdag 24 december 2026<\/th><td[^>]*>08:30–12:00<\/td><td[^>]*>Kerstavond/);
    expect(page).toMatch(/vrijdag 25 december 2026<\/th><td[^>]*>gesloten<\/td><td[^>]*>Kerstmis/);
    expect(page).not.toContain('Gisteren');
  });

  test('is what the settings say: other numbers, other words', async () => {
    await plan('2026-10-16', {
      targets: {
        ...defaultAgreement.targets,
        high: { response: { minutes: 45 }, solution: { minutes: 90 } },
      },
      matrix: { ...defaultAgreement.matrix, low: { large: 'low', medium: 'low', small: 'low' } },
      silence: { remindAfterWorkingDays: [], signOffAfterWorkingDays: 1, reopenWithinDays: 1 },
      coverage: {
        warrantyMonths: 1,
        rules: defaultAgreement.coverage.rules.map((each) => ({
          ...each,
          on: !['cms_training', 'care_plan_research'].includes(each.rule),
        })),
      },
      costs: { ...defaultAgreement.costs, researchFeeCents: 9950, dropAfterWorkingDays: 5 },
    });
    const page = await textOf(anybody().get('/agreement'));
    for (const words of [
      '45 minuten',
      '90 minuten',
      'Binnen de garantie van 1 maand<',
      '€ 99,50 (€ 120,40 met 21% btw)',
      'Na 1 werkdag zonder antwoord',
      'na 5 werkdagen nog niet',
    ])
      expect(page).toContain(words);
    for (const words of ['CMS-training', 'Website Zorg', 'na 3 en 8', '€ 45,00'])
      expect(page).not.toContain(words);
  });

  test('keeps earlier versions readable and marks the one to come', async () => {
    const soon = await plan('2026-11-01', { solverMayTest: true, warnAtPercent: [90] });
    const [first] = await world.scope.db
      .selectFrom('agreements')
      .select('version')
      .orderBy('version')
      .execute();
    const page = await textOf(anybody().get('/agreement'));
    expect(page).toContain(`Versie ${first!.version}, geldt vanaf het begin`);
    expect(page).toContain('komt eraan');
    const planned = await textOf(anybody().get(`/agreement/versions/${soon.version}`));
    expect(planned).toContain('gaat gelden op 1 november 2026');
    expect(planned).toContain('Dit is niet de versie die nu geldt.');
    world.at('2026-11-02T10:00:00Z');
    const past = await textOf(anybody().get(`/agreement/versions/${first!.version}`));
    expect(past).toContain('gold tot en met 31 oktober 2026');
    expect(await textOf(anybody().get('/agreement'))).toContain('geldt sinds 1 november 2026');
    for (const path of ['99', '0', 'x', '1e1', '9999999999', '99.pdf'])
      expect([path, (await anybody().get(`/agreement/versions/${path}`)).status]).toEqual([path, 404]);
  });

  test('tells a contact which version holds for them, and every reader of the portal where it is', async () => {
    const { cora, vera } = world.contacts;
    const sentence = 'Voor meldingen die u nu doet, geldt versie';
    for (const person of [cora, vera])
      expect(await textOf(world.as(person).get('/agreement'))).toContain(sentence);
    expect(await textOf(anybody().get('/agreement'))).not.toContain(sentence);
    for (const [person, path] of [
      [null, '/sign-in'],
      [cora, '/'],
      [cora, '/report'],
    ] as const)
      expect(await textOf(world.as(person).get(path))).toContain('href="/agreement');
  });
});

describe('its PDF', () => {
  test('is there for each version in both languages, the same bytes each time', async () => {
    const [{ version } = { version: 0 }] = await world.scope.db
      .selectFrom('agreements')
      .select('version')
      .execute();
    const bytes = async (path: string) => {
      const answer = await anybody().get(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      return Buffer.from(await answer.arrayBuffer());
    };
    const dutch = await bytes('/agreement.pdf');
    expect(dutch.subarray(0, 5).toString()).toBe('%PDF-');
    expect(dutch.includes('/Lang (nl)')).toBe(true);
    expect((await bytes(`/agreement/versions/${version}.pdf?language=nl`)).equals(dutch)).toBe(true);
    const english = await bytes(`/agreement/versions/${version}.pdf?language=en`);
    expect(english.includes('/Lang (en)')).toBe(true);
    expect((await anybody().get('/agreement.pdf?language=de')).status).toBe(404);
  });

  test('says all that the page says', () => {
    const published = publishedOf({ agreement: defaultAgreement, agency: 'Bureau', ahead: [] }, 'nl');
    const brand = { name: 'Bureau', accent: '#0b6e4f' };
    const paper = publishedPaper({ published, standing: 'Versie 1', brand, language: 'nl', at: new Date(0) });
    const written = JSON.stringify(paper.content);
    // Names of tables stand on the page for who cannot see it, ids for links.
    const said = JSON.stringify(published.sections, (key, value) =>
      key === 'caption' || key === 'id' ? undefined : value,
    );
    const texts = [...said.matchAll(/"((?:[^"\\]|\\.){12,})"/g)].map(([, text]) => text!);
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => !written.includes(text))).toEqual([]);
  });

  test.each(['nl', 'en'] as const)('stands in docs/samples, as it is now (%s)', async (language) => {
    const ahead = specialDays(officeCalendar([{ validFrom: null, ...defaultAgreement }]), '2026-10-16', 366);
    const published = publishedOf(
      { agreement: defaultAgreement, agency: 'Studio Voorbeeld', ahead },
      language,
    );
    const standing = publishedTexts(language)('version.now', { version: 1, day: '16-10-2026' });
    const brand = { name: 'Studio Voorbeeld', accent: '#0b6e4f' };
    const at = new Date('2026-10-16T00:00:00Z');
    // Not compressed, since machines differ in how they compress.
    const paper = { ...publishedPaper({ published, standing, brand, language, at }), compress: false };
    const pdf = Buffer.from(await renderPdf(paper));
    const path = join(packageRoot, 'docs', 'samples', `agreement-${language}.pdf`);
    const written = await readFile(path).catch(() => Buffer.alloc(0));
    if (process.env.UPDATE_DOCS) await writeFile(path, pdf);
    else expect(written.equals(pdf), 'stale: run the tests with UPDATE_DOCS=1').toBe(true);
  });
});
