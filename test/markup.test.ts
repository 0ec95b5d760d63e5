import { transform } from 'esbuild';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fragment, jsx, jsxAttr, jsxEscape, jsxs, raw } from '#ui/jsx/runtime.ts';
import { compileMarkup } from '../bin/markup.js';

const runtime = { Fragment, jsx, jsxs, raw, jsxAttr, jsxEscape };
const surroundings = {
  Own: ({ title, children }: { title?: unknown; children?: unknown }) =>
    jsx('section', { children: ['of: ', title, children] }),
  typed: `<b>&"'`,
  some: { 'data-a': 'x', hidden: true },
  yes: true,
  none: null,
};

/** What the expression that a source ends in is shown as. */
async function shown(source: string): Promise<string> {
  const { code } = await transform(source, {
    loader: 'tsx',
    jsx: 'automatic',
    jsxImportSource: '#jsx',
    format: 'cjs',
  });
  const module = { exports: {} as { default?: unknown } };
  const names = Object.keys(surroundings);
  new Function('module', 'exports', 'require', ...names, code)(
    module,
    module.exports,
    () => runtime,
    ...Object.values(surroundings),
  );
  return String(module.exports.default);
}

/** What a source shows, or as what it is refused: of two wrong things either may be met first. */
const outcome = (source: string) => shown(source).catch((error: Error) => error.name);

const words = fc
  .array(fc.constantFrom('a', 'é', ' ', '  ', '\n', '\t', "'", '"', 'words', '·', '& ', '/'), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));
const plain = fc.constantFrom(
  '="a \' b"',
  "='x'",
  '={3}',
  '={true}',
  '={false}',
  '={typed}',
  '={none}',
  '={"a " + typed}',
  '={yes && "sure"}',
  '',
);
// what most elements refuse, and components may take
const value = fc.oneof({ weight: 20, arbitrary: plain }, { weight: 1, arbitrary: fc.constant('=<i>1</i>') });
const attributes = fc
  .uniqueArray(fc.constantFrom('id', 'class', 'hidden', 'aria-label', 'xlink:href', 'value', 'data-x'), {
    maxLength: 3,
  })
  .chain((names) => fc.tuple(...names.map((name) => value.map((said) => ` ${name}${said}`))))
  .map((all) => all.join(''));
const { element } = fc.letrec<{ element: string; child: string }>((tie) => ({
  child: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.constantFrom(
      '{typed}',
      '{none}',
      '{7}',
      '{"&lt;"}',
      '{"it\'s"}',
      '{/* reason */}',
      '{false}',
      '{[typed, 1]}',
    ),
    tie('element'),
    tie('element').map((one) => `{yes && ${one}}`),
    tie('element').map((one) => `{[1, 2].map((each) => (\n  ${one}\n))}`),
  ),
  element: fc
    .tuple(
      fc.constantFrom('p', 'a', 'turbo-frame', 'Own', ''),
      attributes,
      fc.constantFrom('', ' {...some}'),
      fc.array(tie('child'), { maxLength: 4 }),
    )
    .map(([tag, said, spread, children]) =>
      tag ? `<${tag}${said}${spread}>${children.join('')}</${tag}>` : `<>${children.join('')}</>`,
    ),
}));

test('markup made into text shows what it shows as it stands', async () => {
  await fc.assert(
    fc.asyncProperty(element, async (some) => {
      const source = `export default (\n  ${some}\n)`;
      expect(await outcome(compileMarkup('some.tsx', source))).toBe(await outcome(source));
    }),
    { numRuns: 300 },
  );
});

test.each('area base br col embed hr img input link meta param source track wbr p script div'.split(' '))(
  'an empty %s is closed as it has to be',
  async (name) => {
    const source = `export default <${name}/>`;
    expect(await shown(compileMarkup('some.tsx', source))).toBe(await shown(source));
  },
);

test('elements without children, and components among them', async () => {
  const source =
    'export default <div><br/><input disabled value={typed}/><Own title=<i>1</i>><hr/>{typed}</Own></div>';
  const made = compileMarkup('some.tsx', source);
  expect(made).toContain('"<div><br/><input"');
  expect(await shown(made)).toBe(
    '<div><br/><input disabled="" value="&lt;b&gt;&amp;&quot;&#39;"/>' +
      '<section>of: <i>1</i><hr/>&lt;b&gt;&amp;&quot;&#39;</section></div>',
  );
});

test('every expression stays on its line', () => {
  const source = [
    'const a = (',
    '  <div>',
    '    <p',
    '      id={one}',
    '    >',
    '      words',
    '      {two}',
    '    </p>',
    '    {[1].map(() => (',
    '      <i>{three}</i>',
    '    ))}',
    '  </div>',
    ');',
    'four();',
  ];
  const made = compileMarkup('some.tsx', source.join('\n')).split('\n');
  expect(made).toHaveLength(source.length);
  const lineOf = (lines: string[], word: string) => lines.findIndex((line) => line.includes(word));
  for (const word of ['one', 'two', 'three', 'four']) expect(lineOf(made, word)).toBe(lineOf(source, word));
});

test('what would have to be looked up, or makes no sense, is refused', () => {
  expect(() => compileMarkup('some.tsx', '<p>one&nbsp;word</p>')).toThrow(/some\.tsx.*one&nbsp;word/);
  expect(() => compileMarkup('some.tsx', '<p title="&euro;"/>')).toThrow(/&euro;/);
  expect(() => compileMarkup('some.tsx', 'const a = <p>')).toThrow(/some\.tsx/);
});
