import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './run.js';

const modules = join(root, 'node_modules');
const lock = join(root, 'dist', '.busy');

/** Makes a checkout ready to run, or ends here with what went wrong. */
export async function ready(options) {
  try {
    await prepare(options);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

/**
 * Makes a checkout ready to run, whatever was done to it before: installs what package-lock.json asks for and
 * builds the program, each only when stale. Says what it does on standard error.
 */
export async function prepare({ build = true } = {}) {
  if (!isInstalled()) await alone(() => isInstalled() || install());
  linkCommand();
  if (!build) return;
  // Not before: it needs what was just installed.
  const { isBuilt, bundle } = await import('./bundle.js');
  if (await isBuilt()) return;
  await alone(async () => {
    if (await isBuilt()) return;
    console.error('Building …');
    await bundle();
  });
}

function isInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  // npm writes this one last, so an install that was killed counts as none.
  const found = readPackages(join(modules, '.package-lock.json'));
  if (!existsSync(join(modules, 'node', 'bin'))) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    return found[path] ? found[path].version === version : optional;
  });
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return {};
  }
}

function install() {
  console.error('Installing …');
  // With the tools to build it, even where NODE_ENV=production would leave them out.
  const common = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // `npm ci` refuses a lock without the packages of other machines, as npm writes it where a registry lacks
  // them; `npm install` takes the same versions from it.
  if (npm('ci', ...common).status !== 0) demand(npm('install', '--no-save', ...common), 'npm install');
  // The registry's Node.js arrives by an install script, which a careful npm does not run by itself.
  if (!runs(join(modules, 'node', 'bin', 'node'))) {
    const folder = join(modules, 'node');
    const options = { cwd: folder, encoding: 'utf8' };
    demand(spawnSync(process.execPath, ['installArchSpecificPackage'], options), `node ${folder}`);
  }
}

function npm(...args) {
  const windows = process.platform === 'win32';
  return spawnSync(windows ? 'npm.cmd' : 'npm', args, { cwd: root, encoding: 'utf8', shell: windows });
}

function demand({ status, error, stdout, stderr }, command) {
  if (status === 0) return;
  const output = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim();
  throw new Error(`${output}\n\`${command}\` failed: mend what it says above, and start again.`);
}

function runs(program) {
  return spawnSync(program, ['--version']).status === 0;
}

/** npm links the commands of dependencies only; `npx nazorg` shall find that of this package, too. */
function linkCommand() {
  const path = join(modules, '.bin', 'nazorg');
  if (process.platform === 'win32' || existsSync(path)) return;
  try {
    if (lstatSync(path, { throwIfNoEntry: false })) rmSync(path);
    symlinkSync(join('..', '..', 'bin', 'nazorg'), path);
  } catch {
    // Somebody else's checkout: `node bin/nazorg` does the same.
  }
}

/** Runs `work` while no other command installs or builds in this checkout. */
async function alone(work) {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      // Whoever made it may have been killed.
      if (isStale()) rmSync(lock, { force: true });
      else await sleep(100);
    }
  }
  const leave = () => rmSync(lock, { force: true });
  process.once('exit', leave);
  try {
    await work();
  } finally {
    leave();
    process.off('exit', leave);
  }
}

function isStale() {
  try {
    // Empty while it is being written.
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid) process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
