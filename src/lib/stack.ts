import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * A stack as it stands in the source, where the files that ran have maps beside them. Node.js can do it by itself
 * (`--enable-source-maps`), but reads all maps at start for it and keeps them: 25 MiB that are needed when
 * something goes wrong. Here a map is read when a stack is written down.
 */
export function inSource(stack: string): string {
  const maps = new Map<string, SourceMap | null>();
  return stack.replace(/(file:\/\/[^\s()]+\.m?js):(\d+):(\d+)/g, (place, url: string, line, column) => {
    if (!maps.has(url)) maps.set(url, mapBeside(url));
    const found = maps.get(url)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!found || !('originalSource' in found)) return place;
    const path = fileURLToPath(new URL(found.originalSource, url));
    return `${path}:${found.originalLine + 1}:${found.originalColumn + 1}`;
  });
}

/** A fault as the log keeps it. */
export const faultOf = ({ name, message, stack = '' }: Error) => ({ name, message, stack: inSource(stack) });

function mapBeside(url: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${url}.map`), 'utf8')));
  } catch {
    return null;
  }
}
