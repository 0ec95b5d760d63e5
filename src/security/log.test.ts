import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '#lib/root.ts';
import en from './log.en.ts';
import nl from './log.nl.ts';

/** What is recorded of these subjects is in the log. */
const subjects =
  'person|sign_in|agency|agreement|import|organisation|site|token|charge|quote|invoice|mail|view';

test('the log has words for everything that is recorded', () => {
  const source = join(packageRoot, 'src');
  const recorded = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .flatMap((file) => [
      ...readFileSync(join(source, file), 'utf8').matchAll(
        new RegExp(`type: '((?:${subjects})\\.[a-z_]+)'`, 'g'),
      ),
    ])
    .map(([, type = '']) => type.replace('.', '_'));
  expect(recorded.length).toBeGreaterThan(40);
  for (const words of [nl, en])
    expect(recorded.filter((type) => !Object.hasOwn(words.event, type))).toEqual([]);
});
