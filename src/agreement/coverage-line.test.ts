import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '#lib/root.ts';
import { coverage, coverageLine } from './coverage-line.ts';
import { defaultAgreement } from './defaults.ts';

/** The published example. */
const example = {
  reportedOn: '2026-10-16',
  kind: 'defect',
  site: {
    deliveries: [
      { on: '2026-08-01', name: 'site' },
      { on: '2026-10-01', name: 'webshop' },
    ],
    hosting: [{ from: '2025-01-01', to: null }],
    carePlans: [{ from: '2025-01-01', to: '2025-12-31' }],
  },
  concerns: 'webshop',
  reporter: { trainedOn: '2026-01-15' },
  findings: { directlySolvable: null, atHand: null, causeOutside: false },
};
const ask = (change: object) =>
  JSON.parse(coverageLine(JSON.stringify({ ...example, ...change }), defaultAgreement.coverage));

test('the published example gets the published answer', () => {
  expect(ask({})).toEqual({
    rule: 'warranty',
    payer: 'agency',
    next: 'work',
    until: '2027-01-01',
    sentence: {
      nl: 'Garantie tot en met 1 januari 2027 – deze melding kost u niets.',
      en: 'Warranty up to and including 1 January 2027 – this ticket costs you nothing.',
    },
  });
});

test('what is left out is not known, or is not there', () => {
  const { rule, payer, next, until } = JSON.parse(
    coverageLine('{"reportedOn": "2026-10-16", "kind": "question"}', defaultAgreement.coverage),
  );
  expect({ rule, payer, next, until }).toEqual({
    rule: 'to_be_judged',
    payer: 'undecided',
    next: 'judge',
    until: null,
  });
});

describe('a document that makes no sense says what and where', () => {
  const { site } = example;
  test.each<[string, object, string]>([
    ['no day', { reportedOn: undefined }, 'reportedOn: is missing'],
    ['no such day', { reportedOn: '2026-02-30' }, 'reportedOn: “2026-02-30” is not a day like 2026-10-16'],
    ['another way', { reportedOn: '16-10-2026' }, 'reportedOn: “16-10-2026” is not a day like 2026-10-16'],
    ['a moment', { reportedOn: 20261016 }, 'reportedOn: must be a day like 2026-10-16'],
    [
      'unknown kind',
      { kind: 'wish' },
      'kind: must be one of question, defect, cms_use, availability, server_update, new_wish',
    ],
    [
      'a period that ends before it begins',
      { site: { ...site, hosting: [{ from: '2026-01-02', to: '2026-01-01' }] } },
      'site.hosting[0].to: ends before it begins',
    ],
    [
      'a plan without a beginning',
      { site: { ...site, carePlans: [site.carePlans[0], { to: null }] } },
      'site.carePlans[1].from: is missing',
    ],
    [
      'no delivery of that name',
      { concerns: 'app' },
      'concerns: “app” is not the name of a delivery of the site',
    ],
    [
      'a delivery on no day',
      { site: { ...site, deliveries: [{ name: 'site' }] }, concerns: null },
      'site.deliveries[0].on: is missing',
    ],
    [
      'a finding that is none',
      { findings: { directlySolvable: 'yes' } },
      'findings.directlySolvable: must be true, false or null',
    ],
    ['no site', { site: null }, 'site: must be an object'],
    ['a reporter by name', { reporter: 'Roos' }, 'reporter: must be an object'],
  ])('%s', (_, change, error) => {
    expect(ask(change)).toEqual({ error });
  });

  test.each(['nope', '[]', '1', 'null', '"x"', '{}'])('%j', (line) => {
    expect(JSON.parse(coverageLine(line, defaultAgreement.coverage))).toEqual({ error: expect.any(String) });
  });
});

test('a stream is answered line by line, and an error does not end it', async () => {
  const good = JSON.stringify(example);
  let out = '';
  await coverage(
    Readable.from([`${good}\nno`, `pe\n\n${good}`]),
    (text) => {
      out += text;
    },
    defaultAgreement.coverage,
  );
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => Object.keys(JSON.parse(line))[0]),
  ).toEqual(['rule', 'error', 'rule']);
});

describe('the command', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nazorg-coverage-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = (args: string[], input: string) =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      const child = execFile(
        process.execPath,
        [join(packageRoot, 'src', 'cli.ts'), 'coverage', ...args],
        (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
      child.stdin!.end(input);
    });
  const written = async (name: string, content: unknown) => {
    const path = join(folder, name);
    await writeFile(path, JSON.stringify(content));
    return path;
  };

  test('answers by the default agreement, or by the one in a file', async () => {
    const line = `${JSON.stringify(example)}\n`;
    expect(await run([], line)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('2027-01-01'),
    });
    const longer = await written('longer.json', { coverage: { warrantyMonths: 6 } });
    expect((await run(['--agreement', longer], line)).out).toContain('"until":"2027-04-01"');
    const whole = await written('whole.json', defaultAgreement);
    expect((await run(['--agreement', whole], line)).out).toContain('"until":"2027-01-01"');
  });

  test('says what is wrong with the file', async () => {
    const odd = await written('odd.json', { coverage: { warrantyMonths: 'three' } });
    const told = await run(['--agreement', odd], '');
    expect(told).toMatchObject({ code: 1, out: '' });
    expect(told.err).toBe(`${odd}: coverage.warrantyMonths: must be a number\n`);
    expect((await run(['--agreement', join(folder, 'none.json')], '')).err).toContain('ENOENT');
  });
});
