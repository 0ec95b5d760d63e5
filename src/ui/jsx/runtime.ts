import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/**
 * What JSX is made into: text, at once. A page is a few thousand elements, and hono/jsx makes a tree of objects of
 * them before it writes any: that took a fifth of the time of a page. Here an element is its text as soon as it is
 * named, children first. There are no promises, contexts or handlers in it: whatever a page shows was read before.
 * The types of the elements are those of hono/jsx.
 */

export type { JSX };

/** Text that is markup already. Only elements and `raw` make it. */
class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Props = Readonly<Record<string, unknown>> | null;
type Component = (props: object) => unknown;

/** Markup that was made before, by this program: it stands as it is. */
export const raw = (text: string): JSX.Element => new Markup(text) as unknown as JSX.Element;

/** Markup that will stand in many pages: as one piece of text, not as the many of which it was put together. */
export const flat = (markup: JSX.Element): JSX.Element => raw(Buffer.from(String(markup)).toString());

/**
 * An element or a component with its properties.
 * @throws {TypeError} for what cannot be shown: an object that is no element, a promise, a function
 */
export function jsx(tag: string | Component, props: Props): Markup {
  if (typeof tag === 'function') return new Markup(written(tag(props ?? {})));
  if (!isName(tag)) throw new TypeError(`No element can be named “${tag}”.`);
  let text = `<${tag}`;
  let children: unknown;
  for (const name in props) {
    if (name === 'children') children = props[name];
    else text += attribute(name, props[name]);
  }
  if (empty.has(tag)) return new Markup(`${text}/>`);
  return new Markup(`${text}>${written(children)}</${tag}>`);
}

export { attribute as jsxAttr, jsx as jsxDEV, jsx as jsxs, written as jsxEscape };

/** Several children in a place for one. */
export const Fragment = ({ children }: { children?: Child }): Child => children;

function written(child: unknown): string {
  if (typeof child === 'string') return escaped(child);
  if (child instanceof Markup) return child.toString();
  if (child === null || child === undefined || typeof child === 'boolean') return '';
  if (typeof child === 'number') return String(child);
  if (!Array.isArray(child)) throw new TypeError(`An element holds no ${typeof child}.`);
  let text = '';
  for (const each of child) text += written(each);
  return text;
}

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!isName(name)) throw new TypeError(`No attribute can be named “${name}”.`);
  if (typeof value === 'string') return ` ${name}="${escaped(value)}"`;
  if (typeof value === 'number') return ` ${name}="${value}"`;
  if (typeof value !== 'boolean') throw new TypeError(`“${name}” cannot be a ${typeof value}.`);
  if (flags.has(name)) return value ? ` ${name}=""` : '';
  return ` ${name}="${value}"`;
}

const special = /[&<>"']/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.search(special) < 0 ? text : text.replace(special, (each) => entities[each]!);

/** The names that were looked at: they stand in the code, so there are few. */
const names = new Set<string>();

function isName(name: string): boolean {
  if (names.has(name)) return true;
  if (!/^[a-z][\w:.-]*$/i.test(name)) return false;
  names.add(name);
  return true;
}

const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** What is there or not; any other attribute says «true» or «false». */
const flags = new Set(
  (
    'allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate hidden ' +
    'inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected'
  ).split(' '),
);
