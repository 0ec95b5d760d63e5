import type { Translated } from '#ui/texts.ts';
import type nl from './nl.ts';

export default {
  add: 'Add a site',
  new: 'Add a site',
  name: 'Name',
  name_hint: 'As the client calls the site.',
  kind: 'Kind',
  kinds: { website: 'Website', webshop: 'Webshop' },
  phase: 'Phase',
  phases: { development: 'In development', live: 'Live', ended: 'Ended' },
  phase_hint: {
    development: 'Visitors cannot see the site yet.',
    live: 'The site is in use.',
    ended: 'No new tickets can be reported on it. Old tickets stay.',
  },
  addresses: 'Web addresses',
  addresses_hint: 'One a line, like https://www.company.com.',
  critical_parts: 'Business-critical parts',
  critical_parts_hint:
    'In the words of the client, one a line, like “ordering and paying”. The client can choose them in a report.',
  often_critical: 'Often business-critical',
  often_critical_hint: 'What you tick is added to the list above when you save.',
  often: {
    ordering: 'ordering and paying',
    stock: 'stock and prices',
    searching: 'searching',
    signing_in: 'signing in',
    contact_form: 'contact form',
    booking: 'booking',
  },
  added: 'The site has been added.',
  changed: 'The site has been saved.',
  details: 'Details',
  tickets_one: '{{count}} open ticket',
  tickets_other: '{{count}} open tickets',
  history: 'What happened',
  event: { site_added: 'added', site_changed: 'changed' },
} satisfies Translated<typeof nl>;
