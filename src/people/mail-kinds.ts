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
  {
    kind: 'address_confirm',
    group: 'account',
    subject: 'address.mail.confirm.subject',
    pieces: [
      'address.mail.confirm.intro',
      { action: 'address.mail.confirm.action' },
      'address.mail.confirm.until',
      'address.mail.confirm.not_you',
    ],
  },
  {
    kind: 'address_notice',
    group: 'account',
    subject: 'address.mail.notice.subject',
    pieces: [
      'address.mail.notice.intro',
      'address.mail.notice.not_you',
      { action: 'address.mail.notice.action' },
      'address.mail.notice.you',
    ],
  },
  {
    kind: 'address_taken',
    group: 'account',
    subject: 'address.mail.taken.subject',
    pieces: ['address.mail.taken.intro', 'address.mail.taken.not_you'],
  },
]);
