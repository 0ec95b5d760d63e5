/** A field's text and what is selected in it. */
export interface Typing {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What takes the place of `from` up to `to`, and what is selected afterwards. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
}

const isAddress = (text: string) => /^(?:https?:\/\/|mailto:)\S+$/i.test(text);

/** The selection without the white space around it; with nothing selected, the word that the cursor is in. */
function chosen({ text, start, end }: Typing): Typing {
  if (start === end) {
    const before = /[\p{L}\p{N}]*$/u.exec(text.slice(0, start))![0].length;
    const after = /^[\p{L}\p{N}]*/u.exec(text.slice(end))![0].length;
    // at the edge of a word something new begins
    return before && after ? { text, start: start - before, end: end + after } : { text, start, end };
  }
  const part = text.slice(start, end);
  const left = part.length - part.trimStart().length;
  return { text, start: start + left, end: start + left + part.trim().length };
}

/** Puts marks around the selection, or takes them away where they stand already. */
function around(mark: string) {
  return (typing: Typing): Edit => {
    const { text, start, end } = chosen(typing);
    const [size, part] = [mark.length, text.slice(start, end)];
    if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark)
      return { from: start - size, to: end + size, insert: part, start: start - size, end: end - size };
    if (part.length > 2 * size && part.startsWith(mark) && part.endsWith(mark))
      return { from: start, to: end, insert: part.slice(size, -size), start, end: end - 2 * size };
    return { from: start, to: end, insert: mark + part + mark, start: start + size, end: end + size };
  };
}

/** One line between ticks, several as a block of their own. */
function code(typing: Typing): Edit {
  const { text, start, end } = chosen(typing);
  const part = text.slice(start, end);
  if (!part.includes('\n')) return around('`')(typing);
  const [before, after] = [/(?:^|\n)$/.test(text.slice(0, start)), /^(?:\n|$)/.test(text.slice(end))];
  const opening = `${before ? '' : '\n'}\`\`\`\n`;
  const from = start + opening.length;
  const insert = `${opening}${part}\n\`\`\`${after ? '' : '\n'}`;
  return { from: start, to: end, insert, start: from, end: from + part.length };
}

const blankAddress = 'https://';

/** Makes a link of the selection; what is still missing, its words or its address, is typed next. */
function link(typing: Typing): Edit {
  const { text, start, end } = chosen(typing);
  const part = text.slice(start, end);
  if (isAddress(part))
    return { from: start, to: end, insert: `[](${part})`, start: start + 1, end: start + 1 };
  const address = start + part.length + 3;
  return {
    from: start,
    to: end,
    insert: `[${part}](${blankAddress})`,
    start: part ? address : start + 1,
    end: part ? address + blankAddress.length : start + 1,
  };
}

const marker = /^(\s*)(?:[-*+] |\d+[.)] |> ?)/;

/** Puts a mark before each selected line, in the place of another one; takes it away where all lines have it. */
function before(markOf: (nth: number) => string, has: RegExp) {
  return ({ text, start, end }: Typing): Edit => {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = text.indexOf('\n', Math.max(start, end - 1));
    const to = lineEnd < 0 ? text.length : Math.max(lineEnd, start);
    const lines = text.slice(from, to).split('\n');
    const isMarked = lines.every((line) => has.test(line));
    let nth = 0;
    const insert = lines
      .map((line) => {
        if (isMarked) return line.replace(marker, '$1');
        const plain = has.test('> ') ? line : line.replace(marker, '$1');
        return lines.length > 1 && plain.trim() === '' && !has.test('> ') ? plain : markOf(++nth) + plain;
      })
      .join('\n');
    const at = from + insert.length;
    return { from, to, insert, start: start === end ? at : from, end: at };
  };
}

/** What each button does with what is typed. */
export const tools: Readonly<Record<string, (typing: Typing) => Edit>> = {
  bold: around('**'),
  italic: around('_'),
  code,
  link,
  list: before(() => '- ', /^\s*[-*+] /),
  numbers: before((nth) => `${nth}. `, /^\s*\d+[.)] /),
  quote: before(() => '> ', /^\s*> ?/),
};

/** Enter in a list begins its next item, and in an item that is still empty ends the list; null elsewhere. */
export function nextItem({ text, start, end }: Typing): Edit | null {
  if (start !== end) return null;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const found = /^(\s*)(?:([-*+]) |(\d{1,9})([.)]) )(.*)$/.exec(text.slice(from, start));
  if (!found) return null;
  const [, indent = '', bullet, number, dot, item = ''] = found;
  if (!item.trim() && /^(?:\n|$)/.test(text.slice(start)))
    // after a blank line: right below the list it would still belong to its last item
    return { from, to: start, insert: '\n', start: from + 1, end: from + 1 };
  const insert = `\n${indent}${bullet ?? `${Number(number) + 1}${dot}`} `;
  return { from: start, to: start, insert, start: start + insert.length, end: start + insert.length };
}

/** An address that is pasted over words makes them a link; null where it is just pasted. */
export function pastedLink({ text, start, end }: Typing, pasted: string): Edit | null {
  const [part, address] = [text.slice(start, end), pasted.trim()];
  if (!part.trim() || part.includes('\n') || /^(?:https?:|mailto:)/i.test(part) || !isAddress(address))
    return null;
  const insert = `[${part}](${address})`;
  return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length };
}

/** The name that is being typed after an `@` before the cursor, and where it begins; null where none is. */
export function nameAt({ text, start, end }: Typing): { from: number; name: string } | null {
  if (start !== end) return null;
  const found = /(?:^|[\s([{«“"'‘])@((?:\p{L}[\p{L}\p{M}'’. -]{0,60})?)$/u.exec(
    text.slice(Math.max(0, start - 80), start),
  );
  return found ? { from: start - found[1]!.length - 1, name: found[1]! } : null;
}
