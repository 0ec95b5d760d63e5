import type { Actor } from '#lib/actor.ts';

/** Managers, and whoever is at the program's console; never a token, which could so outlive itself. */
export const mayManageTokens = (actor: Actor): boolean =>
  actor.kind === 'program' || (actor.kind === 'staff' && actor.role === 'manager' && !actor.isToken);
