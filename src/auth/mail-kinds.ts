import { mailKinds } from '#mail/kinds.ts';
import { authTexts } from './texts.ts';

/** The mails with which people sign in, for whoever changes their sentences. */
export const authMails = mailKinds(authTexts, [
  {
    kind: 'sign_in_link',
    group: 'account',
    subject: 'mail.subject',
    pieces: ['mail.intro', { action: 'mail.action' }, 'mail.until', 'mail.not_you'],
  },
]);
