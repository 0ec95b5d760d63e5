/** A reader of the XML that documents are written in, made apart from what writes it: elements, attributes, text. */

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decoded = (text: string) =>
  text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (_, name: string) =>
    name.startsWith('#x')
      ? String.fromCodePoint(Number.parseInt(name.slice(2), 16))
      : name.startsWith('#')
        ? String.fromCodePoint(Number(name.slice(1)))
        : (entities[name] ?? '?'),
  );

/** The root element; throws where the text is not well-formed. */
export function readXml(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, tag = '', text = ''] of xml.matchAll(/<([^>]+)>([^<]*)/g)) {
    if (tag.startsWith('?')) continue;
    if (tag.startsWith('/')) {
      const closed = open.pop()!;
      if (closed.name !== tag.slice(1)) throw new Error(`${tag} closes ${closed.name}`);
    } else {
      const [, name = '', rest = ''] = /^([\w:]+)([\s\S]*?)\/?$/.exec(tag) ?? [];
      const attributes = Object.fromEntries(
        [...rest.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, decoded(value)]),
      );
      const node: Node = { name, attributes, children: [], text: decoded(text).trim() };
      open.at(-1)!.children.push(node);
      if (!tag.endsWith('/')) open.push(node);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not well-formed');
  return root.children[0]!;
}

/** All elements on a path like `cac:TaxTotal/cbc:TaxAmount`. */
export const all = (node: Node, path: string): Node[] =>
  path
    .split('/')
    .reduce<Node[]>(
      (found, step) => found.flatMap(({ children }) => children.filter(({ name }) => name === step)),
      [node],
    );

/** The text of the first element on a path, or nothing. */
export const one = (node: Node, path: string): string | undefined => all(node, path)[0]?.text;

/** Every element in a document, whatever its place. */
export const everywhere = (node: Node): Node[] => [node, ...node.children.flatMap(everywhere)];
