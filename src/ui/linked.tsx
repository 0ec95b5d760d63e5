import type { Child } from 'hono/jsx';
import type { Manner } from './manner.ts';

/** A bare web address up to white space; what closes a sentence or a bracket after it is not part of it. */
const address = /https?:\/\/[^\s<>"]+/gi;
const trailing = /[.,;:!?'’)\]}»”]+$/u;

interface Part {
  readonly text: string;
  readonly href?: string;
}

/** Text from a person, split into plain parts and web addresses; only http and https become links. */
export function linkedParts(text: string): Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const shown = withoutTrailing(found);
    const url = URL.parse(shown);
    if (!url?.hostname) continue;
    if (index > done) parts.push({ text: text.slice(done, index) });
    parts.push({ text: shown, href: url.href });
    done = index + shown.length;
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}

/** Keeps a closing bracket that was opened within the address, as encyclopedias have them. */
function withoutTrailing(found: string): string {
  const shown = found.replace(trailing, '');
  const closing = found[shown.length];
  return closing === ')' && shown.includes('(') && !shown.includes(')') ? `${shown})` : shown;
}

/** Plain text with its web addresses made links, and the names in it that somebody is called by. */
export const Linked = ({ text, manner }: { text: string; manner: Manner }) => (
  <>
    {linkedParts(text).map(({ text, href }) =>
      href ? (
        <Away href={href} manner={manner}>
          {text}
        </Away>
      ) : manner.called && text.includes('@') ? (
        <Words text={text} {...manner.called} />
      ) : (
        text
      ),
    )}
  </>
);

/** Plain words; those by which somebody is called stand out. */
const Words = ({ text, words: called, look }: { text: string } & NonNullable<Manner['called']>) => {
  const words = called.toSorted((a, b) => b.length - a.length).map(RegExp.escape);
  const parts = text.normalize('NFC').split(new RegExp(`(@(?:${words.join('|')})(?![\\p{L}\\p{N}_]))`, 'u'));
  return <>{parts.map((part, nth) => (nth % 2 === 1 ? <mark {...look}>{part}</mark> : part))}</>;
};

/** A link to another site. */
export const Away = ({ href, manner, children }: { href: string; manner: Manner; children?: Child }) => (
  <a href={href} rel="nofollow noopener noreferrer" target="_blank" {...manner.link}>
    {children}
  </a>
);
