import { parseSync, visitorKeys } from 'oxc-parser';

/**
 * Markup that stands in the sources is text before the program starts: `<p class="a">{name}</p>` becomes
 * `raw('<p class="a">' + jsxEscape(name) + '</p>')`. What remains to be done for a page are its names, numbers and
 * components. Each expression keeps its line, so that errors name the right one. Decision 19.
 */

const names = { raw: '$raw', jsxAttr: '$attribute', jsxEscape: '$text' };
/** As the runtime has them. */
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/**
 * The source of a module with its elements as text; components and what has spread properties stay JSX.
 * @param {string} path ends in .tsx
 * @param {string} source
 * @throws {SyntaxError} where the source makes no sense, or names a sign that one would have to look up
 */
export function compileMarkup(path, source) {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0].codeframe ?? errors[0].message}`);
  const made = new Module(path, source).within(program);
  if (made === source) return source;
  const imported = Object.entries(names).map(([name, local]) => `${name} as ${local}`);
  return `import { ${imported.join(', ')} } from '#jsx/jsx-runtime'; ${made}`;
}

const isJsx = ({ type }) => type === 'JSXElement' || type === 'JSXFragment';

class Module {
  #path;
  #source;

  constructor(path, source) {
    this.#path = path;
    this.#source = source;
  }

  /** The source of a node, with the JSX in it made into text. */
  within(node) {
    let text = '';
    let done = node.start;
    for (const each of jsxIn(node)) {
      text += this.#source.slice(done, each.start) + this.#made(each);
      done = each.end;
    }
    return text + this.#source.slice(done, node.end);
  }

  /** An element as an expression. */
  #made(node) {
    if (!isText(node)) return this.#kept(node);
    return this.#joined(node, this.#partsOf(node));
  }

  /** A component, or an element of which it is not known what it has: as JSX, with what is in it made into text. */
  #kept(node) {
    let text = '';
    let done = node.start;
    const put = (at, made) => {
      text += this.#source.slice(done, at.start) + made;
      done = at.end;
    };
    for (const attribute of node.openingElement?.attributes ?? []) {
      if (attribute.value && isJsx(attribute.value)) put(attribute.value, `{${this.#made(attribute.value)}}`);
      else if (jsxIn(attribute).length > 0) put(attribute, this.within(attribute));
    }
    for (const child of node.children) {
      if (isJsx(child)) put(child, isText(child) ? `{${this.#made(child)}}` : this.#kept(child));
      else if (jsxIn(child).length > 0) put(child, this.within(child));
    }
    return text + this.#source.slice(done, node.end);
  }

  /** What an element is put together from: texts, and expressions where they stand. */
  #partsOf(node) {
    if (node.type === 'JSXFragment') return this.#childrenOf(node);
    const { name, attributes } = node.openingElement;
    const parts = [`<${name.name}`, ...attributes.map((each) => this.#attribute(each))];
    if (empty.has(name.name)) return [...parts, '/>'];
    return [...parts, '>', ...this.#childrenOf(node), `</${name.name}>`];
  }

  #attribute({ name, value }) {
    const said = nameOf(name);
    if (!value) return { at: name, code: `${names.jsxAttr}(${JSON.stringify(said)}, true)` };
    const known = this.#literalOf(value);
    if (known !== undefined) return ` ${said}="${escaped(known)}"`;
    const expression = value.expression ?? value;
    return { at: expression, code: `${names.jsxAttr}(${JSON.stringify(said)}, ${this.within(expression)})` };
  }

  #childrenOf({ children }) {
    return children.flatMap((child) => {
      if (child.type === 'JSXText') return [escaped(wordsOf(this.#plain(child.value)))];
      const inner = child.type === 'JSXExpressionContainer' ? child.expression : child;
      if (inner.type === 'JSXEmptyExpression') return [];
      const known = this.#literalOf(child);
      if (known !== undefined) return [escaped(known)];
      if (isJsx(inner) && isText(inner)) return this.#partsOf(inner);
      return [
        { at: inner, code: `${names.jsxEscape}(${isJsx(inner) ? this.#kept(inner) : this.within(inner)})` },
      ];
    });
  }

  /** The words or the number of a literal, by itself or in braces. */
  #literalOf(node) {
    const inner = node.type === 'JSXExpressionContainer' ? node.expression : node;
    if (inner.type !== 'Literal' || !['string', 'number'].includes(typeof inner.value)) return undefined;
    return inner === node ? this.#plain(inner.value) : String(inner.value);
  }

  /** Text as it stands in markup, of which one would have to know what `&nbsp;` is: nobody writes it that way here. */
  #plain(text) {
    if (!/&[#\w]+;/.test(text)) return text;
    throw new SyntaxError(`${this.#path}: write ${JSON.stringify(text.trim())} with its signs themselves.`);
  }

  /** Parts as one expression that takes as many lines as the node did. */
  #joined(node, parts) {
    let line = this.#lineOf(node.start);
    let text = '';
    let code = '';
    const add = (expression, to) => {
      const lines = Math.max(0, to - line);
      code += `${code ? ' + ' : ''}${'\n'.repeat(lines)}${expression}`;
      line += lines + linesIn(expression);
    };
    for (const part of parts) {
      if (typeof part === 'string') {
        text += part;
        continue;
      }
      if (text) add(JSON.stringify(text), line);
      text = '';
      add(part.code, this.#lineOf(part.at.start));
    }
    if (text || !code) add(JSON.stringify(text), line);
    return `${names.raw}(${code}${'\n'.repeat(Math.max(0, this.#lineOf(node.end) - line))})`;
  }

  #lineOf(at) {
    return linesIn(this.#source.slice(0, at));
  }
}

const linesIn = (text) => text.split('\n').length - 1;

/** The outermost JSX in a node, in its order; the node itself when it is JSX. */
function jsxIn(node) {
  if (isJsx(node)) return [node];
  const keys = visitorKeys[node.type] ?? [];
  return keys
    .flatMap((key) => node[key] ?? [])
    .filter((each) => each)
    .flatMap(jsxIn)
    .sort((a, b) => a.start - b.start);
}

/** Whether an element can be text by itself: it has a name of HTML, and says which attributes it has. */
function isText({ type, openingElement }) {
  if (type === 'JSXFragment') return true;
  const { name, attributes } = openingElement;
  return (
    name.type === 'JSXIdentifier' &&
    /^[a-z]/.test(name.name) &&
    attributes.every(({ type }) => type === 'JSXAttribute')
  );
}

const nameOf = (name) =>
  name.type === 'JSXNamespacedName' ? `${name.namespace.name}:${name.name.name}` : name.name;

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => entities[sign]);
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The words between two tags: lines lose the space around them, empty ones are none, and the rest stands on one line. */
function wordsOf(text) {
  const lines = text.split(/\r\n|[\n\r]/);
  return lines
    .map((line, nth) => {
      const begun = nth === 0 ? line : line.replace(/^[ \t]+/, '');
      return nth === lines.length - 1 ? begun : begun.replace(/[ \t]+$/, '');
    })
    .filter((line) => line)
    .join(' ');
}
