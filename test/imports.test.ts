import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '#lib/root.ts';

const source = join(packageRoot, 'src');

/** Who may know whom: a folder may import from its own layer and from those below it. */
const layers = [
  ['lib'],
  ['agreement', 'db', 'documents', 'files', 'ui'],
  ['auth', 'events', 'jobs', 'mail'],
  [
    'api',
    'costs',
    'drafts',
    'duty',
    'import',
    'invoices',
    'live',
    'money',
    'organisations',
    'people',
    'published',
    'quotes',
    'reports',
    'saved-views',
    'search',
    'security',
    'settings',
    'sites',
    'tickets',
  ],
  ['app', 'app.tsx'],
  ['backup', 'demo', 'cli', 'cli.ts', 'main.ts', 'config', 'config.ts'],
];
/** A feature's pages and queries are its own. */
const own = /\/(?:desk|portal|views?|pages)(?:\.tsx?|\/)/;

const folderOf = (file: string) => file.split('/')[0] ?? '';
const layerOf = (folder: string) => layers.findIndex((names) => names.includes(folder));

const imports = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => /\.tsx?$/.test(file) && !/\.(test|oracle|fixture)\.tsx?$/.test(file) && !file.endsWith('.d.ts'),
  )
  .flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/(?:from|import)\s*\(?['"]#([^'"]+)['"]/g)].map(
      ([, target = '']) => ({ file, target }),
    ),
  );

test('every folder has its place in the house', () => {
  const folders = readdirSync(source).filter((name) => name !== 'client' && !name.includes('.test.'));
  expect(folders.filter((folder) => layerOf(folder) < 0)).toEqual([]);
});

test('imports run one way', () => {
  const upwards = imports.filter(({ file, target }) => layerOf(folderOf(file)) < layerOf(folderOf(target)));
  expect(upwards.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

test('no feature reaches into the pages of another', () => {
  const features = layers[3]!;
  const reaching = imports.filter(
    ({ file, target }) =>
      features.includes(folderOf(file)) &&
      features.includes(folderOf(target)) &&
      folderOf(file) !== folderOf(target) &&
      own.test(`/${target}`),
  );
  expect(reaching.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});
