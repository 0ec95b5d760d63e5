import type { Actor } from '#lib/actor.ts';

/** Managers add, rename, end and resume clients. */
export const mayManageOrganisations = (actor: Actor): boolean =>
  actor.kind === 'program' || (actor.kind === 'staff' && actor.role === 'manager');
