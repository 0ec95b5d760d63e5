import type { JSX } from 'hono/jsx/jsx-runtime';
import { isAscii } from '#lib/ascii.ts';
import { Fragment, jsx, raw } from './jsx/runtime.ts';

/**
 * Text in which what lies beyond Latin-1 («▲», «…», a curved quote) stands as its number. A browser shows the same; but
 * one such letter makes a whole page two bytes a letter in memory, from the first row until it is sent.
 */
export function numbered(text: string): JSX.Element {
  const escaped = jsx(Fragment, { children: text }) as unknown as JSX.Element;
  if (isAscii(text) || !beyond.test(text)) return escaped;
  return raw(String(escaped).replace(allBeyond, (letter) => `&#${letter.codePointAt(0)};`));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond Latin-1
const beyond = /[^\x00-\xff]/;
const allBeyond = new RegExp(beyond, 'gu');
