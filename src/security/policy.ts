import type { Actor } from '#lib/actor.ts';

/** Managers read who did what. Nobody writes it: the database refuses. */
export const mayReadLog = (actor: Actor): boolean => actor.kind === 'staff' && actor.role === 'manager';
