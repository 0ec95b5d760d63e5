import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '#lib/root.ts';

/** The folder of built files that browsers fetch. */
export const publicFolder = join(packageRoot, 'dist', 'public');

let manifest: Record<string, string> | undefined;

/** The address of a built file, with the hash of its content in its name. */
export function asset(name: 'app.css' | 'app.js' | 'font'): string {
  manifest ??= readManifest();
  return `/assets/${manifest[name] ?? name}`;
}

function readManifest(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(join(publicFolder, 'manifest.json'), 'utf8'));
  } catch {
    return {};
  }
}
