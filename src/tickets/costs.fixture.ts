import type { Scope } from '#db/scope.ts';
import type { Contact } from '#lib/actor.ts';
import type { World } from '../../test/world.ts';
import { reportTicket } from './tickets.ts';

/** A plain defect on a site, reported now. */
export const reportOn = (
  world: { readonly scope: Scope; readonly contacts: World['contacts'] },
  siteId: string,
  contact: Contact = world.contacts.roos,
) =>
  reportTicket(world.scope, contact, {
    siteId,
    subject: 'Knop doet niets',
    did: 'Ik drukte.',
    happened: 'Niets.',
    expected: '',
    urgency: 'low',
    impact: 'small',
  });
