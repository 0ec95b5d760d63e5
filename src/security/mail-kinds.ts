import { mailKinds } from '#mail/kinds.ts';
import { securityTexts } from './texts.ts';

/** The mails about how somebody signs in, for whoever changes their sentences. */
export const securityMails = mailKinds(securityTexts, [
  {
    kind: 'security',
    group: 'account',
    subject: 'mail.subject',
    pieces: [
      {
        either: [
          'mail.app_on',
          'mail.app_off',
          'mail.codes_made',
          'mail.passkey_added',
          'mail.passkey_removed',
          'mail.reset',
        ],
      },
      { action: 'mail.action' },
      'mail.not_you',
    ],
  },
]);
