import type { Contact } from '#lib/actor.ts';
import type { World } from '../../test/world.ts';
import type { QuoteLine } from './amounts.ts';
import { createDraft } from './drafts.ts';
import { sendQuote } from './sending.ts';

/** Seven and a half hours, and two parts that the client may tick. */
export const someLines: readonly QuoteLine[] = [
  {
    kind: 'hours',
    description: 'Zoekfunctie bouwen',
    quantity: 750,
    unitCents: 9500,
    optional: false,
    vat: 'standard',
  },
  {
    kind: 'fixed',
    description: 'Uitleg op papier',
    quantity: 100,
    unitCents: 15000,
    optional: true,
    vat: 'reduced',
  },
  {
    kind: 'fixed',
    description: 'Foto’s bewerken',
    quantity: 300,
    unitCents: 2550,
    optional: true,
    vat: 'standard',
  },
];

/** A quote that was sent now: for the bakery, and for a ticket of it where one is given. */
export async function quoteFor(
  world: World,
  {
    ticketId,
    lines = someLines,
    title = 'Zoeken in de webshop',
  }: {
    ticketId?: string;
    lines?: readonly QuoteLine[];
    title?: string;
  } = {},
) {
  const { scope, staff, organisations } = world;
  const draft = { organisationId: organisations.bakery, ticketId: ticketId ?? null, title, lines };
  return sendQuote(scope, staff.sam, await createDraft(scope, staff.sam, draft));
}

/** The code in the last mail to this person. */
export async function lastCode(world: World, { id }: Pick<Contact, 'id'>): Promise<string> {
  const mail = await world.scope.db
    .selectFrom('mails')
    .select('text')
    .where('kind', '=', 'quote_code')
    .where('person_id', '=', id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return /\b\d{6}\b/.exec(mail.text)![0];
}
