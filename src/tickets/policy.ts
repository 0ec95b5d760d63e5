import type { Actor, Contact } from '#lib/actor.ts';
import type { Ticket } from './ticket.ts';

/** Who may do what with a ticket: pure predicates, tested apart. */

type Owned = Pick<Ticket, 'organisation_id' | 'site_id' | 'reporter_id'>;

const isStaff = (actor: Actor): boolean => actor.kind === 'staff';

const contactSees = (contact: Contact, ticket: Owned): boolean => {
  if (contact.organisationId !== ticket.organisation_id) return false;
  if (contact.id === ticket.reporter_id || contact.role === 'coordinator') return true;
  return contact.role === 'colleague' && contact.siteIds.includes(ticket.site_id);
};

/** Staff see every ticket; a reporter their own, a colleague those of the chosen sites, a coordinator all. */
export const canSee = (actor: Actor, ticket: Owned): boolean =>
  actor.kind === 'contact' ? contactSees(actor, ticket) : true;

/** Steps of the agency: picking up, asking, testing, releasing and the like. */
export const canHandle = (actor: Actor, _ticket: Owned): boolean => isStaff(actor);

/** Internal notes, the internal part of the history, who tested what. */
export const canSeeInternal = (actor: Actor): boolean => actor.kind !== 'contact';

/** Whoever sees a ticket on the client's side may add to its conversation. */
export const canAdd = (actor: Actor, ticket: Owned): boolean =>
  actor.kind === 'contact' && contactSees(actor, ticket);

/** The reporter judges whether it works; a coordinator may do so in their place. */
export const canSignOff = (actor: Actor, ticket: Owned): boolean =>
  actor.kind === 'contact' &&
  contactSees(actor, ticket) &&
  (actor.id === ticket.reporter_id || actor.role === 'coordinator');

export const canWithdraw = canSignOff;

export const canReopen = (actor: Actor, ticket: Owned): boolean =>
  isStaff(actor) || canSignOff(actor, ticket);

/** Watching gives no sight of its own: only who sees a ticket anyway can watch it. */
export const canWatch = canAdd;

/** Reporting for oneself, on a site of one's own organisation. */
export const canReportOn = (actor: Actor, organisationId: string): boolean =>
  isStaff(actor) || (actor.kind === 'contact' && actor.organisationId === organisationId);

/** Whoever tests a solution is someone other than its solver, unless the agency allows it. */
export const canTest = (actor: Actor, ticket: Pick<Ticket, 'solver_id'>, solverMayTest: boolean): boolean =>
  actor.kind === 'staff' && (solverMayTest || actor.id !== ticket.solver_id);
