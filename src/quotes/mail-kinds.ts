import { type MailKind, mailKinds } from '#mail/kinds.ts';
import type { Key } from '#ui/texts.ts';
import type nl from './nl.ts';
import { quotesTexts } from './texts.ts';

type Kind = MailKind<Key<typeof nl>>;
type Pieces = Kind['pieces'];

const quote = { facts: [['mail.fact.quote', 'quote'] as const] } as const;
const ticket = { facts: [['mail.fact.ticket', 'ticket'] as const] } as const;
const organisation = { facts: [['mail.fact.organisation', 'organisation'] as const] } as const;

const toClient = (kind: string, subject: Kind['subject'], ...pieces: Pieces): Kind => ({
  kind,
  group: 'quotes',
  ...(subject ? { subject } : {}),
  pieces: [...pieces, quote, ticket, { action: 'mail.open' }],
});
const toStaff = (kind: string, subject: Kind['subject'], ...pieces: Pieces): Kind => ({
  kind,
  group: 'staff',
  ...(subject ? { subject } : {}),
  pieces: [...pieces, quote, organisation, ticket, { action: 'mail.open' }],
});

/** The mails about quotes, for whoever changes their sentences. */
export const quoteMails = mailKinds(quotesTexts, [
  {
    ...toStaff('about_quotes', undefined, { said: 'text' }),
    group: 'every',
    common: ['mail.open', 'mail.fact.quote', 'mail.fact.organisation', 'mail.fact.ticket'],
  },
  toClient(
    'quote',
    'mail.quote_subject',
    { either: ['mail.quote', 'mail.quote_anew'] },
    { either: ['mail.amount', 'mail.amount_without_options'] },
    'mail.decide',
  ),
  toClient('quote_reminder', 'mail.quote_reminder_subject', 'mail.reminder'),
  toClient('quote_expired', 'mail.quote_expired_subject', 'mail.expired', 'mail.expired_ask'),
  toClient('quote_withdrawn', 'mail.quote_withdrawn_subject', 'mail.withdrawn', { quote: 'reason' }),
  toClient(
    'quote_accepted',
    'mail.quote_accepted_subject',
    'mail.accepted',
    { said: 'planned' },
    'mail.accepted_proof',
  ),
  toClient('quote_forwarded', 'mail.quote_forwarded_subject', 'mail.forwarded', 'mail.decide'),
  toClient('quote_code', 'mail.quote_code_subject', 'mail.code', 'mail.code_hint'),
  toStaff('staff_quote_expired', 'mail.quote_expired_subject', 'mail.expired'),
  toStaff('staff_quote_accepted', 'mail.quote_accepted_subject', 'mail.accepted'),
  toStaff('quote_declined', 'mail.quote_declined_subject', 'mail.declined', { quote: 'reason' }),
  toStaff('quote_question', 'mail.quote_question_subject', 'mail.question', { quote: 'question_of_client' }),
]);
