import { canAgreeToCosts, canRecordAcceptance, canSeeCosts } from '#costs/policy.ts';
import type { QuoteState } from '#db/types.ts';
import type { Actor } from '#lib/actor.ts';

/** Who may do what with a quote: pure predicates, tested apart. */

interface Owned {
  readonly organisationId: string;
  readonly state: QuoteState;
  /** Who reported the ticket that it is for; null where it stands alone. */
  readonly reporterId: string | null;
}

/** Drafting, sending and withdrawing: all of the agency. */
export const canQuote = (actor: Actor): boolean => actor.kind === 'staff';

/** Staff read all; of a client its coordinators, its budget holders and the reporter, once it was sent. */
export const canReadQuote = (actor: Actor, quote: Owned): boolean => {
  if (actor.kind !== 'contact') return true;
  if (quote.state === 'draft' || actor.organisationId !== quote.organisationId) return false;
  return canSeeCosts(actor, quote.organisationId) || actor.id === quote.reporterId;
};

/** Accepting and declining: a budget holder of the organisation, signed in. */
export const canDecide = (actor: Actor, quote: Owned): boolean =>
  canReadQuote(actor, quote) && canAgreeToCosts(actor, quote.organisationId);

/** Asking about it, and passing it on to whoever decides: whoever on the client's side reads it. */
export const canAskAbout = (actor: Actor, quote: Owned): boolean =>
  actor.kind === 'contact' && canReadQuote(actor, quote);

/** Writing down an acceptance that was given elsewhere: a person at the agency, with the document. */
export const canRecordElsewhere = (actor: Actor): boolean => canRecordAcceptance(actor);
