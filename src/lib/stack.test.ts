import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inSource } from './stack.ts';

let folder: string;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'nazorg-stack-')));
  const source = join(folder, 'fails.ts');
  await writeFile(source, '\n\nexport function fails(): never {\n  throw new Error("on line 4");\n}\n');
  await build({
    entryPoints: [source],
    outfile: join(folder, 'out', 'fails.js'),
    format: 'esm',
    minify: true,
    sourcemap: true,
  });
});
afterAll(() => rm(folder, { recursive: true }));

const bundle = () => pathToFileURL(join(folder, 'out', 'fails.js')).href;

test('names the place in the source of what was bundled', () => {
  // where the bundle says `throw`, in its one line
  const stack = `Error: on line 4\n    at fails (${bundle()}:1:20)\n    at process (node:internal:1:1)`;
  expect(inSource(stack)).toMatch(
    /^Error: on line 4\n {4}at fails \(.*\/fails\.ts:4:\d+\)\n {4}at process \(node:internal:1:1\)$/,
  );
  expect(inSource(stack)).toContain(join(folder, 'fails.ts'));
});

test('leaves what has no map as it is', () => {
  const stack = 'Error: x\n    at fails (file:///nowhere/out.js:1:2)\n    at other (/a/b.ts:3:4)';
  expect(inSource(stack)).toBe(stack);
});
