import type { Actor } from '#lib/actor.ts';

/** Only a budget holder of the organisation itself agrees to costs, signed in (agreement §4, «Amounts»). */
export const canAgreeToCosts = (actor: Actor, organisationId: string): boolean =>
  actor.kind === 'contact' && actor.budgetHolder && actor.organisationId === organisationId;

/** Writing down what a budget holder agreed to elsewhere, with the document that shows it. */
export const canRecordAcceptance = (actor: Actor): boolean => actor.kind === 'staff' && !actor.isToken;

/** What a client owes is seen by the agency, and by that client's coordinators and budget holders. */
export const canSeeCosts = (actor: Actor, organisationId: string): boolean =>
  actor.kind !== 'contact' ||
  (actor.organisationId === organisationId && (actor.role === 'coordinator' || actor.budgetHolder));

/** Giving up what was agreed, and issuing invoices. */
export const canManageMoney = (actor: Actor): boolean => actor.kind === 'staff' && actor.role === 'manager';
