import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import authNl from '#auth/nl.ts';
import type { Scope } from '#db/scope.ts';
import { seedDemo } from '#demo/demo.ts';
import { folderStore } from '#files/store.ts';
import invoicesNl from '#invoices/nl.ts';
import { languages } from '#lib/language.ts';
import peopleNl from '#people/nl.ts';
import publishedNl from '#published/nl.ts';
import quotesNl from '#quotes/nl.ts';
import securityNl from '#security/nl.ts';
import ticketsNl from '#tickets/nl.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { createId } from '../../../test/ids.ts';
import { gapsIn } from './gaps.ts';
import { commonOf, mails, sentencesOf } from './kinds.ts';

/** Every sentence says its own name before its gaps, so that a mail shows which ones it is made of. */
const marked = languages.flatMap((language) =>
  mails.flatMap((mail) =>
    sentencesOf(mail).map(({ name, key }) => ({
      key: name,
      language,
      text: `⟦${name}⟧ ${gapsIn(mail.written(language, key)!)
        .map((gap) => `{{${gap}}}`)
        .join(' ')}`.trim(),
    })),
  ),
);

let written: { kind: string; subject: string; text: string }[];
let close: () => Promise<void>;

beforeAll(async () => {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'nazorg-mail-texts-'));
  close = async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  const now = new Date('2026-11-23T10:00:00+01:00');
  const scope: Scope = {
    db: database.db,
    now: () => now,
    newId: createId(),
    enqueue: async () => {},
    baseUrl: 'http://nazorg.test',
    delivers: false,
  };
  const each = new Map(marked.map((row) => [`${row.language} ${row.key}`, row]));
  await scope.db
    .insertInto('mail_texts')
    .values([...each.values()])
    .execute();
  await seedDemo(scope, await folderStore(folder), { passwordHash: 'a:b' });
  written = await scope.db.selectFrom('mails').select(['kind', 'subject', 'text']).execute();
}, 120_000);
afterAll(() => close());

const said = ({ subject, text }: { subject: string; text: string }) => [
  ...new Set([...`${subject}\n${text}`.matchAll(/⟦([^⟧]+)⟧/g)].map(([, name = '']) => name)),
];

test('a mail says what its page shows, and nothing that can be changed nowhere', () => {
  const kinds = new Set(written.map(({ kind }) => kind));
  expect(kinds.size).toBeGreaterThan(20);
  for (const kind of kinds) {
    const pages = mails.filter((mail) => mail.kind === kind || mail.kind === `staff_${kind}`);
    expect(pages.length, kind).toBeGreaterThan(0);
    const found = new Set(written.filter((mail) => mail.kind === kind).flatMap(said));
    const known = pages.flatMap((page) => [page, ...commonOf(page)]).flatMap(sentencesOf);
    const names = known.map(({ name }) => name);
    expect(
      [...found].filter((name) => !names.includes(name)),
      kind,
    ).toEqual([]);
    const always = pages
      .filter((page) => page.kind === kind)
      .flatMap(sentencesOf)
      .filter(({ sometimes }) => !sometimes);
    expect(
      always.filter(({ name }) => !found.has(name)).map(({ name }) => name),
      kind,
    ).toEqual([]);
  }
});

test('a mail holds nothing of the delivered sentences once all are changed', () => {
  for (const { text } of written) {
    expect(text).toMatch(/^⟦mail\.greeting⟧/);
    expect(text).toContain('⟦mail.closing⟧');
  }
});

function* sentencesIn(tree: object, path: string): Generator<string> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') yield path + key;
    else yield* sentencesIn(value, `${path}${key}.`);
  }
}

test('every sentence of a mail has its place in the room', () => {
  const catalogues = {
    auth: authNl,
    invoices: invoicesNl,
    people: peopleNl,
    published: publishedNl,
    quotes: quotesNl,
    security: securityNl,
    tickets: ticketsNl,
  };
  const all = Object.entries(catalogues).flatMap(([feature, nl]) => [...sentencesIn(nl, `${feature}.`)]);
  const ofMails = all.filter((name) => /\.mail(?:_moved)?\./.test(name));
  const known = new Set(mails.flatMap(sentencesOf).map(({ name }) => name));
  expect(ofMails.length).toBeGreaterThan(80);
  expect(ofMails.filter((name) => !known.has(name))).toEqual([]);
});
