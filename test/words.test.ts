import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '#lib/root.ts';

/** Words for which docs/terms.md has another: one word for one thing, on every screen and in every mail. */
const instead: Readonly<Record<'nl' | 'en', readonly RegExp[]>> = {
  nl: [
    /\boffertes?\b/i,
    /\bindiener\b/i,
    /\bincident/i,
    /\btekenbevoegd/i,
    /\bbudgethouder/i,
    /\bSLA\b/,
    /\bETA\b/,
  ],
  en: [/\bissues?\b/i, /\bestimates?\b/i, /\bcustomers?\b/i, /\bSLA\b/, /\bETA\b/, /\bworkdays?\b/i],
};

const catalogues = (language: 'nl' | 'en') =>
  readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => new RegExp(`(^|[/.])${language}\\.ts$`).test(file))
    .map((file) => join('src', file));

test.each(['nl', 'en'] as const)('%s keeps to the terms', (language) => {
  const files = catalogues(language);
  expect(files.length).toBeGreaterThan(10);
  const strays = files.flatMap((file) =>
    [...readFileSync(join(packageRoot, file), 'utf8').matchAll(/(['"`])((?:(?!\1)[^\\\n]|\\.)*)\1/g)].flatMap(
      ([, , said = '']) =>
        instead[language].filter((word) => word.test(said)).map((word) => `${file}: ${word} in «${said}»`),
    ),
  );
  expect(strays).toEqual([]);
});

test('u is never je', () => {
  const strays = catalogues('nl').flatMap((file) =>
    [
      ...readFileSync(join(packageRoot, file), 'utf8').matchAll(
        /'([^'\n]*\b(?:je|jij|jouw|jullie)\b[^'\n]*)'/gi,
      ),
    ].map(([, said]) => `${file}: ${said}`),
  );
  expect(strays).toEqual([]);
});
