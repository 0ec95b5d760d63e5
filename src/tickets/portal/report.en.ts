import type { Translated } from '#ui/texts.ts';
import type nl from './report.nl.ts';

export default {
  report: {
    title: 'Report something',
    intro: 'Tell us what you did and what happened next. The more precise, the sooner we find it.',
    follows: 'Your ticket follows ticket {{number}}:',
    no_site:
      'There is no site yet for which you can report something. Contact {{agency}} and they will set it up.',
    site: 'Which site is it about?',
    did: 'What did you do?',
    did_hint: 'Which page, which steps? An address or a screenshot helps.',
    happened: 'What happened next?',
    happened_hint: 'What did you see? Copy an error message word for word.',
    expected: 'What had you expected?',
    subject: 'What is it about, in a few words?',
    subject_hint: 'If you leave this empty, we take your first words.',
    urgency: 'How urgent is it?',
    impact: 'How much does it hinder your company?',
    send: 'Send the ticket',
    received: 'Your ticket has been received and has number {{number}}. You will hear from us by {{moment}}.',
  },
  outlook: {
    title: 'What you may expect',
    show: 'Show the priority and the terms',
    empty: 'Answer the two questions above. Then you will see here when you hear from us.',
    missing: 'First answer the two questions above: how urgent it is and how much it hinders you.',
    priority: 'The priority is',
    respond: 'You will hear from us by {{moment}}.',
    solve: 'We aim to have it solved by {{moment}}.',
    targets: 'That is {{response}} and {{solution}} after the clock starts, counted in our office hours.',
    closed: 'Our office is closed now. The clock starts: {{moment}}.',
    alert: 'For a high priority we alert whoever is on duty at once, also now.',
    agreement: 'How we decide this is in our agreement (opens in a new tab).',
  },
} satisfies Translated<typeof nl>;
