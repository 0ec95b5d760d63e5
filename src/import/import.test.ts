import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';
import { runImport } from './runs.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const root = '/desk/settings/imports';
const mila = () => world.as(world.staff.mila);
const preview = async (kind: string, text: string) => {
  const answer = await mila().post(`${root}/${kind}`, { text });
  return { status: answer.status, page: await answer.text() };
};
/** Confirms an import, and lets the workers do it. */
const take = async (kind: string, text: string) => {
  const answer = await mila().post(`${root}/${kind}/records`, { text });
  const [, id] = /runs\/([\w-]+)$/.exec(answer.headers.get('location') ?? '') ?? [];
  if (id) await runImport(world.scope, id);
  return answer;
};
const db = () => world.scope.db;
const deliveries = () =>
  db().selectFrom('deliveries').select(['name', 'delivered_on', 'site_id']).orderBy('name').execute();
const events = (type: string) =>
  db().selectFrom('events').select(['subject_id', 'actor_id', 'data']).where('type', '=', type).execute();

const table = `Klant;Site;Oplevering;Opgeleverd op;Opmerking
Bakkerij De Proef;Webshop De Proef;webshop;2026-09-01;mooi
;website de proef;site;1-9-2026;
Bakkerij De Proef;Onbekende site;x;2026-09-01;
Onbekend BV;Webshop De Proef;x;2026-09-01;
;Webshop De Proef;koppeling;31-02-2026;
;Webshop De Proef;;2026-09-01;
`;

describe('deliveries from a file', () => {
  test('are shown line by line before anything is written', async () => {
    const { status, page } = await preview('deliveries', table);
    expect(status).toBe(200);
    for (const words of [
      'Er is nog niets opgeslagen.',
      '2 regels worden opgenomen',
      '4 regels worden geweigerd',
      'Deze kolommen worden niet gebruikt: Opmerking.',
      '2 regels opnemen',
    ])
      expect(page).toContain(words);
    const refused = page.slice(page.indexOf('id="refused"'), page.indexOf('id="taken"'));
    const lines = refused
      .split('<li')
      .slice(1)
      .map((each) => each.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '));
    expect(lines).toEqual([
      expect.stringMatching(/Regel 4: .*site: Er is geen site met deze naam/),
      expect.stringMatching(/Regel 5: .*klant: Er is geen klant met deze naam/),
      expect.stringMatching(/Regel 6: .*opgeleverd op: Dit is geen datum/),
      expect.stringMatching(/Regel 7: .*naam: Vul dit in/),
    ]);
    expect(await deliveries()).toEqual([]);
    expect(await events('site.delivery_added')).toEqual([]);
  });

  test('once confirmed are all there with an event each, and a second time have no effect', async () => {
    const { shop, site } = world.sites;
    expect((await take('deliveries', table)).status).toBe(303);
    const rows = [
      { name: 'site', delivered_on: '2026-09-01', site_id: site },
      { name: 'webshop', delivered_on: '2026-09-01', site_id: shop },
    ];
    expect(await deliveries()).toEqual(rows);
    const added = await events('site.delivery_added');
    expect(added.map((each) => each.subject_id).sort()).toEqual([shop, site].sort());
    expect(added.every((each) => each.actor_id === world.staff.mila.id)).toBe(true);
    expect((await take('deliveries', table)).status).toBe(303);
    expect(await deliveries()).toEqual(rows);
    expect(await events('site.delivery_added')).toHaveLength(2);
    expect((await events('import.done')).map(({ data }) => data)).toEqual([
      { kind: 'deliveries', taken: 2, known: 0, refused: 4 },
      { kind: 'deliveries', taken: 0, known: 2, refused: 4 },
    ]);
    expect((await preview('deliveries', table)).page).toContain('Er is geen regel die kan worden opgenomen.');
  });

  test('the same line twice in one file counts once; on another day it is refused', async () => {
    const twice = `site,name,date\nWebshop De Proef,shop,2026-09-01\nWebshop De Proef,shop,2026-09-01\nWebshop De Proef,shop,2026-09-02\n`;
    const { page } = await preview('deliveries', twice);
    for (const words of ['1 regel wordt opgenomen', '1 regel staat er al', 'met een andere datum'])
      expect(page).toContain(words);
    expect((await take('deliveries', twice)).status).toBe(303);
    expect(await deliveries()).toHaveLength(1);
  });

  test('sent twice by a double click is taken once', async () => {
    const form = { text: table, once: '00000000-0000-4000-8000-00000000abcd' };
    const answers = await Promise.all([
      mila().post(`${root}/deliveries/records`, form),
      mila().post(`${root}/deliveries/records`, form),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    const [run] = await db().selectFrom('imports').select('id').execute();
    // the queue may bring a job twice, also at once
    await Promise.all([runImport(world.scope, run!.id), runImport(world.scope, run!.id)]);
    expect(await events('import.done')).toHaveLength(1);
  });

  test('what was refused can be downloaded, mended and handed in again', async () => {
    const odd = 'site;oplevering;datum\n=HYPERLINK("x");+31;2026-09-01\n';
    const answer = await mila().post(`${root}/deliveries/refused`, { text: odd });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const csv = await answer.text();
    expect(csv).toContain(`"'=HYPERLINK(""x"")";'+31;2026-09-01;2;site;Er is geen site`);
    const mended = csv.replace(`"'=HYPERLINK(""x"")"`, 'Webshop De Proef');
    expect((await take('deliveries', mended)).status).toBe(303);
    expect(await deliveries()).toEqual([
      { name: '+31', delivered_on: '2026-09-01', site_id: world.sites.shop },
    ]);
  });

  test('a file from an old spreadsheet is read with its accents', async () => {
    await db().updateTable('sites').set({ name: 'Café Zoë' }).where('id', '=', world.sites.shop).execute();
    const bytes = Uint8Array.from('site;naam;datum\r\nCaf\u00e9 Zo\u00eb;shop;2026-09-01', (each) =>
      each.charCodeAt(0),
    );
    const file = new File([bytes], 'oud.csv', { type: 'text/csv' });
    const answer = await mila().post(`${root}/deliveries`, { file: file as unknown as string });
    const page = await answer.text();
    expect([answer.status, page.includes('1 regel wordt opgenomen')]).toEqual([200, true]);
    expect(page).toContain('Café Zoë · shop · 2026-09-01');
  });
});

test.each([
  ['', 'Kies een bestand, of plak de regels.'],
  ['klant;site', 'maar één regel'],
  ['klant;naam\nx;y', 'Er ontbreken kolommen.'],
  ['site;naam;datum\n"x;y;z', 'niet als CSV te lezen'],
])('a table that cannot be read (%j) is asked for again, with what was pasted', async (text, sentence) => {
  for (const path of ['deliveries', 'deliveries/records', 'deliveries/refused']) {
    const answer = await mila().post(`${root}/${path}`, { text });
    expect(answer.status, path).toBe(422);
    const page = (await answer.text()).replaceAll('\r', '');
    if (path === 'deliveries') expect(page).toContain(sentence);
    expect(page).toContain(`>\n${text.replaceAll('"', '&quot;')}</textarea>`);
  }
});

describe('the other kinds', () => {
  test('hosting and care plans do not overlap, within the file or with what is there', async () => {
    const plans = `site;soort;prijs per maand;van;t/m
Webshop De Proef;Basis;45,50;2026-01-01;31-12-2026
Webshop De Proef;Plus;60;2026-06-01;
Website De Proef;Basis;veel;2026-01-01;
Website De Proef;Basis;;2026-02-01;2026-01-01
`;
    const { page } = await preview('care_plans', plans);
    for (const words of ['al zo’n contract', 'bedrag in euro', 'ligt voor de eerste dag'])
      expect(page).toContain(words);
    await take('care_plans', plans);
    await take('hosting', 'domain,from\nWebshop De Proef,2026-01-01\n');
    await take('hosting', 'domain,from\nWebshop De Proef,2026-01-01\n');
    const rows = await db()
      .selectFrom('contracts')
      .select(['kind', 'plan', 'price_cents', 'first_day', 'last_day'])
      .orderBy('kind')
      .execute();
    expect(rows).toEqual([
      { kind: 'hosting', plan: null, price_cents: null, first_day: '2026-01-01', last_day: null },
      {
        kind: 'care_plan',
        plan: 'Basis',
        price_cents: 4550,
        first_day: '2026-01-01',
        last_day: '2026-12-31',
      },
    ]);
  });

  test('trainings are of contacts, by their address', async () => {
    const trainings =
      'E-mail;CMS;Datum\nROOS@example.test;WordPress;1-9-2026\nsam@example.test;WordPress;1-9-2026\n';
    expect((await preview('trainings', trainings)).page).toContain('Er is geen contactpersoon');
    await take('trainings', trainings);
    await take('trainings', trainings);
    const rows = await db().selectFrom('trainings').select(['person_id', 'cms', 'trained_on']).execute();
    expect(rows).toEqual([{ person_id: world.contacts.roos.id, cms: 'WordPress', trained_on: '2026-09-01' }]);
  });

  test('clients, their sites and their people come in one after the other', async () => {
    await take('organisations', 'naam\nSlagerij Nieuw\nbakkerij de proef\nslagerij nieuw\n');
    await take(
      'sites',
      'klant;naam;soort;adressen;kritisch\nSlagerij Nieuw;Worstenshop;winkel;"worst.example, www.worst.example";"kassa; betalen"\nslagerij nieuw;Blog;krant;;\n',
    );
    const people = `klant;naam;e-mail;rol;beslist over kosten;sites
Slagerij Nieuw;Wim Worst;wim@worst.example;Coördinator;ja;
Slagerij Nieuw;Kees Kluif;kees.k@worst.example;collega;nee;worst.example
Slagerij Nieuw;Roos Twee;roos@example.test;;;
Slagerij Nieuw;Jan;jan@worst.example;baas;;
Slagerij Nieuw;Piet;piet@worst.example;collega;;Webshop De Proef
`;
    const { page } = await preview('contacts', people);
    for (const words of ['al iemand met dit e-mailadres', 'Dit woord is hier niet bekend', 'Er is geen site'])
      expect(page).toContain(words);
    await take('contacts', people);
    await take('contacts', people);
    const organisation = await db()
      .selectFrom('organisations')
      .select('id')
      .where('name', '=', 'Slagerij Nieuw')
      .executeTakeFirstOrThrow();
    const sites = await db()
      .selectFrom('sites')
      .select(['id', 'name', 'kind', 'phase', 'addresses', 'critical_parts'])
      .where('organisation_id', '=', organisation.id)
      .execute();
    expect(sites).toEqual([
      {
        id: expect.any(String),
        name: 'Worstenshop',
        kind: 'webshop',
        phase: 'live',
        addresses: ['https://worst.example', 'https://www.worst.example'],
        critical_parts: ['kassa', 'betalen'],
      },
    ]);
    const contacts = await db()
      .selectFrom('people')
      .select(['name', 'email', 'contact_role', 'budget_holder', 'language'])
      .where('organisation_id', '=', organisation.id)
      .orderBy('name')
      .execute();
    expect(contacts).toEqual([
      {
        name: 'Kees Kluif',
        email: 'kees.k@worst.example',
        contact_role: 'colleague',
        budget_holder: false,
        language: 'nl',
      },
      {
        name: 'Wim Worst',
        email: 'wim@worst.example',
        contact_role: 'coordinator',
        budget_holder: true,
        language: 'nl',
      },
    ]);
    expect(await db().selectFrom('mails').select('id').execute()).toEqual([]);
    expect(await db().selectFrom('organisations').select('id').execute()).toHaveLength(3);
  });

  test('each has its page with its columns, and an empty file to fill in', async () => {
    const overview = await (await mila().get(root)).text();
    for (const kind of [
      'organisations',
      'sites',
      'contacts',
      'deliveries',
      'hosting',
      'care_plans',
      'trainings',
    ]) {
      expect(overview).toContain(`href="${root}/${kind}"`);
      expect((await mila().get(`${root}/${kind}`)).status).toBe(200);
      const template = await (await mila().get(`${root}/${kind}/template.csv`)).text();
      const empty = await preview(kind, template);
      expect([kind, empty.status, empty.page.includes('maar één regel')]).toEqual([kind, 422, true]);
    }
    expect((await mila().get(`${root}/nonsense`)).status).toBe(404);
  });
});

test('importing is for managers', async () => {
  for (const person of [world.staff.sam, world.staff.dani, world.contacts.cora, world.contacts.vera]) {
    for (const path of ['', '/deliveries', '/deliveries/template.csv'])
      expect((await world.as(person).get(root + path)).status).toBe(404);
    for (const path of ['/deliveries', '/deliveries/records', '/deliveries/refused'])
      expect((await world.as(person).post(root + path, { text: table })).status).toBe(404);
  }
  expect(await deliveries()).toEqual([]);
});

describe('an import under way', () => {
  const many = `naam\n${Array.from({ length: 130 }, (_, nth) => `Klant ${nth}`).join('\n')}\nKlant 5\n${'x'.repeat(151)}\n`;
  const start = async () =>
    (await mila().post(`${root}/organisations/records`, { text: many })).headers.get('location')!;
  const page = async (path: string) => (await mila().get(path)).text();

  test('says how far it is, comes back by itself, and can be left alone', async () => {
    const path = await start();
    const waiting = await mila().get(path);
    expect(waiting.headers.get('refresh')).toBe('1');
    expect(await waiting.text()).toContain('0 van 132 regels gelezen');
    expect(await page(root)).toContain('0 van 132 regels gelezen');
    const seen: number[] = [];
    const watching = setInterval(async () => {
      const { done } = await db().selectFrom('imports').select('done').executeTakeFirstOrThrow();
      seen.push(done);
    }, 2);
    await runImport(world.scope, path.split('/').at(-1)!);
    clearInterval(watching);
    expect(seen.some((done) => done > 0 && done < 132)).toBe(true);
    const done = await mila().get(path);
    expect(done.headers.get('refresh')).toBeNull();
    const words = await done.text();
    expect(words).toContain('130 regels zijn opgenomen. 1 stond er al. 1 is geweigerd.');
    expect(words).toContain('Regel 133');
    expect(await page(root)).toContain('130 regels zijn opgenomen.');
    const file = await mila().get(`${path}/refused.csv`);
    expect(file.headers.get('content-disposition')).toContain('geweigerd.csv');
    expect(await file.text()).toContain('133;klant;Dit is te lang');
    expect(await db().selectFrom('imports').select('text').executeTakeFirst()).toEqual({ text: null });
  });

  test('that breaks off leaves nothing, and begins anew', async () => {
    const path = await start();
    const id = path.split('/').at(-1)!;
    let left = 40;
    const breaking = { ...world.scope, newId: () => (left-- > 0 ? world.scope.newId() : fail()) };
    const fail = (): never => {
      throw new Error('broken off');
    };
    const count = async () => (await db().selectFrom('organisations').select('id').execute()).length;
    const before = await count();
    await expect(runImport(breaking, id)).rejects.toThrow('broken off');
    expect(await count()).toBe(before);
    await runImport(world.scope, id);
    expect(await count()).toBe(before + 130);
  });

  test('is for managers, and gone after some months', async () => {
    const path = await start();
    for (const person of [world.staff.sam, world.contacts.cora])
      expect((await world.as(person).get(path)).status).toBe(404);
    expect((await mila().get(`${path}/refused.csv`)).status).toBe(404);
    world.at('2027-01-16T09:30:00+01:00');
    await start();
    expect((await mila().get(path)).status).toBe(404);
  });
});
