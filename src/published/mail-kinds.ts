import { mailKinds } from '#mail/kinds.ts';
import { publishedTexts } from './texts.ts';

/** The mail about the agreement, for whoever changes its sentences. */
export const agreementMails = mailKinds(publishedTexts, [
  {
    kind: 'agreement_announced',
    group: 'account',
    subject: ['mail.subject_now', 'mail.subject_later', 'mail.subject_ever'],
    pieces: [
      { either: ['mail.intro_now', 'mail.intro_ever'] },
      'mail.changed',
      { action: 'mail.action' },
      'mail.tickets',
    ],
  },
]);
