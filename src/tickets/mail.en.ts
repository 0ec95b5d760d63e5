import type { Translated } from '#ui/texts.ts';
import type nl from './mail.nl.ts';

export default {
  subject: 'Ticket {{number}}: {{subject}}',
  open: 'Open the ticket',
  reason: 'The reason:',
  fact: { ticket: 'Ticket', site: 'Site', organisation: 'Client', priority: 'Priority' },
  confirmation: {
    received: 'We have received your ticket; its number is {{number}}.',
    moments:
      'You will hear from us by {{response}} at the latest. We aim to have it solved by {{solution}}. These moments count in our office hours.',
  },
  picked_up: 'Your ticket has been picked up. We expect it to be handled by {{moment}}.',
  expected_moved:
    'The expected moment for your ticket has changed. We now expect it to be handled by {{moment}}.',
  priority_adjusted:
    'The urgency of your ticket is now “{{urgency}}” and its impact “{{impact}}”. That makes its priority “{{priority}}”.',
  solution_due: 'We aim to have it solved by {{moment}}.',
  question: {
    asked: 'We have a question about your ticket:',
    waits: 'As soon as you answer, we go on. Until then the clock stands still.',
  },
  reply: 'There is a message on your ticket:',
  released: 'A new version is online for your ticket:',
  answer_given: 'Here is the answer to your ticket:',
  please_sign_off:
    'Would you check whether it is in order for you now? Open the ticket and choose “It works, sign off” or “It does not work yet”.',
  by_itself:
    'If we hear nothing, the ticket is signed off by itself after {{days}} working days. You can reopen it for {{reopen}} days after that.',
  reminder: {
    waits: 'Your ticket is still waiting for your check.',
    by_itself:
      'If we hear nothing, the ticket is signed off by itself on {{moment}}. You can reopen it for {{reopen}} days after that.',
  },
  signed_off: 'Your ticket has been signed off. Thank you for checking.',
  signed_off_by_silence:
    'We heard nothing more from you. Your ticket has therefore been signed off by itself, as announced.',
  reopen_within: 'Is it not in order after all? You can reopen the ticket for another {{reopen}} days.',
  dropped: 'Your ticket will not be handled any further. The reason:',
  reopened: 'Your ticket has been reopened. We aim to have it solved by {{moment}}.',
  staff: {
    reopened: 'This ticket has been reopened:',
    refused:
      'The reporter tested: it does not work yet. The solution clock is running again, until {{moment}}.',
    answered: 'The client wrote on this ticket:',
    withdrawn: 'The client has withdrawn this ticket:',
    mentioned_subject: '{{name}} mentions you on ticket {{number}}: {{subject}}',
    mentioned: '{{name}} mentions you in an internal note. Only colleagues read it:',
    mentioned_absent_subject: '{{name}} mentions {{absent}} on ticket {{number}}: {{subject}}',
    mentioned_absent:
      '{{name}} mentions {{absent}} in an internal note. They are away, so you receive this. Only colleagues read it:',
    alert_subject: 'HIGH: ticket {{number}} – {{subject}}',
    alert: 'There is a ticket of high priority. Respond by {{moment}}.',
    warning_subject_response: 'Ticket {{number}}: {{percent}} % of the response time has passed',
    warning_subject_solution: 'Ticket {{number}}: {{percent}} % of the solution time has passed',
    warning_response: '{{percent}} % of the response time has passed. Respond by {{moment}}.',
    warning_solution:
      '{{percent}} % of the solution time has passed. The ticket has to be solved by {{moment}}.',
    missed_response: 'The response time has passed ({{moment}}) and the reporter has not heard from us yet.',
    missed_solution: 'The solution time has passed ({{moment}}) and the ticket has not been solved yet.',
  },
} satisfies Translated<typeof nl>;
