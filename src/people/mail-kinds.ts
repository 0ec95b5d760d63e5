import { mailKinds } from '#mail/kinds.ts';
import { peopleTexts } from './texts.ts';

/** The mails about somebody's account, for whoever changes their sentences. */
export const peopleMails = mailKinds(peopleTexts, [
  {
    kind: 'invitation',
    group: 'account',
    subject: 'mail.subject',
    pieces: [
      { either: ['mail.intro_contact', 'mail.intro_staff'] },
      { action: 'mail.action' },
      'mail.until',
      'mail.not_you',
    ],
  },
  {
    kind: 'address_changed',
    group: 'account',
    subject: 'mail_moved.subject',
    pieces: ['mail_moved.intro', 'mail_moved.not_you'],
  },
]);
