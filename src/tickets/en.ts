import type { Translated } from '#ui/texts.ts';
import costs from './costs.en.ts';
import desk from './desk.en.ts';
import mail from './mail.en.ts';
import type nl from './nl.ts';
import portal from './portal.en.ts';
import researchConflict from './research/conflict.en.ts';
import research from './research/en.ts';
import view from './view/en.ts';

export default {
  ticket: 'Ticket {{number}}',
  state: {
    reported: 'Reported',
    picked_up: 'Picked up',
    testing: 'Being tested',
    waiting: 'Waiting for an answer',
    waiting_decision: 'Client decides about research',
    waiting_quote: 'Client decides about quote',
    sign_off: 'Waiting for sign-off',
    signed_off: 'Signed off',
    dropped: 'Dropped',
  },
  step: {
    reported: 'Reported',
    picked_up: 'Picked up',
    testing: 'Tested',
    sign_off: 'For sign-off',
    signed_off: 'Signed off',
  },
  priority: { high: 'High', medium: 'Medium', low: 'Low' },
  urgency: { high: 'High', medium: 'Medium', low: 'Low' },
  impact: { large: 'Large', medium: 'Medium', small: 'Small' },
  promise: {
    waited:
      'The clock stood still while the ticket was with you. The moment has moved by the same amount of office time.',
  },
  conflict: {
    ...researchConflict,
    crossed:
      'Meanwhile something was written that you had not seen. Your text has not been sent yet: first read what stands above it.',
    crossed_title: 'This came in meanwhile',
    crossed_again: 'Does your text still hold? Then send it after all.',
    other: 'This step is not possible now.',
    charge_moved_on:
      'This is not possible any more: the costs have been invoiced, given back or waived meanwhile. Nothing has changed.',
    moved_on:
      'Something changed meanwhile: {{who}} worked on this ticket ({{moment}}), and it now stands at “{{state}}”. Your step was not carried out.',
    moved_on_by_itself:
      'Something changed meanwhile ({{moment}}): the ticket now stands at “{{state}}”. Your step was not carried out.',
    picked_up_already: 'This ticket has already been picked up.',
    not_picked_up: 'This ticket has not been picked up yet, so no moment has been promised.',
    same_priority: 'Urgency and impact are already like this. Choose something else, or leave it as it is.',
    same_payer: 'It stands like this already. Choose something else, or leave it as it is.',
    not_waiting: 'This ticket is not waiting for an answer.',
    tested_already: 'This solution has already been tested.',
    solver_may_not_test: 'You solved this yourself. Have a colleague test it.',
    not_tested: 'This solution has not been tested by a colleague yet.',
    too_late_to_reopen:
      'The term for reopening this ticket has passed. Make a new ticket; it will be linked to this one.',
    newer_delivery:
      'Something newer has been delivered meanwhile. Check first whether that works for you; nothing has been signed off yet.',
    no_longer_a_client: 'No more tickets can be reported for this site.',
  },
  mail,
  portal,
  costs,
  desk,
  research,
  view,
} satisfies Translated<typeof nl>;
