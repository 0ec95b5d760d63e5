import type { Translated } from '#ui/texts.ts';
import type nl from './kinds.nl.ts';

export default {
  every_mail: {
    title: 'Greeting and closing',
    what: 'What every e-mail begins and ends with.',
  },
  about_tickets: {
    title: 'E-mails about tickets',
    what: 'The subject, the button and the facts below e-mails about a ticket.',
  },
  about_quotes: {
    title: 'E-mails about quotes',
    what: 'The button and the facts below e-mails about a quote.',
  },
  confirmation: {
    title: 'Ticket received',
    what: 'At once after a client reports something.',
  },
  picked_up: {
    title: 'Ticket picked up',
    what: 'When a colleague picks the ticket up, with the expected moment.',
  },
  expected_moved: {
    title: 'Expected moment changed',
    what: 'When a colleague promises another moment.',
  },
  priority_adjusted: {
    title: 'Priority adjusted',
    what: 'When a colleague changes urgency or impact.',
  },
  question: {
    title: 'Question to the client',
    what: 'When you need to know more; the clock stands still.',
  },
  reply: {
    title: 'Message on a ticket',
    what: 'When a colleague writes something that the client reads.',
  },
  released: {
    title: 'New version online',
    what: 'When it has been solved and the client can test.',
  },
  answer_given: {
    title: 'Answer given',
    what: 'When a question has been answered and the client can sign off.',
  },
  reminder: {
    title: 'Reminder to sign off',
    what: 'When the client has not checked yet.',
  },
  signed_off: {
    title: 'Ticket signed off',
    what: 'When the client signs the ticket off.',
  },
  signed_off_by_silence: {
    title: 'Signed off by itself',
    what: 'When nothing was heard from the client, even after reminders.',
  },
  dropped: {
    title: 'Ticket dropped',
    what: 'When you do not handle a ticket any further.',
  },
  reopened: {
    title: 'Ticket reopened',
    what: 'When a ticket is opened again.',
  },
  research_asked: {
    title: 'Choice about research',
    what: 'When the client chooses between research and dropping the ticket.',
  },
  research_reminder: {
    title: 'Reminder of the choice',
    what: 'When the client has not chosen yet.',
  },
  research_forwarded: {
    title: 'Choice passed on',
    what: 'When somebody passes the choice on to whoever can agree.',
  },
  research_accepted: {
    title: 'Research agreed',
    what: 'Confirms what was agreed.',
  },
  research_declined: {
    title: 'No research',
    what: 'When the client drops the ticket.',
  },
  research_lapsed: {
    title: 'Choice lapsed',
    what: 'When the client did not choose in time.',
  },
  research_retracted: {
    title: 'Choice retracted',
    what: 'When you retract the question about research.',
  },
  research_concluded: {
    title: 'Research finished',
    what: 'What was found, and what happens now.',
  },
  research_credited: {
    title: 'Research credited',
    what: 'When your agency was the cause itself.',
  },
  quote: {
    title: 'New quote',
    what: 'When you send a quote, or a new version.',
  },
  quote_reminder: {
    title: 'Reminder of a quote',
    what: 'When the quote is about to expire.',
  },
  quote_expired: {
    title: 'Quote expired',
    what: 'When nobody decided in time.',
  },
  quote_withdrawn: {
    title: 'Quote withdrawn',
    what: 'When you withdraw a quote.',
  },
  quote_accepted: {
    title: 'Quote accepted',
    what: 'Confirms what was accepted.',
  },
  quote_forwarded: {
    title: 'Quote passed on',
    what: 'When somebody asks to decide.',
  },
  quote_code: {
    title: 'Code to accept with',
    what: 'The code with which somebody confirms a quote.',
  },
  invoice_invoice: {
    title: 'Invoice',
    what: 'Goes with an invoice.',
  },
  invoice_credit_note: {
    title: 'Credit note',
    what: 'Goes with a credit note.',
  },
  sign_in_link: {
    title: 'Sign-in link',
    what: 'When somebody asks for a link to sign in with.',
  },
  invitation: {
    title: 'Invitation',
    what: 'When you invite a contact or a colleague.',
  },
  address_changed: {
    title: 'E-mail address changed',
    what: 'A manager changed it. Goes to the old address.',
  },
  address_confirm: {
    title: 'Confirm a new e-mail address',
    what: 'With the link. Goes to the new address.',
  },
  address_notice: {
    title: 'Another e-mail address asked for',
    what: 'With the way to stop it. Goes to the old address.',
  },
  address_taken: {
    title: 'E-mail address in use already',
    what: 'When somebody else wants to use it as well.',
  },
  security: {
    title: 'Sign-in changed',
    what: 'When somebody changes a second step or a passkey.',
  },
  agreement_announced: {
    title: 'New agreement',
    what: 'When you announce a version of the agreement.',
  },
  alert: {
    title: 'High priority',
    what: 'To whoever is on duty.',
  },
  warning_response: {
    title: 'Response is due',
    what: 'To the assignee, and then to the managers.',
  },
  warning_solution: {
    title: 'Solution is due',
    what: 'To the assignee, and then to the managers.',
  },
  mentioned: {
    title: 'Mentioned in a note',
    what: 'To a colleague whom an internal note mentions with @.',
  },
  answered: {
    title: 'The client answered',
    what: 'When the client writes on a ticket.',
  },
  refused: {
    title: 'Does not work yet',
    what: 'When the client tested and it does not work yet.',
  },
  staff_reopened: {
    title: 'Ticket reopened',
    what: 'When a ticket is opened again.',
  },
  withdrawn: {
    title: 'Ticket withdrawn',
    what: 'When the client withdraws the ticket.',
  },
  staff_research_accepted: {
    title: 'Research agreed',
    what: 'The research can begin.',
  },
  staff_research_declined: {
    title: 'No research',
    what: 'The client drops the ticket.',
  },
  staff_research_lapsed: {
    title: 'Choice lapsed',
    what: 'The client did not choose in time.',
  },
  research_time: {
    title: 'Research takes long',
    what: 'When the paid time for research runs out.',
  },
  staff_quote_expired: {
    title: 'Quote expired',
    what: 'When nobody decided in time.',
  },
  staff_quote_accepted: {
    title: 'Quote accepted',
    what: 'The work can begin.',
  },
  quote_declined: {
    title: 'Quote declined',
    what: 'When the client declines a quote.',
  },
  quote_question: {
    title: 'Question about a quote',
    what: 'When the client wants to know something.',
  },
} satisfies Translated<typeof nl>;
