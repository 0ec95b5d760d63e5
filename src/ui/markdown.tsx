import type { Child } from 'hono/jsx';
import { lexer, type Token, type Tokens } from 'marked';
import { Away, Linked } from './linked.tsx';
import { type Manner, onPage } from './manner.ts';

/** Longer texts are logs that somebody pasted: shown as they are. */
const longest = 20_000;
/** Nobody nests deeper; whoever does gets it shown as typed. */
const deepest = 12;

/**
 * Text with its Markdown shown. Built of elements, never of HTML: what somebody types can bring no tag, no picture
 * and no address but http, https and mailto. What is no Markdown that is known here stands as it was typed.
 */
export const Markdown = ({ text, manner = onPage }: { text: string; manner?: Manner }) => {
  const tokens = tokensOf(text);
  return tokens ? (
    <Blocks tokens={tokens} depth={0} manner={manner} />
  ) : (
    <Linked text={text} manner={manner} />
  );
};

/** The text as Markdown understands it; null for what is shown as it is. */
export function tokensOf(text: string): Token[] | null {
  // a quotation in a quotation in a quotation: the reader of Markdown calls itself for each
  if (text.length > longest || /^(?:\s{0,3}[>*+-]\s?){12}/m.test(text)) return null;
  if (!mayMean.test(text)) return paragraphs(text);
  try {
    return lexer(text);
  } catch {
    return null;
  }
}

/**
 * What Markdown can begin with, and more. Most of what people write holds none of it, and is paragraphs of words: to
 * look for each of its forms in them takes longer than all else that is done with a text.
 */
const mayMean = /[\\`*_~[\]<>#|&@/=+\t\r\f\v]|^[ \d:-]| $|www\./im;

const paragraphs = (words: string): Token[] =>
  words
    .replace(/^\n+|\n+$/g, '')
    .split(/\n{2,}/)
    .filter(Boolean)
    .map((text) => ({
      type: 'paragraph',
      raw: text,
      text,
      tokens: [{ type: 'text', raw: text, text, escaped: false }],
    }));

interface Several {
  readonly tokens: readonly Token[] | undefined;
  readonly depth: number;
  readonly manner: Manner;
  /** The words of a link: no link stands in another. */
  readonly linked?: boolean;
}

const Blocks = ({ tokens = [], depth, manner }: Several) => (
  <>
    {tokens.map((token) => (
      <Block token={token} depth={depth} manner={manner} />
    ))}
  </>
);

type One = Omit<Several, 'tokens'> & { readonly token: Token };

const Block = ({ token, depth, manner }: One): Child => {
  if (depth > deepest) return <Linked text={token.raw} manner={manner} />;
  const inner = { tokens: 'tokens' in token ? token.tokens : [], depth: depth + 1, manner };
  switch (token.type) {
    case 'space':
      return null;
    case 'paragraph':
      return (
        <p {...manner.paragraph}>
          <Inlines {...inner} />
        </p>
      );
    case 'heading':
      return (
        <p {...manner.heading}>
          <Inlines {...inner} />
        </p>
      );
    case 'blockquote':
      return (
        <blockquote {...manner.quote}>
          <Blocks {...inner} />
        </blockquote>
      );
    case 'list':
      return <List list={token as Tokens.List} depth={depth + 1} manner={manner} />;
    case 'code':
      return (
        <pre {...manner.block}>
          <code>{token.text}</code>
        </pre>
      );
    case 'text':
      return token.tokens ? <Inlines {...inner} /> : <Linked text={token.text} manner={manner} />;
    default:
      return <p {...manner.paragraph}>{token.raw.replace(/\n+$/, '')}</p>;
  }
};

const List = ({ list, depth, manner }: Omit<One, 'token'> & { list: Tokens.List }) => {
  const items = list.items.map(({ tokens }) => (
    <li>
      <Blocks tokens={tokens} depth={depth} manner={manner} />
    </li>
  ));
  if (!list.ordered) return <ul {...manner.bullets}>{items}</ul>;
  return (
    <ol {...manner.numbers} start={list.start || 1}>
      {items}
    </ol>
  );
};

const Inlines = ({ tokens = [], ...rest }: Several) => (
  <>
    {tokens.map((token) => (
      <Inline token={token} {...rest} />
    ))}
  </>
);

const Inline = ({ token, depth, manner, linked = false }: One): Child => {
  if (depth > deepest) return linked ? token.raw : <Linked text={token.raw} manner={manner} />;
  const inner = (
    <Inlines
      tokens={'tokens' in token ? token.tokens : []}
      depth={depth + 1}
      manner={manner}
      linked={linked || token.type === 'link'}
    />
  );
  switch (token.type) {
    case 'strong':
      return <strong>{inner}</strong>;
    case 'em':
      return <em>{inner}</em>;
    case 'del':
      return <del>{inner}</del>;
    case 'codespan':
      return <code {...manner.code}>{token.text}</code>;
    case 'br':
      return '\n';
    case 'escape':
      return token.text;
    case 'link': {
      const href = safeAddress(token.href);
      if (!href || linked) return token.raw;
      return (
        <Away href={href} manner={manner}>
          {inner}
        </Away>
      );
    }
    case 'text':
      return linked ? token.text : <Linked text={token.text} manner={manner} />;
    default:
      return token.raw;
  }
};

function safeAddress(text: string): string | null {
  const url = URL.parse(text);
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}
