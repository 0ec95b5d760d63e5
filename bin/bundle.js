import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { compileMarkup } from './markup.js';
import { captureNode, root } from './run.js';

const source = join(root, 'src');
const dist = join(root, 'dist');
const stamp = join(dist, '.stamp');
// Long enough for pages that are open in a browser, and for a program that still runs, to fetch the rest.
const keepOld = 7 * 24 * 3_600_000;

/** Whether dist/ is what `bundle` would make of the sources as they are. */
export async function isBuilt() {
  const built = await readFile(stamp, 'utf8').catch(() => '');
  return built === (await fingerprint());
}

/**
 * Builds the program and what browsers fetch into dist/. A program that starts meanwhile sees the old build or
 * the new one: every file that names others comes after them, under names that hold their content's hash.
 */
export async function bundle() {
  const mark = await fingerprint();
  const draft = join(dist, `.new-${process.pid}`);
  await mkdir(draft, { recursive: true });
  try {
    await Promise.all([bundleProgram(draft), bundleBrowser(draft)]);
    const files = await moveIn(draft);
    await clearOld(files);
    await writeFile(stamp, mark);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function fingerprint() {
  const hash = createHash('sha256');
  const names = (await readdir(source, { recursive: true })).sort();
  const files = names.filter((name) => /\.\w+$/.test(name) && !/\.test\.tsx?$/.test(name));
  const own = ['package-lock.json', 'package.json', 'bin/bundle.js', 'bin/markup.js'];
  for (const path of [...own, ...files.map((name) => join('src', name))]) {
    hash.update(`${path}\0`).update(await readFile(join(root, path)));
  }
  return hash.digest('hex');
}

async function bundleProgram(draft) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(source, 'cli.ts')],
    outdir: draft,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node26',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: '#jsx',
    plugins: [markup],
    sourcemap: true,
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'error',
  });
}

async function bundleBrowser(draft) {
  const { build } = await import('esbuild');
  const outdir = join(draft, 'public');
  const styles = join(draft, 'styles', 'app.css');
  await compileStyles(styles);
  const entryPoints = [join(source, 'client', 'main.ts'), styles].filter(existsSync);
  const { metafile } = await build({
    entryPoints: entryPoints.map((path) => ({ in: path, out: 'app' })),
    absWorkingDir: root,
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    plugins: [typeface],
    metafile: true,
    logLevel: 'error',
  });
  await rm(dirname(styles), { recursive: true, force: true });
  const manifest = {};
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    // what a page fetches only when it needs it is an entry as well, and known to those that fetch it
    if (entryPoint && basename(path).startsWith('app-'))
      manifest[`app${path.slice(path.lastIndexOf('.'))}`] = basename(path);
    // the one that every page needs at once
    if (/inter-latin-wght-normal-\w+\.woff2$/.test(path)) manifest.font = basename(path);
  }
  await writeFile(join(outdir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Elements as text. */
const markup = {
  name: 'markup',
  setup(build) {
    build.onLoad({ filter: /\.tsx$/ }, async ({ path }) => ({
      contents: compileMarkup(path, await readFile(path, 'utf8')),
      loader: 'tsx',
    }));
  },
};

/**
 * The typeface with the signs and weights that pages show: what comes from elsewhere holds more of both, and is most of
 * what a browser fetches that was never here.
 */
const typeface = {
  name: 'typeface',
  setup(build) {
    build.onLoad({ filter: /\.woff2$/ }, async ({ path }) => {
      const whole = await readFile(path);
      if (!path.includes('inter-latin-wght')) return { contents: whole, loader: 'file' };
      const { default: subsetFont } = await import('subset-font');
      const options = {
        targetFormat: 'woff2',
        variationAxes: { wght: { min: 400, max: 700 } },
        // as figures stand below each other, and letters beside each other
        keepFeatures: ['calt', 'ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'tnum'],
      };
      return { contents: await subsetFont(whole, signs, options), loader: 'file' };
    });
  },
};

const between = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join('');

/** Latin with its accents, and what Dutch and English are set with; `unicode-range` in fonts.css says the same. */
const signs = [
  between(0x20, 0x7e),
  between(0xa0, 0xff),
  between(0x2010, 0x2027),
  between(0x2030, 0x203a),
  'ıŒœˆ˚˜€™↑↓−∕\ufffd',
].join('');

async function compileStyles(target) {
  const input = join(source, 'ui', 'app.css');
  if (!existsSync(input)) return;
  const cli = join(root, 'node_modules', '@tailwindcss', 'cli', 'dist', 'index.mjs');
  const { code, output } = await captureNode([cli, '--input', input, '--output', target]);
  if (code !== 0) throw new Error(`The styles could not be built:\n${output}`);
}

async function moveIn(draft) {
  const entries = await readdir(draft, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(draft, join(entry.parentPath, entry.name)))
    // Last what has a fixed name, for it names the others.
    .sort((a, b) => Number(isFixed(a)) - Number(isFixed(b)));
  for (const file of files) {
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await rename(join(draft, file), join(dist, file));
  }
  return files;
}

function isFixed(file) {
  return ['cli.js', 'cli.js.map', 'manifest.json'].includes(basename(file));
}

async function clearOld(current) {
  const kept = new Set([...current, '.stamp', '.busy']);
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || kept.has(relative(dist, path)) || path.includes('.new-')) continue;
    if (Date.now() - (await stat(path)).mtimeMs > keepOld) await rm(path, { force: true });
  }
}
