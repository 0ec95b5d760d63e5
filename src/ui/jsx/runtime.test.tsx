import fc from 'fast-check';
import { Fragment as HonoFragment, jsx as honoJsx } from 'hono/jsx/jsx-runtime';
import { expect, test } from 'vitest';
import { Fragment, jsx, raw } from './runtime.ts';

interface Tree {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number | boolean | null>>;
  readonly children: readonly Part[];
}
type Part = Tree | string | number | boolean | null;

type Maker = (tag: never, props: never) => unknown;

/** A tree as JSX would have a runtime make it; `of` stands for a component. */
const built = (part: Part, make: Maker, fragment: unknown): unknown => {
  if (typeof part !== 'object' || part === null) return part;
  const children = part.children.map((each) => built(each, make, fragment));
  const tag =
    part.tag === 'of' ? (props: object) => make('b' as never, props as never) : part.tag || fragment;
  return make(tag as never, { ...(part.tag ? part.attributes : {}), children } as never);
};

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', ' ', 'é', '\n') }),
);
const attributes = fc.dictionary(
  fc.constantFrom('id', 'class', 'aria-hidden', 'hidden', 'data-at', 'value', 'checked', 'viewBox'),
  fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)),
);
const { tree } = fc.letrec<{ tree: Tree; part: Part }>((tie) => ({
  part: fc.oneof({ depthSize: 'small' }, text, fc.integer(), fc.boolean(), fc.constant(null), tie('tree')),
  tree: fc.oneof(
    fc.record({
      tag: fc.constantFrom('p', 'ul', 'span', 'a', 'turbo-frame', 'of', ''),
      attributes,
      children: fc.array(tie('part'), { maxLength: 4 }),
    }),
    fc.record({ tag: fc.constantFrom('br', 'img', 'hr'), attributes, children: fc.constant([]) }),
  ),
}));

test('writes what hono/jsx writes', () => {
  fc.assert(
    fc.property(tree, (some) => {
      const theirs = String(built(some, honoJsx as Maker, HonoFragment));
      expect(String(built(some, jsx as Maker, Fragment))).toBe(theirs);
    }),
  );
});

test('escapes whatever is no element', () => {
  const typed = `<script>alert("1")</script>'&`;
  const shown = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;';
  const Words = () => typed;
  expect(String(<p title={typed}>{typed}</p>)).toBe(`<p title="${shown}">${shown}</p>`);
  expect(
    String(
      <p>
        <Words />
        {[typed]}
      </p>,
    ),
  ).toBe(`<p>${shown}${shown}</p>`);
  expect(String(<p>{raw('<b>made before</b>')}</p>)).toBe('<p><b>made before</b></p>');
});

test.each([
  ['an object that says it is markup', { isEscaped: true, toString: () => '<b>' }],
  ['a text object that says so', Object.assign(new String('<b>'), { isEscaped: true })],
  ['a promise', Promise.resolve('later')],
  ['a function', () => 'x'],
])('refuses %s', (_, child) => {
  expect(() => jsx('p', { children: child })).toThrow(TypeError);
  expect(() => jsx('p', { title: child })).toThrow(TypeError);
});

test.each(['a b', 'x"y', 'x>', '', '1a'])('refuses “%s” as a name', (name) => {
  expect(() => jsx(name, {})).toThrow(TypeError);
  expect(() => jsx('p', { [name]: 'x' })).toThrow(TypeError);
});
