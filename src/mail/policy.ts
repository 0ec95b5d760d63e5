import type { Staff } from '#lib/actor.ts';

interface MailLike {
  readonly kind: string;
  readonly secret: boolean;
  readonly state: string;
}

/**
 * Whether somebody may read a mail with the link or code in it. What signs somebody in or confirms what they agree
 * to is for its addressee alone, with one exception: an invitation, or the code of a quote, that no server took along
 * may be handed over by a manager, or without a mail server nobody could be invited and nothing agreed to. A sign-in
 * link that was asked for is never shown.
 */
export const mayReadLink = (actor: Staff, { kind, secret, state }: MailLike): boolean =>
  !secret ||
  (actor.role === 'manager' && (kind === 'invitation' || kind === 'quote_code') && state === 'kept');

/** What failed or was kept may be sent again; what signs somebody in only by managers. */
export const maySendAgain = (actor: Staff, { secret, state }: MailLike): boolean =>
  (state === 'failed' || state === 'kept') && (!secret || actor.role === 'manager');

/** The text of a mail without any token or code: whatever is too long to be a word, and six digits by themselves. */
export const withoutTokens = (text: string): string =>
  text.replace(/[\w-]{24,}|(?<![#\w])\d{6}(?!\w)/g, '•••');
