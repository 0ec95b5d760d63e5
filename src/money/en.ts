import type { Translated } from '#ui/texts.ts';
import type nl from './nl.ts';

export default {
  title: 'Money',
  open: {
    title: 'Not yet invoiced',
    hint: 'What clients agreed to beforehand and is on no invoice yet. Amounts without VAT.',
    empty: 'Nothing is open: all that was agreed is invoiced or waived.',
    customer: 'Client',
    agreed: 'Agreed, work under way',
    done: 'Ready to invoice',
    total: 'Together',
  },
  plans: {
    title: 'Care plans that end within {{count}} days',
    empty: 'No care plan ends in the coming {{count}} days without another after it.',
    until: 'until {{day}}',
    month: '{{amount}} a month',
  },
  warranties: {
    title: 'Warranties that end within {{count}} days',
    empty: 'No warranty ends in the coming {{count}} days.',
    has_plan: 'the care plan goes on',
    propose: 'Propose a care plan',
    about: 'for {{site}}',
  },
  use: {
    title: 'Many questions about the CMS',
    hint: 'Whoever had the CMS training asks free of charge (fair use: {{count}} tickets per person per quarter). Beyond that, nothing is charged by itself.',
    empty: 'Nobody came near {{count}} tickets this quarter.',
    count_one: '{{count}} ticket',
    count_other: '{{count}} tickets',
    beyond: 'beyond fair use',
  },
  warranty: {
    title: 'Solved free of charge under warranty',
    hint: 'Tickets reported from {{from}} until {{to}} that the warranty pays, per site.',
    empty: 'No ticket of this period is paid by the warranty.',
    count_one: '{{count}} ticket, {{solved}} solved',
    count_other: '{{count}} tickets, {{solved}} solved',
    earlier: 'Earlier quarter',
    later: 'Later quarter',
  },
} satisfies Translated<typeof nl>;
