import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './run.js';

const path = join(root, 'openapi.json');

/** The document of the API as the sources declare it. Bundled first, for Node.js reads no JSX by itself. */
async function generate() {
  const folder = join(root, 'dist', `.openapi-${process.pid}`);
  const outfile = join(folder, 'api.mjs');
  await mkdir(folder, { recursive: true });
  try {
    await build({
      stdin: { contents: `export { openApiJson } from '#api/api.ts';`, resolveDir: join(root, 'src') },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      jsx: 'automatic',
      jsxImportSource: '#jsx',
      logLevel: 'error',
    });
    const { openApiJson } = await import(pathToFileURL(outfile).href);
    return openApiJson();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const document = await generate();
if (!process.argv.includes('--check')) await writeFile(path, document);
else if ((await readFile(path, 'utf8').catch(() => '')) !== document) {
  console.error('openapi.json does not fit the API: run `node bin/openapi.js` and commit it.');
  process.exitCode = 1;
}
