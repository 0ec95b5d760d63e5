import type { Staff } from '#lib/actor.ts';

interface MailLike {
  readonly kind: string;
  readonly secret: boolean;
  readonly state: string;
}

/**
 * Whether somebody may read a mail with the link in it. A link that signs somebody in is for its addressee
 * alone, with one exception: an invitation that no server took along may be handed over by a manager, or
 * without a mail server nobody could be invited. A sign-in link that was asked for is never shown.
 */
export const mayReadLink = (actor: Staff, { kind, secret, state }: MailLike): boolean =>
  !secret || (actor.role === 'manager' && kind === 'invitation' && state === 'kept');

/** What failed or was kept may be sent again; what signs somebody in only by managers. */
export const maySendAgain = (actor: Staff, { secret, state }: MailLike): boolean =>
  (state === 'failed' || state === 'kept') && (!secret || actor.role === 'manager');

/** The text of a mail without any token: whatever is too long to be a word. */
export const withoutTokens = (text: string): string => text.replace(/[\w-]{24,}/g, '•••');
