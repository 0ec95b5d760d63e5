import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('The program lies outside its package: package.json is not found above it.');
    folder = parent;
  }
  return folder;
}

/** The folder of the package, the same from the sources and from the built program. */
export const packageRoot = findRoot();
