import type { Child } from 'hono/jsx';
import { lexer, type Token, type Tokens } from 'marked';
import { Away, Linked } from './prose.tsx';

/** Longer texts are logs that somebody pasted: shown as they are. */
const longest = 20_000;
/** Nobody nests deeper; whoever does gets it shown as typed. */
const deepest = 12;

/**
 * Text with its Markdown shown. Built of elements, never of HTML: what somebody types can bring no tag, no picture
 * and no address but http, https and mailto. What is no Markdown that is known here stands as it was typed.
 */
export const Markdown = ({ text }: { text: string }) => {
  const tokens = tokensOf(text);
  return tokens ? <Blocks tokens={tokens} depth={0} /> : <Linked text={text} />;
};

function tokensOf(text: string): Token[] | null {
  // a quotation in a quotation in a quotation: the reader of Markdown calls itself for each
  if (text.length > longest || /^(?:\s{0,3}[>*+-]\s?){12}/m.test(text)) return null;
  try {
    return lexer(text);
  } catch {
    return null;
  }
}

interface Several {
  readonly tokens: readonly Token[] | undefined;
  readonly depth: number;
  /** The words of a link: no link stands in another. */
  readonly linked?: boolean;
}

const Blocks = ({ tokens = [], depth }: Several) => (
  <>
    {tokens.map((token) => (
      <Block token={token} depth={depth} />
    ))}
  </>
);

const Block = ({ token, depth }: { token: Token; depth: number }): Child => {
  if (depth > deepest) return <Linked text={token.raw} />;
  const inner = { tokens: 'tokens' in token ? token.tokens : [], depth: depth + 1 };
  switch (token.type) {
    case 'space':
      return null;
    case 'paragraph':
      return (
        <p>
          <Inlines {...inner} />
        </p>
      );
    case 'heading':
      return (
        <p class="font-semibold">
          <Inlines {...inner} />
        </p>
      );
    case 'blockquote':
      return (
        <blockquote class="border-l-4 border-base-300 pl-3">
          <Blocks {...inner} />
        </blockquote>
      );
    case 'list':
      return <List list={token as Tokens.List} depth={depth + 1} />;
    case 'code':
      return (
        <pre class="overflow-x-auto rounded-field bg-base-300/40 p-2 text-sm" tabindex={0}>
          <code>{token.text}</code>
        </pre>
      );
    case 'text':
      return token.tokens ? <Inlines {...inner} /> : <Linked text={token.text} />;
    default:
      return <p>{token.raw.replace(/\n+$/, '')}</p>;
  }
};

const List = ({ list, depth }: { list: Tokens.List; depth: number }) => {
  const items = list.items.map(({ tokens }) => (
    <li>
      <Blocks tokens={tokens} depth={depth} />
    </li>
  ));
  if (!list.ordered) return <ul class="list-disc pl-6">{items}</ul>;
  return (
    <ol class="list-decimal pl-6" start={list.start || 1}>
      {items}
    </ol>
  );
};

const Inlines = ({ tokens = [], depth, linked = false }: Several) => (
  <>
    {tokens.map((token) => (
      <Inline token={token} depth={depth} linked={linked} />
    ))}
  </>
);

type One = Pick<Several, 'depth' | 'linked'> & { readonly token: Token };

const Inline = ({ token, depth, linked = false }: One): Child => {
  if (depth > deepest) return linked ? token.raw : <Linked text={token.raw} />;
  const inner = (
    <Inlines
      tokens={'tokens' in token ? token.tokens : []}
      depth={depth + 1}
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
      return <code class="rounded-field bg-base-300/40 px-1 text-sm">{token.text}</code>;
    case 'br':
      return '\n';
    case 'escape':
      return token.text;
    case 'link': {
      const href = safeAddress(token.href);
      return href && !linked ? <Away href={href}>{inner}</Away> : token.raw;
    }
    case 'text':
      return linked ? token.text : <Linked text={token.text} />;
    default:
      return token.raw;
  }
};

function safeAddress(text: string): string | null {
  const url = URL.parse(text);
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}
