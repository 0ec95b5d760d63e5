import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * How the program itself is run. Pages leave much that is soon forgotten: with its usual room for it Node.js keeps
 * twice the memory (docs/decisions/011-memory.md). The Dockerfile says the same.
 */
export const serving = ['--max-semi-space-size=16', '--max-old-space-size=512'];

/** The Node.js that the program needs: this one when it is new enough, else the one that npm installed. */
export function node() {
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath;
  const folder = join(root, 'node_modules', 'node', 'bin');
  return ['node', 'node.exe'].map((name) => join(folder, name)).find(existsSync) ?? process.execPath;
}

/** Runs a script of Node.js to its end, passing on the signals that we get; resolves to its exit code. */
export function runNode(args, options = {}) {
  const child = spawn(node(), args, { cwd: root, stdio: 'inherit', ...options });
  const signals = ['SIGTERM', 'SIGHUP', 'SIGINT'];
  // At a terminal, Ctrl-C reaches the whole group: passing it on would deliver it twice.
  const pass = (signal) => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal));
  for (const signal of signals) process.on(signal, pass);
  // `npm start` hands its signals to a shell, which dies of them and tells nobody.
  const parent = process.ppid;
  const orphaned = () => process.ppid !== parent && child.kill('SIGTERM');
  const watch = process.env.npm_lifecycle_event && setInterval(orphaned, 200);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearInterval(watch);
      for (const each of signals) process.off(each, pass);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** The same, with what it printed, in order, instead of showing it. */
export async function captureNode(args) {
  const child = spawn(node(), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, output };
}
