import type { Translated } from '#ui/texts.ts';
import type nl from './nl.ts';

export default {
  greeting: 'Dear {{name}},',
  closing: 'Kind regards,\n{{agency}}',
  title: 'Sent mail',
  none: 'Every e-mail that Nazorg sends comes here, with how its delivery stands. The first goes out as soon as you invite somebody or a ticket comes in.',
  found_none: 'No e-mail found with this filter.',
  kept_notice:
    'No mail server has been set: e-mails are kept here and not sent. Put SMTP_URL (and MAIL_FROM) into the environment of the program and start it again.',
  failed_one: '{{count}} e-mail could not be delivered.',
  failed_other: '{{count}} e-mails could not be delivered.',
  failed_see: 'See them and send them again',
  filter: {
    state: 'State',
    to: 'To',
    ticket: 'Ticket number',
    clear: 'All e-mails',
  },
  state: { queued: 'under way', sent: 'sent', failed: 'not delivered', kept: 'kept' },
  older: 'Older e-mails',
  newest: 'Newest e-mails',
  to: 'To',
  made: 'Made',
  sent: 'Sent',
  standing: 'State',
  ticket: 'Ticket',
  attachments: 'Attachments',
  attempts: 'Attempts',
  next: 'Next attempt',
  error: 'What the mail server said',
  look: 'What the e-mail looks like',
  plain: 'As plain text',
  again: 'Send again',
  send: 'Send after all',
  again_done: 'The e-mail is on its way again.',
  again_cannot:
    'It can be sent once there is a mail server: put SMTP_URL into the environment of the program and start it again.',
  secret: 'This e-mail holds a link with which only its addressee may sign in. It has been left out here.',
  secret_gone:
    'This e-mail held a link with which only its addressee may sign in. That is why its text was removed once it was sent.',
  hand_over:
    'This invitation has not been sent. Hand the link to {{name}} yourself, in a way that nobody else can read.',
  code: {
    secret: 'This e-mail holds a code with which only its addressee may accept. It has been left out here.',
    secret_gone:
      'This e-mail held a code with which only its addressee may accept. That is why its text was removed once it was sent.',
    hand_over:
      'This code has not been sent. Give it to {{name}} alone, in a way that nobody else can read. Never use it in their place.',
  },
  frame: 'Preview of the e-mail “{{subject}}”',
} satisfies Translated<typeof nl>;
