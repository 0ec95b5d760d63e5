import type { Actor } from '#lib/actor.ts';

/** Managers add and change sites. */
export const mayManageSites = (actor: Actor): boolean =>
  actor.kind === 'program' || (actor.kind === 'staff' && actor.role === 'manager');
