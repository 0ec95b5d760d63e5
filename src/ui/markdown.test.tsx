import fc from 'fast-check';
import { lexer } from 'marked';
import { expect, test } from 'vitest';
import { tokensOf } from './markdown.tsx';
import { Prose } from './prose.tsx';

const html = async (text: string) => String(await (<Prose text={text} />));
/** What a reader sees of it. */
const seen = async (typed: string) =>
  (await html(typed))
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&quot;|&#34;/g, '"')
    .replaceAll('&amp;', '&');

test('what people write in Markdown is shown as they meant it', async () => {
  const shown = await html(
    '**Let op:** doe *dit* eerst:\n\n- een\n- `twee`\n\n> gezegd\n\n1. eerst\n2. dan\n\n```\n<b>\n```',
  );
  expect(shown).toContain('<strong>Let op:</strong> doe <em>dit</em> eerst:');
  expect(shown).toMatch(/<ul[^>]*><li>een<\/li><li><code[^>]*>twee<\/code><\/li><\/ul>/);
  expect(shown).toMatch(/<blockquote[^>]*><p>gezegd<\/p>/);
  expect(shown).toMatch(/<ol[^>]*start="1"[^>]*><li>eerst/);
  expect(shown).toMatch(/<pre[^>]*><code>&lt;b&gt;<\/code><\/pre>/);
  expect(await html('[hier](https://a.test/x)')).toMatch(/<a href="https:\/\/a\.test\/x"[^>]*>hier<\/a>/);
});

const corpus = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox)',
  '![x](https://a.test/y.png "a\\" onerror=alert(1)")',
  '![x](javascript:alert(1))',
  '<javascript:alert(1)>',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '`<script>alert(1)</script>`',
  '```"><script>alert(1)</script>\nx\n```',
  '**<a href="javascript:alert(1)" style="x">x</a>**',
  '# <details open ontoggle=alert(1)>',
  '| <img src=x onerror=alert(1)> | b |\n|---|---|\n| c | d |',
  '- [ ] <input autofocus onfocus=alert(1)>',
  '[a"onmouseover="alert(1)](https://a.test/"onmouseover="alert(1))',
  '<style>@import "//evil"</style><base href=//evil>',
  'https://a.test/"onclick="alert(1)',
];

const tags = new Set(['div', 'p', 'strong', 'em', 'del', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'a']);

/** Only elements of ours, only their attributes, and no address that runs something. */
function expectHarmless(shown: string) {
  for (const [, tag = '', attributes = ''] of shown.matchAll(/<\/?([a-z]+)((?:\s[^<>]*)?)>/gi)) {
    expect(tags, shown).toContain(tag);
    for (const [, name = '', value = ''] of attributes.matchAll(/([\w-]+)="([^"]*)"/g)) {
      expect(['class', 'dir', 'href', 'rel', 'target', 'start', 'tabindex'], shown).toContain(name);
      if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:)/);
    }
  }
  expect(shown.replaceAll(/<\/?[a-z]+(?:\s[\w-]+="[^"<>]*")*>/g, '')).not.toMatch(/[<>]/);
}

test('no link stands in another, whose words would be lost', async () => {
  for (const text of ['Kijk op https://a.test/winkel eens', '[**https://a.test/x**](https://a.test/winkel)'])
    expect((await html(text)).match(/<a /g)).toHaveLength(1);
  expect(await html('https://a.test/winkel')).toMatch(/<a [^>]*>https:\/\/a\.test\/winkel<\/a>/);
});

test.each(corpus)('%s runs nothing', async (typed) => {
  expectHarmless(await html(typed));
});

test('neither does anything that is made of such pieces, and plain words all stay', async () => {
  const pieces = fc.array(
    fc.oneof(fc.constantFrom(...corpus, '\n', '\n\n', '> ', '- ', '**', '_', '`', '[', ']('), fc.string()),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(pieces, async (some) => expectHarmless(await html(some.join('')))),
    { numRuns: 300 },
  );
  const plain = 'Ik koos "taart" & <b>brood</b>;\n3 < 4, #12, een_naam_zo, 2 * 3 * 4.';
  expect(await seen(plain)).toBe(plain);
});

test.each([
  '>'.repeat(20_000),
  '> '.repeat(9_000),
  '['.repeat(20_000),
  '*a '.repeat(6_000),
  '- '.repeat(9_000),
  '`'.repeat(20_000),
  '![['.repeat(6_000),
  '<'.repeat(20_000),
  'x'.repeat(100_000),
])('and nothing takes long (%#)', async (typed) => {
  const start = performance.now();
  expectHarmless(await html(typed));
  expect(performance.now() - start).toBeLessThan(3_000);
});

/** What matters of it: where something stood in the text, and the empty lines between, do not. */
const meant = (tokens: readonly unknown[] | null): unknown =>
  (tokens as { type: string; text: string; tokens?: unknown[] }[] | null)
    ?.filter(({ type }) => type !== 'space')
    .map(({ type, text, tokens }) => ({ type, text, tokens: tokens && meant(tokens) }));

test('what is read at a glance is read as Markdown reads it', () => {
  const bits = [
    'a',
    'B',
    'é',
    '1',
    '12.',
    ' ',
    '  ',
    '    ',
    '\n',
    '\n\n',
    '\n\n\n',
    '-',
    '+',
    '=',
    '===',
    '.',
    ')',
    ':',
    '(',
    '!',
    '?',
  ];
  const signs = [
    '*',
    '_',
    '`',
    '#',
    '>',
    '<b>',
    '|',
    '~',
    '[',
    ']',
    '&amp;',
    '@',
    '/',
    '\\',
    '\t',
    'www.a.nl',
    '\r\n',
  ];
  const text = fc
    .array(
      fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...bits) },
        { weight: 1, arbitrary: fc.constantFrom(...signs) },
      ),
    )
    .map((parts) => parts.join(''));
  // a row under the words makes them the head of a table, also when nothing parts the columns
  for (const typed of ['a\n:-', 'a\n:-:', 'a\n-:'])
    expect(meant(tokensOf(typed))).toEqual(meant(lexer(typed)));
  fc.assert(
    fc.property(text, (typed) => {
      expect(meant(tokensOf(typed))).toEqual(meant(lexer(typed)));
    }),
    { numRuns: 5_000 },
  );
});
