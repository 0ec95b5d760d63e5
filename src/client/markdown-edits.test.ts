import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Edit, nameAt, nextItem, pastedLink, type Typing, tools } from './markdown-edits.ts';

/** A field as people see it: `|` is the cursor, or stands at both ends of the selection. */
const typing = (seen: string): Typing => {
  const [a = '', b = '', c = ''] = seen.split('|');
  const text = a + b + c;
  return seen.split('|').length === 3
    ? { text, start: a.length, end: a.length + b.length }
    : { text, start: a.length, end: a.length };
};
const seen = ({ text }: Typing, edit: Edit | null): string | null => {
  if (!edit) return null;
  const now = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  if (edit.start === edit.end) return `${now.slice(0, edit.start)}|${now.slice(edit.start)}`;
  return `${now.slice(0, edit.start)}|${now.slice(edit.start, edit.end)}|${now.slice(edit.end)}`;
};
const use = (tool: string, before: string) => seen(typing(before), tools[tool]!(typing(before)));

test.each([
  ['bold', 'Dit is |vet|.', 'Dit is **|vet|**.'],
  ['bold', 'Dit is **|vet|**.', 'Dit is |vet|.'],
  ['bold', 'Dit is |**vet**|.', 'Dit is |vet|.'],
  ['bold', 'Dit is| vet |.', 'Dit is **|vet|** .'],
  ['bold', 'midden in een wo|ord', 'midden in een **|woord|**'],
  ['bold', 'klaar |', 'klaar **|**'],
  ['bold', 'klaar **|**', 'klaar |'],
  ['italic', '|een|', '_|een|_'],
  ['code', '|npm start|', '`|npm start|`'],
  ['code', 'Log:\n|een\ntwee|\nmeer', 'Log:\n```\n|een\ntwee|\n```\nmeer'],
  ['code', 'Log: |een\ntwee| meer', 'Log: \n```\n|een\ntwee|\n```\n meer'],
  ['link', 'kijk |hier|', 'kijk [hier](|https://|)'],
  ['link', 'kijk |https://a.test/x|', 'kijk [|](https://a.test/x)'],
  ['link', '|', '[|](https://)'],
  ['list', 'een\n|twee\ndrie|\nvier', 'een\n|- twee\n- drie|\nvier'],
  ['list', '|- twee\n- drie|', '|twee\ndrie|'],
  ['list', '|1. twee\n2. drie|', '|- twee\n- drie|'],
  ['list', 'een|', '- een|'],
  ['list', '|', '- |'],
  ['list', '|een\n\ntwee\n|', '|- een\n\n- twee|\n'],
  ['numbers', '|een\ntwee|', '|1. een\n2. twee|'],
  ['numbers', '|- een\n- twee|', '|1. een\n2. twee|'],
  ['quote', '|een\n\ntwee|', '|> een\n> \n> twee|'],
  ['quote', '|> een\n> \n> twee|', '|een\n\ntwee|'],
  ['quote', '|- een|', '|> - een|'],
])('%s: %j becomes %j', (tool, before, after) => {
  expect(use(tool, before)).toBe(after);
});

describe('Enter', () => {
  test.each([
    ['- een|', '- een\n- |'],
    ['  * een|twee', '  * een\n  * |twee'],
    ['9. negen|', '9. negen\n10. |'],
    ['1) een|', '1) een\n2) |'],
    ['- een\n- |', '- een\n\n|'],
    ['- een\n- |\nverder', '- een\n\n|\nverder'],
  ])('continues or ends a list: %j becomes %j', (before, after) => {
    expect(seen(typing(before), nextItem(typing(before)))).toBe(after);
  });

  test.each(['een|', '-geen lijst|', '|- ervoor', '- |twee| gekozen', '> gezegd|'])(
    'is just Enter in %j',
    (at) => {
      expect(nextItem(typing(at))).toBeNull();
    },
  );
});

test('an address pasted over words makes them a link, and over anything else is pasted', () => {
  const paste = (at: string, text: string) => seen(typing(at), pastedLink(typing(at), text));
  expect(paste('kijk |hier| even', ' https://a.test/x ')).toBe('kijk [hier](https://a.test/x)| even');
  expect(paste('kijk | even', 'https://a.test/x')).toBeNull();
  expect(paste('kijk |hier|', 'geen adres')).toBeNull();
  expect(paste('[hier](|https://|)', 'https://a.test/x')).toBeNull();
  expect(paste('|een\ntwee|', 'https://a.test/x')).toBeNull();
});

test('knows the name that is being typed', () => {
  const name = (at: string) => nameAt(typing(at))?.name;
  expect(name('Hallo @|')).toBe('');
  expect(name('(@sanne de v|')).toBe('sanne de v');
  expect(nameAt(typing('Hallo @Sa|'))).toEqual({ from: 6, name: 'Sa' });
  for (const at of ['info@sanne|', 'Hallo @ sa|', 'Hallo @sa\nx|', 'Hallo |@sa', '@12|', '|@sa|'])
    expect(name(at)).toBeUndefined();
});

test('whatever is selected, nothing that was typed is lost, and what is selected lies in the text', () => {
  const anywhere = fc
    .tuple(
      fc.array(fc.constantFrom('a', ' ', '\n', '- ', '1. ', '> ', '**', '`', 'é', 'ß')),
      fc.nat(),
      fc.nat(),
    )
    .map(([parts, one, two]) => {
      const text = parts.join('');
      const [start = 0, end = 0] = [one % (text.length + 1), two % (text.length + 1)].sort((a, b) => a - b);
      return { text, start, end };
    });
  fc.assert(
    fc.property(anywhere, fc.constantFrom(...Object.keys(tools)), (at, tool) => {
      const edit = tools[tool]!(at);
      const now = at.text.slice(0, edit.from) + edit.insert + at.text.slice(edit.to);
      expect(0 <= edit.start && edit.start <= edit.end && edit.end <= now.length).toBe(true);
      const words = (text: string) => text.replaceAll(/[^aéß]/g, '');
      expect(words(now)).toBe(words(at.text));
    }),
    { numRuns: 500 },
  );
});
