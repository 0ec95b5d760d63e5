import type { Contact } from '#lib/actor.ts';

/** A coordinator sees every ticket of the organisation, and so the figures of all of them. */
export const maySeeMonth = (contact: Pick<Contact, 'role'>): boolean => contact.role === 'coordinator';
