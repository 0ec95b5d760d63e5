import type { Translated } from '#ui/texts.ts';
import type nl from './nl.ts';

export default {
  title: 'Decided by hand who pays',
  intro:
    'Each time somebody decided otherwise than the rules of the agreement, or took that back. The latest comes first.',
  none: 'Here you will read who decided by hand who pays, and why. Nobody has done so yet.',
  none_older: 'There is nothing older.',
  ticket: 'Ticket {{number}}',
  from: 'By the rules: {{verdict}}',
  from_hand: 'By hand before: {{verdict}}',
  to: 'Decided: {{verdict}}',
  back: 'Back to the rules',
  newest: 'Latest',
  older: 'Older',
  download: 'Download as CSV',
  by: 'by {{name}}',
  file: 'decided-by-hand.csv',
  head: {
    at: 'moment (UTC)',
    who: 'who',
    number: 'ticket',
    subject: 'subject',
    organisation: 'client',
    site: 'site',
    from: 'was',
    rule: 'rule',
    to: 'became',
    reason: 'reason',
  },
} satisfies Translated<typeof nl>;
