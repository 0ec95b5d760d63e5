import type { Impact, Urgency } from '#agreement/agreement.ts';

export type Sample = 'picture' | 'table' | 'log';

/** How a solved story ended: something was built, or an answer was enough. */
export type Solution =
  | { readonly changed: string; readonly test: string; readonly release: string }
  | { readonly reply: string };

/**
 * What happened to somebody, in their words and in ours. In braces stand words that differ from client to
 * client: `{product}`, `{other}`, `{page}`, `{event}`, `{address}`, `{name}`.
 */
export interface Story {
  readonly key: string;
  /** Left out, it can happen anywhere. */
  readonly on?: 'webshop' | 'website';
  readonly urgency: Urgency;
  readonly impact: Impact;
  /** Told again at another client, it has the next of these. */
  readonly subject: readonly string[];
  readonly did: string;
  readonly happened: string;
  readonly expected?: string;
  /** Can happen before the site is live as well. */
  readonly early?: true;
  /** What the client sends along with the report. */
  readonly file?: Sample;
  /** What the client sends along with the answer. */
  readonly sends?: Sample;
  readonly note: string;
  readonly asked: string;
  readonly answered: string;
  readonly solution: Solution;
  readonly added?: string;
  readonly replied?: string;
  readonly failed?: string;
  readonly refused?: string;
  readonly adjusted?: { readonly urgency: Urgency; readonly impact: Impact; readonly reason: string };
  readonly moved?: string;
  readonly dropped?: string;
  readonly withdrawn?: string;
  readonly reopened?: string;
}

/** What people say in a step for which a story has no words of its own. */
export interface Sayings {
  readonly added: readonly string[];
  readonly replied: readonly string[];
  readonly failed: readonly string[];
  readonly refused: readonly string[];
  readonly refusedAgain: readonly string[];
  readonly moved: readonly string[];
  readonly dropped: readonly string[];
  readonly withdrawn: readonly string[];
  readonly reopened: readonly string[];
  readonly followed: { readonly subject: string; readonly happened: string };
  readonly testRemark: readonly string[];
}
