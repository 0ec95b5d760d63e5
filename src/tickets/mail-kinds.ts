import { type MailKind, mailKinds } from '#mail/kinds.ts';
import type { Key } from '#ui/texts.ts';
import type nl from './nl.ts';
import { ticketTexts } from './texts.ts';

type Kind = MailKind<Key<typeof nl>>;
type Pieces = Kind['pieces'];

const facts = [
  { facts: [['mail.fact.ticket', 'ticket'] as const, ['mail.fact.site', 'site'] as const] },
  { facts: [['mail.fact.priority', 'priority'] as const] },
] as const;
const staffFacts = [
  facts[0],
  { facts: [['mail.fact.organisation', 'organisation'] as const] },
  facts[1],
] as const;
const foot: Pieces = [...facts, { action: 'mail.open' }];

const toClient = (kind: string, ...pieces: Pieces): Kind => ({
  kind,
  group: 'tickets',
  subject: 'mail.subject',
  pieces: [...pieces, ...foot],
});
const aboutResearch = (kind: string, ...pieces: Pieces): Kind => ({
  ...toClient(kind, ...pieces),
  group: 'research',
});
const toStaff = (kind: string, ...pieces: Pieces): Kind => ({
  kind,
  group: 'staff',
  subject: 'mail.subject',
  pieces: [...pieces, ...staffFacts, { action: 'mail.open' }],
});

const reason: Pieces = ['mail.reason', { quote: 'reason' }];
const choice: Pieces = [
  { said: 'research_ground' },
  { quote: 'explanation' },
  'research.mail.choice',
  { said: 'research_terms' },
  { said: 'research_silence' },
];
const whoDecides: Pieces = [
  { either: ['research.mail.you_decide', 'research.mail.they_decide', 'research.mail.nobody_decides'] },
];
const toChoice: Pieces = ['research.mail.no_reply', ...facts, { action: 'research.mail.choose' }];

/** The mails about tickets, for whoever changes their sentences. */
export const ticketMails = mailKinds(ticketTexts, [
  {
    kind: 'about_tickets',
    group: 'every',
    subject: 'mail.subject',
    pieces: [{ said: 'text' }, ...staffFacts, { action: 'mail.open' }],
    common: [
      'mail.subject',
      'mail.open',
      'mail.fact.ticket',
      'mail.fact.site',
      'mail.fact.organisation',
      'mail.fact.priority',
    ],
  },
  toClient('confirmation', 'mail.confirmation.received', 'mail.confirmation.moments', 'costs.mail', {
    quote: 'report',
  }),
  toClient('picked_up', 'mail.picked_up', 'costs.mail'),
  toClient('expected_moved', 'mail.expected_moved', ...reason),
  toClient('priority_adjusted', 'mail.priority_adjusted', ...reason, 'mail.solution_due'),
  toClient('question', 'mail.question.asked', { quote: 'question' }, 'mail.question.waits'),
  toClient('reply', 'mail.reply', { quote: 'reply' }),
  toClient('released', 'mail.released', { quote: 'released' }, 'mail.please_sign_off', 'mail.by_itself'),
  toClient('answer_given', 'mail.answer_given', { quote: 'reply' }, 'mail.please_sign_off', 'mail.by_itself'),
  toClient('reminder', 'mail.reminder.waits', 'mail.please_sign_off', 'mail.reminder.by_itself'),
  toClient('signed_off', 'mail.signed_off', 'mail.reopen_within'),
  toClient('signed_off_by_silence', 'mail.signed_off_by_silence', 'mail.reopen_within'),
  toClient('dropped', 'mail.dropped', { quote: 'reason' }, 'mail.reopen_within'),
  toClient('reopened', 'mail.reopened', { quote: 'not_yet' }),

  {
    ...aboutResearch('research_asked', 'research.mail.asked', ...choice, ...whoDecides, ...toChoice),
    subject: 'research.mail.subject',
    pieces: ['research.mail.asked', ...choice, ...whoDecides, ...toChoice],
  },
  {
    ...aboutResearch('research_reminder'),
    subject: 'research.mail.reminder_subject',
    pieces: ['research.mail.reminder', { quote: 'explanation' }, ...whoDecides, ...toChoice],
  },
  {
    ...aboutResearch('research_forwarded'),
    subject: 'research.mail.subject',
    pieces: [
      'research.mail.forwarded',
      { quote: 'note' },
      ...choice,
      'research.mail.you_decide',
      ...toChoice,
    ],
  },
  aboutResearch('research_accepted', 'research.mail.accepted', 'research.mail.accepted_next'),
  aboutResearch('research_declined', 'research.mail.declined', { quote: 'reason' }, 'mail.reopen_within'),
  aboutResearch('research_lapsed', 'research.mail.lapsed', 'mail.reopen_within'),
  aboutResearch('research_retracted', 'research.mail.retracted', { quote: 'reason' }),
  aboutResearch(
    'research_concluded',
    'research.mail.concluded',
    { quote: 'found' },
    { either: ['research.mail.at_hand', 'research.mail.not_at_hand'] },
  ),
  aboutResearch('research_credited', 'research.mail.credited', { quote: 'reason' }),

  {
    ...toStaff('alert', 'mail.staff.alert', { quote: 'report' }),
    subject: 'mail.staff.alert_subject',
  },
  {
    ...toStaff('warning_response', {
      either: ['mail.staff.warning_response', 'mail.staff.missed_response'],
    }),
    subject: 'mail.staff.warning_subject_response',
  },
  {
    ...toStaff('warning_solution', {
      either: ['mail.staff.warning_solution', 'mail.staff.missed_solution'],
    }),
    subject: 'mail.staff.warning_subject_solution',
  },
  {
    ...toStaff(
      'mentioned',
      { either: ['mail.staff.mentioned', 'mail.staff.mentioned_absent'] },
      { quote: 'internal_note' },
    ),
    subject: ['mail.staff.mentioned_subject', 'mail.staff.mentioned_absent_subject'],
  },
  toStaff('answered', 'mail.staff.answered', { quote: 'answer' }),
  toStaff('refused', 'mail.staff.refused', { quote: 'not_yet' }),
  toStaff('staff_reopened', 'mail.staff.reopened', { quote: 'not_yet' }),
  toStaff('withdrawn', 'mail.staff.withdrawn', { quote: 'reason' }),
  toStaff('staff_research_accepted', 'research.mail.staff_accepted'),
  toStaff('staff_research_declined', 'research.mail.staff_declined', { quote: 'reason' }),
  toStaff('staff_research_lapsed', 'research.mail.staff_lapsed'),
  toStaff('research_time', 'research.mail.time', 'research.mail.time_decide'),
]);
