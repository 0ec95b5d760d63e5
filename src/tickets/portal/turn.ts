import type { Contact } from '#lib/actor.ts';
import { canSignOff } from '../policy.ts';
import { ticketTexts } from '../texts.ts';
import { isEnded, type Ticket } from '../ticket.ts';

type Standing = Pick<Ticket, 'state' | 'organisation_id' | 'site_id' | 'reporter_id'>;

export type Turn = 'you' | 'us' | 'colleague' | 'nobody';

/** Who is to act, seen by this contact: themselves, the agency, the colleague who reported, or nobody. */
export function turnOf(contact: Contact, ticket: Standing): Turn {
  if (isEnded(ticket)) return 'nobody';
  if (ticket.state === 'waiting') return 'you';
  if (ticket.state === 'sign_off') return canSignOff(contact, ticket) ? 'you' : 'colleague';
  return 'us';
}

/** Whose turn it is in a few words, or nothing once the ticket has ended. */
export function turnWords(
  contact: Contact,
  ticket: Standing & { readonly reporter: string },
): string | undefined {
  const turn = turnOf(contact, ticket);
  const say = ticketTexts(contact.language);
  return turn === 'nobody' ? undefined : say(`portal.turn.${turn}`, { name: ticket.reporter });
}
