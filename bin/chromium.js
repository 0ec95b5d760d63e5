import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const remedy = 'Install Chromium or Chrome and run again; CHROME_PATH may name its program.';

/** The path of a Chromium or Chrome; as root on Debian installs one when there is none, elsewhere throws a sentence. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!isDebian) fail(`The tests need a browser. ${remedy}`);
  console.error('Installing Chromium …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '--yes', 'chromium']]) {
    const { status, stderr } = spawnSync('apt-get', ['--quiet=2', ...args], { env, encoding: 'utf8' });
    if (status !== 0) fail(`Chromium could not be installed: ${stderr?.trim()}. ${remedy}`);
  }
  return findChromium() ?? fail(`Chromium was installed but is not found. ${remedy}`);
}

export function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const chosen = process.env.CHROME_PATH;
  return (chosen ? [chosen] : places).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function fail(sentence) {
  throw new Error(sentence);
}
