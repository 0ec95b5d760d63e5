import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '#lib/root.ts';

const page = readFileSync(join(packageRoot, 'docs', 'security.md'), 'utf8');
/** `file.test.ts` «title», and further titles of the same file. */
const named = [...page.matchAll(/`([\w./-]+\.test\.tsx?)`((?:,? «[^»]+»)*)/g)].map(
  ([, file = '', titles = '']) => ({
    file,
    titles: [...titles.matchAll(/«([^»]+)»/g)].map(([, title = '']) => title.replaceAll(/\s+/g, ' ')),
  }),
);

test('the page about security names tests that there are', () => {
  expect(named.length).toBeGreaterThan(60);
  const wrong = named.flatMap(({ file, titles }) => {
    const path = join(packageRoot, file);
    if (!existsSync(path)) return [file];
    const source = readFileSync(path, 'utf8');
    return titles.filter((title) => !source.includes(title)).map((title) => `${file}: ${title}`);
  });
  expect(wrong).toEqual([]);
});

test('it names files that there are', () => {
  const files = [...page.matchAll(/`((?:src|docs|test|migrations|bin)\/[\w./-]+\.\w+)`/g)].map(
    ([, file = '']) => file,
  );
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !existsSync(join(packageRoot, file)))).toEqual([]);
});

test('it answers each point of the standard once, with one of four words', () => {
  const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| ([^|]*) \|/gm)];
  const points = rows.map(([, point]) => point);
  expect(points.length).toBeGreaterThan(190);
  expect(new Set(points).size).toBe(points.length);
  expect(
    rows.filter(([, , word = '']) => !/^(met|partly|not met|no use)$/.test(word)).map(([row]) => row),
  ).toEqual([]);
});
